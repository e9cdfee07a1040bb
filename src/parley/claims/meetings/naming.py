"""The name a meeting goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.carriers import is_venue
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.parties import is_party
from parley.model.reading import Reading
from parley.syntax.datelines import token_in_dateline

if TYPE_CHECKING:
    from spacy.tokens import Token


def name_of(reading: Reading, draft: Draft) -> str | None:
    """The name a meeting goes by: "the Normandy Format summit", "the Geneva talks"; None for a bare "meeting"."""
    token = draft.token
    if draft.noun is None:
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "at"):
                for inner in child.children:
                    if lex.meeting_noun(inner.text) and _has_capital(inner) and not _tells_apart(reading, inner):
                        return _phrase(inner)
        return None
    name = _phrase(token) if _has_capital(token) else None
    return None if name is not None and _tells_apart(reading, token) else name


def _tells_apart(reading: Reading, noun: Token) -> bool:
    """Whether the words before a noun only say between whom or when: "Iran–U.S. talks", "the May 14 talks"."""
    named = [t for t in _compounds(noun) if t.text[:1].isupper()]
    return all(_is_side_or_day(reading, t) for t in named) and not is_venue(noun, noun.nbor(-1))


def _is_side_or_day(reading: Reading, token: Token) -> bool:
    dated = any(t.start <= token.idx < t.end for t in reading.times_in(token.sent.start_char, token.idx + 1))
    mention = reading.mention_at(token)
    forum = mention is not None and any(p.is_forum for p in mention.parties)
    return dated or (is_party(mention) and not forum)  # "the Normandy Forum summit" is a name


def _has_capital(noun: Token) -> bool:
    return any(t.text[:1].isupper() and t.pos_ in ("PROPN", "NOUN", "ADJ") for t in _compounds(noun))


def _compounds(noun: Token) -> list[Token]:
    kept = [t for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod") for t in child.subtree]
    return [t for t in kept if not token_in_dateline(t)]


def _phrase(noun: Token) -> str:
    kept = _compounds(noun)
    first = min((t.i for t in kept), default=noun.i)
    return str(noun.doc[first : noun.i + 1].text)
