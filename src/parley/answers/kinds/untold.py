"""Who signed it, when it began, who led whom, why: what a record tells of in part, or not at all."""

from __future__ import annotations

from parley.answers.index import Index
from parley.answers.kinds.meetings import MOST_LISTED, say_no_occasion
from parley.answers.naming import Names, at_table
from parley.answers.occasions import occasion_in_words, occasions_of
from parley.answers.phrasing import capital, time_in_words
from parley.answers.question import Question
from parley.answers.reading import read_in_words
from parley.answers.text import Verdict, Writer
from parley.answers.words import fold
from parley.model.record import AgreementEntry, MeetingEntry


def answer_signed(writer: Writer, index: Index, question: Question) -> Verdict:
    """Who signed X? Those the articles name as signing, else whose agreement it is."""
    found = [
        a
        for a in occasions_of(writer.record, index, question)
        if isinstance(a, AgreementEntry) and a.status == "happened"
    ]
    if not found:
        return say_no_occasion(writer, question)
    called = [a for a in found if any(set(question.topic) <= set(fold(name).split()) for name in a.names)]
    found = called or found  # one called so goes before one signed in the city of that name
    told = 0
    for entry in found[:MOST_LISTED]:
        signed = list({p.id: p for p in entry.parties("signatory")}.values())
        when = f" {time_in_words(entry.when.edtf)}" if entry.when and entry.when.edtf else ""
        if signed:
            telling = [c for c in entry.claims if _names_signatory(writer, c)]
            writer.say(
                f"{capital(occasion_in_words(entry))} was signed by {Names().all_of(signed)}.", [entry], telling[:3]
            )
            told += 1
        elif parties := at_table(entry):
            writer.say(f"{capital(occasion_in_words(entry))}{when} is one of {Names().all_of(parties)}.", [entry])
            writer.say("Who signed it is not in the record.")
        else:
            writer.say(f"Who signed {occasion_in_words(entry)} is not in the record.", [entry])
    return "answered" if told else "not_in_record"


def _names_signatory(writer: Writer, claim_id: str) -> bool:
    return any(p.role == "signatory" for p in writer.record.claim_by_id[claim_id].participants)


def answer_began(writer: Writer, index: Index, question: Question) -> Verdict:
    """When did X begin, or end? The days of the meetings it points at, as far as the record has them."""
    found = [m for m in _meetings(writer, index, question) if m.days]
    for entry in found[:MOST_LISTED]:
        when = time_in_words(entry.when.edtf) if entry.when else ""
        writer.say(f"The record has {occasion_in_words(entry)} {when}, of {_who(entry)}.", [entry])
    if found:
        writer.say("Whether it began or ended on another day is not in the record.")
        return "answered"
    return _untold(writer, "When the talks began or ended")


def answer_led(writer: Writer, index: Index, question: Question) -> Verdict:
    """Who led the delegations? A record keeps who was there, not who led."""
    found = _meetings(writer, index, question)
    for entry in found[:MOST_LISTED]:
        when = time_in_words(entry.when.edtf) if entry.when else ""
        verb = "were" if len(at_table(entry)) > 1 else "was"
        writer.say(f"{capital(_who(entry))} {verb} at {occasion_in_words(entry)} {when}".rstrip() + ".", [entry])
    return _untold(writer, "Who led a delegation")


def answer_reason(writer: Writer, index: Index, question: Question) -> Verdict:
    """Why? A record keeps what happened and what was said, no reasons."""
    return _untold(writer, "Why something was done or not done")


def _meetings(writer: Writer, index: Index, question: Question) -> list[MeetingEntry]:
    """The meetings a question points at by a place, a name or a party; none by "the talks" alone."""
    if not (question.topic or question.parties or question.dates.days):
        return []
    found = occasions_of(writer.record, index, question, meetings_first=True)
    return [m for m in found if isinstance(m, MeetingEntry) and at_table(m)]


def _who(entry: MeetingEntry) -> str:
    return Names().all_of(at_table(entry))


def _untold(writer: Writer, what: str) -> Verdict:
    writer.say(f"{what} is not in the record: it keeps who met, when and where, what was agreed and what was said.")
    writer.say(read_in_words(writer.record))
    return "not_in_record"
