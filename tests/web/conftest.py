"""A desk over a record of hand-made claims, and of an article that tries to be more than text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from parley.model.article import Article, text_digest
from parley.model.claim import MeetingClaim, StatementClaim
from parley.model.party import Place
from parley.model.protocols import Store
from parley.model.span import Evidence
from parley.model.when import When
from parley.store import open_store
from parley.web.app import create_app
from tests.record import normandy

ATTACK = '<script>alert("x")</script>'
HOST = "http://localhost"
_TEXT = (
    f'Mr {ATTACK} met Vladimir Putin in "><img src=x onerror=alert(1)> today. '
    'He said: <b onclick=x>"peace & talks"</b>.'
)


def attacking(key: str, uri: str) -> tuple[Article, list[MeetingClaim | StatementClaim]]:
    """An article that has markup wherever it can, and claims that carry it."""
    article = Article(
        id=key, sha256=text_digest(_TEXT), uri=uri, title=f"{ATTACK} & 'more'", publisher=f'"{ATTACK}',
        published="2025-06-01", text=_TEXT,
    )  # fmt: skip
    villain = normandy.person(ATTACK, '"><svg onload=x>', office="<i>king</i>")
    shown = (Evidence.of(_TEXT, 0, _TEXT.index(" today") + 6),)
    when = When(edtf="2025-06", text=ATTACK, basis="stated", start=3, end=3 + len(ATTACK), note="<u>")
    meeting = MeetingClaim(
        article=key, participants=(villain, normandy.PUTIN), place=Place(name='"><img src=x onerror=alert(1)>'),
        when=when, name="<h1>Summit</h1>", attributed_to="<em>him</em>", evidence=shown, maker="test/1",
    )  # fmt: skip
    said = StatementClaim(
        article=key, participants=(villain.in_role("speaker"),), quote=f"{ATTACK} peace", direct=True,
        topic='"><script>', stance="for", evidence=(Evidence.of(_TEXT, _TEXT.index("He said"), len(_TEXT)),),
        maker="test/1",
    )  # fmt: skip
    return article, [meeting, said]


def filled(location: str) -> Store:
    """A store with the Normandy reports and two articles that attack."""
    made = open_store(location)
    of_article: dict[str, list[object]] = {}
    for claim in normandy.claims():
        of_article.setdefault(claim.article, []).append(claim)
    for article in normandy.ARTICLES.values():
        made.add(article, of_article.get(article.id, []), "test/1")  # type: ignore[arg-type]
    for key, uri in (("a/b?c#d.json", "javascript:alert(1)"), ("web", "https://news.example/report?a=1&b=2")):
        made.add(*attacking(key, uri), "test/1")
    return made


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that tests only look at."""
    made = filled(str(tmp_path_factory.mktemp("web") / "record.db"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def client(store: Store) -> Iterator[TestClient]:
    """Asks the desk as a browser on this machine does."""
    with TestClient(create_app(store), base_url=HOST, follow_redirects=False) as made:
        yield made
