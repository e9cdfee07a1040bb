"""Claims of one kind -> groups that tell of one thing.

`grouping` holds the one algorithm; `meetings`, `agreements`, `measures`, `outcomes`, `statements` and `events` each say
for their kind which claims may be compared (blocking keys), how alike two are (a score) and what forbids joining them
(a veto).
"""

from __future__ import annotations

from parley.model.claim import ClaimKind
from parley.record.merging.agreements import AGREEMENT_RULES
from parley.record.merging.events import EVENT_RULES
from parley.record.merging.grouping import Grouping, Rules
from parley.record.merging.measures import MEASURE_RULES
from parley.record.merging.meetings import MEETING_RULES
from parley.record.merging.outcomes import OUTCOME_RULES
from parley.record.merging.statements import STATEMENT_RULES

RULES: dict[ClaimKind, Rules] = {
    "meeting": MEETING_RULES,
    "agreement": AGREEMENT_RULES,
    "measure": MEASURE_RULES,
    "outcome": OUTCOME_RULES,
    "statement": STATEMENT_RULES,
    "event": EVENT_RULES,
}

__all__ = ["RULES", "Grouping"]
