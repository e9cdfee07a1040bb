"""Mentions of one agreement brought together: "the Minsk agreements ... the agreements ... the deal"."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.claims.agreements.joining import dates_apart, join
from parley.claims.agreements.lexicon import CONTRASTING, EARLIER
from parley.claims.agreements.mentions import AgreementMention, find_mentions
from parley.model.claim import Status
from parley.model.reading import Reading, TimeExpression

# Nouns by which any written agreement may be taken up again.
ANAPHORS = frozenset(
    {"agreement", "accord", "deal", "document", "text", "paper", "pact", "bargain", "settlement", "package", "plan"}
)
# "The deal" takes up an agreement told of at most so many mentions before; articles rarely keep more in play.
_RECENT = 6
# A mention is compared with so many of a chain: more would make an article of one word quadratic.
_COMPARED = 12


@dataclass(slots=True)
class AgreementChain:
    """One agreement of an article with all its mentions, in the order of the text."""

    mentions: list[AgreementMention] = field(default_factory=list)
    _known: tuple[int, str, Status] | None = field(default=None, repr=False, compare=False)
    times: tuple[TimeExpression, ...] = ()

    @property
    def best(self) -> AgreementMention:
        """The mention that tells most: one that is named before one that is described, then the earliest made one."""
        return min(
            self.mentions,
            key=lambda m: (not m.proper, not (m.made and m.status == self.status), not m.distinct, m.start),
        )

    @property
    def name(self) -> str:
        """What the text calls it, by the mention with the most telling name."""
        return self._told()[1]

    @property
    def status(self) -> Status:
        """`happened` when any mention says so, else what the first mention says that says most."""
        return self._told()[2]

    @property
    def compared(self) -> list[AgreementMention]:
        """The mentions a new one is compared with: the first few, which introduce it."""
        return self.mentions[:_COMPARED]

    def _told(self) -> tuple[int, str, Status]:
        """Name and status, worked out anew only when a mention has been added."""
        if self._known is None or self._known[0] != len(self.mentions):
            name = min(self.mentions, key=lambda m: (not m.proper, not m.distinct, m.start)).name
            self._known = (len(self.mentions), name, self._status())
        return self._known

    def _status(self) -> Status:
        statuses = [m.status for m in self.mentions]
        made = [m for m in self.mentions if m.made and m.status == "happened"]
        if self.mentions[0].status == "planned" and self.mentions[0].made:
            return "planned"  # initialled already, to be signed on Friday
        if made:
            return "happened"
        if self.mentions[0].status == "not_held":
            return "not_held"
        if self.mentions[0].status == "happened":
            return "happened"
        for status in ("not_held", "planned", "happened", "possible"):
            share = statuses.count(status) * 2
            if share > len(statuses) or (share == len(statuses) and statuses[0] != "possible"):
                return status
        return statuses[0]

    @property
    def prospective(self) -> bool:
        return self.mentions[-1].status in ("possible", "planned", "not_held")


def find_chains(reading: Reading) -> list[AgreementChain]:
    """The agreements of an article in the order of their first mention."""
    chains: list[AgreementChain] = []
    for mention in find_mentions(reading):
        times = _own_times(mention, reading)
        chain = _chain_for(mention, times, chains)
        if chain is None:
            chain = AgreementChain()
            chains.append(chain)
        chain.mentions.append(mention)
        if times and not chain.times:
            chain.times = times
    return join([c for c in chains if not all(_in_heading(m) for m in c.mentions)])


def _in_heading(mention: AgreementMention) -> bool:
    """Whether a mention stands in a line that is no sentence: a headline or the name of a topic."""
    sentence = mention.sentence
    if sentence is None:
        return False
    if sentence.text.rstrip()[-1:] in ".?!:;”\"'’)":
        return False
    return not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence)


def _own_times(mention: AgreementMention, reading: Reading) -> tuple[TimeExpression, ...]:
    """The dates said of the agreement: within its name, or beside the verb that made it."""
    inside = [t for t in reading.times_in(mention.start, mention.end) if t.edtf and t.type == "DATE"]
    if inside:
        return tuple(inside)
    verb = mention.verb
    if verb is None or not (mention.made or (mention.family == "truce" and verb.lemma_.lower() not in _BREAKING)):
        return ()
    left, right = verb.left_edge, verb.right_edge
    beside = reading.times_in(left.idx, right.idx + len(right))
    return tuple(
        t
        for t in beside
        if t.edtf and t.type in ("DATE", "TIME") and abs(t.start - verb.idx) < _NEAR and _clause_of(reading, t, verb)
    )


# Verbs whose day is another than that of the truce.
_BREAKING = frozenset(
    "break violate breach respect observe honour honor accuse expire lapse collapse end crumble unravel".split()
)
# A date further than this from the verb mostly belongs to another clause of a long sentence.
_NEAR = 90


def _clause_of(reading: Reading, time: TimeExpression, verb: object) -> bool:
    """Whether no other verb stands between the time and the verb."""
    from_, to = sorted((time.start, verb.idx))  # type: ignore[attr-defined]
    span = reading.doc.char_span(from_, to, alignment_mode="expand")
    if span is None:
        return True
    return not any(t.pos_ == "VERB" and t.i != verb.i and t.tag_ in ("VBD", "VBZ", "VBP") for t in span)  # type: ignore[attr-defined]


def _chain_for(
    mention: AgreementMention, times: tuple[TimeExpression, ...], chains: list[AgreementChain]
) -> AgreementChain | None:
    """The chain a mention belongs to, None when it tells of another agreement."""
    recent = [c for c in reversed(chains) if _same_family(c, mention) and not _clash(mention, c, times)][:_RECENT]
    if mention.proper:
        for chain in recent:
            if any(mention.proper & m.proper for m in chain.compared) and _same_noun(chain, mention):
                return chain
    if mention.distinct:
        for chain in recent:
            if any(mention.distinct & m.distinct for m in chain.compared) and _same_noun(chain, mention):
                return chain
        return next((c for c in recent if _takes_up_anew(c, mention)), None)
    if mention.definite:
        for chain in recent:
            if any(m.noun == mention.noun for m in chain.compared) and _same_number(chain, mention):
                return chain
        if mention.family == "offer":
            return next((c for c in recent if c.prospective and _same_number(c, mention)), None)
        if mention.noun in ANAPHORS or mention.family != "text":
            return next((c for c in recent if _same_number(c, mention)), None) or _truce_called_deal(mention, chains)
        return None
    if _is_apart(mention):
        return None  # "an earlier accord": another one
    for chain in recent:
        if not _same_noun(chain, mention) and mention.family == "text":
            continue
        if mention.status != "happened" and chain.prospective:
            return chain
        if mention.status == "happened" and mention.made and not chain.prospective and not times:
            return chain
    return None


def _truce_called_deal(mention: AgreementMention, chains: list[AgreementChain]) -> AgreementChain | None:
    """The truce that "the deal" takes up when no text has been told of."""
    if mention.noun not in ("deal", "agreement", "accord", "pact") or mention.head.tag_ in ("NNS", "NNPS"):
        return None
    return next((c for c in reversed(chains) if any(m.family == "truce" for m in c.compared)), None)


def _takes_up_anew(chain: AgreementChain, mention: AgreementMention) -> bool:
    """Whether a described agreement is one mentioned without description just before, or only described otherwise."""
    return (
        mention.definite
        and not mention.distinct & CONTRASTING
        and not mention.proper
        and not any(m.distinct for m in chain.compared)
        and _same_noun(chain, mention)
        and _same_number(chain, mention)
    )


def _same_number(chain: AgreementChain, mention: AgreementMention) -> bool:
    """Whether "the agreement" and "the agreements" can be one."""
    plural = mention.head.tag_ in ("NNS", "NNPS")
    return any((m.head.tag_ in ("NNS", "NNPS")) == plural for m in chain.compared)


def _same_family(chain: AgreementChain, mention: AgreementMention) -> bool:
    families = {m.family for m in chain.mentions}
    if mention.family in families:
        return True
    if mention.family == "truce":
        return any("ceasefire" in m.name.lower() or "truce" in m.name.lower() for m in chain.compared)
    return "truce" not in families or (
        mention.family == "text" and bool(mention.distinct & {"ceasefire", "truce", "cease-fire"})
    )


def _same_noun(chain: AgreementChain, mention: AgreementMention) -> bool:
    nouns = {m.noun for m in chain.mentions}
    return mention.noun in nouns or (mention.noun in ANAPHORS and bool(nouns & ANAPHORS))


def _is_apart(mention: AgreementMention) -> bool:
    """Whether any agreement is told to be another one than those told of: "a separate deal"."""
    apart = any(c.lower_ in CONTRASTING - {"first", "original"} for c in mention.head.lefts)
    return apart and mention.status == "happened"  # "another truce" that is hoped for is the one that is sought


def _is_earlier(mention: AgreementMention) -> bool:
    """Whether it is called the last or the previous one."""
    return any(c.lower_ in EARLIER for c in mention.head.lefts)


def _side_by_side(mention: AgreementMention, before: AgreementMention) -> bool:
    """Whether one sentence tells of both by other words: "a final pact, as outlined in the framework deal"."""
    together = mention.sentence is not None and before.sentence is not None
    if not together or mention.sentence != before.sentence or mention.noun == before.noun:
        return False
    return bool(mention.distinct) and {mention.status, before.status} == {"happened", "possible"}


def _clash(mention: AgreementMention, chain: AgreementChain, times: tuple[TimeExpression, ...]) -> bool:
    """Whether the two cannot be one: dates apart, or names apart."""
    theirs = frozenset().union(*(m.proper for m in chain.compared))
    if mention.proper and theirs and not mention.proper & theirs:
        return True
    if mention.status != chain.mentions[-1].status and _side_by_side(mention, chain.mentions[-1]):
        return True
    if _is_earlier(mention) and chain.prospective:
        return True
    if not mention.definite and mention.status == "possible" and chain.status == "happened":
        return True  # "a pact would end the war": not the truce that exists
    if not times or not chain.times or (mention.definite and mention.status != "happened"):
        return False  # the day on which it is to be signed is not the day on which it was reached
    return dates_apart(times, chain.times)
