"""The lexicon of events: which verbs and nouns, with which objects, make which PLOVER type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

TYPES = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT""".split()
)
# What a rule says that only keeps other rules away.
NONE = "NONE"
# The class that every noun belongs to.
ANY = "*"
FRAMES = frozenset({"verb", "noun", "adjective"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One word of one line of the lexicon: the type and mode that it gives, and how surely.

    `classes` are the classes of object it needs (none: any object). A weak rule stands back behind any other event of
    the sentence.
    """

    code: str
    mode: str | None
    classes: frozenset[str] = frozenset()
    weak: bool = False


@dataclass(slots=True)
class Lexicon:
    """The lexicon in memory. Words of several parts are kept with single spaces between them."""

    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    nominal: dict[str, str] = field(default_factory=dict)
    verb: dict[str, list[Rule]] = field(default_factory=dict)
    noun: dict[str, Rule] = field(default_factory=dict)
    adjective: dict[str, Rule] = field(default_factory=dict)

    def classes_of(self, words: Iterable[str]) -> frozenset[str]:
        """The classes of noun that any of the given words belongs to."""
        found = {ANY}
        for word in words:
            found |= self._of_word.get(word, frozenset())
        return frozenset(found)

    _of_word: dict[str, frozenset[str]] = field(default_factory=dict)

    def index(self) -> None:
        """Prepares `classes_of`; called once the lexicon is complete."""
        of_word: dict[str, set[str]] = {}
        for name, words in self.classes.items():
            for word in words:
                of_word.setdefault(word, set()).add(name)
        self._of_word = {word: frozenset(names) for word, names in of_word.items()}


def words_of(text: str) -> Iterator[str]:
    """The comma-separated words of one line."""
    for word in text.split(","):
        if cleaned := " ".join(word.split()):
            yield cleaned


def read_lexicon(text: str) -> Lexicon:
    """The lexicon in a text of the format explained at the head of `lexicon.txt`.

    Raises:
        ValueError: a line is not of that format; the message has its number.
    """
    lexicon = Lexicon()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        head = parts[0].split()
        if len(parts) == 2 and head[0] == "class" and len(head) == 2:
            lexicon.classes[head[1]] = frozenset(words_of(parts[1]))
        elif len(parts) == 2 and head[0] == "light":
            lexicon.light = frozenset(words_of(parts[1]))
        elif len(parts) == 2 and head[0] == "through":
            lexicon.through = frozenset(words_of(parts[1]))
        elif len(parts) == 2 and head[0] == "nominal":
            lexicon.nominal = {noun: verb for noun, _, verb in (word.partition("=") for word in words_of(parts[1]))}
        elif len(parts) == 4 and parts[0] in TYPES | {NONE}:
            _add_rules(lexicon, number, *parts)
        else:
            raise ValueError(f"line {number} of the event lexicon is not 'TYPE | mode | frame | words': {line[:60]!r}")
    lexicon.index()
    return lexicon


def _add_rules(lexicon: Lexicon, number: int, code: str, mode: str, frame: str, words: str) -> None:
    kind, _, objects = frame.partition(">")
    classes = frozenset(words_of(objects))
    if kind.strip() not in FRAMES or not classes <= lexicon.classes.keys() | {ANY}:
        raise ValueError(f"line {number} of the event lexicon has an unknown frame or class: {frame!r}")
    for word in words_of(words):
        rule = Rule(code, None if mode == "-" else mode, classes, word.endswith("?"))
        key = word.rstrip("?")
        if kind.strip() == "verb":
            lexicon.verb.setdefault(key, []).append(rule)
        elif kind.strip() == "noun":
            lexicon.noun.setdefault(key, rule)
        else:
            lexicon.adjective.setdefault(key, rule)


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package, read once a process."""
    return read_lexicon(files("parley.claims.events").joinpath("lexicon.txt").read_text(encoding="utf-8"))
