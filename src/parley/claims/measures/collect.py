"""Measures found in an article, each put to its agreement and told once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.claims.agreements.chains import AgreementChain
from parley.claims.agreements.mentions import AgreementMention
from parley.claims.measures.context import Context, context_of
from parley.claims.measures.details import deadline_of, object_of, quantity_of
from parley.claims.measures.lexicon import AIMED_AT, HOPING, KEEPING, PARTS, PROVIDING
from parley.claims.measures.numbers import COUNTED_TYPES, find_counts
from parley.claims.measures.provisions import Provision, find_provisions, is_aim, is_effect
from parley.claims.measures.spots import Spot, find_spots
from parley.model.claim import Claim, Force, MeasureType, MeetingClaim, Status
from parley.model.reading import Reading
from parley.model.span import Evidence
from parley.syntax.evidence import sentence_evidence, trimmed
from parley.syntax.force import force_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Nouns of these types are measures also where nothing says that they were promised or asked for.
STANDING = frozenset(
    {
        "ceasefire",
        "prisoner_exchange",
        "hostage_release",
        "humanitarian_access",
        "amnesty",
        "disarmament",
        "troop_withdrawal",
        "weapons_withdrawal",
        "sanctions_relief",
        "demining",
        "security_guarantees",
    }
)
# Verbs of these types are measures also when told as done ("freed the hostages").
DEEDS = frozenset({"prisoner_exchange", "hostage_release", "recognition", "sanctions_relief", "humanitarian_access"})


@dataclass(slots=True)
class Found:
    """One measure of an article, with all places that tell of it."""

    type: MeasureType
    status: Status
    agreement: str | None
    force: Force | None = None
    quantity: str | None = None
    object: str | None = None
    deadline: str | None = None
    evidence: list[Evidence] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Agreements:
    """The agreement mentions of an article, to be asked by place."""

    mentions: list[tuple[AgreementMention, AgreementChain]]
    starts: list[int]

    @classmethod
    def of(cls, chains: Sequence[AgreementChain]) -> Agreements:
        pairs = sorted(((m, c) for c in chains for m in c.mentions), key=lambda pair: pair[0].head.idx)
        return cls(pairs, [m.head.idx for m, _ in pairs])

    def around(self, spot: Spot) -> tuple[AgreementMention, AgreementChain] | None:
        """The agreement in whose name the measure stands, or that it is itself."""
        at = bisect_right(self.starts, spot.token.idx)
        for mention, chain in reversed(self.mentions[max(0, at - 3) : at + 3]):
            if mention.start <= spot.token.idx < mention.end or mention.head.i == spot.token.i:
                return mention, chain
        return None

    def at_head(self, noun: Token) -> AgreementMention | None:
        """The mention of an agreement whose noun a token is."""
        return next((m for m, _ in self.mentions if m.head.i == noun.i), None)

    def last_before(
        self, offset: int, reach: int, *, made: bool = False
    ) -> tuple[AgreementMention, AgreementChain] | None:
        """The agreement mentioned last before an offset, not further back than `reach` characters.

        With `made`, one that exists is taken before one that is only hoped for.
        """
        at = bisect_right(self.starts, offset)
        last: tuple[AgreementMention, AgreementChain] | None = None
        for i in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
            if offset - self.starts[i] > reach:
                break
            if last is None:
                last = self.mentions[i]
                if last[0].family == "offer" and _provides(last[0].head, offset):
                    return last
            if not made or self.mentions[i][1].status == "happened":
                return self.mentions[i]
        return last


def _provides(noun: Token, offset: int) -> bool:
    """Whether a proposal is the subject of the sentence that ends at an offset: "the peace plan must include"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in PROVIDING and noun.sent.end_char >= offset


# So many mentions back an agreement that exists is looked for.
_LOOK_BACK = 6
# A provision belongs to the agreement told of at most this many characters before: about three sentences.
REACH = 600


def collect(reading: Reading, chains: Sequence[AgreementChain], found: Sequence[Claim]) -> list[Found]:
    """The measures of an article in the order of the text."""
    agreements = Agreements.of(chains)
    meetings = [c for c in found if isinstance(c, MeetingClaim) and c.name and c.status == "happened"]
    heads = frozenset(m.head.i for m, _ in agreements.mentions)
    named_meetings = frozenset(m.name for m in meetings if m.name)
    measures: list[Found] = []
    for number, sentence in enumerate(reading.sentences()):
        near = agreements.last_before(sentence.end_char - 1, sentence.end_char - sentence.start_char + REACH, made=True)
        after = near is not None and near[0].family != "truce"
        provisions = list(find_provisions(sentence, reading, heads, after_agreement=after))
        typed: set[int] = set()
        named: set[int] = set()
        for spot in find_spots(sentence):
            provision = next((p for p in provisions if p.covers(spot.token)), None)
            if provision is not None:
                typed.add(provision.head.i)
            judged = _judge(spot, reading, agreements, provision, meetings)
            if judged is None:
                continue
            status, agreement = judged
            if status in ("planned", "happened") and _is_in_draft(spot.token):
                status = "possible"
            named.add(spot.token.i)
            described = Found(
                spot.type,
                status,
                agreement,
                _force(spot.token, provision, status),
                quantity_of(spot, reading),
                object_of(spot),
                deadline_of(spot, reading),
                [sentence_evidence(reading.article.text, spot.token)],
                [number],
            )
            _add(measures, described, spot.token, named_meetings)
        _add_counts(measures, sentence, number, reading)
        for provision in provisions:
            if provision.head.i in typed or any(p.covers(provision.head) for p in provisions if p is not provision):
                continue
            if provision.head.i in heads or is_effect(provision):
                continue
            if provision.head.pos_ == "NOUN" and provision.head.lemma_.lower() in PARTS:
                continue
            if is_aim(provision.head) or any(i in named for i in range(provision.first, provision.last + 1)):
                continue
            if provision.kind == "ordered" and near is None:
                continue
            if provision.kind == "asked":
                near = None
            agreement = near[1].name if near else None
            status = _under(near[1]) if near and provision.kind != "undertaken" else provision.status
            force = _force(provision.head, provision, status)
            measures.append(
                Found(
                    "other",
                    status,
                    agreement,
                    force,
                    evidence=[_clause_evidence(reading, provision)],
                    sentences=[number],
                )
            )
    return measures


def _clause_evidence(reading: Reading, provision: Provision) -> Evidence:
    doc = reading.doc
    first, last = doc[provision.first], doc[provision.last]
    return trimmed(reading.article.text, first.idx, last.idx + len(last))


def _judge(
    spot: Spot,
    reading: Reading,
    agreements: Agreements,
    provision: Provision | None,
    meetings: Sequence[MeetingClaim],
) -> tuple[Status, str | None] | None:
    """The status of a measure and the agreement it belongs to; None when the words only mention it in passing."""
    verbal = spot.frame.pos == "verb"
    if _without_progress(spot.token) or _is_former(spot.token):
        return None
    inside = agreements.around(spot)
    if spot.type == "ceasefire" and spot.frame.pos == "verb" and spot.token.dep_ in ("acl", "relcl", "advcl"):
        # The parse may hang the infinitive on the verb: then the noun right before it is what it tells of.
        over = agreements.at_head(spot.token.head) or agreements.at_head(spot.token.doc[max(0, spot.token.i - 2)])
        if over is not None and over.status == "possible" and spot.token.lemma_.lower() == "end":
            return None  # "a future deal to end the fighting": what it is all for
    if inside is not None:
        return _under(inside[1]) if inside[0].family == "offer" else inside[1].status, inside[1].name
    context = context_of(spot.token, reading, verbal=verbal)
    if spot.type == "ceasefire" and _is_kept(spot.token) and context.use not in ("refused", "denied", "aside"):
        context = Context("named", "happened")
    if spot.type == "ceasefire" and _is_only_aim(spot, provision):
        return None
    sentence = spot.token.sent
    wished = context.use == "ordered" and context.status == "possible"
    near = agreements.last_before(sentence.end_char, sentence.end_char - sentence.start_char + REACH, made=not wished)
    name = near[1].name if near else None
    if context.use == "undertaken" or (provision is not None and provision.kind == "undertaken"):
        name = _undertaken_at(spot.token, agreements, meetings)
    if context.use == "aside":
        return None
    if spot.token.lemma_.lower() == "guarantor" and spot.token.dep_ not in ("attr", "dobj", "pobj"):
        return None  # "the guarantors": those who stand by, not what they promise
    if context.use in ("refused", "denied"):
        return context.status, None
    laid_down = provision is not None and provision.kind != "undertaken"
    if near is not None and near[1].status == "not_held" and context.status != "not_held" and not laid_down:
        near, name = None, None
    if provision is not None and (context.use != "proposed" or provision.kind == "provided"):
        if near and near[1].status == "planned" and provision.kind == "provided" and near[0].status != "planned":
            return "happened", name  # "the agreement, to be signed in August, contains an amnesty": it is written
        return (_under(near[1]) if near and provision.kind != "undertaken" else provision.status), name
    standing = spot.type in STANDING or agreements.mentions
    if context.use == "proposed":
        return (context.status, None) if standing else None
    if context.use == "undertaken":
        return (context.status, name) if standing else None
    if context.use == "ordered":
        if near is not None:
            told = context.governor is not None and _is_announced(context.governor)
            return "planned" if told and near[1].status == "happened" else _under(near[1]), name
        return (context.status, None) if standing else None
    same = agreements.last_before(sentence.end_char, sentence.end_char - sentence.start_char)
    if context.use == "reported":
        if same is not None and same[1].status == "possible" and spot.token.dep_ == "advcl":
            same = None  # "hope for a deal grew when the troops pulled out": no measure of it
        if same is not None or spot.type in DEEDS:
            return context.status, same[1].name if same else None
        return None
    if spot.type in STANDING or (near is not None and (spot.type != "recognition" or same is not None)):
        # Its own "no" is heard above; a denial that comes from the rest of the list is not meant for this item.
        status = context.status
        if status == "not_held":
            status = _under(near[1]) if near is not None else "possible"
        return status, name
    return None


_DRAFTS = frozenset({"draft", "proposal", "blueprint", "non-paper"})
# The verb that has a draft as its subject stands at most so many steps above what the draft says.
_DRAFT_STEPS = 6


def _is_in_draft(token: Token) -> bool:
    """ "A leaked draft statement says that they will commit to a ceasefire": not yet agreed."""
    current = token
    for _ in range(_DRAFT_STEPS):
        if current.head.i == current.i:
            return False
        current = current.head
        for child in current.lefts:
            said = current.pos_ == "VERB" and child.dep_ == "nsubj"
            if said and any(t.lemma_.lower() in _DRAFTS for t in child.subtree if t.i <= child.i):
                return True
    return False


def _is_former(token: Token) -> bool:
    """ "A former ceasefire monitor": what somebody once was."""
    return any(c.lower_ in ("former", "ex", "retired") for c in token.lefts)


def _is_only_aim(spot: Spot, provision: Provision | None) -> bool:
    """ "In a bid to end the fighting", "many want an end to the bloodshed": what is hoped for, not what is agreed."""
    token = spot.token
    if not spot.frame.company or (provision is not None and provision.kind in ("undertaken", "asked")):
        return False
    head = token.head
    if spot.frame.pos == "noun":
        return token.lower_ == "end" and token.dep_ == "dobj" and head.lemma_.lower() in HOPING
    if token.dep_ == "pcomp":
        head = head.head
    return token.dep_ in ("acl", "relcl", "advcl", "pcomp", "xcomp") and head.lemma_.lower() in AIMED_AT


def _is_kept(token: Token) -> bool:
    """ "Measures to ensure the ceasefire", "strict adherence to the truce": it is there."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    return token.dep_ in ("dobj", "pobj") and head.lemma_.lower() in KEEPING and token.tag_ != "VBG"


def _under(chain: AgreementChain) -> Status:
    """The status of what an agreement provides: a proposal that was turned down had proposed it."""
    return "possible" if chain.status == "not_held" else chain.status


def _is_announced(verb: Token) -> bool:
    """ "The Red Cross said it would oversee the exchange": somebody's own plan."""
    would = any(c.lower_ in ("would", "will") for c in verb.lefts)
    return would and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in ("say", "announce", "state", "declare")


# What talks make, or fail to make, towards a measure.
_PROGRESS = frozenset({"progress", "headway", "breakthrough", "advance", "movement", "result", "success", "discussion"})


def _without_progress(token: Token) -> bool:
    """ "No progress on a ceasefire", "little headway towards a withdrawal": nothing was undertaken."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in ("on", "towards", "toward", "over", "about", "in"):
        return False
    noun = preposition.head
    # "No progress was made on a ceasefire": the phrase hangs on the verb, its subject is the progress.
    nouns = [
        noun,
        *(c for c in noun.lefts if c.dep_ in ("nsubj", "nsubjpass")),
        *(c for c in noun.rights if c.dep_ == "dobj"),
    ]
    return any(
        n.lemma_.lower() in _PROGRESS and any(c.lower_ in ("no", "little", "not") for c in n.lefts) for n in nouns
    )


# A meeting told of at most this many characters before is the one at which something was agreed.
_AT_MEETING = 1_500


def _undertaken_at(token: Token, agreements: Agreements, meetings: Sequence[MeetingClaim]) -> str | None:
    """What an undertaking belongs to: the agreement, or the named meeting, told of last before it."""
    sentence = token.sent
    near = agreements.last_before(token.idx, token.idx - sentence.start_char + REACH, made=True)
    best = (near[0].head.idx, near[1].name) if near and near[1].status == "happened" else None
    for meeting in meetings:
        for evidence in meeting.evidence:
            if evidence.start <= token.idx and token.idx - evidence.end <= _AT_MEETING and meeting.name:
                place = min(evidence.end, token.idx)
                if best is None or place > best[0]:
                    best = (place, meeting.name)
    return best[1] if best else None


# Numbers are those of an exchange told of at most so many sentences before.
_COUNT_WITHIN = 4


def _add_counts(measures: list[Found], sentence: Tokens, number: int, reading: Reading) -> None:
    """Adds what another number makes of an exchange already told of."""
    known = next((m for m in reversed(measures) if m.type in COUNTED_TYPES and m.status == "happened"), None)
    if known is None or number - known.sentences[-1] > _COUNT_WITHIN:
        return
    told = {word.strip(".,") for m in measures if m.type == known.type and m.quantity for word in m.quantity.split()}
    for token, quantity in find_counts(sentence):
        if token.text not in told:
            told.add(token.text)
            evidence = [sentence_evidence(reading.article.text, token)]
            measures.append(
                Found(known.type, "happened", known.agreement, None, quantity, None, None, evidence, [number])
            )


# The same sentence comes again only among the last added.
_LAST_EVIDENCE = 5
# Two mentions of a measure without an agreement are one when they stand at most this many sentences apart.
_ONE = 4
# ... and when one of the two has one, so many: news tells a measure first and names the agreement later.
_ONE_NAMED = 12


def _add(measures: list[Found], new: Found, token: Token, meetings: frozenset[str]) -> None:
    """Adds a measure, or its evidence to the same one told before.

    Args:
        meetings: names under which a measure stands that was agreed at a meeting, whatever the text is called.
    """
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.lefts)
    for known in reversed(measures):
        if known.type != new.type:
            continue
        apart = new.sentences[0] - known.sentences[-1]
        if (
            known.agreement is not None
            and new.agreement is not None
            and not {known.agreement, new.agreement} & meetings
        ):
            one = known.agreement == new.agreement or (definite and new.type == "ceasefire" and apart <= _ONE)
        else:
            near = known.agreement == new.agreement or known.quantity != new.quantity
            reach = _ONE if near else _ONE_NAMED
            same = known.status == new.status or (apart == 0 and new.type not in DEEDS)
            one = (same and apart <= reach) or (definite and apart <= 2)
        if one:
            known.agreement = known.agreement or new.agreement
            known.force = known.force or new.force
            known.quantity = known.quantity or new.quantity
            known.object = known.object or new.object
            known.deadline = known.deadline or new.deadline
            known.evidence.extend(e for e in new.evidence if e not in known.evidence[-_LAST_EVIDENCE:])
            known.sentences.extend(new.sentences)
            return
    measures.append(new)


def _force(token: Token, provision: Provision | None, status: Status) -> Force | None:
    """How binding the wording is: what an agreement lays down is decided, unless a milder word stands over it."""
    found = force_of(token)
    if found is None and provision is not None and provision.kind != "undertaken" and status == "happened":
        return "decided"
    return found
