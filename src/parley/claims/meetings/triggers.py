"""The words of a sentence that tell of a meeting, each made a draft with its participants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import nouns, verbs
from parley.claims.meetings.draft import Draft
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def drafts_in(reading: Reading, sentence: Tokens) -> Iterator[Draft]:
    """The drafts of one sentence, in the order of their triggers."""
    for token in sentence:
        lemma = token.lemma_.lower()
        drafts: list[Draft | None] = []
        if lemma in lex.MEETING_NOUNS and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and _is_noun_use(token):
            drafts = [*nouns.from_noun(reading, sentence, token)]
        elif lemma in lex.MEETING_VERBS and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            drafts = [verbs.from_verb(reading, sentence, token)]
        elif token.lower_ in ("face", "face-to-face") and verbs.is_face_to_face(token):
            drafts = [verbs.from_face_to_face(reading, sentence, token)]
        elif lemma == "wait" and token.pos_ == "VERB":
            drafts = [verbs.from_waiting(reading, sentence, token)]
        elif lemma == "bring" and any(c.lower_ == "together" for c in token.rights):
            drafts = [verbs.from_bringing(reading, sentence, token)]
        yield from (draft for draft in drafts if draft is not None)


def _is_noun_use(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma in ("meeting", "gathering", "sitting") and token.pos_ == "VERB":
        return token.dep_ in ("nsubj", "dobj", "pobj", "compound") and any(
            c.dep_ in ("det", "poss") for c in token.lefts
        )
    if token.pos_ == "VERB":
        return False
    return not (lemma in lex.PLURAL_ONLY and token.lower_ == lemma and lemma != "contact" and lemma in ("talk",))
