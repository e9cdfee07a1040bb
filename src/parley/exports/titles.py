"""What an entry is called where a format wants a headline: calendars, timelines, spreadsheets, graphs."""

from __future__ import annotations

from parley.model.record import (
    AgreementEntry,
    Entry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    StatementEntry,
)

# More names than this are counted; the entry's own field has all.
_MOST_NAMES = 4
# Characters of a quotation in a headline, so that it fits a calendar's or a timeline's line.
_MOST_QUOTE = 80
# Put before what did not, or may not, happen: most formats have no field for it that a reader sees.
_STATUS = {"happened": "", "planned": "Planned: ", "possible": "Possible: ", "not_held": "Did not happen: "}
_ASIDE = ("mediator", "host")


def headline(entry: Entry) -> str:
    """One line that says what it is, its status before it unless it happened."""
    return _STATUS[entry.status] + _said(entry)


def words_of(code: str | None) -> str:
    """`troop withdrawal` for `troop_withdrawal`, `sanction` for `SANCTION`."""
    return (code or "").replace("_", " ").lower()


def _said(entry: Entry) -> str:
    if isinstance(entry, MeetingEntry):
        noun = "Call" if entry.form == "remote" else "Meeting"
        place = f", {entry.place.name}" if entry.place else ""
        return f"{entry.name or noun}: {_names(entry)}{place}" if entry.participants else f"{entry.name or noun}{place}"
    if isinstance(entry, AgreementEntry):
        return _capital(entry.name)
    if isinstance(entry, MeasureEntry):
        what = entry.object or "" if entry.type == "other" else words_of(entry.type)
        number = f" ({entry.quantity})" if entry.quantity else ""
        return f"{_capital(what or 'measure')}{number}" + (f", {entry.agreement}" if entry.agreement else "")
    if isinstance(entry, OutcomeEntry):
        return f"{_capital(words_of(entry.of))}: {words_of(entry.outcome)}"
    if isinstance(entry, StatementEntry):
        said = f"“{_cut(entry.quote)}”" if entry.direct else _cut(entry.quote)
        return f"{_names(entry) or entry.attributed_to or 'Somebody'}: {said}"
    between = " to ".join(
        side for side in (_names(entry, "source"), _names(entry, "target")) if side
    )  # "Russia to Ukraine"
    mode = f" ({words_of(entry.mode)})" if entry.mode else ""
    return f"{_capital(words_of(entry.code))}{mode}" + (f": {between}" if between else "")


def _names(entry: Entry, *roles: str) -> str:
    chosen = entry.parties(*roles) or (() if roles else entry.participants)
    at_table = [p for p in chosen if roles or p.role not in _ASIDE] or list(chosen)
    names = list(dict.fromkeys(p.name for p in at_table))
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_QUOTE else plain[:_MOST_QUOTE].rsplit(" ", 1)[0] + " …"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
