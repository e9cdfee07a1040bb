"""Record -> Answer: text in which every sentence carries its citations.

    ask(record, question) -> Answer                         one of twelve kinds of question, in ordinary words
    brief(record, names, about=None, as_of=None, length="short") -> Brief     a background piece
    timeline(record, names=(), since=None, until=None) -> tuple[TimelineRow, ...]
    news(record, since, names=()) -> Answer                 what became known, retold background left out
    meetings_table, agreements_table, statements_table, disputes_table (record, ...) -> tuple of rows, for lists
    history(record, entry_id) -> tuple[str, ...]            how an entry came to be
    compare(record, article_id) -> tuple[ComparedFact, ...] what an article says that others say too, otherwise, or not
    check(record, text) -> tuple[Fault, ...]                follows every citation of an Answer or Brief

An `Answer` and a `Brief` have `.text()`, `.markdown()` and `.to_json()`, a `Brief` also `.html()`, a page that needs no
other file, and `.docx()`, the bytes of a Word document. Rows are frozen dataclasses of strings. All are plain functions
of a record; none reads a file or parses.
"""

from parley.answers.ask import ask
from parley.answers.brief import Brief, brief
from parley.answers.check import Fault, check
from parley.answers.comparison import ComparedFact, compare
from parley.answers.news import news
from parley.answers.tables import agreements_table, disputes_table, history, meetings_table, statements_table
from parley.answers.text import Answer, Citation, Sentence
from parley.answers.timeline import TimelineRow, timeline

__all__ = [
    "Answer",
    "Brief",
    "Citation",
    "ComparedFact",
    "Fault",
    "Sentence",
    "TimelineRow",
    "agreements_table",
    "ask",
    "brief",
    "check",
    "compare",
    "disputes_table",
    "history",
    "meetings_table",
    "news",
    "statements_table",
    "timeline",
]
