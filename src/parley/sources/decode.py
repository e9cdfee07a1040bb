"""Bytes -> text, exactly as it stands in the file."""

from __future__ import annotations

import codecs
import contextlib

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
# English text with a few names and quotation marks is in the encoding browsers take for English pages; too few letters
# to guess from. Text in another alphabet has a third and more beyond ASCII, Polish about seven in a hundred.
_FEW_ACCENTS = 0.06
# Without the zero byte, of which UTF-16 without a mark is full. The old mainframe encodings that end lines with one of
# these are not in use for news, and noise passes for them.
_CONTROL_BYTES = frozenset(map(ord, _CONTROLS)) - {0}
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

    head = content[:100_000]
    if sum(byte in _CONTROL_BYTES for byte in head) > _MOST_CONTROLS * len(head):
        raise NoTextError(f"{uri}: not text but binary data")
    accented = sum(byte > 127 for byte in content)
    if 0 not in head and accented < _FEW_ACCENTS * len(content):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode("windows-1252")
    best = from_bytes(content).best()
    if best is None:
        raise NoTextError(f"{uri}: neither UTF-8 nor another encoding that can be told; save it as UTF-8")
    return str(best)
