"""Chains of mentions that call one agreement by two descriptions, brought together.

"Are set to sign a peace deal ... the final accord ... the agreement, initialled in Khartoum": reports vary their words.
Two chains are one agreement unless something sets them apart: what they are about, names, dates, words such as
"previous", or that one exists and the other is only sought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.agreements.lexicon import CONTRASTING, TOPICS
from parley.model.reading import TimeExpression

if TYPE_CHECKING:
    from parley.claims.agreements.chains import AgreementChain
    from parley.claims.agreements.mentions import AgreementMention

# Nouns that vary freely for one thing; a protocol, an annex, a letter or a timetable is another paper.
PLAIN = frozenset(
    "agreement accord deal pact settlement treaty bargain ceasefire cease-fire truce armistice cessation proposal "
    "offer understanding".split()
)
# Sentences of one report name one agreement again within about so many characters; further on it is background.
REACH = 1_600
# A year has so many digits; a name that has one is full enough to be introduced on its own.
_YEAR = 4
# More chains than these are a survey of agreements, not a report of one: nothing is brought together there.
SURVEY = 8


def join(chains: list[AgreementChain]) -> list[AgreementChain]:
    """The chains with those that are one agreement made one, in the order of their first mention."""
    if len(chains) > SURVEY:
        return chains
    kept: list[AgreementChain] = []
    for chain in chains:
        first = next((known for known in kept if _are_one(known, chain)), None)
        if first is None:
            kept.append(chain)
            continue
        first.mentions = sorted([*first.mentions, *chain.mentions], key=lambda m: m.start)
        first.times = first.times or chain.times
    return join(kept) if len(kept) < len(chains) else kept  # what was told fully may take up one more


def _are_one(known: AgreementChain, new: AgreementChain) -> bool:
    opening = new.mentions[0]
    if opening.start - known.mentions[-1].start > REACH or _is_set_apart(opening):
        return False
    if any(c.lower_ in CONTRASTING for c in known.mentions[0].head.lefts) and _names(new):
        return False  # "an earlier accord ... the Lome accord"
    if not {opening.noun, known.mentions[0].noun} <= PLAIN:
        return False
    if _names(known) and _names(new) and not _names(known) & _names(new):
        return False
    if any(word.isdigit() and len(word) == _YEAR for word in _names(new) - _names(known)) and opening.definite:
        return False  # "agreed a truce ... the permanent ceasefire of 30 April 1998"
    if known.times and new.times and dates_apart(known.times, new.times):
        return False
    if _number(known) != _number(new):
        return False
    if _is_told_fully(known, new):
        return True
    hoped = [chain.status in ("possible", "not_held") for chain in (known, new)]
    if any(hoped) and not all(hoped):
        return False
    mine, theirs = topics(known), topics(new)
    if opening.family == "truce" and "ceasefire" not in mine:
        return False
    if all(hoped):
        return not mine or not theirs or bool(mine & theirs)
    if mine and theirs and opening.definite:
        return bool(mine & theirs)
    if mine and mine == theirs:
        return mine <= {"ceasefire", "prisoners"}
    return opening.definite or not (theirs or new.times or _names(new))


# The first sentence of a report, and the one that tells it fully, lie at most so many characters apart.
_TOLD_AGAIN = 900


def _is_told_fully(known: AgreementChain, new: AgreementChain) -> bool:
    """Whether the news of the first sentence is told again in full: "have reached an agreement to end a year of
    clashes ... reached on Monday in Algiers an agreement on the cessation of hostilities"."""
    lead, full = known.mentions[0], new.mentions[0]
    if not lead.made or not full.made or lead.status != "happened" or full.status != "happened":
        return False
    if lead.verb is None or full.verb is None or lead.verb.lemma_ != full.verb.lemma_:
        return False
    first = lead.sentence is not None and lead.sentence.start == 0
    bare = not topics(known) and not _names(known) and not known.times
    return first and bare and lead.noun == full.noun and full.start - lead.start <= _TOLD_AGAIN


def topics(chain: AgreementChain) -> frozenset[str]:
    """What an agreement is about, by the words of its names; nothing for "the deal" and "a peace accord"."""
    words = {w for m in chain.compared for w in m.name.lower().replace("-", " ").split()}
    return frozenset(topic for word in words if (topic := TOPICS.get(word.strip(".,"))) is not None)


def _names(chain: AgreementChain) -> frozenset[str]:
    return frozenset().union(*(m.proper for m in chain.compared))


def _number(chain: AgreementChain) -> bool:
    return any(m.head.tag_ in ("NNS", "NNPS") for m in chain.compared)


def _is_set_apart(mention: AgreementMention) -> bool:
    """Whether it is told to be another one, or which one: "a previous deal", "the truce signed in Rome"."""
    if any(c.lower_ in CONTRASTING - {"first"} for c in mention.head.lefts):
        return True
    told = (c for c in mention.head.rights if c.dep_ in ("acl", "relcl") and c.tag_ != "VBG" and c.tag_ != "VB")
    return any(not any(t.text == "," for t in mention.head.doc[mention.head.i : clause.i]) for clause in told)


def dates_apart(first: tuple[TimeExpression, ...], second: tuple[TimeExpression, ...]) -> bool:
    """Whether two dates, the vaguer setting the measure, are not the same."""
    mine, other = first[0].edtf or "", second[0].edtf or ""
    short = min(len(mine), len(other))
    return mine[:short] != other[:short]
