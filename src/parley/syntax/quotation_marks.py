"""Quotation marks -> quoted stretches, paragraph by paragraph, with missing marks repaired.

A paragraph is a line of the text. Marks never pair across paragraphs, so one that is missing costs at most its own
paragraph; speech that runs on is put together afterwards: a stretch left open at the end of its paragraph continues
in the next when that begins with an opening mark (the custom of English print).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# Opening mark -> the marks that may close it.
PAIRS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "〝": "〞",
    "‘": "’",
    "‚": "‘’",
}
_SINGLE = frozenset("‘‚'")  # their closing mark is also the apostrophe
_MARKS = re.compile(r"\"|“|”|„|‟|«|»|‹|›|「|」|『|』|〝|〞|‘|’|‚|'{1,2}|``")
_LINE = re.compile(r"[^\r\n\x0b\x0c\u0085\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][)\]]*\s+")
# Words that begin with an apostrophe are not quoted: "the '90s", "'em", "'twas".
_ELIDED = re.compile(r"['’](?:\d0s?\b|em\b|til\b|twas\b|tis\b|cause\b|n\b|s\b|ll\b|re\b|ve\b|d\b)", re.IGNORECASE)
# A headline or an aside may run a single-quoted phrase this far; longer ones are apostrophes taken for marks.
_LONGEST_SINGLE = 1_500
# Characters without any mark between the first paragraph of a quoted message and its last: about two pages.
_LONGEST_MESSAGE = 6_000
# Quoted names have at most so many words; a word right before them that says something makes them speech.
_LONGEST_NAME = 4
_SAID = frozenset(
    "said says say replied answered shouted asked told added cried chanted called dubbed named titled entitled "
    "labelled labeled read reads reading as a an is was are were be word words".split()
)
# Speech in speech in speech is rare; a deeper pile of opening marks is a page that never closes them.
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """What stands between two marks: `start`, `end` with the marks, `inner_start`, `inner_end` without.

    `depth` is 0 for an outermost stretch, 1 and more for one inside another. `closed` is false when the closing mark
    is missing, `opened` when the opening one is. `paragraph` is the offset where its paragraph begins.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    opened: bool = True
    closed: bool = True
    paragraph: int = 0


def find_stretches(text: str) -> list[QuotedStretch]:
    """The quoted stretches of a text, sorted by start, nested ones after the one they stand in."""
    found = [s for line in _LINE.finditer(text) for s in _in_paragraph(text, line.start(), line.end())]
    return _over_paragraphs(text, sorted(found, key=lambda s: (s.start, -s.end)))


def speech_stretches(text: str) -> list[QuotedStretch]:
    """The quoted stretches that may be somebody's words: all but quoted names (the “Silk Road” forum)."""
    return [s for s in find_stretches(text) if not is_name(text, s)]


def is_name(text: str, stretch: QuotedStretch) -> bool:
    """Whether what stands between two marks is a name: a few words, all with capitals, amid a sentence."""
    inner = text[stretch.inner_start : stretch.inner_end]
    words = inner.split()
    if not (stretch.opened and stretch.closed and 0 < len(words) <= _LONGEST_NAME and inner[-1:].isalnum()):
        return False
    before = text[stretch.paragraph : stretch.start].rstrip()
    amid = before[-1:].isalnum() and before.split()[-1].lower() not in _SAID
    return amid and all(w[:1].isupper() and w[1:2].islower() for w in words)


def _over_paragraphs(text: str, stretches: list[QuotedStretch]) -> list[QuotedStretch]:
    """Puts together a stretch that opens in one paragraph and closes in a later one, with no marks between.

    Official messages are printed so. Straight marks are left alone: of them one that opens looks like one that closes.
    """
    made: list[QuotedStretch] = []
    for stretch in stretches:
        opener = made[-1] if made else None
        if (
            opener is not None
            and not opener.closed
            and not stretch.opened
            and text[opener.start] in PAIRS
            and stretch.start - opener.end <= _LONGEST_MESSAGE
            and not text[stretch.paragraph : stretch.start].strip()
        ):
            made[-1] = replace(opener, end=stretch.end, inner_end=stretch.inner_end, closed=True)
        else:
            made.append(stretch)
    return made


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of the lines of a text that are not blank."""
    for line in _LINE.finditer(text):
        if not line.group().isspace():
            yield line.span()


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    width: int


def _in_paragraph(text: str, begin: int, end: int) -> Iterator[QuotedStretch]:
    """Pairs the marks of one paragraph with a stack."""
    marks = [
        (m.start(), m.group())
        for m in _MARKS.finditer(text, begin, end)
        if m.group() not in ("'", "’", "‘") or _is_single_mark(text, m.start(), begin, end)
    ]
    closers_left = {c: sum(1 for _, m in marks if m == c) for c in ("”", "»", "›")}
    stack: list[_Open] = []
    last_end = begin
    for at, mark in marks:
        if mark in closers_left:
            closers_left[mark] -= 1
        match = _closes(stack, text, at, mark, begin, end)
        if match is not None:
            opener = stack[match]
            del stack[match:]  # marks opened inside and never closed are dropped with it
            last_end = at + len(mark)
            yield QuotedStretch(opener.at, last_end, opener.at + opener.width, at, depth=_depth(stack), paragraph=begin)
        elif len(stack) < _DEEPEST and _opens(stack, text, at, mark, begin, end):
            if stack and mark == stack[-1].mark and mark in ("“", "«") and closers_left[PAIRS[mark]] < len(stack) + 1:
                # The earlier one was never closed: it ends where this one begins.
                lost = stack.pop()
                yield _unclosed(lost, at, begin, _depth(stack))
            stack.append(_Open(mark, at, len(mark)))
        elif mark in ("”", "»") and not stack:
            if _looks_opening(text, at, begin) and not _looks_closing(text, at, end):
                stack.append(_Open({"”": "“", "»": "«"}[mark], at, 1))  # the wrong way round
                continue
            # With nothing quoted before it in the paragraph, it closes the paragraph; else its own sentence.
            start = begin if last_end == begin else _sentence_start(text, last_end, at)
            if start < at:
                yield QuotedStretch(start, at + 1, start, at, opened=False, paragraph=begin)
                last_end = at + 1
    outer = [o for o in stack if o.mark not in _SINGLE]
    if outer:
        yield _unclosed(outer[0], end, begin, 0)


def _unclosed(opener: _Open, end: int, paragraph: int, depth: int) -> QuotedStretch:
    return QuotedStretch(opener.at, end, opener.at + opener.width, end, depth=depth, closed=False, paragraph=paragraph)


def _depth(stack: list[_Open]) -> int:
    return len(stack)


def _closes(stack: list[_Open], text: str, at: int, mark: str, begin: int, end: int) -> int | None:
    """The place on the stack of the mark that this one closes, None when it closes none."""
    for place in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        opener = stack[place]
        if opener.at + opener.width >= at + len(mark) and mark != "''":
            continue
        if opener.mark in PAIRS:
            fits = mark in PAIRS[opener.mark]
            # Keyboards and editors mix them up: a straight mark or a second opening one, placed like a closing one.
            if opener.mark == "“" and mark in ('"', "“"):
                fits = _looks_closing(text, at, end)
        elif opener.mark == '"':
            inner = place == len(stack) - 1
            fits = (mark == '"' and (inner or not _looks_opening(text, at, begin))) or mark == "”"
        elif opener.mark == "'":
            fits = mark == "'" and not _looks_opening(text, at, begin)
        else:  # `` and ''
            fits = mark == "''"
        if fits and opener.mark in _SINGLE and at - opener.at > _LONGEST_SINGLE:
            fits = False
        if fits:
            return place
    return None


def _opens(stack: list[_Open], text: str, at: int, mark: str, begin: int, end: int) -> bool:
    if mark in ("”", "»", "›", "’", "」", "』", "〞"):
        return False
    if mark == "'":
        return _looks_opening(text, at, begin) and not any(o.mark == "'" for o in stack)
    if mark == '"':
        return not any(o.mark == '"' for o in stack) and not (_looks_closing(text, at, end) and at > begin)
    if mark == "''":
        return _looks_opening(text, at, begin) and not stack
    return True


def _looks_opening(text: str, at: int, begin: int) -> bool:
    return at == begin or text[at - 1].isspace() or text[at - 1] in "([{—–-/\"“«:‘'"


def _looks_closing(text: str, at: int, end: int) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1] if at else " "
    return not before.isspace() and (after.isspace() or after in ".,;:!?)]}—–\"”'’…")


def _is_single_mark(text: str, at: int, begin: int, end: int) -> bool:
    """Whether a single mark may be a quotation mark and not an apostrophe."""
    before = text[at - 1] if at > begin else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return False
    if _ELIDED.match(text, at) and not before.isalnum():
        return False
    if text[at] == "‘":
        return not after.isspace()
    # A plural's apostrophe ("the leaders' talks") looks like a closing mark: a stack that has no opening mark
    # ignores it, one that has is closed by it only after punctuation or before the end of a clause.
    if before == "s" and after == " ":
        return not (at + 2 < end and text[at + 2].islower())
    return True


def _sentence_start(text: str, begin: int, at: int) -> int:
    """Where the sentence that ends at `at` begins, not before `begin`: the place of a missing opening mark."""
    start = begin
    for match in _SENTENCE_END.finditer(text, begin, max(begin, at - 1)):
        start = match.end()
    while start < at and text[start].isspace():
        start += 1
    return start


def join_continued(stretches: list[QuotedStretch], text: str) -> list[list[QuotedStretch]]:
    """Outermost stretches grouped: each group is one speech, running over paragraphs where the first is left open."""
    groups: list[list[QuotedStretch]] = []
    for stretch in (s for s in stretches if s.depth == 0):
        previous = groups[-1][-1] if groups else None
        opens_paragraph = not text[stretch.paragraph : stretch.start].strip()
        if (
            previous is not None
            and not previous.closed
            and opens_paragraph
            and stretch.paragraph > previous.paragraph
            and not text[previous.end : stretch.paragraph].strip()
        ):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return groups


def trimmed(text: str, stretch: QuotedStretch) -> QuotedStretch:
    """The stretch with blanks inside its marks left out."""
    start, end = stretch.inner_start, stretch.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(stretch, inner_start=start, inner_end=end)
