"""Whether a record holds together: every evidence is its article's text, every entry has claims that show it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.article import text_digest
from parley.model.record import Record


def faults(record: Record) -> Iterator[str]:
    """What does not hold together, one sentence each."""
    for article in record.articles:
        if text_digest(article.text) != article.sha256:
            yield f"article {article.id} ({article.uri}): its text is not the one that was read"
    for claim_id, claim in record.claim_by_id.items():
        source = record.article_by_id.get(claim.article)
        if source is None:
            yield f"claim {claim_id}: its article {claim.article} is not in the record"
            continue
        for span in claim.evidence:
            if source.text[span.start : span.end] != span.text:
                yield f"claim {claim_id}: its evidence {span.start}-{span.end} is not the text of {source.uri}"
        when = claim.when
        if when and source.text[when.start : when.end] != when.text:
            yield f"claim {claim_id}: its time {when.text!r} is not the text of {source.uri}"
    for entry in record.entries():
        if not entry.claims:
            yield f"entry {entry.id}: nothing shows it"
        for claim_id in entry.claims:
            if claim_id not in record.claim_by_id:
                yield f"entry {entry.id}: its claim {claim_id} is not in the record"
