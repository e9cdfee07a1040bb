"""How binding the wording of a commitment is: "decided to", "pledged", "intends", "welcomed", "urged", "demanded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.syntax.clauses import children
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from parley.model.claim import Force

# Governors further up say nothing of the commitment any more.
MAX_STEPS = 8

# Verbs and, in small letters, nouns and adjectives, by the force they lend to what they govern.
WORDS: dict[Force, str] = {
    "decided": """
        agree, decide, resolve, approve, adopt, order, establish, conclude, sign, settle, ratify, endorse formally,
        determine, enact, decree, mandate, authorize, authorise, provide, provide for, stipulate, set, fix, accept,
        specify, envisage, include, contain, comprise, agree on, agree to, call an end, declare, introduce, grant,
        agreement, decision, deal, accord, resolution, provision, order, truce, require by""",
    "committed": """
        commit, pledge, promise, vow, undertake, guarantee, ensure, swear, assure, bind, oblige, obligate, reaffirm,
        commitment, pledge, promise, undertaking, guarantee, obligation, vow, assurance, bound, committed, obliged""",
    "intends": """
        intend, plan, aim, prepare, mean, seek, hope, want, consider, contemplate, look, strive, wish, try, expect,
        intention, plan, aim, readiness, willingness, ready, willing, prepared, open, determined, set, going, offer,
        volunteer, be""",
    "supports": """
        support, welcome, back, endorse, favor, favour, hail, praise, applaud, commend, stand, approve of, subscribe,
        express support, champion, embrace, recognize, recognise, support, backing, endorsement""",
    "encourages": """
        encourage, call, call on, call for, call upon, urge, invite, recommend, appeal, ask, request, propose, suggest,
        advise, advocate, exhort, plead, beg, press, push, lobby, nudge, remind, call, appeal, proposal, suggestion,
        recommendation, request, invitation, idea""",
    "demands": """
        demand, insist, require, compel, force, oblige to, instruct, summon, warn, threaten, dictate, claim, press for,
        demand, requirement, condition, precondition, ultimatum, insistence""",
}
_MODALS: dict[str, Force] = {"shall": "committed", "must": "demands", "should": "encourages", "will": "intends"}


def _table() -> dict[str, Force]:
    found: dict[str, Force] = {}
    for force, words in WORDS.items():
        for word in words.split(","):
            found.setdefault(" ".join(word.split()), force)
    return found


_FORCES = _table()


def force_of(token: Token) -> Force | None:
    """The force of the wording that a verb or noun stands under, None when nothing in the sentence gives one.

    For "agreed to withdraw troops" asked of "withdraw", "troops" or "agreed": decided. The nearest governor with a
    force counts: "said they had agreed to support a withdrawal" supports it.
    """
    current = token
    for step in range(MAX_STEPS):
        if (step or current.pos_ in ("VERB", "AUX")) and (found := _own(current)):
            return found
        if current.head.i == current.i:
            return None
        current = current.head
    return None


def _own(word: Token) -> Force | None:
    """The force that a word itself lends."""
    if word.pos_ not in ("VERB", "AUX"):
        return _FORCES.get(word.lemma_.lower()) if word.pos_ in ("NOUN", "ADJ") else None
    lemma = lemma_of(word)
    for child in children(word):
        if child.dep_ in ("prep", "prt", "dobj", "aux") and (found := _FORCES.get(f"{lemma} {child.lemma_.lower()}")):
            return found
    if lemma != "be" and (found := _FORCES.get(lemma)):
        return found
    return next((_MODALS[c.lower_] for c in children(word) if c.dep_ == "aux" and c.lower_ in _MODALS), None)
