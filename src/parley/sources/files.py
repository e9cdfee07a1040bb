"""Files and folders of files -> articles, one after the other; what cannot be read is told and passed by."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from parley import registry
from parley.errors import NoTextError, NotFoundError, SourceError
from parley.model.article import Article, Skipped
from parley.model.protocols import Source


def load(paths: Iterable[str | os.PathLike[str]], published: str | None = None) -> Iterator[Article | Skipped]:
    """The articles of files and folders, in order; folders are walked, their files sorted by name.

    Args:
        paths: files, or folders whose files of a known kind are read (hidden ones are not).
        published: the ISO 8601 day of publication of articles whose own data do not say one.

    Yields:
        For each article the article, for each file or line that is none what was skipped and why.
    """
    for given in paths:
        try:
            for path in _files(Path(given)):
                yield from _load_file(path, published)
        except SourceError as error:
            yield Skipped(uri=os.fspath(given), reason=str(error))


def _load_file(path: Path, published: str | None) -> Iterator[Article | Skipped]:
    uri = path.as_posix()
    try:
        for item in source_for(path.name).articles(_content(path), uri, published):
            yield Skipped(uri=uri, reason=str(item)) if isinstance(item, SourceError) else item
    except SourceError as error:
        yield Skipped(uri=uri, reason=str(error))


def source_for(name: str) -> Source:
    """The source that reads files of a name's ending; a name with no known ending is taken for plain text."""
    return _by_suffix(name) or _load_source("text")


def _by_suffix(name: str) -> Source | None:
    for source in map(_load_source, registry.names("sources")):
        if name.lower().endswith(source.suffixes):
            return source
    return None


def _load_source(name: str) -> Source:
    made: Source = registry.load("sources", name)()
    return made


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(
            file
            for file in path.rglob("*")
            if file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
            and _by_suffix(file.name)
        )
        if not found:
            raise NoTextError(f"{path.as_posix()}: no file in this folder is of a kind that Parley reads")
        return found
    if not path.exists():
        hint = " (save the page and give its file)" if "://" in os.fspath(path) or ":/" in os.fspath(path) else ""
        raise NotFoundError(f"{path.as_posix()}: no such file or folder{hint}")
    return [path]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path.as_posix()}: cannot be opened ({error.strerror})") from error
