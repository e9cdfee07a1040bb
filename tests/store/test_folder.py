"""A folder given as a record is told as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.errors import NotARecordError
from parley.store.sqlite import SqliteStore


def test_store_of_a_folder_names_a_file_in_it(tmp_path: Path) -> None:
    with pytest.raises(NotARecordError, match=r"is a folder.*parley\.db"):
        SqliteStore(str(tmp_path))
