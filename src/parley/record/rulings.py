"""What people decided, made and applied."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import get_args

from parley.errors import RulingError
from parley.model.claim import Form, MeasureType, OutcomeKind, Stance, Status
from parley.model.edtf import interval
from parley.model.record import Record
from parley.model.ruling import Ruling, RulingAction
from parley.record.corrections import participants_value

# What `correct` may change, by the name of the entry's field.
CORRECTABLE = frozenset(
    {"when", "place", "status", "participants", "name", "form", "quantity", "topic", "stance", "outcome", "type"}
)
# The values that some of them can take.
VALUES: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "form": get_args(Form),
    "stance": get_args(Stance),
    "outcome": get_args(OutcomeKind),
    "type": get_args(MeasureType),
}


def make_ruling(
    record: Record,
    action: RulingAction,
    ids: Sequence[str],
    *,
    by: str,
    why: str,
    field: str | None = None,
    value: str | None = None,
    at: datetime | None = None,
) -> Ruling:
    """A ruling on entries or claims of a record, by their ids, bound to the claims they stand for now.

    An entry's id stands for all its claims, a claim's id for that one; `undo` takes the ids of rulings.

    Raises:
        RulingError: an id nobody knows, or an action that lacks what it needs.
    """
    claims: list[str] = []
    if action == "undo":
        taken_back = [_ruling_called(record, some_id) for some_id in ids]
        ids, claims = [r.id for r in taken_back], [claim for r in taken_back for claim in r.claims]
    for some_id in () if action == "undo" else ids:
        if some_id in record.claim_by_id:
            claims.append(some_id)
            continue
        entry = record.find(some_id)
        stood_for = entry.claims if entry else _ruled_before(record, some_id)
        if not stood_for:
            raise RulingError(_nobody_knows(record, some_id))
        claims += stood_for
    _check(record, action, ids, claims, field, value, by, why)
    if field == "participants" and value is not None:
        value = participants_value(record, value)
    moment = (at or datetime.now(UTC)).isoformat(timespec="microseconds")
    return Ruling(
        action=action,
        ids=tuple(ids),
        claims=tuple(dict.fromkeys(claims)),
        field=field,
        value=value,
        by=by,
        why=why,
        at=moment,
    )


def _ruling_called(record: Record, ruling_id: str) -> Ruling:
    """The ruling of an id or of how one begins; one that is undone already is not undone again."""
    found = [r for r in record.rulings if len(ruling_id) >= 4 and r.id.startswith(ruling_id)]
    if len(found) != 1:
        several = f" ({', '.join(r.id for r in found[:4])})" if found else ""
        raise RulingError(f"{ruling_id[:80]!r} is the id of {len(found)} rulings{several}; `parley rule` prints its id")
    if found[0].id in undone(record.rulings):
        raise RulingError(f"ruling {found[0].id} is undone already")
    return found[0]


def _ruled_before(record: Record, some_id: str) -> list[str]:
    """The claims of an entry that an earlier ruling named and that is no more: rejected, or merged into another."""
    for ruling in reversed(record.rulings):
        if some_id in ruling.ids and len(ruling.ids) == 1:
            return [claim for claim in ruling.claims if claim in record.claim_by_id]
    return []


def _nobody_knows(record: Record, some_id: str) -> str:
    begun = [i for i in (*record.entry_by_id, *record.claim_by_id) if some_id and i.startswith(some_id)][:4]
    if len(begun) > 1:
        return f"{some_id!r} is how several ids begin ({', '.join(begun)}); write more of it"
    near = difflib.get_close_matches(some_id[:80], list(record.entry_by_id), n=2, cutoff=0.75)
    hint = f"; near it: {', '.join(near)}" if near else ""
    return (
        f"no entry or claim {some_id[:80]!r} among {len(record.entry_by_id)} entries{hint};"
        " `parley meetings --ids` and the `--json` of every list show ids"
    )


def _check(
    record: Record,
    action: RulingAction,
    ids: Sequence[str],
    claims: Sequence[str],
    field: str | None,
    value: str | None,
    by: str,
    why: str,
) -> None:
    if not ids:
        raise RulingError(f"{action} needs the id of an entry or claim")
    if not by.strip() or not why.strip():
        raise RulingError("a ruling needs who makes it and why (--by NAME --why TEXT)")
    if action == "undo":
        return
    kinds = sorted({record.claim_by_id[claim].kind for claim in claims})
    if action == "merge" and len(set(claims)) < 2:
        raise RulingError("merge needs two entries or more")
    if action in ("merge", "correct") and len(kinds) > 1:
        raise RulingError(f"{action} needs entries of one kind; these are: {', '.join(kinds)}")
    if action == "split" and all(claim not in record.claim_by_id for claim in ids):
        raise RulingError("split needs the ids of the claims to take out (`parley history ID` lists an entry's claims)")
    if action == "correct":
        if field not in CORRECTABLE or value is None:
            raise RulingError(f"correct needs a field and a value; fields: {', '.join(sorted(CORRECTABLE))}")
        allowed = VALUES.get(field)
        if allowed and value not in allowed:
            raise RulingError(f"{value!r} is no {field}; there are: {', '.join(allowed)}")
        if field == "when" and interval(value) is None:
            raise RulingError(f"{value!r} is not an EDTF date (2019-12-09, 2019-12, 2014/2015)")


@dataclass(slots=True)
class Decisions:
    """What the rulings come to, the later standing over the earlier."""

    rejected: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    corrections: dict[str, dict[str, str]] = field(default_factory=dict)
    split: dict[str, int] = field(default_factory=dict)
    together: list[set[str]] = field(default_factory=list)
    touched: dict[str, list[str]] = field(default_factory=dict)


def decide(rulings: Iterable[Ruling]) -> Decisions:
    """The rulings in the order they were made, applied one over the other."""
    decisions = Decisions()
    in_order = sorted(rulings, key=lambda r: (r.at, r.id))
    void = undone(in_order)
    for number, ruling in enumerate(in_order, start=1):
        claims = set(ruling.claims or ruling.ids)
        for claim in sorted(claims):
            decisions.touched.setdefault(claim, []).append(ruling.id)
        if ruling.id in void:
            continue
        if ruling.action == "reject":
            decisions.rejected |= claims
            decisions.confirmed -= claims
        elif ruling.action == "confirm":
            decisions.confirmed |= claims
            decisions.rejected -= claims
        elif ruling.action == "correct" and ruling.field and ruling.value is not None:
            for claim in claims:
                decisions.corrections.setdefault(claim, {})[ruling.field] = ruling.value
        elif ruling.action == "split":
            for joined in decisions.together:
                joined -= claims
            decisions.split |= dict.fromkeys(claims, number)
        elif ruling.action == "merge":
            for claim in claims:
                decisions.split.pop(claim, None)
            overlapping = [joined for joined in decisions.together if joined & claims]
            decisions.together = [joined for joined in decisions.together if not joined & claims]
            decisions.together.append(claims.union(*overlapping))
    return decisions


def undone(rulings: Iterable[Ruling]) -> frozenset[str]:
    """The ids of the rulings that later ones take back; an `undo` that is itself undone takes nothing back.

    A ruling repeated for claims whose ids have changed is taken back with the one that it repeats.
    """
    in_order = sorted(rulings, key=lambda r: (r.at, r.id))
    made_by = {ruling.id: _but_for_claims(ruling) for ruling in in_order}
    void: set[Ruling] = set()
    for ruling in reversed(in_order):
        if ruling.action == "undo" and made_by[ruling.id] not in void:
            void |= {made_by[some_id] for some_id in ruling.ids if some_id in made_by}
    return frozenset(some_id for some_id, made in made_by.items() if made in void)


def _but_for_claims(ruling: Ruling) -> Ruling:
    return ruling.model_copy(update={"claims": ()})


def join_ruled(groups: list[list[str]], decisions: Decisions) -> list[list[str]]:
    """Groups of claim ids with those that a ruling put together made one."""
    number_of = {claim: number for number, members in enumerate(groups) for claim in members}
    parent = list(range(len(groups)))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for joined in decisions.together:
        numbers = sorted({root(number_of[claim]) for claim in joined if claim in number_of})
        for number in numbers[1:]:
            parent[root(number)] = root(numbers[0])
    merged: dict[int, list[str]] = {}
    for number, members in enumerate(groups):
        merged.setdefault(root(number), []).extend(members)
    return list(merged.values())
