"""A question in ordinary words -> an answer with its citations."""

from __future__ import annotations

from collections.abc import Callable

from parley.answers.examples import examples_of
from parley.answers.index import Index
from parley.answers.indexing import index_of
from parley.answers.kinds.agreements import answer_agreed, answer_carried_out, answer_outcome
from parley.answers.kinds.meetings import (
    answer_attended,
    answer_count,
    answer_last,
    answer_mediated,
    answer_met,
)
from parley.answers.kinds.news import answer_conflicts, answer_known, answer_news
from parley.answers.kinds.statements import answer_position, answer_said
from parley.answers.kinds.untold import answer_began, answer_led, answer_reason, answer_signed
from parley.answers.phrasing import listed
from parley.answers.question import Question, understand
from parley.answers.reading import read_in_words
from parley.answers.text import Answer, Verdict, Writer
from parley.answers.wordings import Kind
from parley.model.record import Record

_ANSWERS: dict[Kind, Callable[[Writer, Index, Question], Verdict]] = {
    "met": answer_met,
    "last_met": answer_last,
    "first_met": answer_last,
    "count": answer_count,
    "attended": answer_attended,
    "mediated": answer_mediated,
    "agreed": answer_agreed,
    "outcome": answer_outcome,
    "carried_out": answer_carried_out,
    "said": answer_said,
    "position": answer_position,
    "conflicts": answer_conflicts,
    "news": answer_news,
    "known": answer_known,
    "signed": answer_signed,
    "began": answer_began,
    "led": answer_led,
    "reason": answer_reason,
}
# How an answer says it understood a kind of question: {who}, {about} and {when} are filled in where there.
_UNDERSTOOD: dict[Kind, str] = {
    "met": "Whether {who} met{when}{about}",
    "last_met": "When {who} last met{when}{about}",
    "first_met": "When {who} first met{when}{about}",
    "count": "How often {who} met or spoke{when}{about}",
    "attended": "Who took part{when}{about}{of}",
    "mediated": "Who mediated{about}{of}{when}",
    "agreed": "What was agreed{when}{about}{of}",
    "outcome": "What came of it{about}{of}{when}",
    "carried_out": "Which measures were carried out{about}{of}{when}",
    "said": "What {who} said{about}{when}",
    "position": "When the position of {who} changed{about}{when}",
    "conflicts": "Which accounts conflict{about}{of}{when}",
    "news": "What became known{when}{about}{of}",
    "known": "What was known{when}{about}{of}",
    "signed": "Who signed it{about}{of}{when}",
    "began": "When it began or ended{about}{of}{when}",
    "led": "Who led whom{about}{of}{when}",
    "reason": "Why{about}{of}{when}",
    "unknown": "Not understood",
}


def ask(record: Record, question: str) -> Answer:
    """The answer to a question, every sentence with its citations; absence and nonsense told as such."""
    index = index_of(record)
    asked = understand(question, index)
    writer = Writer(record)
    if asked.dates.bad:
        writer.say(f"“{asked.dates.bad}” is not a date of the calendar.")
        return writer.answer(asked.text, asked.kind, "A date that is none", "not_understood")
    if asked.kind == "unknown":
        writer.say(
            "The question was not understood. The record can tell who met whom, when, where and how often, "
            "who mediated, what was agreed and what came of it, who said what, whose position changed, which "
            f"accounts conflict, and what was new or known at a date. For example: {listed(examples_of(record))}."
        )
        return writer.answer(asked.text, "unknown", "Not understood", "not_understood")
    if asked.strangers and (asked.kind in ("met", "last_met", "first_met", "count") or not asked.parties):
        names = listed([f"“{w}”" for w in asked.strangers])
        writer.say(f"The record does not know {names}.")
        writer.say(read_in_words(record))
        return writer.answer(asked.text, asked.kind, understood(asked), "not_in_record")
    verdict = _ANSWERS[asked.kind](writer, index, asked)
    return writer.answer(asked.text, asked.kind, understood(asked), verdict)


def understood(question: Question) -> str:
    """How a question was read, in words."""
    people = [p.name for p in question.parties]
    topic = [w for w in question.subject.split() if w not in question.strangers]
    if question.kind in ("said", "position"):
        topic += [f"{'and ' if topic else ''}{listed(people[1:])}"] if people[1:] else []
        people = people[:1]
    who = listed([*people, *question.strangers])
    window = question.when
    pattern = _UNDERSTOOD[question.kind]
    return pattern.format(
        who=who or "somebody",
        of=f" of {who}" if who and not topic else f", with {who}" if who else "",
        about=f", concerning {' '.join(topic)}" if topic else "",
        when=f" {window}" if window else "",
    )
