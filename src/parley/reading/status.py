"""Whether what a word tells happened, is planned, is possible, or was not held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.model.claim import Status
from parley.syntax.modality import event_status

if TYPE_CHECKING:
    from spacy.tokens import Token


def status_of(token: Token) -> Status:
    """The status of what a verb or an event noun tells, from tense, modals, negation, conditionals and governors."""
    return event_status(token)
