"""Where a sentence names a measure: the frames of the lexicon found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.claims.measures.frames import Frame, frames
from parley.model.claim import MeasureType
from parley.syntax.clauses import hyphenated

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# How far the company of a head word may stand from it. Measured on the odd halves of the record gold: further out it
# belongs to another phrase.
NOUN_WINDOW = 8
VERB_WINDOW = 9

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset({".", ";", ":", "?", "!", "(", ")", "—", "–"})
_STRUCK = frozenset({"dead", "displaced", "homeless", "injured", "wounded", "missing"})
_INTRANSITIVE = frozenset(
    "withdraw leave return disarm retreat quit evacuate pull disband demobilise demobilize reopen".split()
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A measure named at a token; `last` is the last token of the company that shows it, `frame` the rule."""

    type: MeasureType
    token: Token
    last: Token
    frame: Frame


def _index() -> dict[tuple[str, str], list[Frame]]:
    table: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames():
        for head in frame.heads:
            table.setdefault((frame.pos, head), []).append(frame)
    return table


_BY_HEAD = _index()


def find_spots(sentence: Tokens) -> Iterator[Spot]:
    """The measures a sentence names, in the order of the text; a head word may name two ("of troops and weapons")."""
    for token in sentence:
        forms = dict.fromkeys((hyphenated(token), token.lemma_.lower(), token.lower_))
        for pos in _parts_of_speech(token):
            candidates = list(dict.fromkeys(f for form in forms for f in _BY_HEAD.get((pos, form), ())))
            spots = _fitting(token, pos, candidates, sentence) if candidates else []
            if spots:
                yield from spots
                break


def _parts_of_speech(token: Token) -> tuple[str, ...]:
    if token.pos_ in ("NOUN", "PROPN"):
        # "pull-out" and gerunds ("the lifting of sanctions") are nouns to us, whatever the tagger says.
        return ("noun", "verb") if token.tag_ == "VBG" or token.lower_.endswith("ing") else ("noun",)
    if token.pos_ in ("VERB", "AUX"):
        if token.dep_ == "amod":
            return ()  # "the newly elected president"
        return ("verb", "noun") if token.tag_ in ("VBG", "VB") else ("verb",)
    if token.pos_ == "ADJ":
        return ("adjective", "noun")
    return ()


def _fitting(token: Token, pos: str, frames: list[Frame], sentence: Tokens) -> list[Spot]:
    """The measures of the frames that fit, each shown by company of its own."""
    if _is_other(token):
        return []
    around = _noun_phrase(token, sentence) if pos != "verb" else _verb_phrase(token, sentence)
    spots: list[Spot] = []
    used: set[int] = set()
    for frame in frames:
        if any(spot.type == frame.type for spot in spots):
            continue
        if frame.without and any(t.lemma_.lower() in frame.without or t.lower_ in frame.without for t in around):
            continue
        if not frame.company:
            if not spots:
                return [Spot(frame.type, token, token, frame)]
            continue
        shown = next(
            (t for t in around if t.i not in used and _is_company(t, token, frame.company)),
            None,
        )
        if shown is not None:
            used.add(shown.i)
            spots.append(Spot(frame.type, token, max((token, shown), key=lambda t: t.i), frame))
    return spots


def _is_other(token: Token) -> bool:
    """ "in line with", "the Government of the Federal Republic", "monitors said": words that name no measure here."""
    if token.lower_ == "line" and token.i and token.nbor(-1).lower_ == "in":
        return True
    if token.lower_ in ("government", "state") and token.text[0].isupper() and token.i > token.sent.start:
        return True
    if token.lemma_.lower() in _WITNESSES and token.dep_ == "nsubj":
        return token.head.lemma_.lower() in _TELLING
    if hyphenated(token) in _TITLES and _is_title(token):
        return True
    if token.lemma_.lower() in _WITNESSES and token.dep_ in ("dobj", "nsubjpass"):
        return token.head.lemma_.lower() in _EXPELLING
    if token.lemma_.lower() in ("election", "poll") and token.dep_ == "pobj" and token.head.lower_ == "for":
        return token.head.head.lower_ in ("preparations", "preparation", "candidate", "candidates")
    return _is_in_name(token) or _is_standing_body(token)


def _is_in_name(token: Token) -> bool:
    """ "The UN Verification Mission": a word of the name of a body that is there already."""
    head = token.head
    named = token.text[0].isupper() and token.dep_ == "compound" and head.i > token.i and head.text[0].isupper()
    return named and head.lemma_.lower() in _WITNESSES | {"team", "group", "support"}


def _is_standing_body(token: Token) -> bool:
    """ "The head of Libya's unity government": a body that governs, not one to be formed."""
    if token.lemma_.lower() not in _BODIES:
        return False
    known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in token.lefts)
    return known and (token.dep_ in ("nsubj", "poss") or (token.dep_ == "pobj" and token.head.head.pos_ == "NOUN"))


_BODIES = frozenset("government cabinet administration parliament council".split())


# "Sudan's vice-president, Riek Machar": somebody's office, not a post to be shared out.
_TITLES = frozenset({"vice-president", "deputy"})
_NAME_WITHIN = 4


def _is_title(token: Token) -> bool:
    after = token.doc[token.i + 1 : token.i + 1 + _NAME_WITHIN]
    name = next((t for t in after if t.text not in ("-", ",") and t.lower_ != "president"), None)
    return name is not None and (name.ent_type_ == "PERSON" or name.dep_ == "appos" or name.head.dep_ == "appos")


_EXPELLING = frozenset("kick expel evict bar throw eject oust attack kill wound target".split())
# Monitors that tell something are the source of the news, not what was agreed.
_WITNESSES = frozenset({"monitor", "observer", "inspector", "peacekeeper", "mission"})
_TELLING = frozenset(
    "convene reconvene meet gather sit hold say tell report warn urge add note record confirm estimate believe accuse "
    "announce call".split()
)


def _is_company(token: Token, head: Token, company: frozenset[str]) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.text == "-" and not token.whitespace_ and hyphenated(token) not in company:
        return False  # "government-held territory" is no government
    if token.lower_ in company or token.lemma_.lower() in company or hyphenated(token) in company:
        return True
    if "@object" in company and token.ent_type_ in ("GPE", "LOC", "FAC") and token.dep_ in ("dobj", "nsubjpass"):
        return True
    if "@place" in company and token.ent_type_ in ("GPE", "LOC", "FAC") and token.dep_ in ("pobj", "dobj"):
        return True
    if "@from" in company and token.dep_ == "prep" and token.head.i == head.i:
        return token.lower_ in ("from", "to", "behind")
    return "@back" in company and token.dep_ in ("prt", "advmod") and token.head.i == head.i and token.lower_ in _BACK


_BACK = frozenset({"back", "over", "up"})


def _noun_phrase(token: Token, sentence: Tokens) -> list[Token]:
    """What stands before the noun in its phrase, and in the phrases after it up to the next verb or stop."""
    doc = token.doc
    before: list[Token] = []
    i = token.i - 1
    while (
        i >= sentence.start
        and token.i - i <= 5
        and (
            doc[i].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
            or doc[i].text in ("-", "'s", "’s", "’")
            or doc[i].tag_ in ("VBN", "VBG", "POS")
        )
    ):
        before.append(doc[i])
        i -= 1
    return before + list(_after(token, sentence, NOUN_WINDOW, stop_at_comma=True))


def _verb_phrase(token: Token, sentence: Tokens) -> list[Token]:
    """A verb's object and complements, and its passive subject; the subject of a verb of going or leaving."""
    if token.lemma_.lower() == "leave" and any(
        t.lower_ in _STRUCK for t in _after(token, sentence, VERB_WINDOW, stop_at_comma=False)
    ):
        return []  # "the war has left 9,000 people dead"
    leaving = token.lemma_.lower() in ("leave", "quit", "depart", "go")  # whose object is what is left
    found = [] if leaving else list(_after(token, sentence, VERB_WINDOW, stop_at_comma=False))
    subjects = ("nsubjpass", "nsubj") if token.lemma_.lower() in _INTRANSITIVE else ("nsubjpass",)
    current = token
    for _ in range(4):
        own = [c for c in current.lefts if c.dep_ in ("nsubj", "nsubjpass")]
        if own:
            if current.i != token.i or own[0].dep_ in subjects:
                found.extend(t for t in own[0].subtree if t.i < token.i and not _in_clause(t, own[0]))
            break
        if current.dep_ not in ("xcomp", "conj", "advcl") or current.head.i == current.i:
            break
        passive = any(c.dep_ == "auxpass" for c in token.children) or token.lemma_.lower() in _INTRANSITIVE
        if not passive:
            break
        current = current.head
    if token.dep_ in ("relcl", "acl") and token.tag_ == "VBN":
        found.append(token.head)
    return found


def _in_clause(token: Token, head: Token) -> bool:
    """Whether a word stands in a clause that only describes the head ("Hilu, whose fighters hold the hills")."""
    current = token
    while current.i != head.i and current.head.i != current.i:
        if current.dep_ in ("relcl", "appos", "advcl"):
            return True
        current = current.head
    return False


def _after(token: Token, sentence: Tokens, window: int, *, stop_at_comma: bool) -> Iterator[Token]:
    doc = token.doc
    for i in range(token.i + 1, min(sentence.end, token.i + 1 + window)):
        t = doc[i]
        if t.text in _STOPS or (t.text == "," and stop_at_comma) or (t.tag_ in _FINITE and t.pos_ in ("VERB", "AUX")):
            return
        yield t
