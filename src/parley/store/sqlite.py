"""A record in one SQLite file."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Self

from sqlalchemy import Connection, delete, insert, inspect, select, text, update
from sqlalchemy.exc import DatabaseError, OperationalError

from parley._version import __version__
from parley.errors import NewerRecordError, NotARecordError, RecordError
from parley.model.article import Article, Skipped
from parley.model.claim import Claim, ClaimKind, claim_from_json
from parley.model.ruling import Ruling
from parley.model.stored import stored_article
from parley.store import schema
from parley.store.files import allow_readers_while_writing, engine_of, file_of, is_running

# Words of a search, without the signs that mean something to the full-text index.
_WORD = re.compile(r"\w+")


# The name under which a store notes the process that added articles whose ids and copies are not settled yet.
_UNSETTLED = "unsettled"
# So many states of the record as of a day are kept beside it.
MOST_DERIVED = 4


class SqliteStore:
    """Keeps articles, claims, rulings and what was skipped. Every article is kept with its claims, or not at all."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Opens a record, or makes a new one.

        Args:
            url: a file, `sqlite:///FILE`, or `sqlite://` for one in memory that ends with the process.
            create: whether to make a record where there is none.

        Raises:
            NotARecordError: the file is something else.
            NewerRecordError: a later Parley wrote it.
            RecordError: there is none and `create` is false, or it cannot be opened.
        """
        self._name, self._file = file_of(url)
        if self._file and self._file.is_dir():
            raise NotARecordError(
                f"{self._name} is a folder, not a record; name a file in it: {self._file / 'parley.db'}"
            )
        if self._file and not create and not (self._file.exists() and self._file.stat().st_size):
            raise RecordError(
                f"there is no record {self._name}; make one with: parley read SOURCE... --record {self._name}"
            )
        self._engine = engine_of(self._file)
        try:
            if self._file and (not self._file.exists() or not self._file.stat().st_size):
                allow_readers_while_writing(self._file)
            with self._engine.begin() as connection:
                self._prepare(connection, create)
        except (OperationalError, sqlite3.OperationalError) as error:
            raise RecordError(f"{self._name} cannot be opened ({getattr(error, 'orig', error)})") from error
        except DatabaseError as error:
            raise NotARecordError(f"{self._name} is not a Parley record ({error.orig})") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def maker_of(self, article: Article) -> str | None:
        """By which version of the reading an article is kept; None when it is not, or its data have changed."""
        found = self._rows(select(schema.articles).where(schema.articles.c.id == article.id))
        for row in found:
            if _facts(_article(row)) == _facts(article):
                return str(row["maker"])
        return None

    def sha256_of(self, article_id: str) -> str | None:
        """The digest of the text that is kept under an id, None when none is."""
        found = self._rows(select(schema.articles.c.sha256).where(schema.articles.c.id == article_id))
        return next((str(row["sha256"]) for row in found), None)

    def add(self, article: Article, claims: Iterable[Claim], maker: str) -> None:
        """Keeps an article with its claims, at once and for good; what an earlier reading of it made goes."""
        with self._engine.begin() as connection:
            self._forget(connection, article.id)
            self._insert(connection, article, claims, maker)
            connection.execute(delete(schema.meta).where(schema.meta.c.name == _UNSETTLED))
            connection.execute(insert(schema.meta).values(name=_UNSETTLED, value=str(os.getpid())))

    def is_unsettled(self) -> bool:
        """Whether articles were added since copies were last marked, by this process or by one that is no more."""
        added_by = self._tuples(select(schema.meta.c.value).where(schema.meta.c.name == _UNSETTLED))
        return any(value == str(os.getpid()) or not is_running(value) for (value,) in added_by)

    def _insert(self, connection: Connection, article: Article, claims: Iterable[Claim], maker: str) -> None:
        row = {
            "id": article.id,
            "sha256": article.sha256,
            "uri": article.uri,
            "published": article.published,
            "content": _json(_content(article)),
            "text": article.text,
            "maker": maker,
        }
        made = [
            {"id": claim.id, "article": article.id, "kind": claim.kind, "content": _json(claim.to_json())}
            for claim in claims
        ]
        number = connection.execute(insert(schema.articles).values(row).returning(schema.articles.c.number)).scalar()
        connection.execute(
            text("INSERT INTO article_search (rowid, title, text) VALUES (:number, :title, :text)"),
            {"number": number, "title": article.title or "", "text": article.text},
        )
        if made:
            connection.execute(insert(schema.claims), made)
        connection.execute(delete(schema.skipped).where(schema.skipped.c.uri == article.uri))

    def rename(self, ids: Mapping[str, str]) -> None:
        """Gives articles (by id) new ids, all at once, with their claims and what was ruled of these.

        A claim's id comes of its article's too; what was ruled of the old claims is added once more, of the new ones.
        """
        moved: list[tuple[Article, list[Claim], str]] = []
        renamed: dict[str, str] = {}
        for old, new in sorted(ids.items()):
            article = select(schema.articles).where(schema.articles.c.id == old)
            claims = select(schema.claims).where(schema.claims.c.article == old).order_by(schema.claims.c.number)
            for row in self._rows(article):
                before = [claim_from_json(json.loads(kept["content"])) for kept in self._rows(claims)]
                after = [claim.model_copy(update={"article": new}) for claim in before]
                renamed |= {a.id: b.id for a, b in zip(before, after, strict=True)}
                moved.append((_article(row).model_copy(update={"id": new}), after, str(row["maker"])))
        with self._engine.begin() as connection:
            for old in ids:
                self._forget(connection, old)
            for moved_article, claims_of_it, maker in moved:
                self._insert(connection, moved_article, claims_of_it, maker)
        for ruling in list(self.rulings()):
            if any(claim in renamed for claim in ruling.claims):
                claims_now = tuple(renamed.get(claim, claim) for claim in ruling.claims)
                self.add_ruling(ruling.model_copy(update={"claims": claims_now}))

    def articles(self) -> Iterator[Article]:
        """All articles, by id."""
        for row in self._rows(select(schema.articles).order_by(schema.articles.c.id)):
            yield _article(row)

    def article(self, article_id: str) -> Article | None:
        """The article of an id, None when there is none."""
        found = self._rows(select(schema.articles).where(schema.articles.c.id == article_id))
        return next((_article(row) for row in found), None)

    def claims(self, kind: ClaimKind | None = None) -> Iterator[Claim]:
        """All claims, or those of one kind, article by article in the order in which each article was read."""
        wanted = select(schema.claims.c.content).order_by(schema.claims.c.article, schema.claims.c.number)
        if kind:
            wanted = wanted.where(schema.claims.c.kind == kind)
        for row in self._rows(wanted):
            yield claim_from_json(json.loads(row["content"]))

    def article_rows(self) -> list[tuple[str, str | None, str, str]]:
        """The id of each article, its day of publication, the JSON text of its fields, and its text; by id."""
        table = schema.articles.c
        wanted = select(table.id, table.published, table.content, table.text).order_by(table.id)
        return [tuple(row) for row in self._tuples(wanted)]

    def claim_texts(self) -> dict[str, str]:
        """The JSON text of each claim by its id."""
        wanted = select(schema.claims.c.id, schema.claims.c.content)
        return {row[0]: row[1] for row in self._tuples(wanted)}

    def fingerprint(self) -> str:
        """A digest of all articles, claims and rulings, the same for the same contents in whatever order they came."""
        digest = hashlib.sha256()
        for column in (schema.articles.c.content, schema.claims.c.id, schema.rulings.c.id):
            parts = sorted(row[0] for row in self._tuples(select(column)))
            digest.update("\n".join([str(len(parts)), *parts, ""]).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def derived(self, key: str) -> bytes | None:
        """What `keep_derived` kept under exactly this key, None when nothing is."""
        found = self._tuples(select(schema.derived.c.content).where(schema.derived.c.key == key))
        return bytes(found[0][0]) if found else None

    def keep_derived(self, key: str, content: bytes, contents: str = "") -> None:
        """Keeps what was worked out of the contents, beside the latest others whose keys begin with `contents`.

        What was worked out of other contents goes. Nothing is kept where nothing can be written.
        """
        table = schema.derived.c
        with suppress(OperationalError), self._engine.begin() as connection:  # a file to be read only, or in use
            keys = [row[0] for row in connection.execute(select(table.key).order_by(text("rowid")))]
            others = [k for k in keys if k != key and contents and k.startswith(contents)]
            # The whole record, without a day, is looked at most: it stays.
            beside = {k for k in others if k == contents} | set(others[-MOST_DERIVED:])
            connection.execute(delete(schema.derived).where(table.key.not_in(sorted(beside))))
            connection.execute(insert(schema.derived).values(key=key, content=content))

    def add_ruling(self, ruling: Ruling) -> None:
        """Adds a ruling; the same one twice adds nothing."""
        with self._engine.begin() as connection:
            if not connection.execute(select(schema.rulings).where(schema.rulings.c.id == ruling.id)).first():
                content = _json(ruling.model_dump(mode="json"))
                connection.execute(insert(schema.rulings).values(id=ruling.id, content=content))

    def rulings(self) -> Iterator[Ruling]:
        """All rulings, in the order in which they were added."""
        for row in self._rows(select(schema.rulings.c.content).order_by(schema.rulings.c.number)):
            yield Ruling.model_validate_json(row["content"])

    def skip(self, item: Skipped) -> None:
        """Keeps what could not be read and why."""
        with self._engine.begin() as connection:
            if not connection.execute(select(schema.skipped).where(schema.skipped.c.reason == item.reason)).first():
                connection.execute(insert(schema.skipped).values(uri=item.uri, reason=item.reason))

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read, in the order of reading."""
        for row in self._rows(select(schema.skipped).order_by(schema.skipped.c.number)):
            yield Skipped(uri=row["uri"], reason=row["reason"])

    def mark_copies(self, originals: Mapping[str, str]) -> None:
        """Notes which article (by id) nearly repeats which earlier one; those not named repeat none."""
        with self._engine.begin() as connection:
            connection.execute(delete(schema.meta).where(schema.meta.c.name == _UNSETTLED))
            for row in connection.execute(select(schema.articles.c.id, schema.articles.c.content)).mappings().all():
                content = json.loads(row["content"])
                if content["copy_of"] != originals.get(row["id"]):
                    content["copy_of"] = originals.get(row["id"])
                    changed = update(schema.articles).where(schema.articles.c.id == row["id"])
                    connection.execute(changed.values(content=_json(content)))

    def search(self, words: str, limit: int = 20) -> list[Article]:
        """The articles that hold all the words, the best match first."""
        terms = " ".join(f'"{word}"' for word in _WORD.findall(words))
        if not terms:
            return []
        found = text(
            "SELECT articles.* FROM article_search JOIN articles ON articles.number = article_search.rowid"
            " WHERE article_search MATCH :terms ORDER BY bm25(article_search), articles.id LIMIT :limit"
        )
        return [_article(row) for row in self._rows(found, terms=terms, limit=limit)]

    def version(self) -> str:
        """A word that changes whenever something is kept; of a file, its times and sizes and those of its journal."""
        if self._file is None:
            return str(self._rows(text("SELECT total_changes() AS changes"))[0]["changes"])
        journal = self._file.with_name(f"{self._file.name}-wal")
        seen = [path.stat() for path in (self._file, journal) if path.exists()]
        return " ".join(f"{stat.st_mtime_ns}:{stat.st_size}" for stat in seen if stat.st_size)

    def _tuples(self, statement: Any) -> list[Any]:
        try:
            with self._engine.connect() as connection:
                return list(connection.execute(statement).all())
        except DatabaseError as error:
            raise RecordError(f"{self._name} cannot be read ({error.orig})") from error

    def _rows(self, statement: Any, **values: Any) -> list[Mapping[str, Any]]:
        try:
            with self._engine.connect() as connection:
                return [dict(row) for row in connection.execute(statement, values).mappings()]
        except DatabaseError as error:
            raise RecordError(f"{self._name} cannot be read ({error.orig})") from error

    def _forget(self, connection: Connection, article_id: str) -> None:
        kept = select(schema.articles).where(schema.articles.c.id == article_id)
        row = connection.execute(kept).mappings().first()
        if row:
            connection.execute(
                text(
                    "INSERT INTO article_search (article_search, rowid, title, text)"
                    " VALUES ('delete', :number, :title, :text)"
                ),
                {"number": row["number"], "title": json.loads(row["content"])["title"] or "", "text": row["text"]},
            )
            connection.execute(delete(schema.claims).where(schema.claims.c.article == article_id))
            connection.execute(delete(schema.articles).where(schema.articles.c.id == article_id))

    def _prepare(self, connection: Connection, create: bool) -> None:
        tables = set(inspect(connection).get_table_names())
        if not tables and create:
            schema.TABLES.create_all(connection)
            connection.execute(
                text(
                    "CREATE VIRTUAL TABLE article_search USING fts5(title, text, content='',"
                    " tokenize='unicode61 remove_diacritics 2')"
                )
            )
            written = {"format": "parley", "schema_version": str(schema.SCHEMA_VERSION), "made_by": __version__}
            connection.execute(insert(schema.meta), [{"name": n, "value": v} for n, v in written.items()])
            return
        facts = {}
        if "meta" in tables:
            columns = {column["name"] for column in inspect(connection).get_columns("meta")}
            if {"name", "value"} <= columns:
                facts = {str(row.name): str(row.value) for row in connection.execute(select(schema.meta))}
        if facts.get("format") != "parley" or not facts.get("schema_version", "").isdigit():
            raise NotARecordError(f"{self._name} is not a Parley record; give another file with --record")
        version = int(facts["schema_version"])
        if version > schema.SCHEMA_VERSION:
            raise NewerRecordError(
                f"{self._name} was written by a later Parley (its tables are of version {version}, this one knows"
                f" {schema.SCHEMA_VERSION}); upgrade Parley: pip install -U parley-record"
            )
        if version < schema.SCHEMA_VERSION:
            schema.migrate(connection, version)


def _facts(article: Article) -> Article:
    """An article without what depends on where it was read and on what else was."""
    return article.model_copy(update={"uri": "", "retrieved": None, "copy_of": None, "boilerplate": (), "markup": ()})


def _content(article: Article) -> dict[str, Any]:
    content: dict[str, Any] = article.model_dump(mode="json", exclude={"text"})
    return content


def _article(row: Mapping[str, Any]) -> Article:
    return stored_article((str(row["content"]), str(row["text"])))


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
