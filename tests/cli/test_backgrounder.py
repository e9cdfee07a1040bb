"""A newsroom backgrounder, read from end to end: the hard things that such an article does with times and people.

The article is written for this test, from public facts about the talks of Armenia and Azerbaijan, with invented
quotations. A coming meeting nobody has confirmed, a summit with brokers, a predecessor's vague plural, two rounds "the
following month", agreements from decades apart, measures of which some were carried out, and a list of other headlines.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

PUBLISHED = "2023-05-10"
ARTICLE = """\
Armenian Prime Minister Nikol Pashinyan could sit down with Azerbaijani President Ilham Aliyev in Brussels this week, \
but it would not be their first attempt to end the conflict over Nagorno-Karabakh. Aliyev has not yet confirmed that \
he will attend the talks on Sunday.
Pashinyan and Aliyev met in Prague in October 2022, in a meeting brokered by the European Union and attended by French \
President Emmanuel Macron. His predecessor Serzh Sargsyan had failed to settle the dispute despite numerous meetings \
with Aliyev.
The two sides agreed to invite an EU mission to the border and said they supported further work on the Alma-Ata \
Declaration, which was signed in 1991.
The trilateral statement of November 2020 provided for a ceasefire, an exchange of prisoners and the return of \
refugees. While some prisoners were released, the exchange was never completed, and each side accused the other of \
violating the ceasefire.
Foreign ministers of Armenia and Azerbaijan met again in Geneva in January 2023, and envoys gathered in Washington the \
following month.
"If Aliyev does not come, it will be clear who does not want peace," the Armenian prime minister said.
In an address to parliament in March, Pashinyan said the peace process had been "derailed" by the closure of the road.
You may also like
Pashinyan to visit Paris on Monday to meet Macron
Weather: storms expected across the Caucasus
"""


@pytest.fixture
def claims(parley) -> list[dict[str, Any]]:
    Path("background.txt").write_text(ARTICLE, encoding="utf-8")
    shown = parley("read", "background.txt", "--published", PUBLISHED, "--json")
    found: list[dict[str, Any]] = json.loads(shown.out)["claims"]
    return found


def meetings(claims: list[dict[str, Any]]) -> dict[tuple[str | None, str | None], dict[str, Any]]:
    found = [claim for claim in claims if claim["kind"] == "meeting"]
    return {((c["when"] or {}).get("edtf"), (c["place"] or {}).get("name")): c for c in found}


def names(claim: dict[str, Any], role: str = "party") -> set[str]:
    return {party["name"] for party in claim["participants"] if party["role"] == role}


def test_backgrounder_meetings(claims: list[dict[str, Any]]) -> None:
    found = meetings(claims)
    coming = found["2023-05-14", "Brussels"]
    assert coming["status"] == "possible" and names(coming) == {"Nikol Pashinyan", "Ilham Aliyev"}
    held = found["2022-10", "Prague"]
    assert held["status"] == "happened" and {"Nikol Pashinyan", "Ilham Aliyev"} <= names(held)
    assert names(held, "mediator") == {"European Union"}
    assert found["2023-01", "Geneva"]["status"] == "happened"
    assert found["2023-02", "Washington"]["status"] == "happened"
    vague = found[None, None]
    assert vague["status"] == "happened" and names(vague) == {"Serzh Sargsyan", "Ilham Aliyev"}


def test_backgrounder_agreements_measures_outcomes(claims: list[dict[str, Any]]) -> None:
    agreements = {c["name"]: (c["when"] or {}).get("edtf") for c in claims if c["kind"] == "agreement"}
    assert agreements["Alma-Ata Declaration"] == "1991"
    assert any("statement" in name and when == "2020-11" for name, when in agreements.items())
    measures = {c["type"] for c in claims if c["kind"] == "measure"}
    assert {"ceasefire", "prisoner_exchange", "refugee_return"} <= measures
    outcomes = {(c["of"], c["outcome"]) for c in claims if c["kind"] == "outcome"}
    assert {("prisoner_exchange", "partly"), ("ceasefire", "violated")} <= outcomes


def test_backgrounder_statements(claims: list[dict[str, Any]]) -> None:
    said = {c["quote"]: c for c in claims if c["kind"] == "statement"}
    direct = said["If Aliyev does not come, it will be clear who does not want peace,"]
    assert direct["direct"] and names(direct, "speaker") == {"Nikol Pashinyan"}
    assert said["derailed"]["when"]["edtf"] == "2023-03"


def test_backgrounder_no_claim_from_other_headlines(claims: list[dict[str, Any]]) -> None:
    end = ARTICLE.index("You may also like")
    assert claims and all(span["end"] <= end for claim in claims for span in claim["evidence"])


def test_backgrounder_answer(parley) -> None:
    Path("background.txt").write_text(ARTICLE, encoding="utf-8")
    parley("read", "background.txt", "--published", PUBLISHED)
    answer = parley("ask", "Have Pashinyan and Aliyev met before?").out
    assert "Yes" in answer and "Prague" in answer and "October 2022" in answer and "[1]" in answer
    assert "14 May 2023" in answer and "not confirmed" in answer
    absent = parley("ask", "Have Pashinyan and Erdogan met?").out
    assert "1 article" in absent
    assert "all is in order" in parley("verify").out
