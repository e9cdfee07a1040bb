"""The notation of the rule tables."""

from __future__ import annotations

import pytest

from parley.reading.times.patterns import Grammar, rule
from parley.reading.times.scan import scan


def match(pattern: str, text: str, at: int = 0):
    """The captures of the longest match of a pattern at a word, None when there is none."""
    grammar = Grammar(
        {"it": (rule(pattern, lambda **captures: captures),), "tens_of": (rule("<tens>", lambda tens: tens),)}
    )
    found = grammar.matches("it", scan(text), at, {})
    return max(found, default=None, key=lambda f: f[0])


@pytest.mark.parametrize(
    ("pattern", "text", "end", "captures"),
    [
        ("late|early <month>", "early May", 2, {"month": 5}),
        ("<month:m> <dom>?", "May 5", 2, {"m": 5, "dom": 5}),
        ("<month> <dom>?", "May came", 1, {"month": 5}),
        ("(the)? <month>", "the May", 2, {"month": 5}),
        ("( in | on <weekday> ) it", "on Monday it", 3, {"weekday": 1}),
        ("<month> [!came]", "May went", 1, {"month": 5}),
        ("<tens_of:n> years", "twenty years", 2, {"n": 20}),
    ],
)
def test_patterns_match(pattern, text, end, captures):
    assert match(pattern, text) == (end, captures)


@pytest.mark.parametrize(("pattern", "text"), [("<month> [!came]", "May came"), ("late <month>", "later May")])
def test_patterns_do_not_match(pattern, text):
    assert match(pattern, text) is None


def test_patterns_look_at_the_word_before():
    assert match("[in] <month>", "in May", at=1) == (2, {"month": 5})
    assert match("[in] <month>", "on May", at=1) is None


def test_patterns_with_an_empty_alternative_are_refused():
    with pytest.raises(ValueError, match="empty alternative"):
        rule("this|(the current) year", dict)


def test_patterns_of_a_phrase_that_begins_with_itself_are_refused():
    with pytest.raises(ValueError, match="begins with itself"):
        Grammar({"a": (rule("<a> b", dict),)})
