"""What is on the page but not the article: share prompts, lists of other headlines, bylines, captions, footers.

Everything is decided line by line, by the tables in `boilerplate.toml`, since that is how newsrooms set these things.
A line of prose is never boilerplate: a pattern speaks for a whole line, or for a heading that stands alone on its line
and the lines below it that are headlines or tags rather than sentences.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


def _load() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("boilerplate.toml").read_text(encoding="utf-8"))


def _any_of(patterns: Iterable[str], pieces: dict[str, str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    for name, piece in pieces.items():
        joined = joined.replace(f"{{{name}}}", piece)
    return re.compile(joined, re.IGNORECASE)


_TABLES = _load()
_LIST_HEADINGS = frozenset(_TABLES["list_headings"])
_FOOTER_LINES = _any_of(_TABLES["footer_lines"], {})
_FOOTER_TAGS = frozenset(_TABLES["footer_tags"])
_WHOLE_LINES = _any_of((p for patterns in _TABLES["lines"].values() for p in patterns), _TABLES["pieces"])
_BYLINE_WORDS = frozenset(_TABLES["byline_words"])
_BYLINE = re.compile(r"by:? (?P<names>[^.!?;:\"“”]{3,90})", re.IGNORECASE)

# Lists and lines of these kinds are short. A line this long that ends a sentence is prose, whatever it begins with.
# The longest headline in the development articles has 118 characters.
HEADLINE_CHARACTERS = 160
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_SENTENCES = re.compile(r"[.!?][\"”’')\]]*\s+[\"“‘(]?[A-Z]")
# A headline among others: begins with a capital or a quotation mark, has four words, and ends in no mark. Points of a
# list carry marks and are not taken for headlines.
_HEADLINE = re.compile(r"[\"“‘'(]?[A-Z]\S*(?: \S+){3,24}(?<![.:;,!])")
# Two lines may be a signature and a place.
_FEWEST_HEADLINES = 3
# A title stands first, or under a rubric and a date.
_TITLE_LINES = 4
# Web pages add the outlet to their title: "Talks resume | The Courier".
_OUTLET_AFTER = re.compile(r" [|·»–—-] \S")
_LIST_MARK = re.compile(r"[#>*+•·–—_-]+\s*|\d+[.)]\s+")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_IMAGE_OR_LINK = re.compile(r"!\[[^\]]*\]\([^)\s]*[^)]*\)|<?https?://\S+>?|\[[^\]]{0,200}\]\(https?://[^)\s]+\)")
# No front matter in use comes near a hundred lines; the bound keeps a stray rule from costing time.
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\r?\n){0,100}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
# What people write above a text they saved, before an empty line. Other names would take the first words of a story
# ("Geneva: the talks ...") for data.
HEAD_FIELDS = (
    "title",
    "headline",
    "published",
    "date",
    "publisher",
    "source",
    "outlet",
    "url",
    "link",
    "language",
    "id",
)
_PLAIN_HEAD = re.compile(
    rf"\ufeff?(?:[ \t]*(?:{'|'.join(HEAD_FIELDS)})[ \t]*:[^\r\n]*(?:\r?\n|$))+(?=\s*(?:\r?\n|$))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    bare: str  # lower case, without list and heading marks

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as prose rather than as a headline or a tag."""
        return len(self.text) > HEADLINE_CHARACTERS or bool(
            (self.text.endswith((".", '."', ".”", ".'", ".’")) and len(self.text.split()) > 3)
            or _SENTENCES.search(self.text)
        )


def find_boilerplate(text: str, title: str | None = None) -> tuple[tuple[int, int], ...]:
    """The stretches `(start, end)` of a text that are on the page but not the article, sorted, never overlapping.

    The title, where it is repeated above the story, is among them: what it says the story says too, and fully.
    """
    front = front_matter_end(text)
    lines = [line for line in _lines(text) if line.start >= front]
    marked = _footer(lines) | _repeated_title(lines, title) | _last_headlines(lines)
    open_list = False
    for number, line in enumerate(lines):
        if number in marked:
            open_list = False
        elif line.bare in _LIST_HEADINGS and _may_open_list(lines, number):
            marked.add(number)
            open_list = True
        elif (open_list and not line.is_sentence) or _is_furniture(line, number, len(lines)):
            marked.add(number)
        else:
            open_list = False
    stretches = [(0, front)] if front else []
    for number in sorted(marked):
        line = lines[number]
        if number - 1 in marked and stretches:
            stretches[-1] = (stretches[-1][0], line.end)
        else:
            stretches.append((line.start, line.end))
    return tuple(stretches)


def front_matter_end(text: str) -> int:
    """Where the data at the head of a text end, 0 when it has none: a YAML head, or plain lines `Title: ...`."""
    yaml = text.startswith(("---", "\ufeff---"))
    match = (_FRONT_MATTER if yaml else _PLAIN_HEAD).match(text)
    return (match.end() if yaml else len(match.group().rstrip())) if match else 0


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            bare = _without_markup(stripped).lower().replace("’", "'")
            found.append(_Line(start, start + len(stripped), stripped, bare))
    return found


def _without_markup(line: str) -> str:
    """A line without list numbers, heading and emphasis marks."""
    mark = _LIST_MARK.match(line)
    return line[mark.end() if mark else 0 :].strip(" \t*_#:|»>")


def _repeated_title(lines: list[_Line], title: str | None) -> set[int]:
    """The number of the line that repeats the title above the story; a title that is a sentence may be the story."""
    wanted = _spaced(title or "")
    for number, line in enumerate(lines[:_TITLE_LINES]):
        said = _spaced(_without_markup(line.text))
        named = wanted == said or _OUTLET_AFTER.match(wanted.removeprefix(said))
        if said and named and wanted.startswith(said) and number + 1 < len(lines) and not said.endswith("."):
            return {number}
    return set()


def _last_headlines(lines: list[_Line]) -> set[int]:
    """The lines of other headlines below the last sentence: three and more, that no line with a colon leads to."""
    furniture, found = set(), set()
    first = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        if _is_furniture(lines[number], number, len(lines)):
            furniture.add(number)
        elif _HEADLINE.fullmatch(lines[number].text) and not lines[number].is_sentence:
            found.add(number)
        else:
            break
        first = number
    introduced = first == 0 or lines[first - 1].text.endswith((":", ",", ";"))
    return found | furniture if len(found) >= _FEWEST_HEADLINES and not introduced else set()


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split()).strip("*_# ")


def _is_furniture(line: _Line, number: int, count: int) -> bool:
    plain = _without_markup(line.text)
    if not plain:
        return False
    if _IMAGE_OR_LINK.fullmatch(plain) or _WHOLE_LINES.fullmatch(plain):
        return True
    # Bylines stand at the head or the foot of an article.
    return (number < 8 or number >= count - 4) and _is_byline(plain)


def _is_byline(line: str) -> bool:
    match = _BYLINE.fullmatch(line)
    if not match:
        return False
    words = re.findall(r"[^\s,/|&]+", match["names"])
    names = [word for word in words if word.lower() not in _BYLINE_WORDS]
    return len(words) <= 12 and all(word[0].isupper() for word in names) and (len(words) > 1 or words[0].isupper())


def _may_open_list(lines: list[_Line], number: int) -> bool:
    """A heading opens a list when what follows is a headline, a tag or nothing."""
    return number + 1 == len(lines) or not lines[number + 1].is_sentence


def _footer(lines: list[_Line]) -> set[int]:
    """The lines of an official site's footer, with the tags above it; nothing when there is no footer."""
    first = next(
        (n for n, line in enumerate(lines) if n >= len(lines) // 4 and _FOOTER_LINES.fullmatch(line.text)), None
    )
    if first is None or sum(bool(_FOOTER_LINES.fullmatch(line.text)) for line in lines[first:]) < 2:
        return set()
    top = first
    for number in range(first - 1, -1, -1):
        if lines[number].is_sentence or _SENTENCE_END.search(lines[number].text):
            break
        if lines[number].bare in _FOOTER_TAGS:
            top = number
    return set(range(top, len(lines)))
