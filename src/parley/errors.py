"""All errors Parley raises on purpose.

    ParleyError
    ├── SourceError          something given to read is not readable
    │   ├── NotFoundError        no such file or folder
    │   ├── NoTextError          nothing to read in it (empty, binary, no article on the page)
    │   └── MalformedLineError   a JSON line that is none; carries its number
    ├── DateError            a date that is none
    ├── RecordError          the record file
    │   ├── NotARecordError      another kind of file
    │   └── NewerRecordError     written by a later Parley
    ├── UnknownNameError     a person, plug-in or id that nobody knows; lists what there is
    ├── MissingExtraError    an optional dependency; carries the install line
    ├── KnowledgeError       a knowledge file that does not hold together
    └── RulingError          a ruling that cannot be made

Errors of other libraries are mapped to these where they enter. The message names what was asked, what there is, and
what to do.
"""

from __future__ import annotations


class ParleyError(Exception):
    """Base of all errors raised on purpose."""


class SourceError(ParleyError):
    """Something given to read is not readable."""


class NotFoundError(SourceError):
    """No such file or folder."""


class NoTextError(SourceError):
    """There is nothing to read: an empty or binary file, or a page with no article in it."""


class MalformedLineError(SourceError):
    """A line of a JSON-lines source is not an article. `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class DateError(ParleyError):
    """A date that is none."""


class RecordError(ParleyError):
    """Something about the record file or database."""


class NotARecordError(RecordError):
    """The file is there but is not a Parley record."""


class NewerRecordError(RecordError):
    """The record was written by a later version of Parley."""


class UnknownNameError(ParleyError):
    """A person, plug-in or id that nobody knows."""


class MissingExtraError(ParleyError):
    """An optional dependency is not installed; the message carries the install line."""


class KnowledgeError(ParleyError):
    """A knowledge file that does not hold together."""


class RulingError(ParleyError):
    """A ruling that cannot be made."""
