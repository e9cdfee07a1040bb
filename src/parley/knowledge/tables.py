"""The data files of the package, a row a fact: tab-separated, the first line names the columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

Row = dict[str, str]

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ð": "d"})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "`": "'"})


def rows(file_name: str) -> Iterator[Row]:
    """The rows of a data file of this package as dictionaries, in order."""
    lines = files("parley.knowledge").joinpath("data", file_name).read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(head, line.split("\t"), strict=True))


def several(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by semicolons."""
    return [value.strip() for value in cell.split(";") if value.strip()]


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """A text without marks on its letters and without case, for comparing spellings ("Erdoğan" -> "erdogan")."""
    plain = text.translate(_QUOTES).translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return plain.casefold()


_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65_536)
def fold_words(text: str) -> str:
    """The words of a text folded, without punctuation, a space between ("Serraj, Fayez al-" -> "serraj fayez al")."""
    plain = fold(text)
    if plain.isascii():  # ten times as fast, with the same result
        return _NOT_PLAIN.sub(" ", plain).strip()
    return " ".join(_WORD.findall(plain))


def slug(name: str) -> str:
    """A name as part of an id: small plain letters, digits and hyphens ("Volodymyr Zelensky" -> "volodymyr-zelensky").

    A name with no letter in it that could be made plain keeps its own letters.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")
    return plain or re.sub(r"\s+", "-", name.strip().casefold())
