"""The words of a sentence that tell of a meeting, each made a draft with its participants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.claims.meetings import deeds, nouns, phrases, verbs
from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.draft import Draft
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def drafts_in(reading: Reading, sentence: Tokens) -> list[Draft]:
    """The drafts of one sentence, in the order of their triggers."""
    drafts = [draft for token in sentence for draft in _drafts_at(reading, sentence, token)]
    phrases.add_flanking(reading, sentence, drafts)
    return drafts


def _drafts_at(reading: Reading, sentence: Tokens, token: Token) -> Iterator[Draft]:
    lemma = token.lemma_.lower()
    draft: Draft | None = None
    if lex.meeting_noun(token.text) and _is_noun(token):
        yield from nouns.from_noun(reading, sentence, token)
    elif lemma in lex.MEETING_VERBS or token.lower_ in lex.NOUN_LIKE_VERBS:
        told = verbs.from_verb(reading, sentence, token)
        yield from told
        if not told and deeds.is_deed(token):
            draft = deeds.from_deed(reading, sentence, token)
    elif deeds.is_deed(token):
        draft = deeds.from_deed(reading, sentence, token)
    elif token.lower_ in ("face", "face-to-face") and phrases.is_face_to_face(token):
        draft = phrases.from_face_to_face(reading, sentence, token)
    elif lemma == "wait" and token.pos_ == "VERB":
        draft = phrases.from_waiting(reading, sentence, token)
    elif lemma in ("bring", "get") and phrases.is_bringing_together(token):
        draft = phrases.from_bringing(reading, sentence, token)
    elif token.pos_ == "VERB" and (lemma in lex.LED_BY or lemma in phrases.COMPOSING or lemma == "attend"):
        draft = phrases.from_delegation(reading, sentence, token)
    elif lemma in ("tell", "inform", "brief") and token.pos_ == "VERB":
        draft = phrases.from_telling(reading, sentence, token)
    elif lemma == "confirm" and token.pos_ == "VERB":
        draft = phrases.from_confirming(reading, sentence, token)
    elif token.lower_ == "table":
        draft = phrases.from_table(reading, sentence, token)
    elif lemma == "join" and token.tag_ == "VBN":
        draft = phrases.from_joining(reading, sentence, token)
    if draft is not None:
        yield draft


def _is_noun(token: Token) -> bool:
    if token.pos_ == "VERB":  # "the meeting", "ceasefire talks between" are now and then tagged as verbs
        if token.lower_ == "talks":
            between = token.i + 1 < token.sent.end and token.nbor().lower_ == "between"
            return between or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        return token.lower_.endswith("ing") and any(c.dep_ in ("det", "poss") for c in token.lefts)
    return token.pos_ in ("NOUN", "PROPN", "ADJ")
