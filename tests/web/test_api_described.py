"""Whatever is asked of the API, the answer is one that its description tells of, and never a fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import httpx2
import hypothesis
import pytest
import schemathesis
from hypothesis import strategies
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.browsing import served
from tests.web.conftest import filled

# For each address of the API, asked well and asked badly; all of them together take some seconds.
EXAMPLES = 15
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip
FOLDERS = ("meetings", "agreements", "measures", "outcomes", "statements", "events", "articles", "people", "places")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk over a record with much in it."""
    store = filled(str(tmp_path_factory.mktemp("api") / "record.db"))
    with served(store, edit=False) as address:
        yield address
    store.close()


def ids_in(desk: str, folder: str) -> list[str]:
    """Ids that are in the record."""
    items = httpx2.get(f"{desk}/api/v1/{folder}").json()["items"]
    return [str(item.get("id") or item["key"]) for item in items]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_answer_is_a_fault_or_undocumented(desk: str, mode: GenerationMode) -> None:
    seen: Counter[int] = Counter()
    described = schemathesis.openapi.from_url(f"{desk}/api/v1/openapi.json")
    known = {f"/api/v1/{folder}/": ids_in(desk, folder) for folder in FOLDERS}
    for found in described.get_all_operations():
        operation = found.ok()
        ids = next((i for prefix, i in known.items() if operation.path.startswith(prefix)), [])

        @hypothesis.given(case=operation.as_strategy(generation_mode=mode), id_=strategies.sampled_from(["", *ids]))
        @hypothesis.settings(
            max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
            suppress_health_check=list(hypothesis.HealthCheck),
        )  # fmt: skip
        def ask(case: schemathesis.Case, id_: str) -> None:
            if id_:
                case.path_parameters = dict.fromkeys(case.path_parameters, id_)
            seen[case.call_and_validate(checks=CHECKS).status_code] += 1

        try:
            ask()
        except Unsatisfiable:  # there is no way of asking badly
            assert mode is GenerationMode.NEGATIVE
    if mode is GenerationMode.POSITIVE:
        assert seen[200] > 10 * EXAMPLES and seen[404]
    else:
        assert seen[422] > 5 * EXAMPLES
