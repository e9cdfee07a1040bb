"""The events a sentence tells, the main one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parley.claims.events.accidents import is_accident, tells_accident
from parley.claims.events.actors import actors_of, demanded_of
from parley.claims.events.frames import Trigger, deed, noun_words, trigger
from parley.claims.events.heads import VERBAL, clause_verb, through
from parley.claims.events.lexicon import NONE, Rule, lexicon
from parley.model.claim import Status
from parley.syntax.clauses import children, is_negated, is_passive, objects
from parley.syntax.governors import lemma_of
from parley.syntax.modality import event_status, own_modals

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})

# How much further from the main assertion of a sentence each step of the parse leads. Set by reading some hundred
# sentences: what is said or decided is the point of the sentence, what a relative clause adds is background.
STEPS: dict[str, float] = {
    "ROOT": 0.0, "ccomp": 0.2, "xcomp": 0.2, "conj": 1.0, "parataxis": 1.0, "advcl": 3.0, "relcl": 3.0, "acl": 2.5,
    "pcomp": 2.0, "dobj": 0.5, "attr": 0.5, "oprd": 0.5, "nsubj": 1.5, "nsubjpass": 0.7, "prep": 1.0, "agent": 1.5,
    "pobj": 0.5, "compound": 2.0, "amod": 3.0, "appos": 2.5, "poss": 2.5, "acomp": 0.3, "dep": 1.0, "csubj": 1.5,
}  # fmt: skip
OTHER_STEP = 1.5
PURPOSE_STEP = 1.2  # "called to congratulate", "sent a team to investigate"
WHEN_STEP = 1.0  # "began on Friday, when rebels attacked"
LONG_AGO = 1.5  # "five years after crowds burned the embassy"
TIMES = frozenset({"DATE", "TIME"})
OPAQUE_GOVERNOR = 1.0  # under a verb that is no part of the event
# Events further from the point of the sentence were right in 4 of 10 sentences, nearer ones in 8 of 10.
IN_PASSING = 4.0
# Of two events of one type that are about as near to the point, the one that says who does it to whom is meant.
ABOUT_SAME = 1.5
# How near, in words, "peacekeepers" stands to the sending of troops.
PEACE_WINDOW = 20
# A truce that does this is no truce any more.
EXPIRING = frozenset("expire end collapse break fail lapse crumble unravel falter".split())
# What these verbs govern is not done.
ENDING = frozenset("suspend end stop halt cease prevent avoid avert resolve renounce forswear".split())
FIGHTERS = frozenset("fighter rebel militant guerrilla insurgent separatist mercenary gunman".split())
OBLIGING = frozenset({"must", "should", "ought"})
# "Announced the release", "decided to ease": done, for all that PLOVER asks, not a plan.
DECIDING = frozenset("announce decide order authorize authorise approve confirm declare vote".split())
WEAK = 2.5
NOUN = 0.5
# Candidates further than this from the top are not looked at: bounds the work for one sentence.
MAX_STEPS = 40


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event in a sentence: types, status, trigger word, and the heads of source and target phrases.

    `rule_code` and `rule_mode` say what is done ("will release": RETREAT), `code` what PLOVER makes of it once tense,
    modals and negation are counted (AGREE). The smaller its `cost`, the nearer it is to the point of the sentence.
    """

    code: str
    mode: str | None
    rule_code: str
    rule_mode: str | None
    weak: bool
    deed: str
    status: Status
    trigger: Token
    sources: tuple[Token, ...]
    targets: tuple[Token, ...]
    cost: float


def find_events(sentence: Span) -> list[FoundEvent]:
    """The events of a sentence, the main one first."""
    matches = [match for token in sentence if (match := trigger(token) or _obliged(token))]
    told = {match.object.i for match in matches if match.object is not None}
    found = []
    for match in matches:
        if match.rule.code == NONE or match.token.i in told:
            continue  # "launched an attack" is one event, told by the verb
        if event := _event(match):
            found.append(event)
    return sorted(found, key=lambda event: (event.cost, event.trigger.i))


def _obliged(token: Token) -> Trigger | None:
    """What somebody must or should do is asked of him, whatever it is."""
    if (
        token.pos_ not in VERBAL
        or not own_modals(token) & OBLIGING
        or not any(c.dep_ == "nsubj" for c in children(token))
    ):
        return None
    return Trigger(token, Rule("REQUEST", None, weak=True))


def _event(match: Trigger) -> FoundEvent | None:
    token = match.token
    if _is_no_deed(match):
        return None
    status = _status(token)
    code = None if match.rule.code in ("ASSAULT", "COERCE") and is_accident(token) else _code(match, status)
    if code is None:
        return None
    asked = code == "REQUEST" != match.rule.code or (match.rule.weak and bool(own_modals(token) & OBLIGING))
    source, target = demanded_of(token) if asked and token.pos_ in VERBAL else actors_of(match)
    if target and target[0].lower_.endswith(("self", "selves")):
        return None
    if match.rule.code == "ASSAULT" and not source and tells_accident(token.sent):
        return None
    if _leaves_place(match, source):
        match = Trigger(token, Rule("RETREAT", "withdraw"))
        code = _code(match, status) or "RETREAT"
    mode = _mode(match)
    if code == match.rule.code == "MOBILIZE" and _keeps_peace(token):
        match = Trigger(token, Rule("AID", "peacekeeping"), match.object)
        code, mode = "AID", "peacekeeping"
    return FoundEvent(
        code=code,
        mode=mode if code == match.rule.code else _MODE_OF.get((code, match.rule.code)),
        rule_code=match.rule.code,
        rule_mode=mode,
        weak=match.rule.weak,
        deed=deed(match),
        status=status,
        trigger=token,
        sources=tuple(source),
        targets=tuple(target),
        cost=_cost(token) + (WEAK if match.rule.weak else 0.0) + (NOUN if token.pos_ in ("NOUN", "PROPN") else 0.0),
    )


def _is_no_deed(match: Trigger) -> bool:
    """Whether a word is used otherwise than for a deed."""
    token = match.token
    if token.pos_ == "VERB":
        going_back = match.rule.mode == "return" and not objects(token) and not is_passive(token)
        if lemma_of(token) in ("overturn", "crash", "plunge") and not objects(token) and not is_passive(token):
            return True  # "a bus overturned"
        return token.dep_ == "amod" or _only_sinks(token) or (going_back and token.dep_ not in ("acl", "relcl"))
    if token.dep_ == "pobj" and token.head.lower_ == "without":
        return True  # "without an agreement"
    if match.rule.code in HOSTILE and token.dep_ in ("dobj", "conj") and lemma_of(_governor(token)) in ENDING:
        return True  # "promised to suspend attacks"
    if token.dep_ != "nsubj":
        return False
    verb = token.head
    judged = lemma_of(verb) == "be" and any(c.dep_ in ("acomp", "attr") for c in children(verb))
    over = match.rule.mode == "ceasefire" and lemma_of(verb) in EXPIRING
    return over or (judged and is_negated(verb))  # "the dialogue will not be easy"


def _governor(noun: Token) -> Token:
    """What governs a noun or the nouns that it is joined to."""
    current = noun
    while current.dep_ == "conj" and current.head.i != current.i:
        current = current.head
    return current.head


def _only_sinks(verb: Token) -> bool:
    """Whether "decline" tells of a number: nothing is declined."""
    refused = any(c.dep_ in ("dobj", "xcomp", "nsubjpass") for c in children(verb))
    return lemma_of(verb) == "decline" and not refused


def _leaves_place(match: Trigger, sources: Sequence[Token]) -> bool:
    """Whether it is soldiers who withdraw: "rebels withdrew from the town", not "Chad withdrew from the court"."""
    verb = match.token
    if match.rule.code != "SANCTION" or match.object is not None or lemma_of(verb) not in ("withdraw", "pull"):
        return False
    return any(lexicon().classes_of(noun_words(t)) & {"troops"} or t.lemma_.lower() in FIGHTERS for t in sources)


def _keeps_peace(token: Token) -> bool:
    """Whether troops are sent as peacekeepers."""
    near = token.doc[max(token.sent.start, token.i - PEACE_WINDOW) : min(token.sent.end, token.i + PEACE_WINDOW)]
    return any(t.lower_.startswith("peacekeep") for t in near)


# The mode of words by the deed that they are about: "refused to meet" is REJECT meet.
_MODE_OF: dict[tuple[str, str], str] = {
    **{("AGREE", deed): mode for deed, mode in (("CONSULT", "meet"), ("AID", "aid"), ("COOPERATE", "cooperate"))},
    **{("AGREE", deed): "yield" for deed in ("CONCEDE", "RETREAT")},
    **{(words, "CONSULT"): "meet" for words in ("REQUEST", "REJECT")},
    **{(words, deed): "assist" for words in ("REQUEST", "REJECT") for deed in ("AID", "COOPERATE")},
    **{(words, deed): "yield" for words in ("REQUEST", "REJECT") for deed in ("CONCEDE", "RETREAT")},
    ("THREATEN", "ASSAULT"): "violence",
    ("THREATEN", "COERCE"): "restrict",
    ("THREATEN", "SANCTION"): "relations",
}


def _mode(match: Trigger) -> str | None:
    """The mode; where the verb gives none, that of its object or what the words are about ("launched an invasion")."""
    rule = match.rule
    if rule.mode:
        return rule.mode
    about = [match.object] if match.object is not None else []
    about += [c for c in children(match.token) if c.dep_ in ("xcomp", "ccomp", "dobj")]
    about += [p for c in children(match.token) if c.dep_ == "prep" for p in children(c) if p.dep_ in ("pobj", "pcomp")]
    for token in about:
        inner = trigger(token)
        if inner is None:
            continue
        if inner.rule.code == rule.code and token.pos_ != "VERB":
            return inner.rule.mode
        if found := _MODE_OF.get((rule.code, inner.rule.code)):
            return found
    return None


def _status(token: Token) -> Status:
    """The status of a trigger; what is decided or announced is as good as done: "announced the release"."""
    if token.pos_ == "ADJ":
        return event_status(token.head)  # "is willing to": the predicate's verb
    status = event_status(token)
    if status in ("planned", "possible") and token.dep_ in ("dobj", "xcomp", "nsubjpass", "pobj"):
        verb = clause_verb(token.head)
        if verb is not None and lemma_of(verb) in DECIDING:
            return event_status(verb)
    return status


def _code(match: Trigger, status: Status) -> str | None:
    """The type once tense, modals and negation are counted: PLOVER codes what is promised, refused and threatened."""
    code = match.rule.code
    verb = clause_verb(match.token)
    if status == "not_held":
        if code in COOPERATIVE or code == "AGREE":
            return "REJECT"
        return None if code in HOSTILE or code in ("ACCUSE", "THREATEN", "REQUEST") else code
    if status == "planned":
        if code == "REJECT" and lemma_of(match.token) == "boycott":
            return "THREATEN"
        if code in COOPERATIVE:
            return "AGREE"
        return "THREATEN" if code in HOSTILE else code
    if status == "possible" and own_modals(match.token) & {"would", "'d", "’d"} and code in COOPERATIVE:
        return "AGREE"
    if status == "possible" and verb is not None and (own_modals(match.token) | own_modals(verb)) & OBLIGING:
        return "REQUEST" if code not in ("ACCUSE", "THREATEN", "REJECT") else code
    return code


def _cost(token: Token) -> float:
    cost = 0.0
    current = token
    for _ in range(MAX_STEPS):
        head = current.head
        if head.i == current.i:
            return cost
        step = STEPS.get(current.dep_, OTHER_STEP)
        if current.dep_ == "relcl" and head.ent_type_ in TIMES:
            step = WHEN_STEP
        if current.dep_ == "advcl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in children(current)):
            step = PURPOSE_STEP
        if current.dep_ == "advcl" and any(
            c.dep_ in ("npadvmod", "advmod") and c.ent_type_ in TIMES for c in children(current)
        ):
            step += LONG_AGO
        if head.pos_ in VERBAL and current.dep_ in ("ccomp", "xcomp", "dobj", "nsubjpass") and not through(head):
            step += OPAQUE_GOVERNOR
        cost += step
        current = head
    return cost


def main_event(sentence: Span) -> FoundEvent | None:
    """The event that a sentence is about, None when it tells none or only mentions one in passing."""
    told = [event for event in find_events(sentence) if event.cost <= IN_PASSING and _is_told(event)]
    if not told:
        return None
    main = told[0]
    if not (main.sources and main.targets):
        joined = [e for e in told[1:] if e.trigger.head.i == main.trigger.i and e.trigger.dep_ == "conj" and e.sources]
        if not main.sources and joined and joined[0].code == main.code:
            return replace(main, sources=joined[0].sources)  # "ten were killed and six injured by rebels"
        for other in told[1:]:  # "issued an ultimatum to Turkey: sanctions will be imposed"
            if other.code == main.code and other.cost <= main.cost + ABOUT_SAME and other.sources and other.targets:
                return other
    return main


def _is_told(event: FoundEvent) -> bool:
    """Whether an event has the parties that its word needs: a weak word a named source, a noun a source or target."""
    if event.weak:
        return any(t.ent_type_ or t.pos_ == "PROPN" for head in event.sources for t in (head, *children(head)))
    return event.trigger.pos_ in VERBAL or bool(event.sources or event.targets)


def main_events(doc: Doc) -> list[FoundEvent]:
    """The main event of each sentence that tells one."""
    return [event for sentence in doc.sents if (event := main_event(sentence))]
