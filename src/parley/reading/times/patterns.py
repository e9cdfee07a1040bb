"""The notation of the rule tables, and the matcher for it.

A pattern is a row of elements separated by blanks:

    month            the word itself
    late|early       one of several words
    -                a hyphen or, as the scanner calls a hyphen between blanks, a dash
    <month>          a word that reads as a month; its value is captured under that name
    <number:n>       the same, captured under another name
    x?               x or nothing
    ( a b | c )      a group with alternatives; ( ... )? for an optional one
    [in since]       context: the word before (or, at the end of a row, after) is one of these; not part of the match
    [!in since]      context: it is none of these

    [!<name>]        ... or of a category; `<name>` is any word with a capital that reads as nothing else

`<...>` names a category of single words (see `scan`) or a phrase, a named set of patterns of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.reading.times.scan import Word

Captures = dict[str, Any]
Make = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Literal:
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Category:
    name: str
    capture: str


@dataclass(frozen=True, slots=True)
class Group:
    alternatives: tuple[tuple[Element, ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    words: frozenset[str]
    negated: bool
    categories: frozenset[str]


Element = Literal | Category | Group | Context


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what makes a meaning of its captures (called with them as keyword arguments)."""

    before: tuple[Context, ...]
    elements: tuple[Element, ...]
    after: tuple[Context, ...]
    make: Make


def rule(pattern: str, make: Make, **fixed: Any) -> Rule:
    """A rule; `fixed` are passed to `make` with the captures."""
    tokens = pattern.replace("(", " ( ").replace(")?", " )? ").replace(")", " ) ").replace(") ?", ")?").split()
    elements, rest = _sequence(tokens)
    if rest:
        raise ValueError(f"pattern {pattern!r}: {' '.join(rest)!r} is left over")
    before: list[Context] = []
    after: list[Context] = []
    core = list(elements[0])
    if len(elements) > 1:
        core = [Group(elements)]
    while core and isinstance(first := core[0], Context):
        before.append(first)
        del core[0]
    while core and isinstance(last := core[-1], Context):
        after.insert(0, last)
        del core[-1]
    return Rule(tuple(before), tuple(core), tuple(after), (lambda **c: make(**{**fixed, **c})) if fixed else make)


def _sequence(tokens: list[str]) -> tuple[tuple[tuple[Element, ...], ...], list[str]]:
    """The alternatives up to a closing bracket or the end, and what follows."""
    alternatives: list[tuple[Element, ...]] = []
    row: list[Element] = []
    while tokens:
        token, tokens = tokens[0], tokens[1:]
        if token in (")", ")?"):
            tokens = [token, *tokens]
            break
        if token == "|":
            alternatives.append(tuple(row))
            row = []
        elif token == "(":
            inner, tokens = _sequence(tokens)
            row.append(Group(inner, optional=tokens[0] == ")?"))
            tokens = tokens[1:]
        elif token.startswith("["):
            words = [token]
            while not words[-1].endswith("]"):
                words.append(tokens[0])
                tokens = tokens[1:]
            inside = " ".join(words)[1:-1]
            negated = inside.startswith("!")
            names = inside.lstrip("!").split()
            row.append(
                Context(
                    frozenset(n for n in names if not n.startswith("<")),
                    negated,
                    frozenset(n[1:-1] for n in names if n.startswith("<")),
                )
            )
        else:
            row.append(_element(token))
    alternatives.append(tuple(row))
    return tuple(alternatives), tokens


def _element(token: str) -> Element:
    optional = token.endswith("?") and len(token) > 1
    token = token.removesuffix("?") if optional else token
    if token != "|" and "" in token.split("|"):
        raise ValueError(f"{token!r} has an empty alternative; put alternatives of several words in a group")
    element: Element
    if token.startswith("<"):
        name, _, capture = token[1:-1].partition(":")
        element = Category(name, capture or name)
    else:
        words = frozenset(token.split("|"))
        element = Literal(words | {"–"} if "-" in words else words)
    return Group(((element,),), optional=True) if optional else element


class Grammar:
    """Rules by the phrase they make. Matching one phrase at one place is done once and remembered for a text.

    `literals` are the words the rules name themselves.
    """

    def __init__(self, phrases: Mapping[str, Sequence[Rule]]) -> None:
        self._phrases = phrases
        self._first: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._index: dict[str, tuple[dict[str, list[int]], dict[str, list[int]]]] = {}
        for name in phrases:
            by_word: dict[str, list[int]] = {}
            by_category: dict[str, list[int]] = {}
            for number, row in enumerate(phrases[name]):
                words, categories = self._firsts(row.elements, (name,))
                for word in words:
                    by_word.setdefault(word, []).append(number)
                for category in categories:
                    by_category.setdefault(category, []).append(number)
            self._index[name] = by_word, by_category
        self.literals = frozenset(w for rows in phrases.values() for row in rows for w in _literals(row.elements))

    def _firsts(self, elements: Sequence[Element], path: tuple[str, ...]) -> tuple[set[str], set[str]]:
        """The words and word categories a row can begin with."""
        words: set[str] = set()
        categories: set[str] = set()
        for element in elements:
            if isinstance(element, Literal):
                words |= element.words
                break
            if isinstance(element, Category):
                if element.name not in self._phrases:
                    categories.add(element.name)
                elif element.name not in path:
                    for row in self._phrases[element.name]:
                        w, c = self._firsts(row.elements, (*path, element.name))
                        words |= w
                        categories |= c
                else:
                    raise ValueError(f"phrase {element.name!r} begins with itself")
                break
            if isinstance(element, Group):
                for alternative in element.alternatives:
                    w, c = self._firsts(alternative, path)
                    words |= w
                    categories |= c
                if not element.optional:
                    break
        return words, categories

    def matches(self, name: str, words: Sequence[Word], at: int, memo: dict[Any, Any]) -> list[tuple[int, Any]]:
        """All ways phrase `name` matches at a place: (place after it, meaning), the first rule of the table first."""
        key = (name, at)
        found: list[tuple[int, Any]] | None = memo.get(key)
        if found is None:
            found = memo[key] = list(self._match_phrase(name, words, at, memo))
        return found

    def _match_phrase(
        self, name: str, words: Sequence[Word], at: int, memo: dict[Any, Any]
    ) -> Iterator[tuple[int, Any]]:
        if at >= len(words):
            return
        word = words[at]
        by_word, by_category = self._index[name]
        numbers = by_word.get(word.low)
        if word.reads:
            candidates = set(numbers or ())
            for category in word.reads:
                candidates.update(by_category.get(category, ()))
            numbers = sorted(candidates)
        if not numbers:
            return
        rules = self._phrases[name]
        for number in numbers:
            row = rules[number]
            if not all(_holds(c, words, at - 1) for c in row.before):
                continue
            for end, captures in self._match(row.elements, 0, words, at, memo, {}):
                if all(_holds(c, words, end) for c in row.after):
                    meaning = row.make(**captures)
                    if meaning is not None:
                        yield end, meaning

    def _match(
        self, row: Sequence[Element], place: int, words: Sequence[Word], at: int, memo: dict[Any, Any], got: Captures
    ) -> Iterator[tuple[int, Captures]]:
        if place == len(row):
            yield at, got
            return
        element = row[place]
        if isinstance(element, Group):
            for alternative in element.alternatives:
                for end, captured in self._match(alternative, 0, words, at, memo, got):
                    yield from self._match(row, place + 1, words, end, memo, captured)
            if element.optional:
                yield from self._match(row, place + 1, words, at, memo, got)
            return
        if isinstance(element, Context):
            if _holds(element, words, at - 1):
                yield from self._match(row, place + 1, words, at, memo, got)
            return
        if at >= len(words):
            return
        word = words[at]
        if isinstance(element, Literal):
            if word.low in element.words:
                yield from self._match(row, place + 1, words, at + 1, memo, got)
        elif element.name in self._phrases:
            for end, meaning in self.matches(element.name, words, at, memo):
                yield from self._match(row, place + 1, words, end, memo, {**got, element.capture: meaning})
        elif element.name in word.reads:
            value = word.reads[element.name]
            yield from self._match(row, place + 1, words, at + 1, memo, {**got, element.capture: value})


def _literals(elements: Sequence[Element]) -> Iterator[str]:
    for element in elements:
        if isinstance(element, Literal):
            yield from element.words
        elif isinstance(element, Group):
            for alternative in element.alternatives:
                yield from _literals(alternative)


def _holds(context: Context, words: Sequence[Word], at: int) -> bool:
    if not 0 <= at < len(words):
        return context.negated
    word = words[at]
    inside = word.low in context.words or any(c in word.reads for c in context.categories)
    if not inside and "name" in context.categories:
        inside = word.capital and not word.reads
    return inside != context.negated
