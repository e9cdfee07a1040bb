"""Deriving that remembers gives the record that deriving anew gives, whatever came and went in between."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model.ruling import Ruling
from parley.record import Deriver, derive
from tests.record.building import article, meeting, statement
from tests.record.normandy import ARTICLES, claims
from tests.record.test_clusters import _all_groups

_KEYS = sorted(ARTICLES)
_RULED = [c.id for c in claims()][:6]


def _rulings(number: int) -> list[Ruling]:
    actions = (("reject", _RULED[:1]), ("confirm", _RULED[:2]), ("split", _RULED[2:3]), ("reject", _RULED[4:5]))
    return [
        Ruling(action=action, ids=tuple(ids), claims=tuple(ids), by="Ada", why="seen", at=f"2025-06-0{n + 1}T10:00")
        for n, (action, ids) in enumerate(actions[:number])
    ]


_STATES = st.lists(
    st.tuples(st.sets(st.sampled_from(_KEYS)), st.integers(min_value=0, max_value=4)), min_size=1, max_size=5
)


@settings(max_examples=40, deadline=None)
@given(_STATES)
def test_a_record_after_others_is_the_record_derived_anew(states):
    remembering = Deriver()
    for keys, ruled in states:
        articles = [ARTICLES[k] for k in keys]
        told = [c for c in claims() if c.article in keys]
        rulings = [r for r in _rulings(ruled) if set(r.claims) <= {c.id for c in told}]
        assert remembering(articles, told, rulings).to_json_text() == derive(articles, told, rulings).to_json_text()


def test_one_article_after_the_other_gives_what_reading_all_at_once_gives():
    groups = _all_groups()
    made = [report for group in groups for report in group]
    remembering = Deriver()
    for count in range(0, len(made), 40):
        remembering([a for a, _ in made[:count]], [c for _, c in made[:count]])
    whole = remembering([a for a, _ in made], [c for _, c in made])
    assert whole.to_json_text() == derive([a for a, _ in made], [c for _, c in made]).to_json_text()


def test_an_article_more_compares_and_builds_only_what_it_touches(monkeypatch):
    made = [report for group in _all_groups() for report in group]
    remembering = Deriver()
    remembering([a for a, _ in made], [c for _, c in made])
    compared = sum(len(g._scores) for g in remembering._groupings.values())
    built = len(remembering._entries)
    new = article("2019-12-10", "Putin and Macron met in Moscow.")
    told = [
        meeting(new, "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Moscow"),
        statement(new, "Vladimir Putin", "x"),
    ]
    remembering([*(a for a, _ in made), new], [*(c for _, c in made), *told])
    assert sum(len(g._scores) for g in remembering._groupings.values()) - compared < compared / 20
    assert 1 <= len(remembering._entries) - built <= 4


def test_what_is_corrected_is_forgotten():
    remembering = Deriver()
    of = article("2019-12-10", key="same")
    one = meeting(of, "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Moscow")
    assert len(remembering([of], [one]).meetings) == 1
    later = of.model_copy(update={"published": "2019-12-11", "publisher": "Another"})
    record = remembering([later], [one])
    assert record.meetings[0].history[0].published == "2019-12-11"
    assert remembering([], []).meetings == ()
