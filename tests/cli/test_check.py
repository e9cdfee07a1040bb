"""`parley check` from end to end, with the real model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

KNOWN = "Ukrainian President Volodymyr Zelensky and Russian President Vladimir Putin met in Paris on 9 December 2019."
DRAFT = (
    "Volodymyr Zelensky met Vladimir Putin in Paris on 9 December 2019. "
    "French President Emmanuel Macron met Zelensky in Berlin on 3 February 2022."
)


def test_check_tells_known_from_new_and_keeps_nothing(parley) -> None:
    Path("known.txt").write_text(KNOWN)
    Path("draft.txt").write_text(DRAFT)
    assert parley("read", "known.txt", "--published", "2019-12-10").code == 0
    before = Path("parley.db").read_bytes()
    shown = parley("check", "draft.txt", "--published", "2022-02-04")
    new, known = shown.out.split("Told by other articles too")
    assert shown.code == 0 and "Berlin" in new and "Paris" not in new.replace("known.txt", "")
    assert "9 December 2019" in known
    assert Path("parley.db").stat().st_size == len(before)
    (checked,) = json.loads(parley("check", "draft.txt", "--published", "2022-02-04", "--json").out)
    assert {fact["verdict"] for fact in checked["facts"]} == {"known", "new"}
    assert all(DRAFT[f["start"] : f["end"]] == f["sentence"] for f in checked["facts"])
    assert len(json.loads(parley("export").out)["articles"]) == 1


def test_check_of_nothing_readable_fails_and_says_why(parley) -> None:
    Path("known.txt").write_text(KNOWN)
    parley("read", "known.txt")
    Path("empty.txt").write_text("")
    shown = parley("check", "empty.txt")
    assert shown.code == 1 and "empty.txt" in shown.err
