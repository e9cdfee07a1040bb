"""Who does what a verb tells, where grammar leaves it to be gathered: "who", "to meet", "a visit by X to discuss"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import parties as who
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import SUBJECTS, conjuncts, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

# Clauses climbed from a verb to the one whose subject is also its own; more is another story.
_CLIMB = 6
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "them", "both"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "acl"})
# Of "urged X to meet Y", "prevented X from meeting Y" it is X who is to meet.
_OBJECT_CONTROL = frozenset(
    """urge ask invite press push persuade convince force compel allow permit enable encourage order instruct tell
    prevent stop keep bar block dissuade discourage send dispatch get help advise challenge summon task""".split()
)


def governing_verb(token: Token) -> Token:
    """The verb that governs the clause a token stands in; "following" and "including" are prepositions here."""
    current = token
    while current.head.i != current.i:
        if current.i != token.i and current.pos_ in ("VERB", "AUX") and current.dep_ != "prep":
            break
        current = current.head
    return current


def preposition_of(noun: Token) -> Token | None:
    """The preposition a noun stands behind, "following" among them; None for none."""
    behind = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.dep_ == "prep")
    return noun.head if behind else None


def subject_parties(reading: Reading, verb: Token) -> tuple[Party, ...]:
    """The parties of a verb's subject, its own or the one it shares with the clause around it."""
    current = verb
    for _ in range(_CLIMB):
        own = [t for c in current.lefts if c.dep_ in SUBJECTS and c.dep_ != "expl" for t in conjuncts(c)]
        if own:
            found = _of_subject(reading, current, own)
            if found or not _is_unresolved(own) or current.dep_ != "ccomp":
                return found
            current = current.head  # "Russia says it will ...": the speaker means himself
            continue
        if any(c.dep_ == "expl" for c in current.lefts):
            return ()  # "he said there was readiness to start talks": nobody's
        if verb.tag_ in _INFINITE and (controlled := _controlled(current)):
            return who.of_heads(reading, controlled)
        if found := _just_before(reading, current):
            return found
        above = _clause_above(reading, current)
        if isinstance(above, tuple):
            return above
        if above is None:
            return ()
        current = above
    return ()


def _of_subject(reading: Reading, verb: Token, heads: list[Token]) -> tuple[Party, ...]:
    relative = next((h for h in heads if h.lower_ in _RELATIVE), None)
    if relative is not None:
        if verb.dep_ == "relcl" and (found := who.of_heads(reading, conjuncts(verb.head))):
            return found
        return _ending_before(reading, relative)
    found = who.of_heads(reading, heads)
    listed = who.list_from(reading, heads[0].left_edge) if found else ()
    if len(listed) > len(found) and {p.id for p in found} <= {p.id for p in listed}:
        return listed  # "the negotiators A and B" where the parser lost B
    return found or (() if _is_unresolved(heads) else _just_before(reading, verb))


def _is_unresolved(heads: list[Token]) -> bool:
    return any(h.lower_ in _PRONOUNS for h in heads)


_INFINITE = frozenset({"VB", "VBG"})
# "Thanked X for hosting", "accused X of leaving": X hosted, X left.
_DEALT_WITH = frozenset("thank praise blame accuse criticise criticize commend congratulate hail applaud".split())

# Who weighs one of these speaks of a meeting of his own; ideas, plans and offers are as often another's.
_OF_OWN_MEETING = frozenset(
    """prospect possibility importance necessity need way issue question option chance condition purpose aim
    goal""".split()
)

# Whoever refuses any of them refuses to sit there himself: "rejected the idea of holding talks with X".
_REFUSING = frozenset("reject refuse dismiss spurn rebuff rule exclude".split())


def subject_heads(verb: Token) -> list[Token]:
    """The heads of a verb's subject, also where it is the object of the verb above or of the clause around "after"."""
    if verb.tag_ in _INFINITE and (controlled := _controlled(verb)):
        return controlled
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
        return subjects(verb.head.head)
    return subjects(verb)


def _controlled(verb: Token) -> list[Token]:
    """The objects of a verb above that are to do what a verb tells: X of "prevented X from meeting Y"."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.pos_ in ("ADP", "SCONJ") else verb.head
    controls = _OBJECT_CONTROL | _DEALT_WITH if verb.dep_ == "pcomp" else _OBJECT_CONTROL
    if verb.dep_ not in ("xcomp", "pcomp", "advcl") or above.lemma_.lower() not in controls:
        return []
    return [t for c in above.rights if c.dep_ in ("dobj", "dative") and c.i < verb.i for t in conjuncts(c)]


def _clause_above(reading: Reading, verb: Token) -> Token | tuple[Party, ...] | None:
    """The clause whose subject a verb shares, or the parties themselves where a noun names them; None for neither."""
    head = verb.head
    if head.i == verb.i:
        return None
    if head.pos_ in ("VERB", "AUX"):
        return head if verb.dep_ in _SHARING else None
    if verb.dep_ in ("xcomp", "ccomp") and head.dep_ in ("acomp", "oprd") and head.head.pos_ in ("VERB", "AUX"):
        return head.head  # "is due to meet"
    if verb.dep_ == "pcomp" and head.head.i != head.i:
        above = head.head  # "after holding talks", "the possibility of meeting X"
        if above.pos_ in ("VERB", "AUX"):
            return above
        owners = [p for c in above.lefts if c.dep_ == "poss" for p in who.of_phrase(reading, c)]
        if owners:
            return who.unique(owners)
        noun, above = above, governing_verb(above)
        if noun.lemma_.lower() not in _OF_OWN_MEETING and above.lemma_.lower() not in _REFUSING:
            return None  # "supported the idea of holding talks": whose talks is not told
        return above if above.pos_ in ("VERB", "AUX") and above.i != verb.i else None
    if verb.dep_ not in ("relcl", "acl"):
        return None
    by = [c for c in head.children if c.lower_ == "by" and c.i + 1 < len(c.doc)]
    doers = [p for c in by for p in who.list_from(reading, c.nbor())]
    doers += [p for c in head.children if c.dep_ == "poss" for p in who.of_phrase(reading, c)]
    if doers:
        return who.unique(doers)  # "a visit by X to discuss", "X's decision to meet"
    if found := who.of_heads(reading, conjuncts(head)):
        return found  # "the envoys meeting in Doha"
    above = governing_verb(head)
    return above if above.pos_ in ("VERB", "AUX") and above.i != verb.i else None


def _just_before(reading: Reading, verb: Token) -> tuple[Party, ...]:
    """The mention that ends right before a verb group and is nobody's object."""
    i = verb.i - 1
    while i >= verb.sent.start and verb.doc[i].pos_ in ("AUX", "ADV", "PART"):
        i -= 1
    if i < verb.sent.start or verb.doc[i].dep_ in ("pobj", "dobj", "poss"):
        return ()
    return who.list_ending_at(reading, verb.doc[i])


def _ending_before(reading: Reading, relative: Token) -> tuple[Party, ...]:
    """The mention before a relative pronoun and its comma."""
    i = relative.i - 1
    while i >= relative.sent.start and relative.doc[i].is_punct:
        i -= 1
    return who.parties_of(reading.mention_at(relative.doc[i])) if i >= relative.sent.start else ()
