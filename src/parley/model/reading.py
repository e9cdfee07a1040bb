"""What reading finds in one article, before any claim is made of it.

A `Reading` holds the parsed document (a spaCy `Doc` over the WHOLE text, so that `token.idx` is an offset in
`article.text`) and the layers found on it. Claim extractors take a `Reading` and yield claims; they never parse.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar

from parley.model.article import Article
from parley.model.claim import Claim, Status
from parley.model.party import Party, Place
from parley.model.when import Basis, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

T = TypeVar("T", "TimeExpression", "Mention", "Quotation")
Offsets = tuple[int, int]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionForm = Literal["name", "description", "pronoun"]
MentionKind = Literal["person", "state", "organisation", "group", "place"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 type, value and modifier, and its EDTF value.

    `edtf` is None for a duration, a set or an expression that could not be placed on a calendar.
    `basis` and `anchor` are as in `When`.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    basis: Basis = "stated"
    anchor: str | None = None
    note: str | None = None

    def as_when(self) -> When:
        """The same time as part of a claim."""
        return When(
            edtf=self.edtf,
            text=self.text,
            basis=self.basis if self.edtf else "unresolved",
            start=self.start,
            end=self.end,
            anchor=self.anchor,
            note=self.note,
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or describes somebody or some place.

    `parties` are those it stands for, resolved at the date of what is told: one for "the Ukrainian president", two
    for "the two presidents", none when it could not be told or is only a place. `place` is set for cities, regions
    and states. A state is both: "in Ukraine" is a place, "Ukraine said" a party; `kind` tells which use is meant
    here ("Moscow said" has kind `state`, party Russia; "in Moscow" kind `place`).
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    form: MentionForm = "name"
    parties: tuple[Party, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution: who (`source`), by which words (`cue`), says what (`content`).

    Each is a tuple of offset pairs, since quotations are split and run over paragraphs. For direct speech `content`
    is what stands between the quotation marks, marks excluded. `speakers` are the parties the source stands for, and
    `speaker_text` its words when nobody could be identified. `kind` is `mixed` when only part of the content is
    inside quotation marks; `direct` is true for wholly quoted content.
    """

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    kind: Literal["direct", "mixed", "indirect"]
    speakers: tuple[Party, ...] = ()
    speaker_text: str | None = None

    @property
    def direct(self) -> bool:
        return self.kind == "direct"

    @property
    def start(self) -> int:
        """Where the first of its parts begins."""
        return min(part[0] for part in (*self.source, *self.cue, *self.content))


@dataclass(slots=True)
class Reading:
    """One article with everything found in it. Layers are sorted by `start`.

    `sides` are the two sides of the conflict or negotiation the article is about, empty where it does not show them;
    hosts and mediators are none.
    """

    article: Article
    doc: Doc
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    status_of: Callable[[Token], Status] = field(default=lambda token: "happened")
    sides: tuple[Party, ...] = ()
    _by_token: tuple[tuple[Mention, ...], dict[int, Mention]] | None = field(default=None, repr=False, compare=False)

    def sentences(self) -> list[Tokens]:
        """The sentences outside boilerplate, in order; blank ones left out."""
        return [s for s in self.doc.sents if not s.text.isspace() and not self.is_boilerplate(s.start_char, s.end_char)]

    def is_boilerplate(self, start: int, end: int) -> bool:
        """Whether a stretch lies in a part of the page that is not the article."""
        return any(start < b and a < end for a, b in self.article.boilerplate)

    def times_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The time expressions that begin within the given offsets."""
        return _within(self.times, start, end)

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin within the given offsets."""
        return _within(self.mentions, start, end)

    def quotes_in(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that begin within the given offsets."""
        return _within(self.quotes, start, end)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose span covers a token, the longest where they nest; None when there is none.

        "the president of Ukraine" is one mention of a person, with a shorter one of the state inside: every token of
        it gives the person.
        """
        if self._by_token is None or self._by_token[0] is not self.mentions:
            self._by_token = (self.mentions, _token_index(self.doc, self.mentions))
        return self._by_token[1].get(token.i)

    def parties_at(self, token: Token) -> tuple[Party, ...]:
        """The parties a token stands for as part of the mention that covers it."""
        mention = self.mention_at(token)
        return mention.parties if mention else ()

    def mentions_under(self, head: Token) -> list[Mention]:
        """The outermost mentions in the phrase a token heads, in the order of the text, each once."""
        found = {id(m): m for t in head.subtree if (m := self.mention_at(t))}
        return sorted(found.values(), key=_start_of)


def _token_index(doc: Doc, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The longest mention over each token, by the token's place in the document."""
    starts = [token.idx for token in doc]
    index: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        first = max(bisect_right(starts, mention.start) - 1, 0)
        for i in range(first, bisect_left(starts, mention.end)):
            index[i] = mention
    return index


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with its claims. `unresolved` are the words of the dates that could not be placed on a calendar."""

    article: Article
    claims: tuple[Claim, ...]
    unresolved: tuple[str, ...] = ()


def _within(layer: tuple[T, ...], start: int, end: int) -> Sequence[T]:
    return layer[bisect_left(layer, start, key=_start_of) : bisect_right(layer, end - 1, key=_start_of)]


def _start_of(item: TimeExpression | Mention | Quotation) -> int:
    return item.start
