"""Lists of entries, and the page of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from starlette.exceptions import HTTPException

from parley.answers import history
from parley.exports.rows import columns, rows
from parley.model.article import Article
from parley.model.claim import CLAIM_KINDS, Claim, ClaimKind
from parley.model.party import Party
from parley.model.record import AgreementEntry, Entry, MeasureEntry, OutcomeEntry, Record, StatementEntry
from parley.model.span import Evidence
from parley.web import links, words
from parley.web.data import brief_of, whole_of
from parley.web.files import makers, part_of_record
from parley.web.filters import filtered, newest_first
from parley.web.links import FOLDERS
from parley.web.pages.rulings import ACTIONS, ruled
from parley.web.paging import MovedError, Page, View, part_of
from parley.web.rulings import marks, told
from parley.web.tables import table_of, title_of

KINDS = CLAIM_KINDS
_NOTHING = {
    True: "Nothing fits. Take something out of the form to see more.",
    False: "Nothing of the kind is in the record.",
}


def entries_of(record: Record, kind: ClaimKind) -> Sequence[Entry]:
    """The entries of one kind."""
    found: Sequence[Entry] = getattr(record, FOLDERS[kind])
    return found


def lister(kind: ClaimKind) -> Callable[[View], Page]:
    """The page that lists one kind, the latest first."""

    def listed(view: View) -> Page:
        held = view.held
        found, asked = filtered(view, entries_of(held.record, kind))
        topic = view.text("topic")
        if kind == "statement":
            found = [s for s in found if isinstance(s, StatementEntry) and (not topic or s.topic == topic)]
            found.sort(key=lambda s: (getattr(s, "said", None) or "", s.id), reverse=True)
            topics = sorted({s.topic for s in held.record.statements if s.topic})
        else:
            found, topics = newest_first(found), []
        shown, part = part_of(view, found)
        listed_here = found if view.text("whole") else shown

        def chosen() -> Record:
            return part_of_record(held.record, kind, found)

        caption = words.counted(len(found), words.KINDS[kind].lower()) + (
            f" that fit{'s' if len(found) == 1 else ''}" if asked.narrows or topic else ""
        )
        context = {
            "kind": kind,
            "asked": asked,
            "part": part,
            "table": replace(table_of(held, kind, shown, caption), nothing=_NOTHING[asked.narrows or bool(topic)]),
            "topic": topic,
            "topics": topics,
        }
        return Page(
            "list.html",
            words.KINDS[kind],
            {"total": len(found), "page": part.number, "pages": part.count, "notice": asked.notice or None,
             "entries": [brief_of(e) for e in listed_here]},
            context,
            columns(kind),
            lambda: rows(chosen(), kind),
            makers(kind, chosen),
        )  # fmt: skip

    return listed


def entry(view: View, key: str) -> Page:
    """The page of one entry: what it says, every sentence, what belongs to it, how it became known.

    Raises:
        KeyError: no entry is called so.
        MovedError: the id is a claim's or of another kind; the entry is elsewhere.
    """
    held = view.held
    found = held.record.find(key) or held.former_ids.get(key)
    if found is None:
        raise _left_out(view, key) or KeyError(key)
    address = links.of_entry(found)
    if found.id != key or not view.path.startswith(f"/{FOLDERS[found.kind]}/"):
        raise MovedError(address)
    measures = [(m, held.outcomes_of.get(m.id, [])) for m in held.measures_of.get(found.id, ())]
    of_measures = {o.id for _, came in measures for o in came}
    context = {
        "entry": found,
        "kind": found.kind,
        "who": _who(found),
        "evidence": _once(held.record.evidence(found)),
        "belongs_to": _belongs_to(view, found),
        "measures": measures,
        "outcomes": [o for o in held.outcomes_of.get(found.id, ()) if o.id not in of_measures],
        "rulings": told(held, [r for r in held.record.rulings if r.id in found.rulings]),
        "marks": marks(held, found),
        "agreements": [a for a in held.record.agreements if a.meeting == found.id],
        "ruled": ruled(view),
        "actions": ACTIONS,
        "title_of": title_of,
    }
    return Page(
        "entry.html", title_of(found), whole_of(held, found) | {"told": history(held.record, found.id)}, context
    )


def _who(entry: Entry) -> list[tuple[Party, list[str]]]:
    """Everybody who took part, once, with all that they did."""
    roles: dict[str, list[str]] = {}
    for party in entry.participants:
        roles.setdefault(party.id, []).append(words.ROLES[party.role])
    first = {party.id: party for party in reversed(entry.participants)}
    return [(first[party_id], told) for party_id, told in roles.items()]


def _once(evidence: list[tuple[Article, Claim, Evidence]]) -> list[tuple[Article, Claim, Evidence]]:
    """The sentences without those that stand there already: one may show several claims."""
    first: dict[tuple[str, int, int], tuple[Article, Claim, Evidence]] = {}
    for article, claim, span in evidence:
        first.setdefault((article.id, span.start, span.end), (article, claim, span))
    return list(first.values())


def _belongs_to(view: View, found: Entry) -> list[Entry]:
    ids: list[str | None] = []
    if isinstance(found, AgreementEntry):
        ids = [found.meeting]
    elif isinstance(found, MeasureEntry):
        ids = [found.of_agreement, found.of_meeting]
    elif isinstance(found, OutcomeEntry):
        ids = [found.of_agreement, found.of_meeting, *found.of_measures]
    by_id = view.held.record.entry_by_id
    return [by_id[i] for i in dict.fromkeys(ids) if i and i in by_id]


def _left_out(view: View, key: str) -> HTTPException | None:
    """What to say of an entry that somebody rejected."""
    for ruling in told(view.held, view.held.record.rulings):
        if ruling.ruling.action == "reject" and key in ruling.ruling.ids and not ruling.undone:
            by, why = ruling.ruling.by, ruling.ruling.why
            return HTTPException(404, f"This entry was rejected by {by} on {ruling.day}: {why}. The rulings have it.")
    return None
