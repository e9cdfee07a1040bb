"""What was said, told in sentences."""

from __future__ import annotations

import re

from parley.answers.naming import Names
from parley.answers.phrasing import capital, time_in_words
from parley.answers.text import Writer, outlet_of
from parley.model.record import StatementEntry

# Whom a quotation may be said to be told to: a name, or words with an article, not too long.
_ADDRESSEE = re.compile(r"(?=.{2,40}$)(?:the |a |his |her |their |reporters|journalists|lawmakers|[A-Z])")

# First words after which "said that" cannot stand.
_NO_CLAUSE = frozenset(
    """that to whether how why what when where who which of on for about against with and but or by as if because while
    after before""".split()
)

_FIRST_PERSON = frozenset("i we my our you mr mrs ms dear".split())
_OPENERS = frozenset("that to which who whom whose when where if for with about as because while".split())

_FINITE = frozenset(
    """is are was were am will would shall should can could may might must has have had do does did""".split()
)

_FULL_VERBS = frozenset("want wants wanted need needs hope hopes believe think know thank support call demand".split())

# Quotations longer than this are cut at a word: a background piece quotes sentences, not speeches.
LONGEST_QUOTE = 280


def statement_sentence(entry: StatementEntry, names: Names) -> str:
    """`On 9 December 2019 Putin said: “important step”.`"""
    who = names.all_of(entry.parties("speaker")) or entry.attributed_to or "A speaker"
    when = time_in_words(entry.when.edtf) if entry.when and entry.days else ""
    quote = _cut(_unquoted(" ".join(entry.quote.split())))
    lead = f"{capital(when)}, {who}" if when else who
    to = f" told {entry.addressee}" if entry.addressee and _ADDRESSEE.match(entry.addressee) else " said"
    if entry.direct:
        ending = "" if re.search(r"[.!?…][\"”“’']?$", quote) else "."
        if not has_verb(quote) and quote[-1:] not in "!?":
            return f"{lead} spoke of “{quote.rstrip('.,')}”."
        return f"{lead}{to}: “{quote.rstrip(',')}{ending}”"
    quote = re.sub(r"^that\s+", "", quote).rstrip(".,; ")
    return f"{lead} {_indirect(quote)}{'' if quote.endswith('…') else '.'}"


def report_sentence(entry: StatementEntry, outlet: str, sentence: str) -> str:
    """`Harbour Wire reported: “Putin called the talks an important step.”`, for words no sentence can be made of."""
    words = _cut(" ".join(sentence.split()))
    return f"{outlet} reported: “{words}{'' if words[-1:] in '.!?…”' else '.'}”"


def has_verb(quote: str) -> bool:
    """Whether some words have a finite verb, as far as words tell."""
    words = [w.lower() for w in re.findall(r"[\w’']+", quote)]
    return any(_is_finite(w) for w in words) or any(w in _FULL_VERBS for w in words)


def is_clause(quote: str) -> bool:
    """Whether "said that" can stand before some words: a subject, then a finite verb, as far as words tell.

    The first auxiliary must come before any word that opens a clause or phrase of its own: "hope that it would" and
    "readiness to go on if it is" are none.
    """
    words = [w.lower() for w in re.findall(r"[\w’']+", quote)]
    for position, word in enumerate(words):
        if word in _FIRST_PERSON and position == 0:
            return False  # words as spoken, only their marks were lost
        if word in (_OPENERS if position else _NO_CLAUSE):
            return False
        if _is_finite(word):
            return position > 0
    return False


def _is_finite(word: str) -> bool:
    return word in _FINITE or word.endswith(("n't", "n’t", "'re", "’re", "'ll", "’ll"))


def _unquoted(quote: str) -> str:
    """A quotation without the marks around it; marks within it stay, in single form when they stand alone."""
    inner = quote.strip('“”" ')
    return inner if not set('“”"') & set(inner) else quote.strip()


def _indirect(quote: str) -> str:
    first = quote.split(" ", 1)[0].lower()
    if first in (
        "it",
        "they",
        "he",
        "she",
        "the",
        "a",
        "an",
        "this",
        "these",
        "there",
        "its",
        "their",
        "his",
        "her",
        "no",
    ):
        return f"said that {quote[0].lower()}{quote[1:]}"
    return f"said that {quote}"


def say_statement(writer: Writer, entry: StatementEntry, names: Names) -> None:
    """One sentence about something said."""
    if not entry.quote.strip():
        return
    if is_clause(entry.quote) or (entry.direct and len(entry.quote.split()) >= 4):
        writer.say(statement_sentence(entry, names), [entry])
        return
    article, _, evidence = writer.record.evidence(entry)[0]
    if (article.id, evidence.start, evidence.end) in writer.citations:
        return  # told of already, by another part of the same sentence
    outlet = outlet_of(article)
    writer.say(report_sentence(entry, outlet, evidence.text), [entry], entry.claims[:1])


def _cut(quote: str) -> str:
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
