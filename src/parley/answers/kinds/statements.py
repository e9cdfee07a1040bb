"""What somebody said about something, and when a position changed."""

from __future__ import annotations

from parley.answers.index import Index
from parley.answers.naming import Names
from parley.answers.occasions import occasions_of
from parley.answers.phrasing import bare_time, listed
from parley.answers.question import Question
from parley.answers.reading import read_in_words
from parley.answers.speech import say_statement
from parley.answers.text import Verdict, Writer
from parley.answers.topics import about, topics_named
from parley.model.edtf import interval
from parley.model.party import Party
from parley.model.record import MeetingEntry, Shift, StatementEntry

MOST_STATEMENTS = 6
# What is said of a meeting is said on its days, or the day or two after.
SAID_AT_DAYS = 2
_STANCES = {
    "for": "speaking for",
    "against": "speaking against",
    "conditional": "setting conditions for",
    "neutral": "taking no side on",
}


def answer_said(writer: Writer, index: Index, question: Question) -> Verdict:
    """What did X say about Y between D1 and D2?"""
    if not question.parties:
        return _nobody(writer, question)
    speaker, *others = question.parties
    subject = [*question.topic, *(w for p in others for w in p.name.lower().split()[-1:])]
    found = []
    for entry in index.statements_of(speaker):
        days = interval(entry.said)
        if question.window and not (days and days.overlaps(question.window)):
            continue
        fit = about(entry, subject) if subject else 1
        if fit:
            found.append((fit, entry))
    found = found or [(1, entry) for entry in _said_at_occasion(writer, index, question, speaker)]
    if not found:
        when = question.when
        on = f" about {_on(question)}" if subject else ""
        writer.say(f"Nothing that {speaker.name} said{on}{' ' + when if when else ''} is in the record.")
        writer.say(read_in_words(writer.record))
        return "not_in_record"
    best = sorted(found, key=lambda f: (-f[0], -f[1].independent_sources, not f[1].direct, f[1].id))[:MOST_STATEMENTS]
    names = Names()
    for entry in sorted((e for _, e in best), key=_said_order):
        say_statement(writer, entry, names)
    more = len(found) - len(best)
    if more:
        writer.say(f"The record holds {more} more such {'statement' if more == 1 else 'statements'}.")
    return "answered"


def _said_at_occasion(writer: Writer, index: Index, question: Question, speaker: Party) -> list[StatementEntry]:
    """What somebody said at the meeting that a question names as its subject, by the articles that tell of it."""
    if not question.topic:
        return []
    found: list[StatementEntry] = []
    for occasion in occasions_of(writer.record, index, question, meetings_first=True):
        days = occasion.days
        if not isinstance(occasion, MeetingEntry) or days is None:
            continue
        told = [s for s in index.statements_of(speaker) if set(s.articles) & set(occasion.articles)]
        near = [s for s in told if (said := interval(s.said)) and said.gap(days) <= SAID_AT_DAYS]
        found += [s for s in near if s not in found]
    return found


def answer_position(writer: Writer, index: Index, question: Question) -> Verdict:
    """When did X's position on Y change?"""
    if not question.parties:
        return _nobody(writer, question)
    speaker = question.parties[0]
    subject = [*question.topic, *(w for p in question.parties[1:] for w in p.name.lower().split()[-1:])]
    wanted = topics_named(subject)
    shifts = [
        s
        for s in writer.record.shifts
        if _is_of(s.party, speaker) and (not subject or s.topic in wanted | set(subject))
    ]
    if question.window:
        shifts = [s for s in shifts if (d := interval(s.after.said)) and d.overlaps(question.window)]
    for shift in shifts[-MOST_STATEMENTS // 2 :]:
        say_shift(writer, shift)
    if shifts:
        return "answered"
    held = [
        p
        for p in writer.record.positions
        if _is_of(p.party, speaker) and (not subject or p.topic in wanted | set(subject))
    ]
    on = f" on {_on(question)}" if subject else ""
    if held:
        writer.say(f"No change of {speaker.name}’s position{on} is in the record.")
        entry = writer.record.entry_by_id[held[-1].statement]
        if isinstance(entry, StatementEntry):
            say_statement(writer, entry, Names())
        return "answered"
    writer.say(f"No position of {speaker.name}{on} is in the record.")
    writer.say(read_in_words(writer.record))
    return "not_in_record"


def _on(question: Question) -> str:
    """What a statement was asked to be about, as the question has it."""
    return " and ".join([question.subject] * bool(question.subject) + [p.name for p in question.parties[1:]])


def _is_of(party: Party, asked: Party) -> bool:
    """Whether a position is that of the party asked for, or of somebody of the state asked for."""
    return party.id == asked.id or (asked.kind == "state" and party.country == asked.name)


def say_shift(writer: Writer, shift: Shift, names: Names | None = None) -> None:
    """Two sentences of a shift: what it was and what it became, with the statements it lies between."""
    names = names or Names()
    before, after = (writer.record.entry_by_id[p.statement] for p in (shift.before, shift.after))
    topic = topic_in_words(shift.topic)
    pronoun = "them" if topic.endswith("s") else "it"
    writer.say(
        f"Between {bare_time(shift.before.said)} and {bare_time(shift.after.said)} {names.of(shift.party)} moved from "
        f"{_STANCES[shift.before.stance]} {topic} to {_STANCES[shift.after.stance]} {pronoun}.",
        [before, after],
    )
    for entry in (before, after):
        if isinstance(entry, StatementEntry):
            say_statement(writer, entry, names)


def topic_in_words(topic: str) -> str:
    """A topic as a sentence names it."""
    return {
        "agreement": "an agreement",
        "ceasefire": "a ceasefire",
        "settlement": "a settlement",
        "war": "the war",
        "withdrawal": "a withdrawal",
        "guarantees": "security guarantees",
        "humanitarian": "humanitarian matters",
    }.get(topic, topic)


def _said_order(entry: StatementEntry) -> tuple[str, str]:
    days = interval(entry.said)
    return (days.first.isoformat() if days else "9999", entry.id)


def _nobody(writer: Writer, question: Question) -> Verdict:
    who = f" called {listed(list(question.strangers))}" if question.strangers else " the question names"
    writer.say(f"The record knows nobody{who}.")
    writer.say(read_in_words(writer.record))
    return "not_in_record"
