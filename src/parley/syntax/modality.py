"""Whether a word of a parsed sentence tells of a fact, a plan, a possibility, or of what did not come about.

A word is judged by its own marks (tense, modal, negation; "no", "planned", "any" before a noun), else by the word
that governs it, and that by its governor, outwards: "said they could agree to hold talks" is `possible` because of
"could". What each governor does is in `parley.syntax.governors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.syntax.clauses import children
from parley.syntax.governors import (
    AGREEMENTS,
    FOR_VERBS,
    MAKING,
    adjective_effect,
    lemma_of,
    noun_effect,
    verb_effect,
)
from parley.syntax.marks import VERBAL, has_to, is_presupposed, negated, noun_marks, participle, through

if TYPE_CHECKING:
    from spacy.tokens import Token

    from parley.model.claim import Status

# Longer chains of governors are parsing accidents: the bound keeps a sentence of 10,000 words linear.
MAX_STEPS = 16

POSSIBLE_MODALS = frozenset({"could", "can", "may", "might", "should", "must", "ought", "need", "would", "'d", "’d"})
FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
CONDITIONS = frozenset({"if", "unless", "provided", "providing", "assuming", "should", "lest", "until", "till"})
DOUBTS = frozenset({"whether", "if"})
BEFORE = frozenset({"before", "until", "till", "pending"})
INSTEAD = frozenset({"without", "instead", "rather"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A present tense with one of these tells of a coming event.
_SOON = frozenset(
    "tomorrow tonight next later monday tuesday wednesday thursday friday saturday sunday soon upcoming".split()
)


def event_status(token: Token) -> Status:
    """The status of what a verb or an event noun tells: happened, planned, possible or not_held."""
    return _status(token, MAX_STEPS)


def own_modals(verb: Token) -> set[str]:
    """The modal and auxiliary words of a verb, in small letters."""
    return {child.lower_ for child in children(verb) if child.dep_ in ("aux", "auxpass")}


def _status(token: Token, steps: int) -> Status:
    if steps <= 0:
        return "happened"
    return _verb_status(token, steps - 1) if token.pos_ in VERBAL else _noun_status(token, steps - 1)


# ---------------------------------------------------------------------------------------------------------- nouns


def _noun_status(noun: Token, steps: int) -> Status:
    own = noun_marks(noun)
    outer = _governed_noun(noun, steps)
    if own is None or (outer == "not_held" and own in ("planned", "possible")):
        return outer
    if own == "not_held":
        # "No talks were held": not held; "did not say there were no talks" is left alone.
        return "not_held"
    # "the planned summit took place" / "the next round was held in May": the verb that tells of it knows better.
    return outer if own != "happened" and _is_told(noun) else own


def _is_told(noun: Token) -> bool:
    """Whether a finite past verb tells of the noun itself ("the planned summit took place")."""
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    verb = noun.head
    effect = verb_effect(verb)
    return verb.tag_ in ("VBD", "VBN") and effect == "actual"


def _governed_noun(noun: Token, steps: int) -> Status:
    head = noun.head
    if head.i == noun.i:
        return _headline(noun)
    if noun.lemma_.lower() in AGREEMENTS and is_presupposed(noun):
        return "happened"
    if noun.dep_ in ("conj", "appos", "nmod", "compound", "poss", "amod", "npadvmod", "nummod", "dep", "quantmod"):
        if noun.dep_ == "compound" and (effect := noun_effect(head)) in ("wish", "veto", "doubt"):
            return through(effect, _noun_or_self(head, steps))
        return _status(head, steps)
    if noun.dep_ == "pobj":
        return _after_preposition(head, steps)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return _as_subject(noun, head, steps)
    if head.pos_ in VERBAL:  # object, attribute, dative
        if noun.dep_ == "attr":
            return _status(head, steps)
        if noun.lemma_.lower() in AGREEMENTS and lemma_of(head) in MAKING:
            return _status(head, steps)
        return through(verb_effect(head), _status(head, steps))
    return _status(head, steps)


def _noun_or_self(noun: Token, steps: int) -> Status:
    """The status of a governing noun: "rejected the proposal" not held, "the proposal" alone a fact."""
    status = _status(noun, steps)
    return "not_held" if status == "not_held" else "happened"


def _headline(noun: Token) -> Status:
    """A noun that nothing governs: the phrase may hang an infinitive on it ("talks to resume")."""
    for child in children(noun):
        if child.dep_ in ("acl", "relcl", "ccomp") and (found := participle(child)):
            return found
    return "happened"


def _as_subject(noun: Token, verb: Token, steps: int) -> Status:
    if verb.lemma_ in ("be", "remain", "seem", "appear", "become", "look", "stay"):
        for child in children(verb):
            if child.dep_ in ("acomp", "advmod", "prt", "prep") and (effect := adjective_effect(child)):
                return through(effect, _status(verb, steps))
            if child.dep_ == "xcomp" and has_to(child):
                return "not_held" if negated(verb) else "planned"
    if noun.dep_ == "nsubjpass":
        return through(verb_effect(verb), _status(verb, steps))
    if verb.lemma_ == "fall" and any(c.lower_ == "through" for c in children(verb)):
        return through("veto", _status(verb, steps))
    for child in children(verb):  # "talks are expected to begin" is parsed with "begin" below "expected"
        if child.dep_ == "xcomp" and lemma_of(verb) == "have":
            return _status(child, steps)  # "has yet to take place"
        if child.dep_ == "xcomp" and lemma_of(verb) == "fail" and child.lemma_ not in OCCURRENCES:
            return "happened"  # "failed to produce a result"
        if child.dep_ == "xcomp" and verb_effect(verb) in ("plan", "veto"):
            return through(verb_effect(verb), _status(verb, steps))
    status = _status(verb, steps)
    if status == "not_held" and verb.lemma_ not in OCCURRENCES:
        return "happened"  # "the talks did not yield a result": there were talks
    return status


# Verbs that say of their subject that it takes place: only their negation denies it.
OCCURRENCES = frozenset(
    "be take happen occur begin start open resume proceed follow go materialise materialize continue convene".split()
)


def _after_preposition(preposition: Token, steps: int) -> Status:
    word = preposition.lower_
    governor = preposition.head
    chain = word
    while governor.dep_ in ("prep", "agent", "advmod") and governor.pos_ in ("ADP", "ADV", "SCONJ"):
        if governor.head.i == governor.i:
            break
        chain = f"{governor.lower_} {chain}"
        governor = governor.head
    if word in INSTEAD or governor.lower_ in INSTEAD:
        return "not_held"
    if word == "of" and governor.lower_ == "ahead":
        return "planned"
    if word in _AFTERWARDS:
        return "planned" if _status(_finite_above(governor), steps) == "planned" else "happened"
    if word in ("at", "in") and governor.dep_ in ("acl", "relcl") and has_to(governor):
        return _status(_finite_above(governor.head), steps)  # "discussed ways to end the war at a meeting"
    if governor.pos_ in VERBAL:
        return _beside_verb(preposition, chain, governor, steps)
    if governor.pos_ == "ADJ" and (adjective := adjective_effect(governor)):
        return through(adjective, _status(governor, steps))
    effect = noun_effect(governor)
    if effect and effect != "actual" and word in ("of", "for", "on", "to", "at", "about", "in"):
        return through(effect, _noun_or_self(governor, steps))
    if effect is None and word == "of" and _is_definite_after(preposition):
        return "happened"  # "an account of the meeting": there was one
    return _status(governor, steps)


_AFTERWARDS = frozenset({"after", "following", "since", "during", "despite"})


_AIMED = ("on", "toward")
# "Refused to comment on the meeting" says nothing against the meeting.
_SPEAKING = frozenset("comment elaborate reflect report speak remark brief".split())


def _beside_verb(preposition: Token, chain: str, verb: Token, steps: int) -> Status:
    """The status of a noun that a preposition hangs on a verb: "called for talks", "took part in talks".

    `chain` holds the preposition with those before it ("out of").
    """
    word, lemma = preposition.lower_, lemma_of(verb)
    if lemma in _SPEAKING and word in ("on", "about", "of"):
        return "happened"
    outer = _status(verb, steps)
    alone, effect = verb_effect(verb), verb_effect(verb, preposition=chain)
    if effect == alone and chain != word:
        effect = verb_effect(verb, preposition=word)
    if effect != alone or (word == "for" and lemma in FOR_VERBS):
        return through(effect, outer)
    if word in ("on", "to") and lemma == "agree":
        nouns = [c.lemma_.lower() for c in children(preposition) if c.dep_ == "pobj"]
        return outer if any(noun in AGREEMENTS for noun in nouns) else through("plan", outer)
    if (word == "to" and lemma in ("invite", "summon", "challenge")) or (lemma == "work" and word.startswith(_AIMED)):
        return through("wish", outer)
    if (word in ("from", "of") or chain != word) and effect == "veto":
        return through(effect, outer)
    if word in ("to", "for", "in", "at", "on", "into", "with", "through", "of", "from", "about", "out"):
        return outer
    return "planned" if outer == "planned" else "happened"


def _finite_above(token: Token) -> Token:
    """The nearest verb with a tense of its own at or above a word."""
    current = token
    for _ in range(MAX_STEPS):
        if current.head.i == current.i or current.tag_ in ("VBD", "VBZ", "VBP"):
            break
        if current.pos_ in VERBAL and any(
            c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in children(current)
        ):
            break
        current = current.head
    return current


def _is_definite_after(preposition: Token) -> bool:
    """Whether the noun behind a preposition is a known one: "of the meeting", "of his meeting"."""
    return any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in ("the", "this", "these", "those"))
        for pobj in children(preposition)
        if pobj.dep_ == "pobj"
        for child in children(pobj)
    )


# ---------------------------------------------------------------------------------------------------------- verbs


def _verb_status(verb: Token, steps: int) -> Status:
    auxiliaries = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    is_negated = negated(verb)
    conditional = any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in children(verb))
    if conditional and not _is_doubted(verb):
        return "possible"
    if words & POSSIBLE_MODALS:
        return _modal(verb, words, is_negated, steps)
    if words & FUTURE_MODALS:
        if not is_negated and _is_question(verb):
            return "possible"
        return _clause(verb, "not_held" if is_negated else "planned", steps)
    if any(c.lower_ == "going" for c in auxiliaries):
        return "not_held" if is_negated else "planned"
    if "to" in words:
        return _infinitive(verb, is_negated, steps)
    if verb.tag_ in _FINITE or "auxpass" in {c.dep_ for c in auxiliaries} or words & _HAVE_OR_BE:
        return _finite(verb, words, is_negated, steps)
    return _dependent(verb, is_negated, steps)


_HAVE_OR_BE = frozenset("has have had having 's ’s 've ’ve is are was were am did does do been being".split())


def _modal(verb: Token, words: set[str], is_negated: bool, steps: int) -> Status:
    if "have" in words and words & {"would", "could", "should", "'d", "’d"}:
        return "not_held"  # "would have met"
    if words & {"would", "'d", "’d"}:
        if is_negated:
            return _clause(verb, "not_held", steps)
        governor = verb.head
        reported = verb.dep_ in ("ccomp", "parataxis", "relcl", "conj") and _in_past(governor)
        if verb.lemma_ in ("like", "love", "welcome", "prefer", "want", "need", "require", "consider", "support"):
            return "happened"  # "would like to": the wish is there, its effect on what it governs is in the table
        return _clause(verb, "planned" if reported else "possible", steps)
    if is_negated and words & {"can", "ca", "could"}:
        return _clause(verb, "not_held", steps)
    return _clause(verb, "possible", steps)


def _in_past(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBN") or any(c.lower_ in ("had", "was", "were") for c in children(verb))


def _is_doubted(verb: Token) -> bool:
    """Whether "if" stands for "whether": "asked if they had met"."""
    return verb.dep_ in ("ccomp", "pcomp") and any(c.dep_ == "mark" and c.lower_ in DOUBTS for c in children(verb))


def _finite(verb: Token, words: set[str], is_negated: bool, steps: int) -> Status:
    if is_negated:
        # "had not met since May": they met in May
        since = any(c.dep_ in ("prep", "mark") and c.lower_ == "since" for c in children(verb))
        return _clause(verb, "happened" if since else "not_held", steps)
    present = (verb.tag_ in ("VBZ", "VBP") and not words & {"did", "had", "was", "were"}) or (
        verb.tag_ == "VBG" and words & {"is", "are", "'s", "’s", "’re", "'re", "am"}
    )
    if present and verb.lemma_ not in ("be", "have") and _says_soon(verb):
        return _clause(verb, "planned", steps)
    if _is_question(verb):
        return "possible"
    return _clause(verb, "happened", steps)


def _says_soon(verb: Token) -> bool:
    """Whether a present tense carries a coming date: "they meet on Monday", "is flying to Geneva next week"."""
    for child in (c for c in children(verb) if c.i > verb.i):
        if child.dep_ in ("npadvmod", "advmod") and (
            child.lower_ in _SOON or any(c.lower_ in ("next", "later") for c in children(child))
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "on":
            return any(c.dep_ == "pobj" and c.lower_ in _SOON for c in children(child))
    return False


def _is_question(verb: Token) -> bool:
    if verb.dep_ != "ROOT":
        return False
    last = verb.sent[-1]
    if last.text != "?" and not (len(verb.sent) > 1 and verb.sent[-2].text == "?"):
        return False
    wh = any(t.tag_ in ("WP", "WRB", "WDT") for t in verb.lefts)
    return not wh


def _clause(verb: Token, own: Status, steps: int) -> Status:
    """A clause with its own tense: what governs it can still deny, wish or doubt it."""
    if _is_doubted(verb):
        return "possible"
    governor = verb.head
    if verb.dep_ == "conj" and governor.pos_ in VERBAL:
        # "may meet and sign": the second verb has no auxiliary of its own but shares the first's
        return own
    if verb.dep_ != "ccomp" or governor.i == verb.i or own == "not_held":
        return own
    if verb.i < governor.i and own == "planned":
        return own  # "X will host Y, a visit both hope for": what comes after takes nothing back
    if governor.pos_ == "ADJ":
        effect = adjective_effect(governor)
        return through(effect, _status(governor, steps)) if effect else own
    if governor.pos_ not in VERBAL:
        effect = noun_effect(governor)
        return through(effect, "happened") if effect in ("wish", "veto", "doubt") else own
    if any(c.dep_ == "acomp" and adjective_effect(c) == "doubt" for c in children(governor)):
        return "possible"
    effect = verb_effect(governor, clause=True)
    if effect in (None, "report", "actual") or (effect == "plan" and own != "happened"):
        return own
    if effect == "plan":
        return own if verb.tag_ in ("VBD", "VBN") else "planned"
    if effect == "wish" and own == "happened" and _in_past(verb):
        return own
    return through(effect, _status(governor, steps))


def _infinitive(verb: Token, is_negated: bool, steps: int) -> Status:
    governor = verb.head
    if governor.i == verb.i:
        return "not_held" if is_negated else "planned"  # headline: "Leaders to meet in Geneva"
    outer = _infinitive_governed(verb, governor, steps)
    if is_negated:
        return "possible" if outer == "not_held" else "not_held"
    return outer


def _infinitive_governed(verb: Token, governor: Token, steps: int) -> Status:
    if verb.dep_ == "conj":
        return _status(governor, steps)
    if governor.pos_ == "ADJ" or (governor.pos_ == "ADV" and adjective_effect(governor)):
        effect = adjective_effect(governor)
        return through(effect or "wish", _status(governor.head, steps) if governor.dep_ == "acomp" else "happened")
    if governor.pos_ in VERBAL:
        if governor.lemma_ == "be" and verb.dep_ in ("xcomp", "ccomp"):
            if any(c.dep_ == "aux" and c.lower_ == "have" for c in children(verb)):
                return "not_held"  # "were to have met"
            for child in children(governor):
                if child.dep_ == "acomp" and (effect := adjective_effect(child)):
                    return through(effect, _status(governor, steps))
                if child.dep_ in ("attr", "nsubj") and child.pos_ == "NOUN" and (effect := noun_effect(child)):
                    return through(effect, _status(governor, steps))
            return through("plan", _status(governor, steps))
        for child in children(governor):
            # "made a decision to meet" with the infinitive hung on the verb
            if child.dep_ == "dobj" and child.i < verb.i and child.pos_ == "NOUN" and verb.dep_ in ("xcomp", "advcl"):
                effect = noun_effect(child)
                if effect in ("plan", "wish", "veto") and governor.lemma_ in ("make", "have", "take", "express"):
                    return through(effect, _status(governor, steps))
        if governor.lemma_ in ("have", "need") and verb.dep_ in ("xcomp", "ccomp"):
            if any(c.lower_ == "yet" for c in children(governor)):
                return "not_held"
            if governor.lower_ == "had":
                return _status(governor, steps)  # "had to leave"
            return through("wish", _status(governor, steps))
        if governor.lower_ == "going" and verb.dep_ == "xcomp":
            return through("plan", _status(governor, steps))
        effect = verb_effect(governor)
        if verb.dep_ == "advcl" and effect in (None, "report", "wish"):
            return _status(governor, steps)  # purpose: "flew to Moscow to meet him"
        return through(effect if effect != "report" else "wish", _status(governor, steps))
    effect = noun_effect(governor)
    if verb.dep_ in ("acl", "relcl", "advcl"):
        if effect and effect != "actual":
            return through(effect, _noun_or_self(governor, steps))
        return "planned" if effect is None else _status(governor, steps)
    return through(effect or "plan", "happened")


def _dependent(verb: Token, is_negated: bool, steps: int) -> Status:
    """Participles, gerunds and bare infinitives: they have the time of what governs them."""
    governor = verb.head
    if governor.i == verb.i:
        if verb.tag_ == "VB" and not any(c.dep_ == "nsubj" for c in children(verb)):
            return "possible"  # an imperative: "Stop the war"
        return "not_held" if is_negated else "happened"
    outer = _dependent_governed(verb, governor, steps)
    if is_negated:
        return "possible" if outer == "not_held" else "not_held"
    return outer


def _dependent_governed(verb: Token, governor: Token, steps: int) -> Status:
    if verb.dep_ == "pcomp":
        return _after_preposition(governor, steps)
    if verb.dep_ == "conj":
        return _status(governor, steps)
    if verb.dep_ in ("amod", "compound") and verb.tag_ == "VBN":
        return "happened"
    if verb.dep_ in ("acl", "relcl") and governor.pos_ not in VERBAL:
        if verb.tag_ == "VBN":
            return "not_held" if governor.lower_ in ("nothing", "none", "nobody") else "happened"  # "the deal signed"
        effect = noun_effect(governor)
        return through(effect, _noun_or_self(governor, steps)) if effect else _status(governor, steps)
    if governor.pos_ in VERBAL:
        if verb.dep_ == "advcl":
            if any(c.lower_ in CONDITIONS for c in children(verb) if c.dep_ == "mark"):
                return "possible"
            return _status(governor, steps)
        effect = verb_effect(governor)
        if verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and effect in ("plan", "wish"):
            return through(effect, _status(governor, steps))  # "proposed that they meet"
        return through(effect, _status(governor, steps))
    if governor.pos_ == "ADJ" and (effect := adjective_effect(governor)):
        return through(effect, "happened")
    return _status(governor, steps)
