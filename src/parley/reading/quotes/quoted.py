"""Quoted stretches -> the attributions they belong to.

A stretch finds its cue after it ('"...," he said'), before it ('he said: "..."'), in the words it stands among ('called
it "a step"'), or, having none, continues the speech before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Attribution, Range, stripped
from parley.reading.quotes.cues import cue_range
from parley.reading.quotes.sources import quoted_saying, source_of, source_of_passive, source_range
from parley.syntax.clauses import is_passive
from parley.syntax.quotation_marks import QuotedStretch
from parley.syntax.speech import cue_lemma, verb_cues
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A cue clause beside a quotation is short; the longest appositions in news fit.
_WINDOW = 40
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SENTENCE_ENDS = frozenset(".!?")
# A stretch shorter than this many words without any cue is a name or a scare quote, not speech.
_SPEECH_WORDS = 5
# A clause after a quotation that begins so tells of something else than who speaks.
_NO_CUE_CLAUSE = frozenset("and but as because when while if although though since so after before despite".split())
_SMALL_WORDS = frozenset("that , : - – — also then later again".split())


@dataclass(slots=True)
class _Group:
    """The stretches of one speech as token ranges, marks left out."""

    ranges: list[Range]
    first: int
    last: int
    paragraph: int
    stretches: list[QuotedStretch]


def attach_quoted(
    doc: Doc,
    groups: list[list[QuotedStretch]],
    quoted: bytearray,
    by_parse: list[Attribution],
    going_on: dict[int, Token],
) -> list[Attribution]:
    """All attributions: those by parse, with the quoted stretches added to them or given attributions of their own.

    `going_on` tells of verbs whose subject is that of another ("and added").
    """
    by_cue: dict[int, list[Attribution]] = {}
    for parsed in by_parse:
        for i in range(*parsed.cue):
            by_cue.setdefault(i, []).append(parsed)
    covering = _covering(doc, by_parse)
    result = list(by_parse)
    previous: tuple[_Group, Attribution] | None = None
    for group in _untangled(doc, _as_tokens(doc, groups), quoted):
        attribution = _cue_after(doc, group, quoted, by_cue, result, previous)
        if attribution is None:
            attribution = _continued(doc, group, previous)
        if attribution is None:
            attribution = _cue_before(doc, group, quoted, by_cue, result, going_on)
        if attribution is None:
            absorbed = [a for i in {group.first, group.last - 1} for a in covering.get(i, ())]
            for covering_one in absorbed:
                _absorb(covering_one, group)
            attribution = absorbed[-1] if absorbed else _cueless(doc, group, quoted, result, previous)
        if attribution is not None:
            previous = (group, attribution)
    return result


def _as_tokens(doc: Doc, groups: list[list[QuotedStretch]]) -> list[_Group]:
    made = []
    for stretches in groups:
        ranges = []
        for stretch in stretches:
            span = doc.char_span(stretch.inner_start, stretch.inner_end, alignment_mode="expand")
            whole = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
            if span is not None and whole is not None and span.start < span.end:
                ranges.append((span.start, span.end))
        if ranges:
            first = doc.char_span(stretches[0].start, stretches[0].end, alignment_mode="expand")
            last = doc.char_span(stretches[-1].start, stretches[-1].end, alignment_mode="expand")
            if first is not None and last is not None:
                made.append(_Group(ranges, first.start, last.end, stretches[0].paragraph, stretches))
    return made


def _untangled(doc: Doc, groups: list[_Group], quoted: bytearray) -> Iterator[_Group]:
    """The groups, one that has a speaker before it and another after it taken apart: a mark is missing in it."""
    for group in groups:
        if len(group.ranges) > 1 and _has_cue_before(doc, group, quoted):
            window = _window_after(doc, group, quoted)
            if window is not None and _cue_verb(doc, window) is not None:
                tail = _Group(
                    group.ranges[-1:],
                    group.ranges[-1][0] - 1,
                    group.last,
                    group.stretches[-1].paragraph,
                    group.stretches[-1:],
                )
                yield _Group(group.ranges[:-1], group.first, group.ranges[-2][1], group.paragraph, group.stretches[:-1])
                yield tail
                continue
        yield group


def _has_cue_before(doc: Doc, group: _Group, quoted: bytearray) -> bool:
    window = _window_before(doc, group, quoted)
    if window is None:
        return False
    return any(
        t.tag_ in _FINITE and (c := verb_cues().get(cue_lemma(t))) is not None and "quote" in c.frames
        for t in doc[window[0] : window[1]]
    )


def _covering(doc: Doc, attributions: list[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions whose content covers each token; those that span half a sentence count for each token once."""
    covering: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        for first, last in attribution.content:
            for i in range(first, min(last, first + 200)):
                covering.setdefault(i, []).append(attribution)
    return covering


def _absorb(attribution: Attribution, group: _Group) -> None:
    """Lets the content of an attribution reach to the end of a stretch it runs into."""
    content = attribution.content
    whole = (group.first, group.last)
    if len(group.ranges) == 1:
        for k, (first, last) in enumerate(content):
            if first < whole[1] and whole[0] < last:
                merged = (min(first, whole[0]), max(last, whole[1]))
                if merged[0] <= attribution.cue[0] < merged[1]:
                    continue
                content[k] = merged
        words = sum(last - first for first, last in content)
        if words <= whole[1] - whole[0] and all(whole[0] <= f and e <= whole[1] for f, e in content):
            attribution.quoted = True


# After ----------------------------------------------------------------------------------------------------------


def _cue_after(
    doc: Doc,
    group: _Group,
    quoted: bytearray,
    by_cue: dict[int, list[Attribution]],
    result: list[Attribution],
    previous: tuple[_Group, Attribution] | None,
) -> Attribution | None:
    """The attribution whose cue clause follows a stretch."""
    window = _window_after(doc, group, quoted)
    if window is None:
        return None
    verb = _cue_verb(doc, window)
    if verb is None:
        return None
    source, head = _source_beside(doc, verb, window)
    if source is None:
        return None
    content = [(group.ranges[0][0], group.ranges[0][1]), *group.ranges[1:]]
    prefix = _prefix(doc, group, quoted)
    if prefix is not None and any(r[0] > verb.i for a in by_cue.get(verb.i, ()) for r in a.content):
        return None  # a title or a phrase before a cue that has its content after it
    is_direct = prefix is None
    if prefix is not None:
        content[0] = (prefix, content[0][1])
    if previous is not None and previous[1].cue == cue_range(verb):
        previous[1].content.extend(content)
        return previous[1]
    return _settle(Attribution(cue_range(verb), source, head, content, quoted=is_direct), verb, by_cue, result)


def _window_after(doc: Doc, group: _Group, quoted: bytearray) -> Range | None:
    text = text_of(doc)
    stretch = group.stretches[-1]
    if not stretch.closed:
        return None
    first = group.last
    end = len(doc)
    ended = text[stretch.inner_start : stretch.inner_end].rstrip()[-1:]
    joined = ended in ",?!…—–-'’”\"" or (first < end and doc[first].text in (",", "—", "–", "-"))
    if not joined or first >= end:
        return None
    while first < end and doc[first].text in (",", "—", "–", "-"):
        first += 1
    last = first
    while last < end and last - first < _WINDOW:
        token = doc[last]
        if quoted[last] or (token.is_space and "\n" in token.text) or token.text in _SENTENCE_ENDS:
            break
        last += 1
    return (first, last) if last > first else None


def _cue_verb(doc: Doc, window: Range) -> Token | None:
    """The verb of a cue clause that stands at the head of a window: "said X", "X said", "X, who ..., said"."""
    first, last = window
    relative = False
    clauses = 0  # verbs met inside a relative clause: one is enough, the next is the cue
    for i in range(first, last):
        token = doc[i]
        if token.lower_ in ("who", "which", "whose") or (token.lower_ == "that" and i > first):
            relative = True
        if token.text == "," and relative and i + 1 < last and doc[i + 1].tag_ in _FINITE:
            relative = False
        if token.text in (";", ":") and i > first:
            return None
        if token.lower_ in _NO_CUE_CLAUSE and i == first:
            return None
        if token.pos_ in ("VERB", "AUX") and token.tag_ in _FINITE | {"VBN", "VB"}:
            cue = verb_cues().get(cue_lemma(token))
            speaks = cue is not None and ("quote" in cue.frames or cue.kind == "say")
            if speaks and (not relative or doc[i - 1].text == "," or clauses):
                return token
            clauses += token.tag_ in _FINITE
            if relative or token.tag_ not in _FINITE or token.pos_ == "AUX":
                continue
            # Any verb will do where nothing but a short subject stands beside it: '"No," the envoy shrugged'.
            return token if i - first <= 6 and token.lemma_ not in ("be", "have", "do") else None
    return None


def _source_beside(doc: Doc, verb: Token, window: Range) -> tuple[Range | None, Token | None]:
    first, last = window
    if quoted_saying(verb) is not None:
        return source_of(verb) if not is_passive(verb) else source_of_passive(verb)
    for child in verb.children:
        if child.dep_ == "nsubj" and first <= child.i < last:
            span = source_range(child, verb)
            return (max(span[0], first), min(span[1], last)), child
    before = stripped(doc, (first, verb.i))
    if before is not None:
        names = [t for t in doc[before[0] : before[1]] if t.pos_ in ("PROPN", "NOUN", "PRON")]
        if names:
            return (before[0], names[-1].i + 1), _head_of(doc, (before[0], names[-1].i + 1))
    stop = verb.i + 1
    while (
        stop < last
        and doc[stop].text not in (",", ";", ":", "-", "–", "—", "(")
        and doc[stop].pos_ not in ("ADP", "SCONJ")
    ):
        stop += 1
    after = stripped(doc, (verb.i + 1, stop))
    if after is not None and any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in doc[after[0] : after[1]]):
        return after, _head_of(doc, after)
    source, head = source_of(verb)
    return source, head


def _head_of(doc: Doc, span: Range) -> Token:
    inside = doc[span[0] : span[1]]
    return inside.root


def _prefix(doc: Doc, group: _Group, quoted: bytearray) -> int | None:
    """Where the sentence of a stretch begins when unquoted words stand before it, else None."""
    i = group.first - 1
    start = group.first
    while i >= 0 and group.first - i < 60:
        token = doc[i]
        if (token.is_space and "\n" in token.text) or (token.text in _SENTENCE_ENDS and not quoted[i]):
            break
        if token.text[-1:] in (":", ";") and not quoted[i]:
            break
        if quoted[i] and i + 1 < len(doc) and doc[i].text[-1:] in "\"”'’»":
            inner = doc[i - 1].text[-1:] if i else ""
            if inner in (".", "!", "?", ","):
                break
        if not token.is_punct and not token.is_space:
            start = i
        i -= 1
    words = [t for t in doc[start : group.first] if t.is_alpha]
    if not words or (len(words) == 1 and words[0].lower_ in ("and", "but", "so", "then")):
        return None
    if any(t.tag_ in _FINITE and (c := verb_cues().get(cue_lemma(t))) and "quote" in c.frames for t in words):
        return None
    return start


def _settle(
    made: Attribution, verb: Token, by_cue: dict[int, list[Attribution]], result: list[Attribution]
) -> Attribution:
    """Puts an attribution in the place of those the parse made of the same verb."""
    known = by_cue.get(verb.i, [])
    for attribution in known[:1]:
        attribution.content = made.content
        attribution.quoted = made.quoted
        attribution.source = made.source or attribution.source
        attribution.source_head = made.source_head or attribution.source_head
        return attribution
    result.append(made)
    by_cue.setdefault(verb.i, []).append(made)
    return made


# Before ---------------------------------------------------------------------------------------------------------


def _cue_before(
    doc: Doc,
    group: _Group,
    quoted: bytearray,
    by_cue: dict[int, list[Attribution]],
    result: list[Attribution],
    going_on: dict[int, Token],
) -> Attribution | None:
    window = _window_before(doc, group, quoted)
    if window is None:
        return None
    first, last = window
    lead = last - 2 if doc[last - 1].is_space and last - 2 >= first else last - 1
    colon = doc[lead].text.endswith(":")
    for i in range(last - 1, first - 1, -1):
        token = doc[i]
        if token.pos_ not in ("VERB", "AUX") or quoted[i]:
            continue
        cue = verb_cues().get(cue_lemma(token))
        judged = cue is not None and cue.kind == "judge" and "object" in cue.frames and i == group.first - 1
        if cue is None or not ("quote" in cue.frames or judged):
            if colon or token.pos_ == "AUX":
                continue
            break
        if judged:  # 'hailed "a first step" towards peace'
            source, head = source_of(going_on.get(i, token))
            content = [(group.first, _sentence_end(doc, group, quoted))]
            return _settle(Attribution(cue_range(token), source, head, content, cue.kind), token, by_cue, result)
        between = [t for t in doc[i + 1 : last] if not t.is_punct and not t.is_space]
        if not colon and any(t.tag_ in _FINITE for t in between):
            break
        known = by_cue.get(i, [])
        wider = [r for a in known for r in a.content if r[0] < group.first < r[1] + 2]
        words = [t for r in wider for t in doc[r[0] : group.first] if t.is_alpha and t.lower_ not in _SMALL_WORDS]
        if not colon and (words or _goes_on(doc, group, quoted)) and doc[group.first - 1].text != ",":
            if wider:
                for attribution in known:
                    _absorb(attribution, group)
                return known[0]
            word = doc[group.first - 1]
            start = group.first if word.i == i or word.lower_ == "that" else i + 1
            content, direct = [(start, _sentence_end(doc, group, quoted))], False
        else:
            if not colon and doc[last - 1].text not in (",", "that") and len(between) > 8:
                break
            content, direct = list(group.ranges), True
        source, head = source_of(going_on.get(i, token))
        if source is None and not colon and token.tag_ in _FINITE:
            source, head = _source_beside(doc, token, (first, last))
        return _settle(Attribution(cue_range(token), source, head, content, cue.kind, direct), token, by_cue, result)
    if colon:
        return _before_colon(doc, group, (first, last), result)
    return None


def _goes_on(doc: Doc, group: _Group, quoted: bytearray) -> bool:
    """Whether the sentence runs on after a stretch, so that the stretch is only a part of what is said."""
    ended = text_of(doc)[group.stretches[-1].inner_start : group.stretches[-1].inner_end].rstrip()[-1:]
    if ended in ",.?!…" or group.last >= len(doc):
        return False
    following = doc[group.last]
    return following.is_alpha and following.pos_ not in ("CCONJ", "SCONJ") and not quoted[following.i]


def _sentence_end(doc: Doc, group: _Group, quoted: bytearray) -> int:
    end = group.last
    while end < len(doc) and end - group.last < _WINDOW:
        token = doc[end]
        if not quoted[end] and (token.text in _SENTENCE_ENDS or (token.is_space and "\n" in token.text)):
            break
        end += 1
    return end


def _before_colon(doc: Doc, group: _Group, window: Range, result: list[Attribution]) -> Attribution | None:
    """'Merkel: "..."', or a clause of any verb that leads up to a quotation by a colon."""
    inside = doc[window[0] : window[1]]
    verbs = [t for t in inside if t.pos_ == "VERB" and t.tag_ in _FINITE]
    if verbs:
        source, head = source_of(verbs[-1])
        cue = cue_range(verbs[-1])
    else:
        source = stripped(doc, window)
        head = _head_of(doc, source) if source else None
        cue = (window[1] - 1, window[1])
    if source is None:
        return None
    made = Attribution(cue, source, head, list(group.ranges), quoted=True)
    result.append(made)
    return made


def _window_before(doc: Doc, group: _Group, quoted: bytearray) -> Range | None:
    last = group.first
    first = last
    if first and doc[first - 1].is_space and "\n" in doc[first - 1].text:
        # The line before may lead up to the quotation.
        if first < 2 or not doc[first - 2].text.endswith(":"):
            return None
        first -= 1
        last = first
    while first > 0 and last - first < _WINDOW:
        token = doc[first - 1]
        if quoted[first - 1] or (token.is_space and "\n" in token.text) or token.text in _SENTENCE_ENDS:
            break
        first -= 1
    return (first, last) if first < last else None


# Without a cue --------------------------------------------------------------------------------------------------


def _continued(doc: Doc, group: _Group, previous: tuple[_Group, Attribution] | None) -> Attribution | None:
    """The second half of a split quotation: '"A," he said. "B."'"""
    if previous is None:
        return None
    before, attribution = previous
    if group.paragraph != before.paragraph or not attribution.quoted:
        return None
    if not before.last <= attribution.cue[0] < group.first or group.first - before.last > _WINDOW:
        return None
    between = [t for t in doc[attribution.cue[1] : group.first] if t.text in _SENTENCE_ENDS]
    if len(between) > 1:
        return None
    if between and between[0].i < group.first - 2:
        return None
    others = [
        t
        for t in doc[attribution.cue[1] : group.first]
        if t.tag_ in _FINITE and (c := verb_cues().get(cue_lemma(t))) and "quote" in c.frames
    ]
    if others:
        return None
    attribution.content.extend(group.ranges)
    return attribution


def _cueless(
    doc: Doc,
    group: _Group,
    quoted: bytearray,
    result: list[Attribution],
    previous: tuple[_Group, Attribution] | None,
) -> Attribution | None:
    """A whole sentence in quotation marks with no cue: the speech goes on, or the one just spoken of speaks."""
    words = sum(1 for first, last in group.ranges for t in doc[first:last] if t.is_alpha)
    if words < _SPEECH_WORDS:
        return None
    lead = doc[group.first - 1] if group.first else None
    starts_line = lead is None or (lead.is_space and "\n" in lead.text)
    if not starts_line and lead is not None and lead.text not in _SENTENCE_ENDS and not quoted[lead.i]:
        return None
    if previous is not None and previous[1].quoted:
        before = previous[0]
        gap = [t for t in doc[before.last : group.first] if t.text in _SENTENCE_ENDS]
        lines = sum(1 for t in doc[before.last : group.first] if t.is_space and "\n" in t.text)
        same = group.paragraph == before.paragraph and len(gap) <= 1
        next_line = starts_line and lines == 1 and len(gap) <= 1
        if group.first - before.last <= _WINDOW and (same or next_line):
            previous[1].content.extend(group.ranges)
            return previous[1]
    if starts_line:
        return None
    sentence = doc[group.first - 1].sent if group.first else None
    if sentence is None or sentence.root.pos_ not in ("VERB", "AUX"):
        return None
    source, head = source_of(sentence.root)
    if source is None or head is None or head.pos_ not in ("PROPN", "PRON", "NOUN"):
        return None
    made = Attribution((sentence.root.i, sentence.root.i + 1), source, head, list(group.ranges), quoted=True)
    result.append(made)
    return made
