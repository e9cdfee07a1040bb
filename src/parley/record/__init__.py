"""Claims -> Record: who is who, which claims tell of one thing, what they dispute, how positions moved.

    derive(articles, claims, rulings) -> Record      the same record whatever the order of its inputs
    Deriver()(articles, claims, rulings) -> Record   one after the other, working out only what is new
    make_ruling(record, action, ids, by, why, at)    a ruling on entries or claims of a record, checked

Steps, one module each: `identity` (one party from many spellings), `merging/` (claims into groups, kind by kind),
`entries` (a group into an entry), `links` (measures to agreements, outcomes to both), `positions` (stances over time),
`rulings` (what people decided, applied on the way).
"""

from parley.record.derive import Deriver, derive
from parley.record.rulings import make_ruling

__all__ = ["Deriver", "derive", "make_ruling"]
