"""Bytes -> text, exactly as it stands in the file."""

from __future__ import annotations

import codecs

from parley.errors import NoTextError

# What a file begins with tells what it is before any guess at its letters.
_SIGNATURES = {
    b"%PDF": "a PDF; save its text first",
    b"PK\x03\x04": "a zip archive or an office document; save its text first",
    b"\x1f\x8b": "gzip-compressed; only .jsonl.gz is read so",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"SQLite format 3\x00": "a database; name it with --record to read from it",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\x0b\x0c\r\x1a\x1b\x1c\x1d\x1e\x1f")
# Text has no control characters but for a stray one from old terminals; binaries have a tenth and more.
_MOST_CONTROLS = 0.01


def decode(content: bytes, uri: str) -> str:
    """The text of a file: no line end translated, the byte order mark off.

    UTF-8 and whatever a byte order mark says are taken at their word; other encodings are told by their letters.

    Raises:
        NoTextError: the file is empty, binary, or in no encoding that can be told.
    """
    if not content.strip():
        raise NoTextError(f"{uri}: the file is empty")
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            raise NoTextError(f"{uri}: not text but {what}")
    text = _decoded(content, uri)
    if not text.strip():
        raise NoTextError(f"{uri}: the file is empty")
    controls = sum(character in _CONTROLS for character in text[:100_000])
    if controls > _MOST_CONTROLS * min(len(text), 100_000):
        raise NoTextError(f"{uri}: not text but binary data")
    return text


def _decoded(content: bytes, uri: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise NoTextError(f"{uri}: begins as {encoding} but is not ({error.reason})") from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(content, uri)


def _guessed(content: bytes, uri: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise NoTextError(f"{uri}: neither UTF-8 nor another encoding that can be told; save it as UTF-8")
    return str(best)
