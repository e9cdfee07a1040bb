"""Who made an agreement, when, where, and at which stage of a peace process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.agreements.chains import AgreementChain
from parley.claims.agreements.mentions import AgreementMention
from parley.model.party import Party, Place, Role
from parley.model.reading import Reading, TimeExpression
from parley.model.when import When
from parley.syntax.clauses import agents, conjuncts, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

# PA-X stages, by words of the name. First match counts; none is better than a wrong one.
STAGES: tuple[tuple[str, frozenset[str]], ...] = (
    ("Cea", frozenset({"ceasefire", "cease-fire", "truce", "armistice", "hostilities"})),
    ("Pre", frozenset({"roadmap", "road", "agenda", "talks"})),
    ("Imp", frozenset({"implementation", "timetable", "disengagement"})),
    ("Ren", frozenset({"extension", "renewal", "renewed", "recommitment"})),
    ("SubComp", frozenset({"comprehensive"})),
)


def stage_of(chain: AgreementChain) -> str | None:
    """The PA-X stage when the name makes it clear."""
    named = {word.strip(".,") for m in chain.mentions for word in m.name.lower().split()}
    return next((stage for stage, signs in STAGES if named & signs), None)


def when_of(chain: AgreementChain, text: str) -> When | None:
    """When it was made; two years ("signed in 2014 and 2015") become the interval between them."""
    times = chain.times
    if not times:
        return None
    first = times[0]
    if len(times) == 2 and _joined(times[0], times[1]):
        return When(
            edtf=f"{times[0].edtf}/{times[1].edtf}",
            text=text[first.start : times[1].end],
            basis=first.basis,
            start=first.start,
            end=times[1].end,
            anchor=first.anchor,
        )
    return first.as_when()


def _joined(first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two dates stand side by side, in order, neither being an interval."""
    a, b = first.edtf or "", second.edtf or ""
    return 0 < second.start - first.end <= 10 and "/" not in a + b and a < b and len(a) == len(b)


def place_of(chain: AgreementChain, reading: Reading) -> Place | None:
    """Where it was made: a place beside the verb that made it, else one in its name."""
    for mention in sorted(chain.mentions, key=lambda m: not m.made):
        if mention.verb is not None and mention.made:
            for preposition in ("in", "at"):
                for child in mention.verb.children:
                    if child.dep_ == "prep" and child.lower_ == preposition:
                        right = child.right_edge
                        for named in reading.mentions_in(child.idx, right.idx + len(right)):
                            if named.place is not None and named.kind == "place":
                                return named.place
    return None


def parties_of(chain: AgreementChain, reading: Reading) -> tuple[Party, ...]:
    """Those who made it, or are to make it, and those named as its brokers."""
    parties: dict[str, Party] = {}
    for mention in chain.mentions:
        for party in _parties_in_name(mention, reading):
            parties.setdefault(party.id, party.in_role("party"))
        for broker in _brokers(mention):
            for party in reading.parties_at(broker):
                parties.setdefault(party.id, party.in_role("mediator"))
        if mention.verb is None:
            continue
        lemma = mention.verb.lemma_.lower()
        heads = agents(mention.verb) or _urged(mention.verb) or subjects(mention.verb)
        role: Role
        if lemma in ("broker", "mediate", "arrange"):
            role = "mediator"
        elif mention.made and lemma not in ("approve", "endorse", "broker"):
            role = "signatory"
        elif lemma in ("discuss", "negotiate", "seek", "reject"):
            role = "party"
        else:
            continue
        for head in heads:
            for party in reading.parties_at(head):
                parties.setdefault(party.id, party.in_role(role))
    if not parties and any(_is_of_sides(m) for m in chain.mentions):
        parties = {side.id: side.in_role("party") for side in reading.sides}
    return tuple(parties.values())


# What is asked of somebody is theirs to do: "urged both sides to agree on a ceasefire".
_URGING = frozenset(
    "urge ask tell press persuade convince push pressure invite call appeal get bring allow force".split()
)
# Who is named behind an agreement's name, or behind what is done with it, is one of its sides.
_BETWEEN = frozenset({"between", "with", "among", "amongst"})


def _urged(verb: Token) -> list[Token]:
    """Those who are urged to do it, when somebody else urges them."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or above.lemma_.lower() not in _URGING:
        return []
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    asked = own or [c for c in above.children if c.dep_ in ("dobj", "dative") and above.i < c.i < verb.i]
    for child in above.children if not asked else ():
        if child.dep_ == "prep" and child.lower_ in ("on", "to", "upon") and above.i < child.i < verb.i:
            asked += [c for c in child.children if c.dep_ == "pobj"]
    return [t for head in asked for t in conjuncts(head)]


def _is_of_sides(mention: AgreementMention) -> bool:
    """Whether it is what the sides of a conflict make with each other, whose names the article then does not repeat."""
    return bool(_SIDES_OWN & set(mention.name.lower().replace("-", " ").split()))


_SIDES_OWN = frozenset("ceasefire cease truce armistice peace hostilities prisoner prisoners swap".split())


def _brokers(mention: AgreementMention) -> list[Token]:
    """Those by whom it was brokered, as said right after its name."""
    said = (c for c in mention.head.rights if c.dep_ == "acl" and c.lemma_.lower() in ("broker", "mediate", "arrange"))
    return [agent for verb in said for agent in agents(verb)]


def _parties_in_name(mention: AgreementMention, reading: Reading) -> list[Party]:
    """Those a name itself names: "the Russian-US agreements", "the agreement between Armenia and Azerbaijan"."""
    found: list[Party] = []
    for named in reading.mentions_in(mention.start, mention.end):
        found.extend(p for p in named.parties if p.kind in ("state", "group", "organisation", "person"))
    for above in (mention.head, mention.verb):
        for child in above.rights if above is not None else ():
            if child.dep_ == "prep" and child.lower_ in _BETWEEN:
                heads = [t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c)]
                found.extend(p for head in heads for p in reading.parties_at(head))
    return found
