"""Have they met, when last, how often; who was there, who mediated."""

from __future__ import annotations

from collections.abc import Sequence

from parley.answers.disputing import say_dispute
from parley.answers.held import Held, held_meetings
from parley.answers.index import Index
from parley.answers.naming import Names, at_table, mediators
from parley.answers.occasions import Occasion, occasion_in_words, occasions_of
from parley.answers.phrasing import capital, listed, number_word, time_in_words, times_in_words
from parley.answers.question import Question
from parley.answers.reading import read_in_words
from parley.answers.telling import meeting_sentence, say_agreed, say_others, say_outcomes, say_plans
from parley.answers.text import Verdict, Writer
from parley.answers.words import fold
from parley.model.party import Party
from parley.model.record import MeetingEntry

# A list of meetings in an answer stops here and says how many there are: the table of meetings has them all.
MOST_LISTED = 5
MOST_PLANS = 3


def answer_met(writer: Writer, index: Index, question: Question) -> Verdict:
    """Have X and Y met?"""
    if len(question.parties) < 2:
        return _partners(writer, index, question)
    held = _held(index, question)
    names = Names()
    if held.single:
        _say_held(writer, question.parties, held.single, names)
        _say_several(writer, question.parties, held.several, names)
    elif held.several:
        _say_several(writer, question.parties, held.several, names, lead="Yes:")
    else:
        _say_never(writer, index, question)
    _say_plans(writer, index, question, names, further=bool(held.single))
    return "answered" if held.single or held.several else "not_in_record"


def answer_last(writer: Writer, index: Index, question: Question) -> Verdict:
    """When did they last meet, and where? (Or first.)"""
    if len(question.parties) < 2:
        return _partners(writer, index, question)
    dated = [m for m in _held(index, question).single if m.days]
    names = Names()
    if not dated:
        return answer_met(writer, index, question)
    entry = dated[0] if question.kind == "first_met" else max(dated, key=lambda m: (m.days.last, m.id))  # type: ignore[union-attr]
    which = "first" if question.kind == "first_met" else "last"
    told = meeting_sentence(entry, question.parties, names)
    verb = "spoke by phone" if entry.form == "remote" else "met"
    writer.say(f"{told.replace(f' {verb} ', f' {which} {verb} ', 1)}.", [entry])
    say_others(writer, entry, question.parties, names)
    say_dispute(writer, entry)
    if entry.days and entry.days.days > 1:
        writer.say("No article read gives the exact day.")
    if not say_agreed(writer, entry):
        writer.say("What was agreed there is not in the record.")
    _say_plans(writer, index, question, names, further=True)
    return "answered"


def answer_count(writer: Writer, index: Index, question: Question) -> Verdict:
    """How many times did X and Y meet or speak?"""
    if len(question.parties) < 2:
        return _partners(writer, index, question)
    found = _held(index, question)
    held, several = found.single, found.several
    if not held:
        return answer_met(writer, index, question)
    names = Names()
    who = names.all_of(question.parties)
    calls = [m for m in held if m.form == "remote"]
    met = [m for m in held if m.form != "remote"]
    when = question.when
    least = "at least " if several else ""
    if met:
        writer.say(f"{who} met {least}{times_in_words(len(met))}{' ' + when if when else ''} in what was read.", met)
        _list(writer, met, "The meetings were", "The meeting was")
    if calls:
        writer.say(f"{'They also' if met else who} spoke by phone {least}{times_in_words(len(calls))}.", calls)
        _list(writer, calls, "The calls were", "The call was")
    if not met and question.contact == "any":
        writer.say("No meeting in person is in the record.")
    _say_several(writer, question.parties, several, names)
    return "answered"


def answer_attended(writer: Writer, index: Index, question: Question) -> Verdict:
    """Who was at X?"""
    return _of_meetings(writer, index, question, _say_attended)


def answer_mediated(writer: Writer, index: Index, question: Question) -> Verdict:
    """Who mediated X?"""
    return _of_meetings(writer, index, question, _say_mediated)


def _of_meetings(writer: Writer, index: Index, question: Question, say: object) -> Verdict:
    assert callable(say)
    found: list[Occasion] = occasions_of(writer.record, index, question, meetings_first=True)
    meetings = []
    for occasion in found:
        if not isinstance(occasion, MeetingEntry):
            at = writer.record.entry_by_id.get(occasion.meeting or "")
            occasion = at if isinstance(at, MeetingEntry) else occasion
        meetings.append(occasion)
    if not meetings:
        return say_no_occasion(writer, question)
    if say is _say_mediated:
        meetings = [m for m in meetings if mediators(m)] or meetings
    told = sum(bool(say(writer, occasion)) for occasion in meetings[:MOST_LISTED])
    return "answered" if told else "not_in_record"


def _say_attended(writer: Writer, occasion: Occasion) -> bool:
    table = at_table(occasion)
    verb = "were at" if len(table) > 1 else "was at"
    if table:
        writer.say(f"{capital(Names().all_of(table))} {verb} {_dated(occasion)}.", [occasion])
    brokers = mediators(occasion)
    if brokers:
        writer.say(f"It was brokered by {Names().all_of(brokers)}.", [occasion])
    return bool(table)


def _say_mediated(writer: Writer, occasion: Occasion) -> bool:
    brokers = mediators(occasion)
    if not brokers:
        writer.say(f"Who mediated {_dated(occasion)} is not in the record.", [occasion])
        return False
    verb = "were" if len(brokers) > 1 else "was"
    roles = {p.role for p in occasion.participants if p.role in ("mediator", "host")}
    noun = "host" if roles == {"host"} else "mediator"
    plural = "s" if len(brokers) > 1 else ""
    writer.say(f"{capital(Names().all_of(brokers))} {verb} the {noun}{plural} of {_dated(occasion)}.", [occasion])
    return True


def _dated(occasion: Occasion) -> str:
    when = time_in_words(occasion.when.edtf) if occasion.when else ""
    return f"{occasion_in_words(occasion)} {when}".strip()


def say_no_occasion(writer: Writer, question: Question) -> Verdict:
    """That nothing in the record fits what a question points at."""
    pointed = " ".join(dict.fromkeys([*(p.name for p in question.parties), *question.topic]))
    when = question.when
    about = f"“{pointed}”" if pointed else "that"
    writer.say(
        f"No meeting or agreement the question could mean by {about}{' ' + when if when else ''} is in the record."
    )
    writer.say(read_in_words(writer.record))
    return "not_in_record"


def _held(index: Index, question: Question) -> Held:
    places = [word for word in question.topic if word in index.places]
    return held_meetings(index, question.parties, question.contact, question.window, places)


def _say_held(writer: Writer, asked: Sequence[Party], held: Sequence[MeetingEntry], names: Names) -> None:
    if len(held) == 1:
        told = meeting_sentence(held[0], asked, names)
        writer.say(f"Yes, once: {told}.", held)
        say_others(writer, held[0], asked, names)
        say_dispute(writer, held[0])
        say_agreed(writer, held[0])
        say_outcomes(writer, held[0], names)
        return
    dated = [m for m in held if m.days]
    latest = max(dated, key=lambda m: (m.days.last, m.id)) if dated else held[-1]  # type: ignore[union-attr]
    told = meeting_sentence(latest, asked, names)
    writer.say(f"Yes, {times_in_words(len(held))} in what was read; most recently, {told}.", [latest])
    say_others(writer, latest, asked, names)
    say_dispute(writer, latest)
    say_agreed(writer, latest)
    say_outcomes(writer, latest, names)
    earlier = [m for m in held if m.id != latest.id]
    shown = earlier[-MOST_LISTED:]
    before = f"The {number_word(len(shown))} before that were" if len(earlier) > len(shown) else "The others were"
    _list(writer, shown, before, "The other meeting was")


def _list(writer: Writer, meetings: Sequence[MeetingEntry], many: str, one: str) -> None:
    """The meetings by place and date in one sentence, the most recent when there are many."""
    shown = list(meetings)[-MOST_LISTED:]
    told = []
    for meeting in shown:
        place = f"in {meeting.place.name}" if meeting.place else ""
        when = time_in_words(meeting.when.edtf) if meeting.when else ""
        told.append(f"{place} {when}".strip() or "one without a date")
    if not shown:
        return
    more = len(meetings) if len(meetings) > len(shown) else 0
    lead = f"The last {number_word(MOST_LISTED)} of them were" if more else many if len(shown) > 1 else one
    writer.say(f"{lead} {listed(told)}.", shown)


def _say_several(
    writer: Writer, asked: Sequence[Party], several: Sequence[MeetingEntry], names: Names, lead: str = ""
) -> None:
    for entry in several[:2]:
        when = time_in_words(entry.when.edtf) if entry.when else ""
        told = f"{lead} {names.all_of(asked)} are also said to have met several times {when}".strip()
        told = told.replace("are also said", "are said") if lead else told
        writer.say(f"{told.rstrip()}, without more being told of each occasion.", [entry])


def _say_plans(writer: Writer, index: Index, question: Question, names: Names, *, further: bool) -> None:
    """Meetings planned, possible or called off, the latest two; none that lies before the last one held."""
    meetings = index.meetings_of(question.parties)
    open_ones = [
        m
        for m in meetings
        if m.status != "happened"
        and (m.days is None or (question.window is None or bool(m.days and m.days.overlaps(question.window))))
    ]
    if question.window is not None:
        open_ones = [m for m in open_ones if m.days]
    held = [m.days.last for m in meetings if m.status == "happened" and not m.several and m.days]
    if held:
        open_ones = [m for m in open_ones if m.days is None or m.days.last >= max(held)]
    places = {word for word in question.topic if word in index.places}
    if places:
        open_ones = [m for m in open_ones if m.place and places & set(fold(m.place.name).split())]
    dated = [m for m in open_ones if m.days] or open_ones[-1:]
    say_plans(writer, dated[-MOST_PLANS:], question.parties, names, further=further)


def _say_never(writer: Writer, index: Index, question: Question) -> None:
    kind = {"remote": "call", "any": "meeting or call"}.get(question.contact, "meeting")
    when = question.when
    who = Names().all_of(question.parties)
    places = [word for word in question.topic if word in index.places]
    where = f" in {listed([capital(word) for word in places])}" if places else ""
    writer.say(f"No {kind} of {who}{where}{' ' + when if when else ''} is in the record.")
    writer.say(read_in_words(writer.record))
    held = [m for m in index.meetings_of(question.parties) if m.status == "happened" and not m.several]
    window = question.window
    calls = [m for m in held if m.form == "remote" and (window is None or bool(m.days and m.days.overlaps(window)))]
    if calls and question.contact in ("default", "in_person") and not places:
        writer.say(f"{capital(meeting_sentence(calls[-1], question.parties, Names()))}.", [calls[-1]])
    others = [m for m in held if m.form != "remote"] or held
    if others and others[-1] not in calls:
        told = meeting_sentence(others[-1], question.parties, Names())
        writer.say(f"Outside that, {told}." if when or where else f"{capital(told)}.", [others[-1]])


def _partners(writer: Writer, index: Index, question: Question) -> Verdict:
    """Whom X met, when the question names one party only."""
    if not question.parties:
        writer.say("The question names nobody the record knows.")
        writer.say(read_in_words(writer.record))
        return "not_in_record"
    if question.strangers or question.topic:
        unknown = listed([f"“{w}”" for w in question.strangers or question.subject.split()])
        writer.say(
            f"The record knows nobody called {unknown}, so no meeting with {question.parties[0].name} can be told."
        )
        writer.say(read_in_words(writer.record))
        return "not_in_record"
    held = _held(index, question).single
    if not held:
        _say_never(writer, index, question)
        return "not_in_record"
    names = Names()
    for entry in held[-MOST_LISTED:]:
        writer.say(f"{capital(meeting_sentence(entry, question.parties, names))}.", [entry])
    return "answered"
