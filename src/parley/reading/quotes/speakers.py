"""Who a source stands for: by the mentions found in the text, else by the names the parser's recogniser found."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.model.party import Party
from parley.model.reading import Mention
from parley.reading.quotes.attribution import Attribution
from parley.reading.quotes.sources import issuer_of
from parley.syntax.speech import DOCUMENTS
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PRONOUNS = frozenset("he she".split())
# Before a name these make it another's: "an aide to Merkel", "Putin and Merkel".
_JOINING = frozenset("to of for from by with and or under against between in".split())
# Nouns of people who go unnamed in the news.
_PERSONS = frozenset(
    "diplomat official aide adviser advisor envoy negotiator spokesman spokeswoman spokesperson source minister "
    "commander fighter soldier officer delegate member resident witness teacher trader analyst expert lawmaker "
    "politician activist colleague reader woman man mother father lawyer observer veteran refugee".split()
)
# Words by which a report calls again whoever it has just quoted.
_REFERRING = frozenset(
    "diplomat official politician envoy negotiator minister spokesman spokeswoman spokesperson commander leader "
    "lawmaker senator general mediator chief president premier representative ambassador secretary chairman chairwoman "
    "adviser advisor governor mayor deputy statesman".split()
)
# Such a word stands within so many characters of the words quoted before: about five short paragraphs.
_SAME_SPEAKER = 1_000
_DEFINITE_WORDS = 4
# A pronoun that names nobody nearer goes on from a speaker at most so many characters back: a quotation of a page.
_GOING_ON = 2_000
# Bodies that a text names once in full and then by their last word.
_BODIES = frozenset(
    "ministry embassy party movement council agency office commission mission committee organisation organization "
    "front army union department secretariat presidency bureau tribunal court assembly league association coalition "
    "alliance authority board consulate delegation".split()
)
_LONGEST_BODY = 10
# Characters between an unnamed source and a pronoun for it: about four lines of print.
_SAME_PARAGRAPH = 400
_PERSONAL = frozenset("he she him her his hers".split())
_TITLES = frozenset("mr mrs ms miss dr sir lady lord gen gov sen rep rev president".split())
# Attributions and mentions that a pronoun may look back over: about three paragraphs of talk.
_RECENT = 12
_NEAR_MENTIONS = 24
# A pronoun stands for somebody named not longer ago than this many tokens: about two short paragraphs.
_PRONOUN_REACH = 150


class SpeakerIndex:
    """The mentions of a text by place, to look up the one a source's head stands in."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self._doc = doc
        self._mentions = sorted((m for m in mentions if m.parties), key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]
        self._names = _NamesOfText(doc, mentions)
        self._bodies = _Bodies(doc)
        self._issuers = _Issuers(doc)
        self._unnamed: list[tuple[int, str, str]] = []
        self._contents: list[tuple[int, int]] = []
        self._latest: dict[str, Party] = {}
        self._latest_at: int | None = None
        self._surnames: dict[str, Party] = {}
        self._latest_group: tuple[int, tuple[Party, ...], str | None] | None = None

    def of(self, attribution: Attribution) -> tuple[tuple[Party, ...], str | None]:
        """The parties that speak, and the source's words when none could be told."""
        doc, head = self._doc, attribution.source_head
        earlier = self._contents[-_RECENT:]
        self._contents = [
            *earlier,
            *((doc[first].idx, doc[last - 1].idx + 1) for first, last in attribution.content if first < last),
        ]
        parties, words = self._told(attribution)
        if (head is not None and head.lower_ in _PRONOUNS) and (
            (head.lower_ == "he" and self._only_spoken_of(parties, head.idx))  # a "she" is told by the name
            or (not parties and not self._is_told_of(words))
        ):
            parties, words = self._going_on(head) or (parties, words)
        if head is not None and head.pos_ == "PROPN" and not any(p.kind == "person" for p in parties):
            called = self._surnames.get(head.text)  # the surname of somebody who spoke before
            alone = attribution.source is not None and attribution.source[1] - attribution.source[0] == 1
            parties, words = ((called,), None) if called is not None and alone else (parties, words)
        for party in parties:
            if party.kind == "person" and " " in party.name:
                self._surnames[party.name.split()[-1]] = party
        if head is not None and head.lower_ != "they" and (head.tag_ in ("NNS", "NNPS") or _is_body(parties)):
            self._latest_group = (head.idx, parties, words)
        nested = head is not None and any(start <= head.idx < end for start, end in earlier)
        if (parties and not nested) or words:
            self._latest = {p.id: p for p in parties if p.kind == "person"}
            self._latest_at = head.idx if head is not None else None
        return parties, words

    @staticmethod
    def _is_told_of(words: str | None) -> bool:
        """Whether words tell more than a pronoun."""
        return words is not None and words.lower() not in _PRONOUNS

    def _going_on(self, pronoun: Token) -> tuple[tuple[Party, ...], None] | None:
        """Whoever spoke last, if not too far back: long quotations part a pronoun from the name."""
        if not self._latest or self._latest_at is None or pronoun.idx - self._latest_at > _GOING_ON:
            return None
        return tuple(self._latest.values()), None

    def _only_spoken_of(self, parties: Sequence[Party], at: int) -> bool:
        """Whether a pronoun was led to somebody named last in what the latest speaker says, and not by the report."""
        ids = {p.id for p in parties}
        if not ids or not self._latest or ids & set(self._latest):
            return False
        for mention in reversed(self._mentions[: bisect_left(self._starts, at)][-_NEAR_MENTIONS:]):
            if mention.form == "pronoun":
                continue
            if any(p.id in self._latest for p in mention.parties):
                return True
            told = any(start <= mention.start < end for start, end in self._contents)
            if mention.kind == "person" and not told:
                return False
        return False

    def _told(self, attribution: Attribution) -> tuple[tuple[Party, ...], str | None]:
        if attribution.source is None or attribution.source_head is None:
            return (), None
        doc = self._doc
        head = attribution.source_head
        first, last = attribution.source
        if head.lemma_.lower() in DOCUMENTS:
            another = any(c.lower_ in ("another", "a", "an", "other") for c in head.lefts)
            issuer = issuer_of(head) or (None if another else self._issuers.before(head))
            if issuer is not None and issuer.i != head.i:
                head = issuer
                first, last = issuer.left_edge.i, issuer.right_edge.i + 1
        inside = first <= head.i < last
        begin = doc[first].idx if inside else head.left_edge.idx
        end = doc[last - 1].idx + len(doc[last - 1]) if inside else head.idx + len(head)
        cue = doc[attribution.cue[0]].idx
        parties = self._parties(head, first, last, begin, end)
        if not any(p.kind == "person" for p in parties.values()) and head.idx < cue:
            set_off = self._set_off(max(head.idx, cue - _SAME_PARAGRAPH), cue)
            parties = _by_id(set_off) if set_off is not None else parties
        if head.lower_ == "it" and not parties:
            told_of = self._body_before(head)
            if told_of is not None:
                return (told_of,), None
            issuer = self._issuers.last(head)
            if issuer is not None:
                parties = self._parties(
                    issuer, issuer.left_edge.i, issuer.right_edge.i + 1, issuer.left_edge.idx, issuer.idx + len(issuer)
                )
        if head.lower_ == "they" and self._latest_group is not None:
            at, group, group_words = self._latest_group
            if head.idx - at <= _SAME_PARAGRAPH:
                return group, group_words
        if head.lower_ in _PRONOUNS:
            unnamed = self._unnamed_before(head)
            if unnamed is not None and not self._named_since(parties, unnamed[0], head.idx):
                return (), unnamed[1]
        if not parties and head.lower_ in _PRONOUNS:
            earlier = self._somebody_before(head)
            if earlier is not None:
                return (), earlier
        if parties:
            return tuple(parties.values()), None
        named = self._names.person_at(head, first if inside else head.left_edge.i)
        if named is not None:
            return (named,), None
        words = text_of(doc)[begin:end]
        if head.pos_ != "NOUN":
            return (), words
        earlier = self._told_before(head, words)
        if earlier == words and _is_definite(words):
            speaker = self._last_speaker(head)
            if speaker is not None:
                self._unnamed.pop()
                return speaker, None
            body = self._bodies.before(head)
            if body is not None:
                mention = self._over(body.root.idx, body.root.idx + len(body.root))
                known = mention is not None and mention.kind in ("organisation", "group")
                return (tuple(_by_id(mention).values()), None) if mention and known else ((), body.text)
        return (), earlier

    def _last_speaker(self, head: Token) -> tuple[Party, ...] | None:
        """Whoever spoke last, where "the diplomat" or "the official" of the same text is told to go on."""
        if head.lemma_.lower() not in _REFERRING or not self._latest or self._latest_at is None:
            return None
        near = 0 < head.idx - self._latest_at <= _SAME_SPEAKER
        return tuple(self._latest.values()) if near and len(self._latest) == 1 else None

    def _body_before(self, pronoun: Token) -> Party | None:
        """The body or state told of right before "it", as what the sentence or the one before is about."""
        at = bisect_left(self._starts, pronoun.idx)
        doc = self._doc
        begin = doc[max(pronoun.sent.start - 1, 0)].sent.start_char
        for mention in reversed(self._mentions[max(0, at - _NEAR_MENTIONS) : at]):
            if mention.start < begin:
                return None
            one = mention.kind in ("organisation", "group", "state") and len(mention.parties) == 1
            if one and self._is_subject(mention):
                return mention.parties[0].in_role("speaker")
        return None

    def _is_subject(self, mention: Mention) -> bool:
        span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        root = span.root if span is not None else None
        if root is None:
            return False
        if root.dep_ in ("amod", "compound", "poss", "nmod"):
            return False
        return root.dep_ in ("nsubj", "nsubjpass")

    def _parties(self, head: Token, first: int, last: int, begin: int, end: int) -> dict[str, Party]:
        """The parties of the mentions over a source: its head with what is joined to it, or the person it names."""
        if head.lower_ == "one":  # "one of the groups, the Syrian Democratic Forces"
            head = next((c for c in head.subtree if c.dep_ == "appos" and c.pos_ == "PROPN"), head)
        heads = [t for t in _joined(head) if first <= t.i < last or t.i == head.i]
        joined = len(heads) > 1
        apposed = None if joined and not _ends_in_title(heads) else self._apposed(head, begin, end)
        if apposed is not None:
            return _by_id(apposed)
        parties: dict[str, Party] = {}
        for token in heads:
            mention = self._over(token.idx, token.idx + len(token))
            if mention is not None:
                parties.update(_by_id(mention))
            elif parties and token.pos_ == "PROPN":
                other = _organisation(token)
                parties.setdefault(other.id, other)
        if not parties and not _is_possessed(head):
            mention = self._person_in(begin, end)
            parties = _by_id(mention) if mention is not None else {}
        return parties

    def _apposed(self, head: Token, begin: int, end: int) -> Mention | None:
        """The person named at the end of a source that begins with what they are: "a spokesman, John Smith"."""
        at = bisect_left(self._starts, end) - 1
        if at < 0 or self._starts[at] < begin:
            return None
        mention = self._mentions[at]
        text = text_of(self._doc)
        if mention.kind != "person" or mention.form != "name" or text[mention.end : end].strip(" ,"):
            return None
        before = text[begin : mention.start].rstrip()
        if not before or before.endswith(("'s", "’s", "s'")):
            return None
        last = before.split()[-1].lower().rstrip(".")
        own = self._over(head.idx, head.idx + len(head))
        titles = last == "and" and len(mention.text.split()) > 2 and (own is None or own.kind != "person")
        return mention if titles or last not in _JOINING else None  # "special envoy and deputy minister John Smith"

    def _set_off(self, begin: int, cue: int) -> Mention | None:
        """The person named between commas right before a cue: "the ministry's spokesman, John Smith, said"."""
        at = bisect_left(self._starts, cue) - 1
        if at < 0 or self._starts[at] <= begin:
            return None
        mention, text = self._mentions[at], self._doc.text
        named = mention.kind == "person" and mention.form == "name"
        between_commas = text[mention.end : cue].strip() == "," and text[
            max(0, mention.start - 3) : mention.start
        ].rstrip().endswith(",")
        return mention if named and between_commas else None

    def _named_since(self, parties: dict[str, Party], start: int, end: int) -> bool:
        """Whether one of the parties is named between two places in the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return any(m.form != "pronoun" and any(p.id in parties for p in m.parties) for m in self._mentions[first:last])

    def _unnamed_before(self, pronoun: Token) -> tuple[int, str] | None:
        """The unnamed source a pronoun may stand for: the last one, in the same paragraph."""
        if not self._unnamed or pronoun.lower_ not in ("he", "she"):
            return None
        at, lemma, words = self._unnamed[-1]
        text = text_of(self._doc)
        if "\n" in text[at : pronoun.idx] or lemma not in _PERSONS or pronoun.idx - at > _SAME_PARAGRAPH:
            return None
        return at, words

    def _somebody_before(self, pronoun: Token) -> str | None:
        """The unnamed person the sentence before is about: "A minister, asked this week, smiled. "No," he said."""
        first = pronoun.sent.start
        for _ in range(2):
            if first == 0:
                return None
            sentence = self._doc[first - 1].sent
            if "\n" in text_of(self._doc)[sentence.start_char : pronoun.sent.start_char]:
                return None
            subject = next((t for t in sentence if t.dep_ == "nsubj" and t.lemma_.lower() in _PERSONS), None)
            if subject is not None:
                stop = min((c.left_edge.i for c in subject.rights if c.dep_ in ("acl", "relcl", "punct")), default=None)
                return self._doc[subject.left_edge.i : stop or subject.right_edge.i + 1].text
            first = sentence.start
        return None

    def _told_before(self, head: Token, words: str) -> str:
        """The words by which an unnamed source was first told of: "the same aide" is "an aide to one of the guests"."""
        lemma = head.lemma_.lower()
        definite = words.lower().startswith(("the ", "this ", "that ", "same "))
        if definite and len(words.split()) <= 3:
            for at, known, earlier in reversed(self._unnamed[-6:]):
                if known == lemma and at < head.idx:
                    self._unnamed.append((head.idx, lemma, earlier))
                    return earlier
        self._unnamed.append((head.idx, lemma, words))
        return words

    def _over(self, start: int, end: int) -> Mention | None:
        """The longest mention over the given characters."""
        at = bisect_left(self._starts, end)
        found: Mention | None = None
        for mention in self._mentions[max(0, at - 12) : at]:
            if mention.end > start and (found is None or mention.end - mention.start > found.end - found.start):
                found = mention
        return found

    def _person_in(self, start: int, end: int) -> Mention | None:
        """The first person named within a source: "Mohammed Alloush, who led the rebel side"."""
        at = bisect_left(self._starts, start)
        while at < len(self._mentions) and self._mentions[at].start < end:
            if self._mentions[at].kind == "person":
                return self._mentions[at]
            at += 1
        return None


def _joined(head: Token) -> list[Token]:
    """The head with what is joined to it by "and", also through a name set behind a title."""
    named = [c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.conjuncts]
    return [head, *head.conjuncts, *(t for n in named for t in (n, *n.conjuncts))]


def _is_body(parties: Sequence[Party]) -> bool:
    return len(parties) == 1 and parties[0].kind in ("organisation", "group")


def _ends_in_title(heads: list[Token]) -> bool:
    """Whether what is joined is one person's offices: "special envoy and Deputy Foreign Minister John Smith"."""
    return heads[0].pos_ == "NOUN" and any(t.pos_ == "PROPN" for t in heads[1:])


def _organisation(head: Token) -> Party:
    """A body known by name only: one that speaks together with others that are known."""
    words = [t.text for t in head.subtree if t.dep_ not in ("det", "cc", "conj", "punct", "relcl", "appos")]
    name = " ".join(words[-6:])
    return Party(name=name, id=f"organisation:{_slug(name)}", kind="organisation", role="speaker")


def _by_id(mention: Mention) -> dict[str, Party]:
    return {p.id: p.in_role("speaker") for p in mention.parties}


def _is_possessed(head: Token) -> bool:
    """Whether the head is somebody's ("Merkel's spokesman", "an aide to Merkel"): another than the one named."""
    return any(
        c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("of", "to", "for", "from", "in")) for c in head.children
    )


def _is_definite(words: str) -> bool:
    """Whether a source is told of as known: "the ministry", "the senior diplomat"."""
    return words.lower().startswith(("the ", "this ", "that ")) and len(words.split()) <= _DEFINITE_WORDS


class _Bodies:
    """The bodies a text names: "the embassy" is the one named before."""

    def __init__(self, doc: Doc) -> None:
        self._named: dict[str, list[Span]] = {}
        for token in doc:
            lemma = token.lower_
            if lemma in _BODIES and any(c.pos_ == "PROPN" or c.dep_ == "poss" for c in token.lefts):
                first = token.left_edge.i
                while first < token.i and doc[first].lower_ in ("the", "a", "an", "its", "his", "their"):
                    first += 1
                last = token.i + 1
                of = next((c for c in token.rights if c.lower_ in ("of", "for", "in") and c.i == last), None)
                if of is not None and any(c.pos_ == "PROPN" for c in of.children):
                    last = of.right_edge.i + 1
                if last - first <= _LONGEST_BODY and last - first > 1:
                    self._named.setdefault(lemma, []).append(doc[first:last])

    def before(self, head: Token) -> Span | None:
        """The body of that word named last before a token."""
        spans = self._named.get(head.lower_, [])
        at = bisect_left(spans, head.i + 1, key=lambda span: span.end)
        return spans[at - 1] if at else None


class _Issuers:
    """The documents a text tells of with the one who speaks in them: "the statement said" is the one told of before."""

    def __init__(self, doc: Doc) -> None:
        self._known = [
            (token.i, token.lemma_.lower(), issuer)
            for token in doc
            if token.pos_ == "NOUN"
            and token.lemma_.lower() in DOCUMENTS
            and (issuer := issuer_of(token)) is not None
            and issuer.pos_ in ("PROPN", "NOUN", "PRON")
        ]
        self._places = [i for i, _, _ in self._known]

    def before(self, document: Token) -> Token | None:
        """Who speaks in the last document of the same word told of before."""
        at = bisect_left(self._places, document.i)
        for _, lemma, issuer in reversed(self._known[max(0, at - 6) : at]):
            if lemma == document.lemma_.lower() or document.lower_ in ("document", "text"):
                return issuer
        return None

    def last(self, pronoun: Token) -> Token | None:
        """Who speaks in the document told of last: "He sent a message. It reads, in part: ..."."""
        at = bisect_left(self._places, pronoun.i)
        near = at > 0 and pronoun.i - self._places[at - 1] <= _PRONOUN_REACH // 2
        return self._known[at - 1][2] if near else None


class _NamesOfText:
    """The persons a text names, with surnames and pronouns led back to full names: the fallback without mentions."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self._at: dict[int, str] = {}
        self._full: dict[str, str] = {}
        starts: list[tuple[int, str]] = []
        others = {m.start for m in mentions if m.kind != "person"}
        for entity in doc.ents:
            if entity.label_ != "PERSON" or entity.start_char in others:
                continue
            words = [w for w in re.split(r"\s+", entity.text.replace("’s", "").replace("'s", "")) if w]
            while words and words[0].strip(".").lower() in _TITLES:
                words.pop(0)
            if not words:
                continue
            name = " ".join(words)
            if len(words) > 1:
                self._full.setdefault(words[-1].lower(), name)
            else:
                name = self._full.get(words[0].lower(), name)
            for token in entity:
                self._at[token.i] = name
            starts.append((entity.start, name))
        self._starts = [s for s, _ in starts]
        self._named = [n for _, n in starts]

    def person_at(self, head: Token, first: int) -> Party | None:
        """The person a source's head names, or the last one named before a personal pronoun."""
        name = self._at.get(head.i)
        if name is None and head.lower_ in _PERSONAL:
            at = bisect_left(self._starts, head.i) - 1
            if at >= 0 and head.i - self._starts[at] <= _PRONOUN_REACH:
                name = self._named[at]
        if name is None and head.pos_ == "PROPN":
            name = self._full.get(head.lower_)
        if name is None:
            name = next((self._at[c.i] for c in head.children if c.dep_ == "appos" and c.i in self._at), None)
        return person(name) if name is not None else None


def person(name: str) -> Party:
    """A person known by name only."""
    return Party(name=name, id=f"person:{_slug(name)}", kind="person", role="speaker")


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
