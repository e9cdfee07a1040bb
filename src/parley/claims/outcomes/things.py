"""What an outcome is of: the agreements and measures a sentence speaks of, also as "it" or "which"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.claims.agreements.chains import AgreementChain
from parley.claims.measures.spots import find_spots
from parley.claims.outcomes.lexicon import INSTITUTIONS, LIMITS
from parley.model.claim import Claim, MeasureClaim
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

# "It" speaks of a thing named at most so many characters before: the sentence before, mostly.
_REACH = 260
# Among so many things named before an agreement is looked for: one that provides for many measures names them all.
_THINGS_BACK = 24
# Further from its subject a verb is not put to it by the order of words alone.
_LONG_SENTENCE = 45
# So many words from a verb the thing it speaks of is looked for by order alone.
_NEAREST = 14
_PRONOUNS = frozenset({"it", "they", "this", "that", "both"})
_LIGHT = frozenset(
    "implementation term terms provision provisions part parts clause clauses compliance observance condition "
    "agreement deal some most half all obligation commitment point article section chapter paragraph regime "
    "renewal extension ratification "
    "participation application promise".split()
)
_QUANTITIES = frozenset("many most few several little much none half part all some".split())
_PARTS_OF_TEXT = frozenset(
    "clause provision term commitment obligation article point section chapter paragraph".split()
)


@dataclass(frozen=True, slots=True)
class Thing:
    """An agreement or a measure at a token; `of` is what a claim calls it, `truce` whether it is one."""

    of: str
    token: Token
    agreement: AgreementChain | None = None
    truce: bool = False

    @property
    def measure(self) -> bool:
        """Whether it is a measure that is no truce: one is carried out, the other lives."""
        return self.agreement is None and not self.truce


# What "it" and "they" stand for when they were the subject just before: not the agreement.
_TALKS = frozenset("talk negotiation meeting dialogue round summit session discussion process".split())


def _speaks_of_talks(pronoun: Token) -> bool:
    """Whether talks were the subject of the clause or the sentence before a pronoun."""
    doc, start = pronoun.doc, pronoun.sent.start
    if start > 0:
        start = doc[start - 1].sent.start
    for i in range(pronoun.i - 1, start - 1, -1):
        if doc[i].dep_ in ("nsubj", "nsubjpass"):
            return doc[i].lemma_.lower() in _TALKS
    return False


def _is_agreed_on(noun: Token) -> bool:
    """Whether a noun tells what somebody agreed on, to or upon."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "to", "upon") else noun.head
    return noun.dep_ in ("pobj", "dobj", "nsubjpass") and verb.lemma_.lower() in ("agree", "arrange", "negotiate")


class Things:
    """The agreements and measures of an article by token."""

    def __init__(self, reading: Reading, chains: list[AgreementChain], found: Sequence[Claim] = ()) -> None:
        self._by_token: dict[int, Thing] = {}
        self._promised: dict[int, str] = {}
        for sentence in reading.sentences():
            for spot in find_spots(sentence):
                if spot.frame.pos == "noun" and spot.type != "other":
                    self._by_token.setdefault(
                        spot.token.i, Thing(spot.type, spot.token, None, spot.type == "ceasefire")
                    )
                if spot.type != "other":
                    self._promised.setdefault(spot.token.i, spot.type)
        self._agreed: dict[str, int] = {}
        for claim in found:
            if isinstance(claim, MeasureClaim) and claim.status in ("happened", "planned"):
                first = min(e.end for e in claim.evidence)
                self._agreed[claim.type] = min(first, self._agreed.get(claim.type, first))
        for chain in chains:
            for mention in chain.mentions:
                if chain.status == "happened":
                    self._by_token[mention.head.i] = Thing(chain.name, mention.head, chain, mention.family == "truce")
        self._take_up(chains)
        self._places = sorted(self._by_token)
        self._made = [m.head.i for c in chains if c.status == "happened" for m in c.mentions]
        self.has_agreed = bool(self._made or self._agreed)

    def _take_up(self, chains: list[AgreementChain]) -> None:
        """Gives an agreement that exists what one that is sought was taken to speak of: "withdrew from the accord"."""
        made = [(m.head.i, c) for c in chains if c.status == "happened" for m in c.mentions if m.family == "text"]
        for chain in chains:
            if chain.status != "happened":
                for mention in chain.mentions[1:]:
                    before = [c for i, c in made if i < mention.head.i]
                    if mention.definite and mention.status == "happened" and before:
                        self._by_token.setdefault(mention.head.i, Thing(before[-1].name, mention.head, before[-1]))

    def at(self, token: Token) -> Thing | None:
        """The thing a noun or pronoun stands for; looks into "the terms of the truce" as well."""
        found = self._by_token.get(token.i)
        if found is not None:
            return found
        if token.lower_ in ("which", "that") and token.head.dep_ == "relcl":
            return self._above(token.head.head)
        if token.lower_ in _PRONOUNS and token.pos_ in ("PRON", "DET"):
            if _speaks_of_talks(token):
                return None
            return self.last_before(token) or self.agreement_before(token)
        some = token.pos_ in ("DET", "PRON", "NUM") or token.lower_ in _QUANTITIES or token.lower_ in ("%", "percent")
        if token.lemma_.lower() in _LIGHT or some or token.lower_ in ("%", "percent"):
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ in ("of", "with", "to", "in"):
                    for pobj in child.children:
                        if pobj.dep_ != "pobj":
                            continue
                        inner = self._by_token.get(pobj.i) or (self.at(pobj) if some and child.lower_ == "of" else None)
                        if inner is not None:
                            return inner
                if child.dep_ in ("compound", "poss") and (inner := self._by_token.get(child.i)) is not None:
                    return inner
            if token.lemma_.lower() in _PARTS_OF_TEXT and not any(
                c.dep_ == "det" and c.lower_ != "the" for c in token.lefts
            ):
                return self.agreement_before(token)
        if token.lemma_.lower() in INSTITUTIONS and not any(c.dep_ == "poss" for c in token.lefts):
            return self.agreement_before(token)
        if token.lemma_.lower() in LIMITS or token.lower_ in ("many", "most"):
            for other in token.subtree:
                inner = self._by_token.get(other.i)
                if inner is not None and inner.agreement is not None and 0 < other.i - token.i <= 8:
                    return inner
        return None

    def agreed_before(self, measure: str, token: Token) -> bool:
        """Whether a measure of this type was told as agreed in a sentence before a token's."""
        return self._agreed.get(measure, token.idx) <= token.sent.start_char

    def shares_power(self, token: Token) -> bool:
        """Whether the agreement named last before a token is one on sharing power."""
        thing = self.agreement_before(token)
        return thing is not None and bool({"power-sharing", "unity", "coalition"} & set(thing.of.lower().split()))

    def promised_in(self, noun: Token) -> list[str]:
        """The types of what a noun of promising is followed by: "its commitment to withdraw its troops"."""
        after = noun.doc[
            noun.i + 1 : min(noun.sent.end, noun.i + _NEAREST)
        ]  # by order: the parse loses the second verb
        below = (self._promised.get(t.i) for t in after)
        return list(dict.fromkeys(kind for kind in below if kind is not None))

    def leading(self, verb: Token) -> Thing | None:
        """The thing that opens a verb's sentence as its subject, when nothing else has become subject since.

        The parse often gives "the truce signed in Rome was broken and lapsed" other subjects, or none.
        """
        start = verb.sent.start
        at = bisect_left(self._places, start)
        if at == len(self._places) or self._places[at] >= verb.i:
            return None
        thing = self._by_token[self._places[at]]
        if verb.dep_ == "relcl" and verb.head.lemma_.lower() in _TALKS:
            return None
        if thing.token.dep_ not in ("nsubj", "nsubjpass") or verb.i - thing.token.i > _LONG_SENTENCE:
            return None
        for i in range(thing.token.i + 1, verb.i):
            token = verb.doc[i]
            other = token.dep_ in ("nsubj", "nsubjpass") and token.lower_ not in ("which", "that", "it")
            if other or token.text in (";", ":"):
                return None
        return thing

    def nearest(self, verb: Token, *, before: bool) -> Thing | None:
        """The thing nearest to a verb on one side of it in its clause."""
        steps = range(verb.i - 1, verb.sent.start - 1, -1) if before else range(verb.i + 1, verb.sent.end)
        for i in steps:
            token = verb.doc[i]
            if token.text in (";", ":", "?") or abs(i - verb.i) > _NEAREST:
                return None
            found = self._by_token.get(i)
            if found is not None:
                return found
        return None

    def _above(self, token: Token) -> Thing | None:
        """The thing in whose phrase a token stands ("the ceasefire of 30 April, which has held")."""
        for _ in range(4):
            if token.lower_ not in _PRONOUNS and (found := self.at(token)) is not None:
                return found
            if token.head.i == token.i or token.pos_ == "VERB":
                break
            token = token.head
        return None

    def agreement_before(self, token: Token) -> Thing | None:
        """The agreement named last before a token, not further back than a paragraph."""
        at = bisect_left(self._places, token.i)
        for i in range(at - 1, max(-1, at - 1 - _THINGS_BACK), -1):
            thing = self._by_token[self._places[i]]
            if token.idx - thing.token.idx > 4 * _REACH:
                return None
            if thing.agreement is not None:
                return thing
        return None

    def follows_agreement(self, token: Token) -> bool:
        """Whether an agreement that exists has been told of before a token, or in its sentence."""
        return any(i < token.sent.end for i in self._made)

    def truce_before(self, token: Token, sentences_back: int = 600) -> Thing | None:
        """The truce named last before a token, not further back than some sentences."""
        at = bisect_left(self._places, token.sent.end)
        while at > 0:
            thing = self._by_token[self._places[at - 1]]
            if token.idx - thing.token.idx > sentences_back:
                return None
            if thing.truce:
                return thing
            at -= 1
        return None

    def last_before(self, token: Token) -> Thing | None:
        """The agreement or measure named last before a token, not far back; of one sentence the first named."""
        at = bisect_left(self._places, token.i)
        best: Thing | None = None
        while at > 0:
            thing = self._by_token[self._places[at - 1]]
            if token.idx - thing.token.idx > _REACH or (best is not None and thing.token.sent != best.token.sent):
                break
            if thing.token.sent == token.sent and thing.agreement is None and _is_agreed_on(thing.token):
                return thing  # "they agreed on an exchange of prisoners, and it was carried out"
            if thing.token.sent != token.sent or thing.agreement is not None:
                best = thing
            at -= 1
        return best
