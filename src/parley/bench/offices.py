"""Office at a date: how many questions of a table (country, office, date -> person) the knowledge answers rightly."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from parley.knowledge import Knowledge, default


@dataclass(frozen=True, slots=True)
class OfficeScore:
    """The answers to a table of questions; `wrong` lists (country, office, date, expected, answered)."""

    asked: int
    right: int
    wrong: tuple[tuple[str, str, str, str, str | None], ...]


def score_offices(questions: Path, knowledge: Knowledge | None = None) -> OfficeScore:
    """How many questions of a tab-separated file (country, office, date, person) are answered with that person.

    The questions are to be written from other sources than the data asked.
    """
    known = knowledge or default()
    asked, wrong = 0, []
    with questions.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            asked += 1
            answer = known.person_at(row["office"], row["country"], row["date"])
            if answer != row["person"]:
                wrong.append((row["country"], row["office"], row["date"], row["person"], answer))
    return OfficeScore(asked, asked - len(wrong), tuple(wrong))
