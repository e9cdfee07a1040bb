"""Two texts that a source gives one id: both are kept, and the order in which they were read changes nothing."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

import parley

pytestmark = pytest.mark.model
TEXTS = (
    "Volodymyr Zelensky and Vladimir Putin met in Paris on 9 December 2019.",
    "Angela Merkel and Emmanuel Macron met in Berlin on 11 November 2018.",
    "Barack Obama and Vladimir Putin met in New York on 28 September 2015.",
)


def write(path: Path, *texts: str) -> Path:
    lines = [f'{{"id": "a1", "published": "2024-05-04", "text": "{text}"}}\n' for text in texts]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_same_id_whatever_the_order(tmp_path: Path) -> None:
    exports = set()
    for order in permutations(TEXTS):
        file = write(tmp_path / "a.jsonl", *order)
        with parley.Record(None) as record:
            record.read(file)
            again = record.read(file)
            assert (len(again.read), len(again.known)) == (0, 3)
            exports.add(record.entries.to_json_text().replace(f"{tmp_path}", ""))
            assert sorted(a.text for a in record.articles()) == sorted(TEXTS)
            assert record.verify() == []
    # The line a text stood on is told in its source, and nothing else may differ.
    assert len({"".join(c for c in text if not c.isdigit()) for text in exports}) == 1


def test_same_id_in_runs_of_their_own_and_rulings(tmp_path: Path) -> None:
    ids = []
    for number, order in enumerate((TEXTS[:2], TEXTS[1::-1])):
        with parley.Record(tmp_path / f"{number}.db") as record:
            record.read(write(tmp_path / "first.jsonl", order[0]))
            meeting = record.meetings()[0]
            record.rule("correct", meeting.id, field="place", value="Bern", by="Ada", why="checked")
            record.read(write(tmp_path / "second.jsonl", order[1]))
            ids.append({a.id: a.text for a in record.articles()})
            ruled = [m for m in record.meetings() if m.place and m.place.name == "Bern"]
            assert [record.entries.claim_by_id[c].article for c in ruled[0].claims] == [
                a for a, text in ids[-1].items() if text == order[0]
            ]
    assert ids[0] == ids[1] and "a1" in ids[0]
