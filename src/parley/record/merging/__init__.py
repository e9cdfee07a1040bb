"""Claims of one kind -> groups that tell of one thing.

`grouping` holds the one algorithm; `meetings`, `agreements`, `measures`, `outcomes`, `statements` and `events` each say
for their kind which claims may be compared (blocking keys), how alike two are (a score) and what forbids joining them
(a veto).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parley.model.claim import ClaimKind
from parley.record.merging.agreements import group_agreements
from parley.record.merging.events import group_events
from parley.record.merging.measures import group_measures
from parley.record.merging.meetings import group_meetings
from parley.record.merging.outcomes import group_outcomes
from parley.record.merging.statements import group_statements
from parley.record.views import AnyView

GROUPERS: dict[ClaimKind, Callable[[Sequence[AnyView]], list[list[AnyView]]]] = {
    "meeting": group_meetings,
    "agreement": group_agreements,
    "measure": group_measures,
    "outcome": group_outcomes,
    "statement": group_statements,
    "event": group_events,
}

__all__ = ["GROUPERS"]
