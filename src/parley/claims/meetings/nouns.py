"""Nouns that tell of a meeting: "talks between A and B", "his meeting with C", "the Geneva round"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings.draft import Draft, draft_of
from parley.claims.meetings.roles import add_roles
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import clause_head, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def from_noun(reading: Reading, sentence: Tokens, noun: Token) -> Draft | None:
    lemma = noun.lemma_.lower()
    if reading.mention_at(noun) is not None and who.is_party(reading.mention_at(noun)):
        return None  # "the Shangri-La Dialogue" as an organisation, "Conference of Presidents"
    modifiers = {t.lower_ for t in noun.lefts} | _words_before(noun)
    if modifiers & lex.NOT_MEETING_MODIFIERS:
        return None
    if noun.dep_ == "compound" and noun.head.lemma_.lower() not in lex.MEETING_NOUNS:
        return None  # "meeting room", "summit declaration"
    if noun.dep_ == "compound" and noun.head.i != noun.i:
        return None  # the head noun tells it: "summit talks"
    if lemma == "round":
        of = [p for c in noun.children if c.lower_ == "of" for p in c.children]
        if any(p.lemma_.lower() in lex.ROUND_OF_TALKS for p in of):
            return None  # the inner noun tells it
        if of and not any(who.is_party(reading.mention_at(p)) for p in of):
            return None
        if noun.pos_ == "ADJ" or (
            not of and not (modifiers & (set(lex.ORDINALS) | {"next", "last", "new", "further"}))
        ):
            return None
    if lemma == "call":
        remote = modifiers & lex.REMOTE_MODIFIERS
        if not remote and any(c.lower_ in ("for", "to", "on") for c in noun.children):
            return None
    if lemma == "contact" and noun.lower_ == "contact":
        return None

    draft = draft_of(reading, sentence, noun)
    draft.noun = lemma
    draft.definite = bool(modifiers & lex.DEFINITE) and not modifiers & lex.INDEFINITE
    draft.series = bool(modifiers & lex.SERIES_WORDS) or _is_in_series(noun)
    draft.ordinal = next((lex.ORDINALS[w] for w in sorted(modifiers) if w in lex.ORDINALS), _ordinal_of_round(noun))
    draft.apart = bool(modifiers & {"bilateral", "separate", "one-on-one", "private"})
    form = lex.MEETING_NOUNS[lemma]
    if modifiers & lex.REMOTE_MODIFIERS and not modifiers & {"press"}:
        form = "remote"
    elif modifiers & lex.IN_PERSON_MODIFIERS:
        form = "in_person"
    draft.form = form  # type: ignore[assignment]

    own = _noun_parties(reading, noun, draft)
    draft.add(own)
    outer = _outermost(noun)
    if len(draft.attendees) < 2:
        draft.add(_carrier_parties(reading, outer, draft, has_own=bool(draft.attendees)))
    add_roles(reading, outer, draft)
    if lemma in lex.WEAK_NOUNS and not own and not draft.name and lemma not in ("round", "session", "conference"):
        draft.sure = False
    if (
        lemma in ("lunch", "dinner", "breakfast", "luncheon", "conference", "session", "audience", "contact")
        and len(own) < 1
    ):
        draft.sure = False
    return draft


def _words_before(noun: Token) -> set[str]:
    """The lower-case words of the noun's own phrase that stand before it, whatever the parser hung them on."""
    words: set[str] = set()
    i = noun.i - 1
    first = max(noun.sent.start, noun.i - 6)
    while i >= first and noun.doc[i].pos_ in (
        "ADJ",
        "NOUN",
        "PROPN",
        "DET",
        "PRON",
        "NUM",
        "PUNCT",
        "SYM",
        "PART",
        "VERB",
    ):
        token = noun.doc[i]
        if token.pos_ == "PUNCT" and token.text not in ("-", "–", "'"):
            break
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
            break
        words.add(token.lower_)
        i -= 1
    return words


def _is_in_series(noun: Token) -> bool:
    """ "several rounds of talks", "a series of meetings", "six rounds of negotiations"."""
    head = noun.head
    if head.lower_ == "of" and head.head.lemma_.lower() in ("round", "series", "number", "string", "dozen", "flurry"):
        outer = head.head
        return outer.lower_ != "round" or any(t.lower_ in lex.SERIES_WORDS for t in outer.lefts)
    return any(t.dep_ == "nummod" and t.lower_ not in ("one", "1") for t in noun.lefts) and noun.tag_ == "NNS"


def _ordinal_of_round(noun: Token) -> int | None:
    head = noun.head
    if head.lower_ == "of" and head.head.lemma_.lower() == "round":
        for word in (t.lower_ for t in head.head.lefts):
            if word in lex.ORDINALS:
                return lex.ORDINALS[word]
    return None


def _outermost(noun: Token) -> Token:
    """The noun that heads the whole phrase: "round" of "a third round of talks"."""
    current = noun
    while current.head.lower_ == "of" and current.head.head.lemma_.lower() in (
        "round", "series", "day", "hour", "week", "set", "number", "string", "kind", "possibility", "prospect",
    ):  # fmt: skip
        current = current.head.head
    return current


def _noun_parties(reading: Reading, noun: Token, draft: Draft) -> tuple[Party, ...]:
    """The parties in the noun's own phrase: "Putin's talks with Xi", "US-Iran talks", "talks between A and B"."""
    found: list[Party] = []
    for child in noun.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            for token in (*_inside(child), child, *child.conjuncts):
                if token.i < noun.i:
                    found += reading.parties_at(token) if who.is_party(reading.mention_at(token)) else ()
    found += _joined_before(reading, noun)
    for child in noun.rights:
        found += _prepositional_parties(reading, child, noun)
    outer = _outermost(noun)
    if outer is not noun:
        for child in (*outer.lefts, *outer.rights):
            if child.dep_ == "poss":
                found += who.of_phrase(reading, child)
            found += _prepositional_parties(reading, child, noun)
    if len(found) < 2:
        found += _following_between(reading, noun)
    return who.unique(found)


def _inside(token: Token) -> list[Token]:
    return [t for t in token.lefts if t.dep_ in ("amod", "compound", "nmod", "poss", "punct")]


def _joined_before(reading: Reading, noun: Token) -> list[Party]:
    """Sides written together before the noun: "Russian-Ukrainian talks", "the Israel–Hamas ceasefire negotiations"."""
    found: list[Party] = []
    i = noun.i - 1
    first = max(noun.sent.start, noun.i - 8)
    while i >= first:
        token = noun.doc[i]
        mention = reading.mention_at(token)
        if mention is not None and who.is_party(mention):
            found = [*mention.parties, *found]
        elif token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "SYM", "NUM") or token.text in (
            ",",
            ".",
            ")",
            "(",
            '"',
        ):
            break
        i -= 1
    return found


def _prepositional_parties(reading: Reading, child: Token, noun: Token) -> tuple[Party, ...]:
    if child.dep_ not in ("prep", "acl", "agent", "pcomp") or child.i + 1 >= len(child.doc):
        return ()
    word = child.lower_
    if word in ("with", "between", "among", "involving", "alongside", "including"):
        return who.list_after(reading, child)
    if word == "of" and child.i > noun.i:
        return who.list_after(reading, child)
    if word == "to" and noun.lemma_.lower() == "call":
        return who.list_after(reading, child)
    return ()


def _following_between(reading: Reading, noun: Token) -> tuple[Party, ...]:
    """ "talks in Geneva on Friday between X and Y", "held in Geneva with X": a "between" the parser hung elsewhere."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 14)]:
        if token.pos_ == "VERB" and token.lemma_ not in ("hold", "begin", "schedule", "plan", "set", "take", "mediate",
                                                         "broker", "due", "involve", "host"):  # fmt: skip
            break
        if token.lower_ in ("between", "involving"):
            return who.list_after(reading, token)
        if token.lower_ in (",", ";"):
            break
    return ()


def _carrier_parties(reading: Reading, noun: Token, draft: Draft, *, has_own: bool) -> tuple[Party, ...]:
    """The parties of the clause that carries the noun: who held it, went to it, spoke after it; whom it was with."""
    verb = clause_head(noun)
    if verb is noun or verb.pos_ not in ("VERB", "AUX"):
        return ()
    found: list[Party] = []
    is_subject = noun.dep_ in ("nsubj", "nsubjpass")
    if is_subject or noun.dep_ in ("dobj", "attr", "pobj", "conj", "appos"):
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ in ("with", "between", "among") and child.i > noun.i:
                found += who.list_after(reading, child)
            if child.dep_ == "prep":
                for inner in child.subtree:
                    if inner.lower_ in ("between",) and inner.i > noun.i:
                        found += who.list_after(reading, inner)
    if is_subject:
        return who.unique(found)
    light = verb.lemma_.lower() in lex.LIGHT_VERBS or verb.lemma_.lower() in lex.HOSTING_VERBS
    direct = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.head is verb)
    if direct or light or has_own or not draft.definite:
        subject = who.subject_parties(reading, verb)
        if verb.lemma_.lower() in lex.HOSTING_VERBS | lex.MEDIATING_VERBS and noun.dep_ == "dobj":
            draft.add(subject, "host" if verb.lemma_.lower() == "host" else "mediator")
        elif is_passive(verb) and noun.dep_ == "dobj":
            pass
        else:
            found += subject
    return who.unique(found)
