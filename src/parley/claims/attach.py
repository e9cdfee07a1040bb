"""Which time and which place belong to a word: those of its own clause, nearest in the parse first.

The way through the parse from the word to an expression is walked step by step; some steps cost (the expression hangs
on a governing verb), some are closed: the day on which something was *said* is not the day on which it happened, and
what a relative clause tells of somebody ("who took office in 2019") dates nothing outside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from parley.model.party import Place
from parley.model.reading import Mention, Reading, TimeExpression
from parley.syntax.clauses import children
from parley.syntax.datelines import in_dateline
from parley.syntax.governors import FOR_VERBS, lemma_of, verb_effect

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

T = TypeVar("T", TimeExpression, Mention)

# Candidates looked at on either side of the word: more in one sentence is a list or a table, and time must stay linear.
NEAREST = 8
# Steps from a word to the top of its sentence; longer chains are parsing accidents.
MAX_DEPTH = 60

_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp"})
# Verbs that say of their subject that it takes place.
OCCURRING = frozenset(
    """be take begin start open resume occur happen continue end close conclude last follow hold convene schedule plan
    host finish reopen restart run set expect break proceed come conduct sign reach""".split()
)
# Verbs whose own day is that of the words, not of what the words tell.
SAYING = frozenset("say tell state announce report add declare write tweet reiterate stress note explain".split())
# "Killed two on Monday despite negotiating": what the clause is set against has another time.
_APART = frozenset({"despite", "besides", "without"})
# Prepositions that put an event somewhere.
PLACING = frozenset("in at near outside inside on to into around across".split())
# "The war in Ukraine", "the ambassador to Russia": a place that says which one, not where the event took place.
TOPICS = frozenset(
    """war conflict situation crisis ceasefire truce peace settlement violence fighting troops forces ambassador
    envoy representative election elections president minister office embassy hostilities invasion offensive
    operation solution end process developments government authorities parliament people citizens residents
    population mission camp movement front""".split()
)


def time_of(
    reading: Reading, token: Token, admits: Callable[[TimeExpression], bool] = lambda _: True
) -> TimeExpression | None:
    """The date or time that the article gives for what a token tells, None when its clause gives none.

    Args:
        admits: what the caller knows against an expression; the best of those it admits is taken.
    """
    sentence = token.sent
    times = [t for t in reading.times_in(sentence.start_char, sentence.end_char) if t.type in ("DATE", "TIME")]
    times = [t for t in times if not in_dateline(reading.article.text, t.start)]
    best: tuple[float, int, TimeExpression] | None = None
    for expression in _nearest(times, token):
        head = _head_of(reading.doc, expression.start, expression.end)
        if head is None:
            continue
        cost = None if _in_name(reading, head, expression) else _cost(token, apart_from_name(head))
        if cost is None:
            continue
        if expression.edtf is None:
            cost += 2.0
        found = (cost, abs(head.i - token.i), expression)
        if (best is None or found[:2] < best[:2]) and admits(expression):
            best = found
    return best[2] if best else None


def place_of(reading: Reading, token: Token, admits: Callable[[Mention], bool] = lambda _: True) -> Place | None:
    """The place where what a token tells took or takes place, None when its clause names none.

    Args:
        admits: what the caller knows against a mention; the best of those it admits is taken.
    """
    sentence = token.sent
    mentions = [m for m in reading.mentions_in(sentence.start_char, sentence.end_char) if m.place]
    mentions = [m for m in mentions if not in_dateline(reading.article.text, m.start)]
    best: tuple[float, int, Place] | None = None
    for mention in _nearest(mentions, token):
        head = _head_of(reading.doc, mention.start, mention.end)
        if head is None or mention.place is None:
            continue
        weight = _placing(mention, head, token)
        cost = _cost(token, head)
        if weight is None or cost is None:
            continue
        if mention.place.name == mention.place.country:
            cost += 0.6  # of "in Paris" and "in France" the city says more
        found = (cost + weight, abs(head.i - token.i), mention.place)
        if (best is None or found[:2] < best[:2]) and admits(mention):
            best = found
    return best[2] if best else None


def _nearest(layer: list[T], token: Token) -> list[T]:
    middle = bisect_left(layer, token.idx, key=lambda item: item.start)
    return layer[max(0, middle - NEAREST) : middle + NEAREST]


def _head_of(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _in_name(reading: Reading, head: Token, expression: TimeExpression) -> bool:
    """Whether a date is part of somebody's name: "the March 23 Movement"."""
    mention = reading.mention_at(head)
    return mention is not None and bool(mention.parties) and mention.start <= expression.start < mention.end - 1


def apart_from_name(head: Token) -> Token:
    """A day that the parser ran into the name behind it: "On Monday Antonio Guterres travelled"."""
    if head.dep_ == "compound" and head.i > head.sent.start:
        before = head.doc[head.i - 1]
        if before.dep_ == "prep" and not list(before.children):
            return before
    return head


def _ancestry(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < MAX_DEPTH:
        chain.append(chain[-1].head)
    return chain


def _cost(token: Token, target: Token) -> float | None:
    """How far an expression is from a word, None when the way is closed."""
    up, down = _ancestry(token), _ancestry(target)
    places = {t.i: n for n, t in enumerate(up)}
    meeting = next((n for n, t in enumerate(down) if t.i in places), None)
    if meeting is None:
        return None
    ups, downs = up[: places[down[meeting].i]], down[:meeting]
    rise = _rise(token, ups, target)
    if rise is None:
        return None
    fall = _fall(token, ups, downs)
    return None if fall is None else rise + fall


def _rise(token: Token, ups: list[Token], target: Token) -> float | None:
    """The cost of the steps from the word up to where the ways meet."""
    cost = 0.0
    follows = target.i > token.i
    for step in ups:
        head = step.head
        cost += 0.1
        if step.dep_ in ("ccomp", "parataxis"):
            if head.pos_ in _VERBAL and verb_effect(head, clause=True) not in ("plan", "wish", "veto", "actual"):
                return None
            if not follows:
                return None
            cost += 3
        elif step.dep_ == "xcomp":
            if head.pos_ in _VERBAL and verb_effect(head) in ("plan", "wish", "veto") and not follows:
                if not any(child.dep_ == "auxpass" for child in children(head)):
                    return None
                cost += 1
            cost += 1
        elif step.dep_ == "relcl":
            return None
        elif step.dep_ == "acl":
            if not follows:
                return None
            cost += 3
        elif step.dep_ in ("advcl", "pcomp"):
            if step.dep_ == "pcomp" and head.lower_ in _APART:
                return None
            if step.dep_ == "advcl" and not follows and _only_says(head):
                return None  # "said Monday, confirming talk of a meeting": the day of the saying
            cost += 2
        elif step.dep_ == "conj" and step.pos_ in _VERBAL:
            cost += 1 if not follows else 2
        elif step.dep_ in ("dobj", "pobj") and step.pos_ not in _VERBAL:
            verb = head if head.pos_ in _VERBAL else head.head
            if verb.pos_ in _VERBAL:
                effect = _effect_on(verb, head)
                if effect in ("wish", "veto", "report"):
                    if not follows:
                        return None
                    cost += 3
                elif effect == "plan":
                    cost += 2
        elif step.dep_ in ("nsubj", "nsubjpass") and lemma_of(head) not in OCCURRING:
            # "talks that opened in May gave a truce in June": what the subject does later is not its own time
            cost += 1.5
    return cost


def _only_says(verb: Token) -> bool:
    return verb.pos_ in _VERBAL and lemma_of(verb) in SAYING


def _effect_on(verb: Token, governor: Token) -> str | None:
    """What a verb does to its object or to a noun behind a preposition ("called for talks", not "came for talks")."""
    if governor.pos_ in _VERBAL:
        return verb_effect(verb)
    effect, alone = verb_effect(verb, preposition=governor.lower_), verb_effect(verb)
    if effect != alone or (governor.lower_ == "for" and lemma_of(verb) in FOR_VERBS):
        return effect
    return None


def _fall(token: Token, ups: list[Token], downs: list[Token]) -> float | None:
    """The cost of the steps from where the ways meet down to the expression."""
    cost = 0.0
    nominal = all(step.dep_ not in _CLAUSES and step.dep_ not in ("nsubj", "nsubjpass", "dobj") for step in ups)
    for n, step in enumerate(downs):
        cost += 0.1
        top = n == len(downs) - 1
        if step.dep_ in ("relcl", "acl"):
            if not (nominal and (top or (token.pos_ not in _VERBAL and lemma_of(step) in OCCURRING))):
                return None
            cost += 1 if top else 1.5
        elif step.dep_ == "advcl":
            cost += 4
        elif step.dep_ in ("ccomp", "parataxis", "csubj"):
            return None
        elif step.dep_ == "xcomp":
            # "agreed to meet on Monday": not the day of agreeing; "talks are due to open on Monday": that of the talks
            if token.pos_ in _VERBAL and step.head.pos_ in _VERBAL and verb_effect(step.head) not in ("actual", None):
                return None
            cost += 0.5
        elif step.dep_ == "conj" and step.pos_ in _VERBAL:
            return None
        elif step.dep_ in ("nsubj", "dobj", "pobj") and step.pos_ not in _VERBAL and n > 0:
            cost += 0.3
    return cost


# "The port city of Jeddah", "the border village of Panmunjom", "a Geneva hotel": nouns that are where the name is.
SETTLEMENTS = frozenset(
    """city town village capital suburb resort port district hamlet outpost island neighbourhood neighborhood hotel
    palace airport residence embassy headquarters area region province state canton castle office mansion villa
    summit zone site base compound building club centre center garden lodge retreat
    chateau château monastery museum hall ranch farm estate manor""".split()
)


def _names_settlement(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in SETTLEMENTS


def _is_aside(preposition: Token, governor: Token) -> bool:
    """Whether a noun has the place as its matter: "the annexes on Mindanao", "a road map to Geneva"."""
    if governor.pos_ != "NOUN" or governor.lemma_.lower() in _WAYS:
        return False
    return preposition.lower_ in ("on", "to", "into", "across", "around")


# "A visit to Gorongosa": who comes is there.
_WAYS = frozenset("visit trip arrival return journey tour flight travel delegation mission".split())


def _placing(mention: Mention, head: Token, token: Token) -> float | None:
    """How surely a mention stands where a place of an event stands, None when it does not."""
    if head.dep_ in ("compound", "nmod", "amod", "poss") and head.head.i == token.i:
        return 1.0 if mention.kind == "place" else None  # "the Geneva talks"
    step = head
    while step.head.i != step.i:
        if step.dep_ == "compound" and not _names_settlement(step.head):
            return None  # "in the Geneva dialogue", "confidence in the Jeddah platform"
        if step.dep_ in ("conj", "appos", "compound"):
            step = step.head
        elif step.dep_ == "pobj" and step.head.lower_ == "of" and _names_settlement(step.head.head):
            step = step.head.head  # "to the West Bank town of Ramallah"
        else:
            break
    if step.dep_ != "pobj" or step.head.lower_ not in PLACING:
        return None
    preposition = step.head
    if mention.kind != "place" and preposition.lower_ not in ("in", "at", "near"):
        return None
    governor = preposition.head
    aside = governor.lemma_.lower() in TOPICS or _is_aside(preposition, governor)
    if governor.i != token.i and governor.pos_ not in _VERBAL and aside:
        return None
    return 0.0 if preposition.lower_ in ("in", "at", "near", "outside") else 1.5
