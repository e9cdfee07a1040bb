"""A quotation -> the statements in it: each quoted stretch one, and the indirect words that hold them another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from parley.claims.statements.topics import topic_of
from parley.model.reading import Quotation, Reading
from parley.syntax.clauses import is_passive
from parley.syntax.quotation_marks import QuotedStretch
from parley.syntax.speech import DOCUMENTS, cue_lemma, noun_cues, verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What polls and pictures do ("show") and what people think is no statement; "hopes" and "expects" are said aloud.
_SPEAKING = frozenset({"say", "ask", "commit", "judge"})
_THOUGHTS_SAID = frozenset("believe hope expect fear worry consider regard view".split())
# Deeds that attribution grammars count as speech, and topics of a talk that tell nothing of what was said in it.
_DEEDS = frozenset(
    "discuss continue support back sign share attack vote endorse deliver resist embrace approve seek plan intend "
    "decide order identify outline offer detail describe determine cite quote name title headline list read support "
    "agree publish release answer compare cast challenge question nominate knock focus speak talk refer learn hear "
    "convince invite sing recite campaign lobby hit lash charge single congratulate accept file rule "
    "instruct champion certify convey text email consent commit promise assess".split()
)
_ISSUING = frozenset("post issue publish write read share send release tweet sign deliver".split())
# These speak when a clause follows ("agreed that", "accepted that") or when an object is said of ("described it as").
_WITH_CLAUSE = frozenset(
    "agree accept decide rule hear learn convince determine read speak answer certify text".split()
)
_WITH_AS = frozenset("describe identify cite refer assess".split())
# A refusal is told by its verb: "ruled out any troops", "refused to leave" are quoted from the verb on.
_FROM_THE_VERB = frozenset("deny reject refuse decline rule oppose dismiss threaten welcome repudiate".split())
# What readouts put in the passive: the parties to the talk are those who stress and note.
_NOTING = frozenset(
    "stress note emphasise emphasize underline underscore point express reaffirm reiterate confirm give".split()
)
# Verbs of speaking that are deeds with an infinitive: an undertaking is a measure and no statement, a refusal an act.
_UNDERTAKING = frozenset("promise pledge refuse".split())
# "Declined to comment": nothing was said.
_DECLINING = frozenset("decline refuse".split())
_SILENT = frozenset(
    "comment say give elaborate discuss confirm reveal name answer respond disclose speculate "
    "provide take offer make go specify".split()
)
# "Asked us not to print her surname": sources that stay unnamed.
_ANONYMOUS = frozenset("ask request".split())
_NAMED = frozenset("name identify quote surname".split())
_NAMED_REACH = 8
_REFUSING = frozenset("reject dispute dismiss oppose".split())
_MAYBE = frozenset("may might".split())
_QUOTING = frozenset({"quote", "cite"})
# What somebody is about to say is not said yet.
_BEFORE_SAYING = frozenset(
    "be able come fly travel meet gather arrive visit send expect plan want intend try need set schedule prepare "
    "fail decide use hop hope like".split()
)
_REPEATING = frozenset("state say announce repeat reiterate note make".split())
# An aside in a relative clause is told in so many words at most.
_ASIDE = 2
_SHOWING = frozenset("highlight signal indicate underscore underline suggest reveal mark".split())
_POINTING = frozenset("this that these those it so such".split())
# Hosts welcome people; what is said is welcome of a step.
_GUESTS = frozenset("participant delegation delegate guest leader visitor envoy minister president team him".split())
# With no more than a bare noun these tell of an act: "confirmed the signing", "demanded a referendum".
_BARE = frozenset("confirm request demand declare announce acknowledge propose claim call report".split())
_BARE_WORDS = 3
# Nouns that name acts more often than words, and the view of "in view of".
_ACTS = frozenset("attack view".split())
# Who gives a quoted name is quoted for the name alone.
_NAMING = frozenset("call describe characterize characterise brand label dub denounce dismiss deride".split())
# A clause shorter than this many characters is not split off.
_SHORTEST_CLAUSE = 15
# "BOGOTA, Colombia (Agency) - " at the head of a report's first sentence.
_DATELINE = re.compile(r"[A-Z]{3}[A-Z .-]*(?:, [A-Z][\w. ]{2,20})?(?: ?\([^)\n]{2,30}\))? ?[-–—]{1,2} ")
# A quote is one stretch of the text: a cue clause in the middle of it is kept in when it is not longer than this.
_WIDEST_GAP = 70
# Of indirect words that hold a quotation of this share, annotators list the quotation alone twice out of three times;
# below it they list both nearly always.
_MOSTLY_QUOTED = 0.6
_RELATIVES = frozenset({"which", "who", "whom", "that"})
_LEAD = frozenset("that , : ; – — - --".split())


@dataclass(frozen=True, slots=True)
class Part:
    """One statement: its characters, whether they are quoted, and its first token."""

    start: int
    end: int
    direct: bool
    token: Token


def parts_of(reading: Reading, quotation: Quotation, stretches: Sequence[QuotedStretch]) -> Iterator[Part]:
    """The statements of one quotation, none when it is a thought or a showing and not an utterance."""
    if quotation.kind == "direct":
        for start, end in quotation.content:
            if _is_turn(reading, quotation, start):
                yield from _sentences(reading, start, end)
            else:
                yield from _part(reading, start, end, True)
        return
    spans = [_without_lead(reading, start, end) for start, end in quotation.content]
    told = [s for s in spans if reading.article.text[slice(*s)].lower() not in _RELATIVES]
    spans = told or spans  # "which", of "talks which authorities said would begin"
    quoted = [
        (max(s.inner_start, start), min(s.inner_end, end))
        for start, end in spans
        for s in _inside(stretches, start, end)
        if s.depth == 0
    ]
    for start, end in quoted:
        yield from _part(reading, start, end, True)
    spans = [(start, _before_colon(reading, quoted, start, end)) for start, end in spans]
    cue = cue_token(reading, quotation)
    if not is_uttered(cue, quotation, reading):
        return
    if quoted and (_is_frame(reading, spans, quoted) or _only_names(cue, spans, quoted)):
        return
    if quoted and _is_mostly_quoted(reading.article.text, spans, quoted):
        return
    start, end = spans[0][0], spans[-1][1]
    gaps = [b[0] - a[1] for a, b in pairwise(spans)]
    if gaps and max(gaps) > _WIDEST_GAP:
        start, end = max(spans, key=lambda s: s[1] - s[0])
    if cue is not None and cue.idx < start and _quoted_from_verb(cue, reading, start, end):
        start = cue.idx
    for first, last in _that_by_that(reading, start, end):
        yield from _part(reading, first, last, False)


def _is_turn(reading: Reading, quotation: Quotation, start: int) -> bool:
    """Whether the words stand in a transcript, after a name and a colon and without quotation marks."""
    text = reading.article.text
    cue = text[slice(*quotation.cue[0])] if quotation.cue else ""
    return cue == ":" and text[max(0, start - 1) : start].isspace()


def _sentences(reading: Reading, start: int, end: int) -> Iterator[Part]:
    """The sentences of a speech that are about the conflict or the talks: a speech says much else."""
    span = reading.doc.char_span(start, end, alignment_mode="contract")
    firsts = [t.idx for t in span if t.is_sent_start] if span is not None else []
    for first, last in pairwise([start, *(f for f in firsts if f > start), end]):
        if topic_of(reading.article.text[first:last]):
            yield from _part(reading, first, last, True)


def _before_colon(reading: Reading, quoted: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Where indirect words end that lead up to a quotation by a colon."""
    text = reading.article.text
    for first, _ in quoted:
        lead = text[start : first - 1].rstrip() if start < first else ""
        if lead.endswith(":"):
            return start + len(lead) - 1
    return end


def _is_frame(reading: Reading, spans: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> bool:
    """Whether the words around the quotation marks carry nothing of their own ("it was a ...")."""
    for start, end in spans:
        span = reading.doc.char_span(start, end, alignment_mode="contract")
        for token in span or ():
            if token.is_alpha and not token.is_stop and not any(a <= token.idx < b for a, b in quoted):
                return False
    return True


def _is_mostly_quoted(text: str, spans: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> bool:
    """Whether most of the words stand in quotation marks: readers then list the quotation and not its frame as well."""
    inner = sum(len(text[start:end].split()) for start, end in quoted)
    return inner >= _MOSTLY_QUOTED * sum(len(text[start:end].split()) for start, end in spans)


def _only_names(cue: Token | None, spans: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> bool:
    """Whether a cue only gives its object a quoted name: 'called the document "a devil's pact"'."""
    return cue is not None and cue_lemma(cue) in _NAMING and spans[-1][1] - quoted[-1][1] <= 2


def _that_by_that(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Indirect words split where a new ", and that ..." begins: each is a statement of its own."""
    span = reading.doc.char_span(start, end, alignment_mode="contract")
    begin = start
    for token in span or ():
        if token.lower_ != "that" or token.dep_ != "mark" or token.idx - begin < _SHORTEST_CLAUSE:
            continue
        joined = reading.doc[token.i - 1].lower_ in ("and", "but")
        comma = token.i - (2 if joined else 1)
        if comma >= 0 and reading.doc[comma].text == ",":
            yield begin, reading.doc[comma].idx
            begin = token.idx + len(token)
    yield begin, end


def cue_token(reading: Reading, quotation: Quotation) -> Token | None:
    """The head of the cue."""
    if not quotation.cue:
        return None
    span = reading.doc.char_span(*quotation.cue[0], alignment_mode="expand")
    return span.root if span is not None else None


def says_something(reading: Reading, quotation: Quotation) -> bool:
    """Whether somebody is told of who says something: a source, and a cue that speaks."""
    if not quotation.speakers and not quotation.speaker_text:
        return False
    return quotation.kind == "direct" or is_uttered(cue_token(reading, quotation), quotation, reading)


def is_noted(cue: Token | None) -> bool:
    """Whether a cue is the agentless passive of readouts: "it was stressed that", "hope was expressed"."""
    return cue is not None and cue_lemma(cue) in _NOTING and is_passive(cue)


def is_uttered(cue: Token | None, quotation: Quotation, reading: Reading) -> bool:
    """Whether an indirect attribution tells of something said, by its cue."""
    if cue is None or cue.pos_ not in ("VERB", "AUX"):
        if cue is not None and cue.lemma_.lower() in _ACTS and not any(c.dep_ == "poss" for c in cue.children):
            return False
        noun = noun_cues().get(cue.lemma_.lower()) if cue is not None else None
        return noun is None or noun.kind in _SPEAKING
    lemma = cue_lemma(cue)
    known = verb_cues().get(lemma)
    if known is None or (lemma in _QUOTING and any(c.lower_ == "as" for c in cue.rights)):
        return True  # "was quoted as saying"
    if (
        known.kind == "say"
        and any(c.dep_ == "neg" for c in cue.children)
        and lemma not in ("deny", "rule", "exclude", "admit")
    ):
        return False  # "did not say when", "has not confirmed that": nothing was said
    if cue.dep_ == "pcomp" and cue.head.lower_ == "without":
        return False
    content = reading.doc.char_span(*quotation.content[0], alignment_mode="expand")
    if (
        lemma in _ISSUING
        and content is not None
        and content.root.dep_ == "dobj"
        and content.root.lemma_.lower() in DOCUMENTS
    ):
        return False  # "posted a message": what it says comes after
    if lemma == "call" and not _called(cue, quotation, reading):
        return False
    if _is_only_possible(cue) or _is_deed(cue, lemma, content):
        return False
    if lemma in _REPEATING and _is_only_pointed_at(content):
        return False
    if _only_shows(cue, lemma) or _is_conditional(cue) or _is_asked(cue) or _is_named_by(cue, lemma):
        return False
    if _is_aside(cue, content):
        return False
    if lemma == "rule" and any(c.dep_ == "prt" for c in cue.children):
        return True
    if lemma == "speak" and any(c.lower_ == "of" for c in cue.children):
        return True
    if lemma in _DEEDS:
        words = reading.article.text[quotation.content[0][0] : quotation.content[0][1]]
        if lemma in _WITH_CLAUSE and any(c.dep_ == "ccomp" for c in cue.children):
            return True
        return lemma in _WITH_AS and " as " in f" {words} "
    return known.kind in _SPEAKING or lemma in _THOUGHTS_SAID


def _is_only_possible(cue: Token) -> bool:
    """Whether a cue tells of what may be said or is to be said: "may recommend", "came to urge", "the decision to"."""
    helpers = {c.lower_ for c in cue.lefts if c.dep_ == "aux"}
    if helpers & _MAYBE:
        return True
    governor = cue.head.lemma_.lower()
    purpose = cue.dep_ in ("acl", "advcl") or (cue.dep_ == "xcomp" and governor in _BEFORE_SAYING)
    return "to" in helpers and cue.tag_ == "VB" and purpose


def _is_only_pointed_at(content: Span | None) -> bool:
    """Whether the content only points at what was said elsewhere: "stated this in Tbilisi", "repeated that demand"."""
    if content is None:
        return False
    root = content.root
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ in ("ccomp", "xcomp") for t in content):
        return False
    pointing = root.lower_ in _POINTING or any(c.dep_ == "det" and c.lower_ in _POINTING for c in root.lefts)
    return pointing and root.pos_ in ("PRON", "DET", "NOUN") and root.dep_ in ("dobj", "pobj", "nsubjpass")


def _is_aside(cue: Token, content: Span | None) -> bool:
    """Whether a relative clause says by the way who says so: "a strategic area that the army says it controls"."""
    clause = cue.dep_ == "relcl" or cue.head.dep_ == "relcl"
    return clause and content is not None and len(content) <= _ASIDE and content.root.pos_ in ("VERB", "AUX")


def _only_shows(cue: Token, lemma: str) -> bool:
    """Whether a participle tells what the report makes of something: "a spokesman said, highlighting the tension"."""
    return cue.tag_ == "VBG" and lemma in _SHOWING and not any(c.dep_ == "ccomp" for c in cue.rights)


def _is_conditional(cue: Token) -> bool:
    """Whether a cue tells of what would be said: "would leave if the envoy insisted on a road map"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "until") for c in cue.lefts)


def _is_asked(cue: Token) -> bool:
    """Whether a participle tells what its noun was asked or is ready to do: "the envoy, asked about it, said"."""
    return cue.dep_ == "acl" and cue.tag_ in ("VBD", "VBN") and cue_lemma(cue) in ("ask", "question", "prepare", "tell")


def _is_named_by(cue: Token, lemma: str) -> bool:
    """Whether a clause only says how somebody calls a thing: "what they described as violations"."""
    return lemma in _NAMING | _WITH_AS and any(c.lower_ == "what" and c.dep_ in ("dobj", "nsubj") for c in cue.lefts)


def _is_deed(cue: Token, lemma: str, content: Span | None) -> bool:
    """Whether a verb of saying tells of a deed: "promised to leave", "confirmed the signing"."""
    clause = next((c for c in cue.children if c.dep_ in ("ccomp", "xcomp", "oprd", "advcl") and c.i > cue.i), None)
    if lemma in _DECLINING and clause is not None and clause.lemma_.lower() in _SILENT:
        return True
    if lemma in _UNDERTAKING:
        return clause is not None and clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.lefts)
    if lemma in _ANONYMOUS and content is not None and any(t.lemma_.lower() in _NAMED for t in content[:_NAMED_REACH]):
        return any(t.lower_ == "not" for t in content[:_NAMED_REACH])  # "asked not to be named"
    target = next((c for c in cue.rights if c.dep_ == "dobj"), None)
    if lemma in _REFUSING and target is not None and any(c.lower_ in ("has", "have", "had") for c in cue.lefts):
        return True  # "had rejected talks": what came before, and not what is said now
    if lemma == "welcome" and target is not None and target.lemma_.lower() in _GUESTS:
        return True
    if lemma == "claim" and target is not None and target.lemma_.lower() in ("life", "victim"):
        return True
    if lemma == "consider":
        return clause is None and not any(c.lower_ == "as" for c in cue.rights)
    bare = content is not None and content.root.dep_ in ("dobj", "nsubjpass") and content.root.pos_ in ("NOUN", "PRON")
    words = sum(t.is_alpha for t in content) if content is not None else 0
    return lemma in _BARE and bare and clause is None and words <= _BARE_WORDS


def _called(cue: Token, quotation: Quotation, reading: Reading) -> bool:
    """Whether "call" calls something a name or calls for something, and does not just summon."""
    if any(c.dep_ == "prt" for c in cue.children):
        return False  # "called off the strikes"
    if any(c.dep_ in ("oprd", "xcomp", "ccomp") or c.lower_ in ("for", "on", "upon") for c in cue.children):
        return True
    content = reading.doc.char_span(*quotation.content[0], alignment_mode="expand")
    return content is not None and len(content) > 2 and not any(c.lower_ == "to" for c in cue.children)


def _quoted_from_verb(cue: Token, reading: Reading, start: int, end: int) -> bool:
    words = [t for t in reading.doc.char_span(start, end, alignment_mode="expand") or () if t.is_alpha]
    if len(words) <= 1:
        return True
    return cue_lemma(cue) in _FROM_THE_VERB and start - cue.idx - len(cue) <= 12


def _inside(stretches: Sequence[QuotedStretch], start: int, end: int) -> Iterator[QuotedStretch]:
    at = bisect_left(stretches, start, key=lambda s: s.start)
    while at < len(stretches) and stretches[at].start < end:
        yield stretches[at]
        at += 1


def _without_lead(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The content without the "that", the marks and the dateline before it."""
    dateline = _DATELINE.match(reading.article.text, start, end)
    start = dateline.end() if dateline else start
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    for token in span or ():
        if token.is_space or (token.lower_ in _LEAD and token.tag_ != "DT" and token.dep_ not in ("nsubj", "dobj")):
            continue
        return max(start, token.idx), end
    return start, end


def _part(reading: Reading, start: int, end: int, direct: bool) -> Iterator[Part]:
    text = reading.article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    span = reading.doc.char_span(start, end, alignment_mode="expand") if start < end else None
    if span is not None and any(t.is_alpha and (direct or not t.is_stop) for t in span):
        yield Part(start, end, direct, next(t for t in span if not t.is_space))
