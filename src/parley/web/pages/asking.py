"""The question box, briefs and search."""

from __future__ import annotations

from dataclasses import asdict, replace

from parley.answers import ask, brief
from parley.answers.telling import ranked
from parley.answers.words import fold
from parley.model.claim import CLAIM_KINDS
from parley.model.record import StatementEntry
from parley.web import links
from parley.web.data import brief_of
from parley.web.encounters import met_most
from parley.web.marked import around, hits
from parley.web.paging import Page, View
from parley.web.tables import title_of

# Results of each sort on one page of search.
_MOST = 25
_EXAMPLES = 3
_FOR_EXAMPLE = " For example:"


def ask_page(view: View) -> Page:
    """The answer to a question in ordinary words, every sentence with its sources."""
    question = view.text("q")
    answer = ask(view.held.record, question) if question else None
    if answer and answer.verdict == "not_understood":
        # Its examples name people of whom this record may never have heard; those below are of this record.
        said = tuple(replace(s, text=s.text.partition(_FOR_EXAMPLE)[0]) for s in answer.sentences)
        answer = replace(answer, sentences=said)
    data = answer.to_json() if answer else {"question": "", "examples": examples(view)}
    context = {"answer": answer, "question": question, "examples": examples(view)}
    return Page("ask.html", question or "Ask the record", data, context)


def examples(view: View) -> list[str]:
    """Questions that this record may answer: about the people who met most in it."""
    pairs = met_most(view.held)
    people = [p.name for p in (pairs[0] if pairs else view.held.parties.values()) if p.kind == "person"][:2]
    named = max(view.held.record.agreements, key=lambda a: (a.independent_sources, a.id), default=None)
    found = []
    if len(people) == 2:
        found += [f"Have {people[0]} and {people[1]} met?"]
    if people:
        found += [f"What did {people[0]} say about talks?"]
    if named:
        found += [f"What came of the {named.name.removeprefix('the ')}?"]
    return found[:_EXAMPLES]


def brief_page(view: View) -> Page:
    """A background piece on the parties named, to print."""
    names = view.texts("of")
    piece = brief(view.held.record, names) if names else None
    people = [p.name for p in view.held.parties.values()][:300]
    pairs = [(one.name, other.name) for one, other in met_most(view.held)[:_EXAMPLES]]
    context = {"brief": piece, "names": names, "people": people, "pairs": pairs}
    return Page("brief.html", piece.title if piece else "Background brief", asdict(piece) if piece else {}, context)


def search(view: View) -> Page:
    """Articles, statements and other entries that hold all the words."""
    asked = view.text("q")
    words = asked.split()
    folded = fold(asked).split()
    held = view.held
    articles = held.store.search(asked, _MOST) if folded else []
    articles = [a for a in articles if a.id in held.record.article_by_id]
    matching = [e for e, text in held.searchable if all(w in text for w in folded)] if folded else []
    found = ranked(matching)
    said = [e for e in found if isinstance(e, StatementEntry)]
    others = [e for e in found if not isinstance(e, StatementEntry)]
    others.sort(key=lambda e: CLAIM_KINDS.index(e.kind))
    people = [p for p in held.parties.values() if folded and all(w in fold(p.name).split() for w in folded)]
    context = {
        "asked": asked,
        "people": people[:_MOST],
        "articles": [(a, hits(around(a.text, words), words)) for a in articles],
        "statements": [(e, hits(around(e.quote, words), words)) for e in said[:_MOST]],
        "entries": [
            (e, hits(around(held.record.evidence(e)[0][2].text, words), words)) for e in others[:_MOST]
        ],
        "counts": {"statements": len(said), "entries": len(others)},
        "most": _MOST,
        "title_of": title_of,
    }  # fmt: skip
    data = {
        "query": asked,
        "people": [{"id": p.id, "name": p.name, "address": links.of_party(p)} for p in people[:_MOST]],
        "articles": [{"id": a.id, "title": a.title, "address": links.of_article(a.id)} for a in articles],
        "statements": [brief_of(e) for e in said[:_MOST]],
        "entries": [brief_of(e) for e in others[:_MOST]],
        "total": {"statements": len(said), "entries": len(others)},
    }
    return Page("search.html", f"Search: {asked}" if asked else "Search", data, context)
