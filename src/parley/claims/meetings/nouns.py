"""Nouns that tell of a meeting: "talks between A and B", "his meeting with C", "the Geneva round"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings import unnamed
from parley.claims.meetings.carriers import (
    both_sides_in,
    carrier_parties,
    is_occasion,
    own_parties,
    taken_in,
    venue_like,
)
from parley.claims.meetings.draft import Draft, draft_of
from parley.claims.meetings.roles import add_roles
from parley.claims.meetings.subjects import governing_verb, preposition_of
from parley.claims.meetings.timing import END_NOUNS, phase_of
from parley.model.claim import Form, Status
from parley.model.party import Party
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# What may stand between the article and the noun it belongs to.
_PHRASE_POS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PRON", "NUM", "PUNCT", "SYM", "PART", "VERB"})
_PHRASE_LENGTH = 6
# "a third round of talks", "two days of negotiations": these words only count or measure the meeting.
_MEASURES = frozenset(
    """round series day hour week month year set number string kind possibility prospect flurry dozen idea resumption
    start beginning continuation end opening""".split()
)
_AFTER = frozenset({"after", "following", "during", "since"})


def from_noun(reading: Reading, sentence: Tokens, noun: Token) -> list[Draft]:
    """The meetings a noun tells of: none when it means something else, two for "bilateral meetings with A and B"."""
    modifiers = words_before(noun)
    if not _is_meeting(reading, noun, modifiers):
        return []
    draft = draft_of(reading, sentence, noun)
    draft.noun = lex.meeting_noun(noun.text)
    draft.nouns = frozenset({draft.noun})
    draft.definite = bool(modifiers & lex.DEFINITE) and not modifiers & lex.INDEFINITE
    draft.series = bool(modifiers & lex.SERIES_WORDS) or _is_in_series(noun)
    draft.ordinal = _ordinal(noun, modifiers)
    draft.apart = bool(modifiers & lex.APART)
    draft.form = _form(noun, modifiers)
    outer = outermost(noun)
    told_before = {word for head in _heads(noun) for word in words_before(head)}
    draft.phase = phase_of(noun, outer)
    _settle_status(draft, outer)

    if _is_of_meeting_verb(outer) or _is_of_meeting_noun(outer) or _is_counted_only(outer, draft):
        return []  # "met for talks": the verb tells it
    own, one_sided = own_parties(reading, noun, outer)
    others = carrier_parties(reading, outer, draft, one_sided=one_sided, has_own=bool(own)) if one_sided else ()
    if draft.apart and noun.tag_ == "NNS" and len(own) > 1 and others:
        return [_apart(draft, side, others) for side in own]
    draft.alone = len(own) == 1 and own[0].kind in ("organisation", "group") and not others and _is_of_body(noun, outer)
    draft.about = _is_about(outer)
    both = both_sides_in(reading, noun, outer)
    draft.joint, draft.pair = both is not None, both is not None and both.lower_ in unnamed.PAIRED
    draft.venue_like = venue_like(reading, noun) if len(own) == 1 else None
    draft.add(others)
    draft.add(own)
    add_roles(reading, outer, draft)
    draft.company += taken_in(reading, outer)
    if not draft.attendees:
        draft.another = bool(told_before & lex.ANOTHER) and draft.ordinal is None
        draft.inherits = draft.another or draft.ordinal is not None
    if draft.inherits and draft.status == "happened" and told_before & lex.TO_COME:
        draft.status = "planned"
    beside = preposition_of(outer)
    if beside is not None and not own and governing_verb(outer).lemma_.lower() in lex.MEETS_FOR:
        draft.sure = False  # "will meet them one by one before a joint meeting"
    if (len(own) < 2 and (_is_revived(outer) or _is_aimed_at(outer))) or _is_missing(outer):
        draft.sure = draft.inherits = False
    weak = draft.noun in lex.WEAK_NOUNS and not own and len(draft.attendees) < 2 and not draft.inherits
    if _is_date_only(outer):
        draft.sure = draft.inherits = False
    if _is_judged(outer):
        return []
    if (
        weak
        or (is_occasion(outer) and len(own) < 2)
        or (_is_aspect(outer) and draft.noun in _PROCESSES and draft.status != "happened")
    ):
        draft.sure = False
    return [draft]


def words_before(noun: Token) -> set[str]:
    """The lower-case words of the noun's own phrase that stand before it, whatever the parser hung them on."""
    words = {t.lower_ for t in noun.lefts if t.dep_ in ("det", "amod", "poss", "nummod", "compound")}
    for i in range(noun.i - 1, max(noun.sent.start, noun.i - _PHRASE_LENGTH) - 1, -1):
        token = noun.doc[i]
        if token.pos_ not in _PHRASE_POS or (token.pos_ == "PUNCT" and token.text not in ("-", "–", "'")):
            break
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
            break
        words.add(token.lower_)
    return words


def outermost(noun: Token) -> Token:
    """The noun that heads the whole phrase: "round" of "a third round of talks"."""
    return _heads(noun)[-1]


def _heads(noun: Token) -> list[Token]:
    """The noun and those that count or measure it, inside out: "talks", "round", "start"."""
    found = [noun]
    while found[-1].head.lower_ == "of" and found[-1].head.head.lemma_.lower() in _MEASURES:
        found.append(found[-1].head.head)
    return found


def _is_meeting(reading: Reading, noun: Token, modifiers: set[str]) -> bool:
    lemma = lex.meeting_noun(noun.text)
    if modifiers & lex.NOT_MEETING_MODIFIERS:
        return False
    if who.is_party(reading.mention_at(noun)):
        return False  # "the Shangri-La Dialogue" where it is an organisation
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in _POSTS:
        return False  # "Special Representative for Dialogue"
    if noun.dep_ == "compound" and noun.head.i != noun.i and not who.is_party(reading.mention_at(noun.head)):
        return False  # "meeting room"; of "summit talks" the head noun tells it
    if lemma == "round":
        of = [p for c in noun.children if c.lower_ == "of" for p in c.children]
        behind = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 8)] if of else ()
        if any(p.lemma_.lower() in lex.ROUND_OF_TALKS for p in (*of, *behind)):
            return False  # the inner noun tells it
        if any(p.lemma_.lower() in lex.NOT_ROUND_OF for p in of) or noun.pos_ == "ADJ":
            return False
        counted = noun.tag_ == "NNS" and any(t.dep_ == "nummod" for t in noun.lefts)
        return counted or bool(modifiers & (lex.ANOTHER | set(lex.ORDINALS)))
    if lemma == "call":
        return bool(modifiers & lex.REMOTE_MODIFIERS) or any(c.lower_ in ("with", "between") for c in noun.children)
    return not (lemma in lex.PLURAL_ONLY and noun.lower_ == lemma)


_POSTS = frozenset("representative envoy commissioner minister adviser advisor office coordinator".split())


def _is_in_series(noun: Token) -> bool:
    """Whether several meetings are told as one: "several rounds of talks", "a series of meetings", "six meetings"."""
    head = noun.head
    if head.lower_ == "of" and head.head.lemma_.lower() in ("round", "series", "number", "string", "dozen", "flurry"):
        outer = head.head
        if outer.lemma_.lower() != "round":
            return True
        return outer.tag_ == "NNS" or any(t.lower_ in lex.SERIES_WORDS for t in outer.lefts)
    counted = any(t.dep_ == "nummod" and t.lower_ not in ("one", "1") for t in noun.lefts)
    return counted and noun.tag_ == "NNS"


def _ordinal(noun: Token, modifiers: set[str]) -> int | None:
    words = set(modifiers)
    if noun.head.lower_ == "of" and noun.head.head.lemma_.lower() == "round":
        words |= {t.lower_ for t in noun.head.head.lefts}
    return next((lex.ORDINALS[w] for w in sorted(words) if w in lex.ORDINALS), None)


def _form(noun: Token, modifiers: set[str]) -> Form:
    if modifiers & lex.REMOTE_MODIFIERS:
        return "remote"
    if modifiers & lex.IN_PERSON_MODIFIERS:
        return "in_person"
    return lex.MEETING_NOUNS[lex.meeting_noun(noun.text)]


def _is_of_meeting_verb(outer: Token) -> bool:
    """Whether a verb of meeting carries the noun: "met in Paris for a summit", "regrouped for discussions"."""
    verb = outer.head.head
    return outer.dep_ == "pobj" and outer.head.lower_ in ("for", "in", "at") and verb.lemma_.lower() in lex.MEETS_FOR


def _is_of_meeting_noun(outer: Token) -> bool:
    """Whether another noun of meeting carries it: "a meeting of the Belgrade-Pristina dialogue"."""
    above = outer.head.head
    return (
        outer.dep_ == "pobj" and outer.head.lower_ == "of" and bool(lex.meeting_noun(above.text)) and above.i != outer.i
    )


def _settle_status(draft: Draft, outer: Token) -> None:
    """Corrects the status where the words around the noun say more than the verb above them.

    What came "after the talks" came after talks that were held, whatever the main verb plans; an "offer of talks" is no
    talks yet; a summit that is called off is not held.
    """
    verb = governing_verb(outer)
    preposition = preposition_of(outer)
    ahead = any(c.lower_ in ("will", "would", "could", "may", "might", "should", "'ll") for c in verb.children)
    if (not ahead and _is_going_on(outer, verb)) or _is_only_troubled(outer, verb) or _has_led_to(preposition, verb):
        draft.status = "happened"
        return
    if _is_remarked_on(outer, verb) or _was_allowed(outer, verb):
        draft.status = "happened"
        return
    if draft.status == "happened" and _is_come_for(verb) and not _has_begun(outer):
        draft.status = "planned"
        return
    if preposition is not None and _is_ahead_of(preposition) and draft.status == "happened":
        draft.status = "planned"
        return
    if preposition is not None and preposition.lower_ in (*_AFTER, "at") and _is_past(verb) and not ahead:
        draft.status = "happened"
        return
    if preposition is not None and preposition.lower_ == "at" and outer.lemma_.lower() in END_NOUNS:
        above = verb.head if verb.dep_ == "xcomp" else verb
        if _is_past(above) and not ahead:
            draft.status = "happened"  # "agreed to reopen the border at the end of their talks"
            return
    if preposition is not None and preposition.lower_ in _AFTER and not ahead:
        draft.status = "happened"
        return
    if _is_on_a_day_to_come(verb):
        draft.status = "planned"
        return
    if _is_called_off(outer, verb) or _did_not_happen(outer):
        draft.status = "not_held"
        return
    if _is_broken_off(outer, verb):
        draft.status = "happened"
        return
    if draft.status == "happened" and verb.lemma_.lower() == "pave":
        draft.status = "possible"  # "paving the way for a summit"
        return
    if draft.status == "happened":
        draft.status = _status_above(outer) or _status_above(verb) or "happened"
    if draft.status == "happened" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lex.READY:
        draft.status = "possible"


def _is_of_body(noun: Token, outer: Token) -> bool:
    """Whether a noun says whose session it is: "a meeting of the Contact Group", "the G20 summit"."""
    if any(c.lower_ == "with" for head in (noun, outer) for c in head.rights):
        return False
    return any(c.lower_ in ("of", "between", "among") for c in noun.rights) or any(
        c.dep_ in ("compound", "poss") for c in noun.lefts
    )


def _is_on_a_day_to_come(verb: Token) -> bool:
    """Whether a present tense tells of the future: "will meet in Paris, when France hosts a summit"."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    timed = any(c.lower_ in ("when", "before", "as") for c in verb.lefts)
    return timed and any(c.lower_ in ("will", "'ll") for c in verb.head.lefts)


def _is_called_off(outer: Token, verb: Token) -> bool:
    """Whether a meeting is the object of cancelling, putting off, refusing."""
    lemma = verb.lemma_.lower()
    if lemma not in lex.CALLING_OFF and (lemma, _particle(verb)) not in lex.CALLING_OFF_WITH:
        return False
    doubted = any(c.lower_ in ("not", "n't", "could", "may", "might", "would") for c in verb.children)
    return outer.dep_ in ("dobj", "nsubjpass") and not doubted


def _did_not_happen(outer: Token) -> bool:
    """Whether the sentence ends by saying that the meeting was not: "but this did not happen"."""
    behind = outer.doc[max(outer.i, outer.sent.end - _LAST_WORDS) : outer.sent.end].text.lower()
    return behind.rstrip(' ."”\n').endswith(_NEVER)


_LAST_WORDS = 10
_NEVER = tuple(
    f"{but} {it} {never}"
    for but in ("but", "though")
    for it in ("this", "it", "that", "they")
    for never in ("did not happen", "never happened", "did not take place", "never took place", "was not held")
)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells of what was done: "agreed at talks", "agreed on a swap, sitting down at talks"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.tag_ == "VBD")


# What talks do that are under way.
_GOING_ON = frozenset("aim come follow seek focus mark drag enter continue last produce yield".split())


def _is_going_on(outer: Token, verb: Token) -> bool:
    """Whether a plain present or past says what the talks do: "the talks aim to set up a framework"."""
    return outer.dep_ == "nsubj" and verb.lemma_.lower() in _GOING_ON and verb.tag_ in ("VBZ", "VBP", "VBD")


# What is told of talks that are there or to come without saying that others are held.
_TELLING = frozenset("focus last cover address discuss tackle include centre center deal concern".split())


def _is_about(outer: Token) -> bool:
    """Whether a sentence tells what a meeting deals with or how long it takes: "the talks will focus on"."""
    this = any(c.lower_ == "this" for c in outer.lefts)
    return outer.dep_ == "nsubj" and (this or outer.head.lemma_.lower() in _TELLING)


def _is_remarked_on(outer: Token, verb: Token) -> bool:
    """Whether something is said of a meeting or to those at it: "he welcomed the talks", "urged the gathering to"."""
    definite = any(c.lower_ in lex.DEFINITE for c in outer.lefts) or outer.lemma_.lower() in END_NOUNS
    past = verb.tag_ in ("VBD", "VBZ", "VBN") and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
    return past and definite and outer.dep_ == "dobj" and verb.lemma_.lower() in lex.REMARKING


def _was_allowed(outer: Token, verb: Token) -> bool:
    """Whether something let the talks go ahead: "mediation has allowed talks to resume"."""
    above = verb.head if verb.dep_ in ("ccomp", "xcomp") else verb
    told = outer.dep_ in ("nsubj", "dobj") and above.lemma_.lower() in lex.ALLOWING
    return told and above.tag_ in ("VBD", "VBN") and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in above.children)


_COMING = frozenset("return arrive travel fly come go head be".split())


def _is_come_for(verb: Token) -> bool:
    """Whether somebody has only come to hold talks: "has returned to Doha to continue talks"."""
    coming = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp") or coming.lemma_.lower() not in _COMING:
        return False
    return coming.tag_ == "VBN" and any(c.lower_ in ("has", "have") for c in coming.lefts)


def _has_begun(outer: Token) -> bool:
    """Whether the noun's phrase says what the talks did already: "the round that began this week"."""
    phrase = outer.doc[outer.i : min(outer.right_edge.i + 1, outer.i + _LONG_PHRASE)]
    return any(token.tag_ == "VBD" for token in phrase)


_LONG_PHRASE = 30


def _is_ahead_of(preposition: Token) -> bool:
    """Whether what stands behind lies ahead: "arrived ahead of a new round of talks"."""
    return preposition.lower_ == "of" and preposition.head.lower_ == "ahead"


def _is_revived(outer: Token) -> bool:
    """Whether talks in general are to be brought back: "in a bid to restart peace negotiations"."""
    verb = outer.head
    aimed = verb.tag_ == "VB" or (verb.tag_ == "VBG" and verb.dep_ == "pcomp")
    return outer.dep_ == "dobj" and aimed and verb.lemma_.lower() in lex.REVIVING


def _is_aimed_at(outer: Token) -> bool:
    """Whether somebody is only at pains to have talks: "as part of efforts to resume the negotiations"."""
    verb = outer.head
    if outer.dep_ != "dobj" or verb.lemma_.lower() not in lex.RESUMING or verb.tag_ not in ("VB", "VBG"):
        return False
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return above.pos_ == "NOUN" and above.lemma_.lower() in lex.EFFORTS


# "The impossibility of holding talks with X": no meeting in particular.
_MISSING = frozenset({"impossibility", "absence", "lack"})


def _is_missing(outer: Token) -> bool:
    above = outer.head
    for _ in range(3):
        if above.lemma_.lower() in _MISSING:
            return True
        above = above.head
    return False


def _is_only_troubled(outer: Token, verb: Token) -> bool:
    """Whether something does or does not trouble talks that are there: "would not be hampered by the attack"."""
    return outer.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in lex.TROUBLING


def _has_led_to(preposition: Token | None, verb: Token) -> bool:
    """Whether something brought the talks about: "that led to direct talks in Doha"."""
    return preposition is not None and preposition.lower_ == "to" and verb.lemma_ == "lead" and verb.tag_ == "VBD"


def _is_broken_off(outer: Token, verb: Token) -> bool:
    """Whether talks were suspended, ended, stalled: then they had been held."""
    past = verb.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" or c.dep_ == "neg" for c in verb.children)
    told = outer.dep_ in ("dobj", "nsubjpass") or (outer.dep_ == "nsubj" and verb.tag_ == "VBD")
    wished = verb.dep_ in ("xcomp", "advcl") and verb.tag_ != "VBN"
    return verb.lemma_.lower() in lex.BREAKING_OFF and past and told and not wished


_PROCESSES = frozenset({"dialogue", "negotiation", "talk", "discussion", "contact"})


def _is_judged(outer: Token) -> bool:
    """Whether talks are only judged: "the dialogue will not be easy", "negotiations are necessary"."""
    verb = outer.head
    verb = next((c for c in verb.rights if c.dep_ == "xcomp" and verb.lemma_ == "go"), verb)
    if outer.dep_ != "nsubj" or verb.lemma_ not in ("be", "seem", "remain", "look") or _has_prep_of_time(verb):
        return False
    what = [c for c in verb.rights if c.dep_ in ("acomp", "attr")]
    return lex.meeting_noun(outer.text) in _PROCESSES and any(c.lemma_.lower() in lex.JUDGING for c in what)


def _is_aspect(outer: Token) -> bool:
    """Whether something about the talks is spoken of, not that they are held: "the outcome of the dialogue"."""
    return outer.dep_ == "pobj" and outer.head.lower_ == "of" and outer.head.head.lemma_.lower() in lex.ASPECTS


def _has_prep_of_time(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("on", "in", "at") for c in verb.rights)


def _is_counted_only(outer: Token, draft: Draft) -> bool:
    """Whether a sentence only says how often they met: "it would not be their first encounter"."""
    verb = outer.head
    negated = any(c.dep_ == "neg" for c in verb.children)
    return outer.dep_ == "attr" and verb.lemma_ == "be" and negated and draft.ordinal is not None


def _is_date_only(outer: Token) -> bool:
    """Whether only a date for a meeting is spoken of, and that there is none: "no date was set for another round"."""
    date = outer.head.head if outer.dep_ == "pobj" else outer
    subject = next((c for c in date.children if c.dep_ in ("nsubjpass", "nsubj")), date)
    return subject.lower_ in ("date", "time") and any(c.lower_ == "no" for c in subject.lefts)


def _status_above(token: Token) -> Status | None:
    """The status a noun above gives: "an offer of talks", "the importance of holding talks"."""
    current = token
    for _ in range(3):
        if current.dep_ not in ("pobj", "pcomp", "acl") or current.head.i == current.i:
            return None
        current = current.head if current.dep_ == "acl" else current.head.head
        if status := lex.STATUS_OF_NOUN.get(current.lemma_.lower()):
            return status
        if current.pos_ != "NOUN":
            return None
    return None


def _particle(verb: Token) -> str:
    return next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")


def _apart(draft: Draft, side: Party, others: tuple[Party, ...]) -> Draft:
    copy = Draft(
        draft.token, draft.start, draft.end, status=draft.status, noun=draft.noun, form=draft.form, apart=True,
    )  # fmt: skip
    copy.add(others)
    copy.add((side,))
    return copy
