"""An exported record back into a store: its articles, claims and rulings; the entries are derived again."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from parley.errors import MalformedLineError, ParleyError
from parley.model.article import Article, text_digest
from parley.model.claim import Claim, claim_from_json
from parley.model.protocols import Store
from parley.model.ruling import Ruling
from parley.settling import other_id, settle

# By what an imported article was read, as far as this Parley knows: reading the article here reads it anew.
MAKER = "import"
_ARTICLES = TypeAdapter(tuple[Article, ...])


@dataclass(frozen=True, slots=True)
class Imported:
    """How much an import added."""

    articles: int
    claims: int
    rulings: int


def import_export(store: Store, text: str) -> Imported:
    """Adds what `export --format json` wrote; what the store has already stays as it is.

    A text whose id another text has in the store gets a longer one, as when it is read. Nothing is added when anything
    in the file does not hold together.

    Raises:
        ParleyError: the text is no export, or a sentence is not in its article.
    """
    articles, claims, rulings = _checked(text)
    taken = {a.id: other_id(a) for a in articles if store.sha256_of(a.id) not in (None, a.sha256)}
    given: dict[str, list[Claim]] = defaultdict(list)
    renamed: dict[str, str] = {}
    for claim in claims:
        if claim.article in taken:
            moved = claim.model_copy(update={"article": taken[claim.article]})
            renamed[claim.id] = moved.id
            claim = moved
        given[claim.article].append(claim)
    articles = tuple(a.model_copy(update={"id": taken.get(a.id, a.id)}) for a in articles)
    new = [article for article in articles if not store.sha256_of(article.id)]
    for article in new:
        store.add(article, given[article.id], MAKER)
    known = {ruling.id for ruling in store.rulings()}
    added = [r for ruling in rulings if (r := _of_claims(ruling, renamed)).id not in known]
    for ruling in added:
        store.add_ruling(ruling)
    if store.is_unsettled():
        settle(store)
    return Imported(len(new), sum(len(given[a.id]) for a in new), len(added))


def _of_claims(ruling: Ruling, renamed: dict[str, str]) -> Ruling:
    """A ruling on claims some of which have new ids."""
    if not any(claim in renamed for claim in ruling.claims):
        return ruling
    return ruling.model_copy(update={"claims": tuple(renamed.get(claim, claim) for claim in ruling.claims)})


def _checked(text: str) -> tuple[tuple[Article, ...], list[Claim], list[Ruling]]:
    try:
        content = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise MalformedLineError(f"line {line} is not JSON ({error}); `parley export` writes what is", line) from error
    if not isinstance(content, dict) or not {"articles", "claims", "rulings"} <= set(content):
        raise ParleyError(
            "no exported record: it needs `articles`, `claims` and `rulings` (parley export --format json)"
        )
    try:
        articles = _ARTICLES.validate_python(content["articles"])
        claims = [claim_from_json(claim) for claim in content["claims"]]
        rulings = [Ruling.model_validate({k: v for k, v in r.items() if k != "id"}) for r in content["rulings"]]
    except (ValidationError, AttributeError, TypeError) as error:
        first = str(error).splitlines()
        raise ParleyError(f"the exported record does not hold together: {' '.join(first[:3])}") from error
    texts = {article.id: article.text for article in articles}
    for article in articles:
        if text_digest(article.text) != article.sha256:
            raise ParleyError(f"the text of article {article.id!r} is not the one that was exported")
    for claim in claims:
        source = texts.get(claim.article)
        if source is None:
            raise ParleyError(f"claim {claim.id} is of article {claim.article!r}, which is not in the file")
        if any(source[e.start : e.end] != e.text for e in claim.evidence):
            raise ParleyError(f"the sentence of claim {claim.id} is not in article {claim.article!r}")
    return articles, claims, rulings
