"""The tutorial's commands, in order, on the articles that come with Parley; with the real model."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest

from tests.house.test_docs import ROOT, commands_in

pytestmark = pytest.mark.model


def test_tutorial_can_be_followed(parley) -> None:
    shutil.copytree(ROOT / "examples" / "normandy", "articles")
    lines = [shlex.split(line)[1:] for line in commands_in(ROOT / "docs" / "tutorial.md")]
    assert len(lines) > 8
    (Path("draft.md")).write_text("Volodymyr Zelensky met Vladimir Putin in Paris on 9 December 2019.")
    for arguments in lines:
        if arguments[0] == "serve":
            continue
        if arguments[0] in ("history", "rule"):  # the ids of the page are of the day it was written
            known = iter([m["id"] for m in json.loads(parley("meetings", "Zelensky", "Putin", "--json").out)])
            arguments = [next(known) if argument.startswith("meeting-") else argument for argument in arguments]
        shown = parley(*arguments)
        assert shown.code == 0, (arguments, shown.err)
        assert shown.out or "--output" in arguments or arguments[0] in ("read", "rule"), arguments
    assert Path("background.docx").stat().st_size > 1000 and Path("record.xlsx").exists()
