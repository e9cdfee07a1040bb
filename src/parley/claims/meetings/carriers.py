"""The parties of a meeting noun: those in its own phrase, and those of the clause that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings import unnamed
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.subjects import governing_verb, preposition_of, subject_parties
from parley.model.party import Party
from parley.model.reading import Mention, Reading
from parley.syntax.clauses import conjuncts, is_passive, objects

if TYPE_CHECKING:
    from spacy.tokens import Token

# These name all sides at once; "with" and a possessive name one.
_ALL_SIDES = frozenset({"between", "among", "of"})
_SOME_SIDES = frozenset({"involving", "including"})
_ONE_SIDE = frozenset({"with", "alongside", "to"})
# "After talks with X, Y said": the subject sat at a table in one of these.
_TEMPORAL = frozenset(
    """while as of by over after during following at in for before into to through from despite amid without ahead on
    upon pending until since""".split()
)
# Of these only when the other side is named: "as part of talks with X".
_VAGUE = frozenset({"to", "from", "of", "by", "over", "as", "on", "upon", "into", "while", "without"})
# "Signed an agreement at a summit": those who signed were there.
_CONCLUDED = frozenset("sign reach seal agree initial".split())
_DONE_THERE = _CONCLUDED | frozenset("discuss decide pledge vow commit address exchange review".split())
# "Took part in talks", "had a role in the summit"; not "made arrangements for a meeting".
_TAKING_PART = frozenset("part role place seat participation share day week hour way".split())
# How far a "between" may stand from its noun: "talks in Geneva on Friday between X and Y".
_FAR_BETWEEN = 14
_BETWEEN_OVER = frozenset("hold begin schedule plan set take mediate broker due involve host aim".split())


def own_parties(reading: Reading, noun: Token, outer: Token) -> tuple[tuple[Party, ...], bool]:
    """The parties in the noun's own phrase, and whether they are only one side of it."""
    before = _before(reading, noun)
    owners = _owners(reading, noun, outer)
    all_sides: list[Party] = []
    one_side: list[Party] = []
    some_sides: list[Party] = []
    among = False
    for head in dict.fromkeys((noun, outer)):
        for child in head.rights:
            if child.dep_ not in ("prep", "acl", "agent", "pcomp", "dative"):
                continue
            word = child.lower_
            if word in _ONE_SIDE and (word != "to" or noun.lower_ in ("call", "calls")):
                one_side += who.list_after(reading, child)
            elif word in _SOME_SIDES:
                some_sides += who.list_after(reading, child)
            elif word in _ALL_SIDES and not (word == "of" and head.i != noun.i):
                all_sides += who.list_after(reading, child) or _of_inner(reading, child)
                among = among or word in ("between", "among")
    some_sides += _brought_there(reading, outer)
    if not all_sides:
        all_sides += _far_between(reading, noun) or _far_of(reading, noun)
    if not (one_side or all_sides):
        one_side += _far_with(reading, noun)
    if not (one_side or all_sides or some_sides):
        some_sides += _far_involving(reading, noun)
    found = who.unique([*before, *owners, *all_sides, *one_side, *some_sides])
    people_only = bool(some_sides) and all(p.kind == "person" for p in some_sides)  # their states may be told too
    sides = [*before, *all_sides, *([] if people_only else some_sides)]
    complete = len(who.unique(sides)) >= 2 or bool(owners and one_side)
    complete = complete or (among and bool(all_sides))  # "discussions between IGAD leaders"
    return found, not complete


_TAKING_IN = frozenset("include involve feature".split())


def taken_in(reading: Reading, outer: Token) -> tuple[Party, ...]:
    """Who a meeting "also included"."""
    verb = outer.head
    if outer.dep_ != "nsubj" or verb.lemma_.lower() not in _TAKING_IN or is_passive(verb):
        return ()
    return who.of_heads(reading, objects(verb))


def _brought_there(reading: Reading, outer: Token) -> tuple[Party, ...]:
    """Whom a meeting "brought together"."""
    verb = outer.head
    if outer.dep_ != "nsubj" or verb.lemma_ != "bring" or is_passive(verb):
        return ()
    together = any(c.lower_ == "together" for c in verb.children)
    return who.of_heads(reading, objects(verb)) if together else ()


def _of_inner(reading: Reading, preposition: Token) -> tuple[Party, ...]:
    """The sides of a noun of meeting behind another: "a meeting of the Belgrade-Pristina dialogue"."""
    inner = next((c for c in preposition.children if c.dep_ == "pobj" and lex.meeting_noun(c.text)), None)
    return _before(reading, inner) if inner is not None else ()


def _before(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """Sides written together before the noun: "Russian-Ukrainian talks", "the Israel–Hamas ceasefire negotiations"."""
    found: list[Party] = []
    for i in range(noun.i - 1, max(noun.sent.start, noun.i - 9) - 1, -1):
        token = noun.doc[i]
        mention = reading.mention_at(token)
        if token.text in ("'s", "’s", "'", "’") or token.pos_ == "PRON":
            break
        if (both := who.of_inner(_with_prefix(token))) and not found:
            return both
        if (states := _paired_capitals(token)) and not found:
            return states
        if who.backs_another(token) or token.lower_.rpartition("-")[2] in lex.BROKERED:
            continue  # "UN-brokered": in the middle
        if mention is not None and who.parties_of(mention):
            if not found and (is_venue(noun, token) or _is_land(reading, noun, token, mention)):
                continue
            found = [*(who.pair_in(reading, mention) or who.parties_of(mention)), *found]
        elif token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "SYM", "NUM", "CCONJ") or token.text in ',.";:—':
            break
        if token.text == "(":
            break
    return who.unique(found)


def _paired_capitals(token: Token) -> tuple[Party, ...]:
    """The states of two capitals joined by a hyphen: "the Belgrade-Pristina dialogue"."""
    if token.i < token.sent.start + 2 or token.nbor(-1).text not in ("-", "–"):
        return ()
    known = knowledge.default()
    states = [known.state_of_capital(t.text) for t in (token.nbor(-2), token)]
    return (
        tuple(Party(name=s, id=f"state:{knowledge.slug(s)}", kind="state") for s in states if s) if all(states) else ()
    )


def _with_prefix(token: Token) -> str:
    """A word with what a hyphen joins to it from before: "inter-Korean" at "Korean"."""
    if token.i >= token.sent.start + 2 and token.nbor(-1).text in ("-", "–"):
        return f"{token.nbor(-2).text}-{token.text}"
    return token.text


def _is_land(reading: Reading, noun: Token, token: Token, mention: Mention) -> bool:
    """Whether the name of a country before the noun says where or about what: "the Djibouti meeting"."""
    paired = token.i > 0 and token.nbor(-1).text in ("-", "–", "/", "and", "&")
    between = noun.doc[token.i + 1 : noun.i]
    if (
        any(t.pos_ != "NOUN" for t in between)
        or paired
        or mention.form != "name"
        or any(s.name == mention.text for s in reading.sides)
    ):
        return False
    return mention.text in _lands(reading)


_LANDS = "parley.meetings.lands"


def _lands(reading: Reading) -> set[str]:
    """The names that the article also uses for a place; gone through once a document."""
    kept: set[str] | None = reading.doc.user_data.get(_LANDS)
    if kept is None:
        kept = reading.doc.user_data[_LANDS] = {m.text for m in reading.mentions if m.kind == "place"}
    return kept


def venue_like(reading: Reading, noun: Token) -> str | None:
    """The state whose adjective stands alone before the noun: "the Swiss talks" may be Switzerland's or held there."""
    if noun.i <= noun.sent.start + 1 or noun.nbor(-2).text in ("-", "–", "/", "and"):
        return None
    mention = reading.mention_at(noun.nbor(-1))
    parties = who.parties_of(mention)
    return parties[0].name if mention is not None and len(parties) == 1 and parties[0].kind == "state" else None


def both_sides_in(reading: Reading, noun: Token, outer: Token) -> Token | None:
    """The word in the noun's own phrase that says "the two sides", "both leaders" sat there, without naming them."""
    told = (*_ALL_SIDES, *_ONE_SIDE, *_SOME_SIDES)
    for head in (noun, outer):
        for child in head.rights:
            if child.lower_ not in told:
                continue
            for token in noun.doc[child.i : min(noun.sent.end, child.i + _FAR_BETWEEN)]:
                if unnamed.is_both_sides(token) and child.is_ancestor(token):
                    return None if who.is_party(reading.mention_at(token)) else token
    return None


def is_venue(noun: Token, token: Token) -> bool:
    """Whether a capital before the noun is where they meet: "the Islamabad talks", not "Moscow-Washington talks"."""
    paired = (token.i > 0 and token.nbor(-1).text in ("-", "–", "/")) or token.nbor().text in ("-", "–", "/")
    return token.i == noun.i - 1 and not paired and knowledge.default().state_of_capital(token.text) is not None


def _owners(reading: Reading, noun: Token, outer: Token) -> tuple[Party, ...]:
    """Whose meeting it is: "Putin's talks", "their summit", "the Russian delegation's discussions"."""
    found: list[Party] = []
    for head in dict.fromkeys((noun, outer)):
        for child in head.lefts:
            if child.dep_ == "poss" and not (child.tag_ == "PRP$" and noun.dep_ == "dobj"):
                found += who.of_heads(reading, [child, *child.conjuncts])
    return who.unique(found)


def _far_between(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """A "between" the parser hung elsewhere: "talks held in Geneva on Friday between X and Y"."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR_BETWEEN)]:
        if (token.pos_ == "VERB" and token.lemma_ not in _BETWEEN_OVER) or lex.meeting_noun(token.text):
            break
        if token.lower_ == "between":
            return who.list_after(reading, token)
        if token.text in ";.,":
            break
    return ()


# How far an "of" may stand behind the place and the day: "the meeting in Brussels today of A and B".
_FAR_OF = 7


def _far_of(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """Those behind an "of" the parser hung on the place: "today's meeting in Brussels of A and B"."""
    if noun.i + 1 >= noun.sent.end or noun.nbor().lower_ not in ("in", "on", "at", "here", "today", "yesterday"):
        return ()
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR_OF)]:
        if token.pos_ in ("VERB", "AUX") or token.text in ".,;:":
            break
        if token.lower_ == "of":
            listed = who.list_after(reading, token)
            return listed if len(listed) >= 2 else ()
    return ()


def _far_with(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """A "with" behind another phrase of the noun: "no meeting at ministerial level with the Russians"."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR_BETWEEN)]:
        if token.pos_ in ("VERB", "AUX") or token.text in ".,;:—–" or token.lower_ in ("and", "but", "that"):
            break
        if lex.meeting_noun(token.text) or token.lemma_.lower() in lex.TAKING_WITH:
            break
        if token.lower_ == "with":
            return who.list_after(reading, token)
    return ()


# How far behind its noun "involving A, B and C" may stand.
_FAR_INVOLVING = 20


def _far_involving(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """Those behind "involving" after the verb: "a summit was held in Luanda involving A, B and C"."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR_INVOLVING)]:
        if token.text in ";." or lex.meeting_noun(token.text) or token.dep_ == "mark":
            break
        if token.lower_ == "involving" or (token.lower_ == "together" and token.nbor(-1).lower_ == "bringing"):
            listed = who.list_after(reading, token)
            return listed if len(listed) >= 2 else ()
    return ()


_OFFERING = frozenset({"offer", "propose"})


def carrier_parties(
    reading: Reading, noun: Token, draft: Draft, *, one_sided: bool, has_own: bool
) -> tuple[Party, ...]:
    """The parties of the clause that carries the noun: who held it, went to it, spoke after it; whom it was with."""
    if is_occasion(noun):
        return ()
    verb = governing_verb(noun)
    if verb.i == noun.i or verb.pos_ not in ("VERB", "AUX"):
        return _of_governing_noun(reading, noun)
    found: list[Party] = []
    for child in verb.rights:
        offered = child.lower_ == "to" and verb.lemma_.lower() in _OFFERING  # "offered talks to X"
        with_whom = child.lower_ in ("with", "between", "among") or offered
        if child.dep_ in ("prep", "dative") and with_whom and child.i > noun.i:
            if any(t.tag_ == "VBG" for t in child.subtree if t.i - child.i < 14):
                continue  # "with Macron declaring that": he comments, he need not have been there
            found += who.list_after(reading, child)
    lemma = verb.lemma_.lower()
    if noun.dep_ == "dobj" and lemma in _OFFERING:
        found += [p for c in noun.rights if c.lower_ == "to" for p in who.list_after(reading, c)]
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return who.unique(found)
    preposition = preposition_of(noun)
    light = lemma in lex.LIGHT_VERBS or any((lemma, c.lower_) in lex.CALLING_OFF_WITH for c in verb.rights)
    direct = noun.dep_ in ("dobj", "attr", "conj", "dep", "oprd") or preposition is None
    temporal = preposition is not None and preposition.head.i == verb.i and preposition.lower_ in _TEMPORAL
    if temporal and preposition is not None and preposition.lower_ in _VAGUE and not has_own:
        temporal = False  # "discussed ways to negotiations"
    if lemma in lex.HOSTING_VERBS | lex.MEDIATING_VERBS and noun.dep_ == "dobj" and not is_passive(verb):
        return who.unique(found)  # `roles` adds the subject
    if lemma in lex.REVIVING and not has_own:
        return who.unique(found)  # "the envoy's bid to restart peace talks"
    if (mediated := _mediated_between(verb)) is not None:
        return who.unique([*who.list_after(reading, mediated), *found])  # `roles` adds the subject
    if lemma in lex.INVITING and preposition is not None and preposition.lower_ in ("to", "for"):
        heads = [t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in conjuncts(c)]
        return who.unique([*who.of_heads(reading, heads), *found])
    if direct and not light:
        return who.unique(found)
    if preposition is not None and preposition.head.i != verb.i:
        owner = _of_governing_noun(reading, noun)
        held_before = preposition.lower_ in ("after", "following", "during") and not draft.definite
        concluded = preposition.lower_ == "at" and lemma in _CONCLUDED and verb.tag_ == "VBD" and not draft.definite
        taking_part = lemma == "agree" or (light and preposition.head.lemma_.lower() in _TAKING_PART)
        if owner or not (taking_part or has_own or held_before or concluded):
            return who.unique([*found, *owner])
        temporal = True  # "as part of talks with X", "cancelled his part in a summit with X"
    if not (light or temporal):
        return who.unique(found)
    if draft.definite and not has_own and preposition is not None and preposition.lower_ in ("at", "during", "in"):
        agreed = subject_parties(reading, verb) if lemma in _DONE_THERE else ()
        if len(agreed) >= 2 and all(p.kind == "person" for p in agreed):
            return who.unique([*agreed, *found])  # "during the summit, X and Y agreed"
    if draft.definite and not has_own and not light:
        return who.unique(found)  # "after the talks": who was there is told where the talks are told
    subject = subject_parties(reading, verb)
    for _ in range(3):  # "says tariffs will wait, following a call with X": the speaker called
        if subject or not temporal or verb.dep_ not in ("ccomp", "advcl", "conj", "xcomp"):
            break
        verb = verb.head
        subject = subject_parties(reading, verb)
    if not (is_passive(verb) and noun.dep_ == "dobj"):
        found = [*subject, *found]
    return who.unique(found)


def _mediated_between(verb: Token) -> Token | None:
    """The "between" of "acted as mediators between A and B in months of talks"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            for role in child.children:
                if role.lemma_.lower() in lex.MEDIATORS:
                    return next((c for c in role.rights if c.lower_ == "between"), None)
    return None


def is_occasion(noun: Token) -> bool:
    """Whether the noun only says beside what something else took place: "on the sidelines of the G20 summit"."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in ("sideline", "margin", "eve", "occasion", "fringe")


def _of_governing_noun(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """Whose readiness, offer, round it is: "Moscow's offer of talks"."""
    current = noun
    found: list[Party] = []
    for _ in range(4):
        if current.dep_ != "pobj" or current.head.head.pos_ not in ("NOUN", "PROPN"):
            break
        current = current.head.head
        found += [p for c in current.lefts if c.dep_ == "poss" for p in who.of_phrase(reading, c)]
    return who.unique(found)
