"""A type of measure has everything it needs: a frame that finds it, words in answers and pages, a line in the docs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from parley.answers.phrasing import MEASURES
from parley.model.claim import MeasureType, OutcomeKind
from parley.web import words

ROOT = Path(__file__).parents[2]
FRAMES = (ROOT / "src/parley/claims/measures/frames.txt").read_text(encoding="utf-8")
TYPES = get_args(MeasureType)


@pytest.mark.parametrize("kind", TYPES)
def test_measure_type_is_complete(kind: str) -> None:
    assert kind in MEASURES, "answers/phrasing.py: how a sentence calls it"
    found = re.search(rf"^{kind}\s*\|", FRAMES, re.MULTILINE)
    assert found or kind == "other", "claims/measures/frames.txt: what shows it"
    assert kind in (ROOT / "docs/claim-json.md").read_text(encoding="utf-8")


def test_no_words_for_types_that_are_not() -> None:
    assert set(MEASURES) == set(TYPES)
    named = set(re.findall(r"^([a-z_]+)\s*\|", FRAMES, re.MULTILINE))
    assert named <= set(TYPES)
    assert f"({len(TYPES)} types" in (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    assert set(words.OUTCOMES) == set(get_args(OutcomeKind))
