"""What people decided about the record, and the forms by which they do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from parley.model.record import Entry
from parley.web import links
from parley.web.forms import READ_ONLY
from parley.web.held import Held
from parley.web.paging import Page, View, part_of
from parley.web.rulings import CHOICES, FIELDS, HINTS, LABELS, Told, alike, current, label_of, told
from parley.web.tables import title_of

ACTIONS = {
    "confirm": "Confirm",
    "correct": "Correct",
    "merge": "Merge with another",
    "split": "Split",
    "reject": "Reject",
    "undo": "Take back a ruling",
}
ABOUT = {
    "confirm": "You have read the sentences, and the entry is right.",
    "correct": "Change what is wrong, and leave the rest as it is. What the articles say stays beside it.",
    "merge": "Choose what is the same thing, told twice. All its accounts become one entry.",
    "split": "Choose the accounts that tell of something else. They become an entry of their own.",
    "reject": "The entry is no fact of this record, and is left out of it: a film, a hypothesis, a mistake of reading.",
    "undo": "The ruling no longer counts. Both stay in the history.",
}
_COLUMNS = ("id", "at", "by", "action", "field", "value", "why", "ids", "claims", "undone")


def rulings(view: View) -> Page:
    """Every ruling, the latest first."""
    found = told(view.held, view.held.record.rulings)
    shown, part = part_of(view, found)
    data = {"total": len(found), "page": part.number, "pages": part.count,
            "rulings": [_row(one) for one in shown]}  # fmt: skip
    context = {"rulings": shown, "part": part, "ruled": ruled(view)}
    return Page("rulings.html", "Rulings", data, context, _COLUMNS, lambda: map(_row, found))


def rows(held: Held) -> list[dict[str, Any]]:
    """Every ruling as data, the latest first."""
    return [_row(one) for one in told(held, held.record.rulings)]


def _row(one: Told) -> dict[str, Any]:
    return {**one.ruling.to_json(), "undone": one.undone}


def ruled(view: View) -> list[Any]:
    """The rulings that were made just now, as the address has them."""
    just = view.text("ruled").split(",")
    return told(view.held, [r for r in view.held.record.rulings if r.id in just])


def rule(view: View) -> Page:
    """The form of one action on one entry, or of taking back a ruling.

    Raises:
        HTTPException: the desk is read-only, or there is no such entry or action.
    """
    return rule_form(view, view.text("do") or "confirm", view.text("of"))


def rule_form(view: View, action: str, of: str, given: Mapping[str, str] | None = None, wrong: str = "") -> Page:
    """The form with what was given before, and what was wrong with it."""
    if not view.visitor.edit:
        raise HTTPException(403, READ_ONLY)
    if action not in ACTIONS:
        raise HTTPException(404, "There is no such ruling.")
    held = view.held
    given = given or {}
    context: dict[str, Any] = {
        "action": action, "heading": ACTIONS[action], "about": ABOUT[action], "of": of, "wrong": wrong,
        "by": given.get("by") or view.visitor.by, "why": given.get("why", ""), "actions": ACTIONS,
    }  # fmt: skip
    if action == "undo":
        found = told(held, [r for r in held.record.rulings if r.id in of.split(",")])
        if not found:
            raise HTTPException(404, "There is no such ruling.")
        context |= {"rulings": found, "why": context["why"] or "made by mistake"}
        return Page("rule_undo.html", ACTIONS[action], None, context)
    entry = held.record.find(of)
    if entry is None:
        raise HTTPException(404, "There is no such entry; it may have been merged or rejected meanwhile.")
    context |= {
        "entry": entry,
        "title_of": title_of,
        "back": links.of_entry(entry),
        **_of_action(view, action, entry, given),
    }
    return Page("rule.html", f"{ACTIONS[action]}: {title_of(entry)}", None, context)


def _of_action(view: View, action: str, entry: Entry, given: Mapping[str, str]) -> dict[str, Any]:
    held = view.held
    if action == "correct":
        fields = [(f, LABELS[f], given.get(f, current(entry, f)), HINTS.get(f, "")) for f in FIELDS[entry.kind]]
        return {"fields": fields, "choices": CHOICES, "people": [p.name for p in held.parties.values()][:300]}
    if action == "merge":
        return {"offered": [(e, label_of(e)) for e in alike(held, entry)], "other": given.get("other", "")}
    return {"evidence": held.record.evidence(entry)} if action == "split" else {}
