"""An exported record back into a store: its articles, claims and rulings; the entries are derived again."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from parley.errors import MalformedLineError, ParleyError, RecordError
from parley.model.article import Article, text_digest
from parley.model.claim import Claim, claim_from_json
from parley.model.protocols import Store
from parley.model.ruling import Ruling

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

    Nothing is added when anything in the file does not hold together.

    Raises:
        ParleyError: the text is no export, a sentence is not in its article, or an article of that id is another text.
    """
    articles, claims, rulings = _checked(text)
    given: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        given[claim.article].append(claim)
    new = []
    for article in articles:
        kept = store.sha256_of(article.id)
        if kept and kept != article.sha256:
            raise RecordError(f"the record holds another text under the id {article.id!r}; import into a new record")
        if not kept:
            new.append(article)
    for article in new:
        store.add(article, given[article.id], MAKER)
    known = {ruling.id for ruling in store.rulings()}
    added = [ruling for ruling in rulings if ruling.id not in known]
    for ruling in added:
        store.add_ruling(ruling)
    return Imported(len(new), sum(len(given[a.id]) for a in new), len(added))


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
