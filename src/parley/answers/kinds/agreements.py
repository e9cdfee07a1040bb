"""What was agreed at X, what came of it, which measures were carried out."""

from __future__ import annotations

from functools import cache

from parley.answers.index import Index
from parley.answers.kinds.meetings import MOST_LISTED, say_no_occasion
from parley.answers.naming import Names
from parley.answers.occasions import Occasion, Yield, occasion_in_words, occasions_of, yield_of
from parley.answers.phrasing import MEASURES, capital, time_in_words
from parley.answers.question import Question
from parley.answers.telling import (
    measure_phrase,
    outcome_sentence,
    say_agreed,
    say_entry,
    say_outcomes,
    told_once,
)
from parley.answers.text import Verdict, Writer, outlet_in_prose
from parley.answers.topics import stem
from parley.answers.words import STOP_WORDS
from parley.model.record import AgreementEntry, OutcomeEntry

# An answer tells all that came of an agreement, unless it is very much.
MOST_OUTCOMES = 12


def _agreed(_: Occasion, found: Yield) -> bool:
    """Whether anything was agreed, not only asked for."""
    undertaken = [m for m in found.measures if m.status == "happened" and m.force not in ("demands", "encourages")]
    return bool(undertaken) or any(a.status == "happened" for a in found.agreements)


def _came_of_it(_: Occasion, found: Yield) -> bool:
    return bool(found.outcomes)


def answer_agreed(writer: Writer, index: Index, question: Question) -> Verdict:
    """What was agreed at X?"""
    told = 0
    found = occasions_of(writer.record, index, question, bringing=_agreed)
    for occasion in found[:MOST_LISTED]:
        if isinstance(occasion, AgreementEntry) and occasion.days:
            say_entry(writer, occasion, question.parties, Names())
        told += say_agreed(writer, occasion, lead=_lead(occasion))
    if not found:
        return say_no_occasion(writer, question)
    if not told:
        for occasion in found[:1]:
            writer.say(f"What was agreed at {_named(occasion)} is not in the record.", [occasion])
        return "not_in_record"
    return "answered"


def answer_outcome(writer: Writer, index: Index, question: Question) -> Verdict:
    """What came of X?"""
    told = 0
    found = [] if _only_measures(question) else occasions_of(writer.record, index, question, bringing=_came_of_it)
    for occasion in found[:MOST_LISTED]:
        told += say_outcomes(writer, occasion, most=MOST_OUTCOMES)
    if told:
        return "answered"
    loose = _outcomes_of_type(writer, question)
    for entry in loose:
        writer.say(outcome_sentence(entry), [entry])
    if loose:
        return "answered"
    if not found:
        return say_no_occasion(writer, question)
    writer.say(f"What came of {_named(found[0])} is not in the record.", [found[0]])
    return "not_in_record"


def answer_carried_out(writer: Writer, index: Index, question: Question) -> Verdict:
    """Which measures of X were carried out, and who says so?"""
    found = [] if _only_measures(question) else occasions_of(writer.record, index, question, bringing=_came_of_it)
    outcomes: list[OutcomeEntry] = []
    for occasion in found[:MOST_LISTED]:
        outcomes += [o for o in yield_of(writer.record, occasion).outcomes if o not in outcomes]
    outcomes = outcomes or _outcomes_of_type(writer, question)
    asked = _types_named(question)
    outcomes = [o for o in outcomes if o.of in asked] or outcomes
    for entry in told_once(writer.record, outcomes):
        outlets = _outlets(writer, entry)
        writer.say(f"{outcome_sentence(entry).rstrip('.')}; {outlets}.", [entry])
    told = {o.of for o in outcomes}
    untold = [
        m
        for occasion in found[:MOST_LISTED]
        for m in yield_of(writer.record, occasion).measures
        if m.status == "happened" and m.type not in told and m.type != "other" and (not asked or m.type in asked)
    ]
    for measure in untold[:MOST_LISTED]:
        writer.say(f"Whether {measure_phrase(measure, definite=True)} came about is not in the record.", [measure])
    if outcomes:
        return "answered"
    if not found:
        return say_no_occasion(writer, question)
    if not untold:
        writer.say(f"Which measures of {_named(found[0])} were carried out is not in the record.", [found[0]])
    return "not_in_record"


def _outlets(writer: Writer, entry: OutcomeEntry) -> str:
    names = dict.fromkeys(outlet_in_prose(a) for a in (writer.record.article_by_id[i] for i in entry.articles))
    shown = list(names)[:3]
    return f"so {' and '.join(shown)} {'report' if len(shown) > 1 else 'reports'}"


def _outcomes_of_type(writer: Writer, question: Question) -> list[OutcomeEntry]:
    """Outcomes of the measures a question names by their kind: "Was the ceasefire respected?"."""
    types = _types_named(question)
    return [
        o
        for o in writer.record.outcomes
        if o.of in types and (question.window is None or (o.days is not None and o.days.overlaps(question.window)))
    ][:MOST_LISTED]


def _types_named(question: Question) -> set[str]:
    """The kinds of measure whose words a question has, those with the most of them."""
    asked = {stem(w) for w in question.topic}
    fits = {t: len(words & asked) for t, words in _measure_words().items()}
    best = max(fits.values(), default=0)
    return {t for t, fit in fits.items() if fit and fit == best}


def _only_measures(question: Question) -> bool:
    """Whether a question points at nothing but a kind of measure."""
    known = {word for words in _measure_words().values() for word in words}
    return bool(question.topic) and not question.parties and {stem(w) for w in question.topic} <= known


@cache
def _measure_words() -> dict[str, frozenset[str]]:
    """The words of each kind of measure: "exchange", "prisoner"; small words left out."""
    return {
        t: frozenset(stem(w) for w in f"{phrase} {t.replace('_', ' ')}".split() if w not in STOP_WORDS)
        for t, (phrase, _) in MEASURES.items()
        if t != "other"
    }


def _named(occasion: Occasion) -> str:
    when = time_in_words(occasion.when.edtf) if occasion.when else ""
    return f"{occasion_in_words(occasion)} {when}".strip()


def _lead(occasion: Occasion) -> str:
    if occasion.kind == "agreement":
        return capital(occasion_in_words(occasion))
    return f"At {_named(occasion)}"
