"""What is one meeting, agreement or statement, and what only looks like one."""

from __future__ import annotations

import pytest

from parley.model.party import Party
from parley.record import derive
from tests.record.building import agreement, article, meeting, statement


def _count(kind, *made):
    articles = {a.id: a for a, _ in made}
    return len(getattr(derive(articles.values(), [c for _, c in made]), kind))


def _meetings(*rows):
    made = []
    for row in rows:
        published, who, when, place, *rest = row
        of = article(published)
        made.append((of, meeting(of, who, when, place, **(rest[0] if rest else {}))))
    return made


ONE = [
    pytest.param(
        [("2019-12-10", "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Paris"),
         ("2025-05-13", "Emmanuel Macron, Vladimir Putin", "2019-12", "Paris")],
        id="a month agrees with a day",
    ),
    pytest.param(
        [("2019-12-10", "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Paris"),
         ("2025-05-13", "Emmanuel Macron, Vladimir Putin", "2019", None)],
        id="a year agrees with a day when there is one candidate",
    ),
    pytest.param(
        [("2019-12-10", "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Paris"),
         ("2019-12-10", "France, Russia", "2019-12-09", "Paris")],
        id="states stand for their leaders on the same day in the same city",
    ),
    pytest.param(
        [("2019-12-01", "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Paris", {"status": "planned"}),
         ("2019-12-10", "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Paris")],
        id="announced and held",
    ),
    pytest.param(
        [("2019-12-10", "Vladimir Putin, Emmanuel Macron, Angela Merkel, Volodymyr Zelensky", "2019-12-09", "Paris"),
         ("2019-12-11", "Vladimir Putin, Volodymyr Zelensky", "2019-12-09", "Paris")],
        id="two of the four in the same city on the same day",
    ),
    pytest.param(
        [("2019-12-10", "Vladimir Putin, Emmanuel Macron", None, "Paris"),
         ("2019-12-10", "Vladimir Putin, Emmanuel Macron", None, None)],
        id="undated reports of one day",
    ),
    pytest.param(
        [("2019-12-10", "Vladimir Putin, Emmanuel Macron", "2019-12-09", "Paris"),
         ("2019-12-10", "Vladimir Putin, Emmanuel Macron", None, None)],
        id="an undated report of the day after",
    ),
]  # fmt: skip


@pytest.mark.parametrize("rows", ONE)
def test_one_meeting(rows):
    assert _count("meetings", *_meetings(*rows)) == 1


TWO = [
    pytest.param(
        [("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", "Berlin"),
         ("2012-11-17", "Vladimir Putin, Angela Merkel", "2012-11-16", "Moscow")],
        id="two days",
    ),
    pytest.param(
        [("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", "Moscow"),
         ("2012-06-03", "Vladimir Putin, Angela Merkel", "2012-06-02", "Moscow")],
        id="two days running",
    ),
    pytest.param(
        [("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", None, {"form": "remote"}),
         ("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", None, {"form": "in_person"})],
        id="phone against table",
    ),
    pytest.param(
        [("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", "Moscow"),
         ("2012-06-02", "Vladimir Putin, Emmanuel Macron", "2012-06-01", "Moscow")],
        id="different counterpart",
    ),
    pytest.param(
        [("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", "Moscow"),
         ("2012-06-02", "Sergei Lavrov, Angela Merkel", "2012-06-01", "Moscow")],
        id="minister and president of one state",
    ),
    pytest.param(
        [("2025-05-14", "Vladimir Putin, Volodymyr Zelensky", "2025-05-15", None, {"status": "possible"}),
         ("2025-05-16", "Russia, Ukraine", "2025-05-15", None)],
        id="that delegations met does not mean that leaders did",
    ),
    pytest.param(
        [("2012-06-02", "Vladimir Putin, Angela Merkel", None, "Moscow"),
         ("2012-06-09", "Vladimir Putin, Angela Merkel", None, None)],
        id="undated reports a week apart",
    ),
    pytest.param(
        [("2022-04-01", "Russia, Ukraine", "2022-03-29", None, {"name": "first round of talks"}),
         ("2022-04-01", "Russia, Ukraine", "2022-03", None, {"name": "second round of talks"})],
        id="first and second round",
    ),
    pytest.param(
        [("2017-06-09", "Vladimir Putin, Xi Jinping", "2017-06-08", "Astana"),
         ("2017-06-09", "Vladimir Putin, Xi Jinping, Narendra Modi, Ilham Aliyev", "2017-06-08", None)],
        id="a bilateral on the margins of a summit",
    ),
]  # fmt: skip


@pytest.mark.parametrize("rows", TWO)
def test_two_meetings(rows):
    assert _count("meetings", *_meetings(*rows)) == 2


def test_a_vague_claim_that_fits_two_meetings_joins_neither():
    made = _meetings(
        ("2012-06-02", "Vladimir Putin, Angela Merkel", "2012-06-01", "Berlin"),
        ("2012-11-17", "Vladimir Putin, Angela Merkel", "2012-11-16", "Moscow"),
        ("2013-01-01", "Vladimir Putin, Angela Merkel", "2012", None),
    )
    assert _count("meetings", *made) == 3


def test_two_meetings_of_one_article_stay_two():
    of = article("2012-06-03")
    rows = [("2012-06-01", "Berlin"), ("2012-06-02", "Moscow")]
    made = [(of, meeting(of, "Vladimir Putin, Angela Merkel", when, place)) for when, place in rows]
    assert _count("meetings", *made) == 2


def test_a_date_off_by_a_day_is_disputed_for_a_named_forum_in_one_city():
    made = _meetings(
        ("2019-12-10", "Vladimir Putin, Volodymyr Zelensky", "2019-12-09", "Paris", {"name": "Normandy summit"}),
        ("2019-12-11", "Vladimir Putin, Volodymyr Zelensky", "2019-12-10", "Paris", {"name": "Normandy format summit"}),
    )
    record = derive([a for a, _ in made], [c for _, c in made])
    assert len(record.meetings) == 1
    assert [(d.field, [v.value for v in d.values]) for d in record.meetings[0].disputes] == [
        ("when", ["2019-12-09", "2019-12-10"])
    ]


def test_a_place_is_disputed_when_all_else_agrees():
    made = _meetings(
        ("2019-12-10", "Vladimir Putin, Angela Merkel", "2019-12-09", "Sochi"),
        ("2019-12-10", "Vladimir Putin, Angela Merkel", "2019-12-09", "Moscow"),
    )
    record = derive([a for a, _ in made], [c for _, c in made])
    assert [d.field for m in record.meetings for d in m.disputes] == ["place"]


def test_happened_and_denied_afterwards_is_disputed():
    made = _meetings(
        ("2019-12-10", "Vladimir Putin, Angela Merkel", "2019-12-09", None),
        ("2019-12-11", "Vladimir Putin, Angela Merkel", "2019-12-09", None, {"status": "not_held"}),
    )
    record = derive([a for a, _ in made], [c for _, c in made])
    assert [(m.status, [d.field for d in m.disputes]) for m in record.meetings] == [("happened", ["status"])]


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (["Minsk agreements", "Minsk accords"], 1),
        (["Minsk Protocol", "Minsk agreements"], 2),
        (["Minsk Protocol", "Minsk Memorandum"], 2),
        (["Minsk II", "Minsk agreements"], 2),
        (["Dayton Accords", "Oslo Accords"], 2),
        (["ceasefire agreement", "truce"], 1),
        (["African Trade Area agreement", "trade deal"], 2),
        (["maritime border agreement", "grain deal"], 2),
        (["ABM Treaty", "Anti-Ballistic Missile Treaty"], 1),
        (["Declaration on Strategic Partnership", "Delhi Declaration"], 2),
    ],
)
def test_agreements_by_name(names, number):
    made = [(a := article(f"2015-02-1{i}"), agreement(a, name)) for i, name in enumerate(names)]
    assert _count("agreements", *made) == number


def test_treaties_of_friendship_with_two_states_are_two():
    undated = [(of, agreement(of, "Treaty of Friendship", None, who)) for of, who in
               ((article("2001-06-10"), "Russia, Ethiopia"), (article("2001-06-11"), "Russia, Ethiopia"),
                (article("2001-06-11"), "Russia, India"))]  # fmt: skip
    assert _count("agreements", *undated) == 2


def test_one_protocol_of_an_article_is_the_one_it_names():
    of = article("2014-09-05")
    made = [(of, agreement(of, name, "2014-09-05")) for name in ("twelve-point protocol", "Minsk Protocol")]
    record = derive([of], [c for _, c in made])
    assert [a.name for a in record.agreements] == ["Minsk Protocol"]


def test_one_statement_in_two_translations_is_one():
    one, other = article("2019-12-09"), article("2019-12-10")
    made = [
        (one, statement(one, "Emmanuel Macron", "We did not find the miracle solution, but we have advanced on it")),
        (other, statement(other, "Emmanuel Macron", "We did not find the miracle solution but have advanced")),
    ]
    assert _count("statements", *made) == 1


def test_the_same_words_of_another_speaker_are_another_statement():
    one, other = article("2019-12-09"), article("2019-12-10")
    words = "There can be no military solution to this conflict"
    made = [(one, statement(one, "Emmanuel Macron", words)), (other, statement(other, "Angela Merkel", words))]
    assert _count("statements", *made) == 2


def test_quoted_words_and_the_sentence_they_stand_in_are_one_statement():
    of = article("2022-11-01", 'He said such talks would be "illegitimate".')
    whole = statement(of, "Vladimir Putin", 'such talks would be "illegitimate"').model_copy(update={"direct": False})
    record = derive([of], [whole, statement(of, "Vladimir Putin", "illegitimate")])
    assert [(s.quote, s.direct, len(s.claims)) for s in record.statements] == [
        ('such talks would be "illegitimate"', False, 2)
    ]


def test_a_statement_retold_years_later_joins_the_first():
    words = "We did not find the miracle solution, but we have advanced"
    one, other = article("2019-12-09"), article("2025-05-13")
    made = [
        (one, statement(one, "Emmanuel Macron", words)),
        (other, statement(other, "Emmanuel Macron", "we didn't find the miracle solution, but we have advanced on it")),
    ]
    record = derive([a for a, _ in made], [c for _, c in made])
    assert [s.said for s in record.statements] == ["2019-12-09"]


def test_one_agreement_called_by_many_names_is_one_and_shows_its_day():
    signed = article("2022-11-03")
    week = article("2022-11-08")
    later = article("2023-02-04")
    other = article("2023-02-04")
    bare = article("2022-11-12")
    sides = "Ethiopia, Eritrea"
    record = derive(
        [signed, week, later, other, bare],
        [
            agreement(signed, "surprise deal between Ethiopia and Eritrean rebels", "2022-11-02", sides),
            agreement(signed, "permanent cessation of hostilities", None, sides),
            agreement(week, "peace agreement", "2022-10-31/2022-11-06", sides),
            agreement(later, "Pretoria agreement", "2022-11", sides),
            agreement(later, "peace agreement", "2022-11", sides),
            agreement(other, "ceasefire agreement", None, sides),
            agreement(bare, "Pretoria agreement", None, who="Ethiopia, Eritrea").model_copy(
                update={"participants": ()}
            ),
        ],
    )
    (one,) = record.agreements
    assert one.name == "Pretoria agreement" and one.when.edtf == "2022-11-02" and not one.disputes


def test_two_agreements_named_together_are_neither_of_them():
    of = article("2023-02-04")
    record = derive(
        [of],
        [
            agreement(of, "Pretoria agreement", "2022-11-02", "Ethiopia, Eritrea"),
            agreement(of, "Pretoria and Nairobi peace agreements", None, "Ethiopia, Eritrea"),
        ],
    )
    assert sorted(a.name for a in record.agreements) == ["Pretoria agreement", "Pretoria and Nairobi peace agreements"]


def test_an_agreement_of_years_ago_is_not_the_one_in_the_news():
    old, new = article("2022-11-04"), article("2022-11-05")
    record = derive(
        [old, new],
        [
            agreement(old, "ceasefire agreement", "2018-07", "Ethiopia, Eritrea"),
            agreement(new, "ceasefire agreement", None, "Ethiopia, Eritrea"),
        ],
    )
    assert len(record.agreements) == 2


def _besides(of, who, when, place, *more):
    claim = meeting(of, who, when, place)
    return of, claim.model_copy(update={"participants": (*claim.participants, *more)})


_UN = Party(id="organisation:united-nations", name="United Nations", kind="organisation")
_GUEST = Party(id="person:guest", name="Some Guest", kind="person")


@pytest.mark.parametrize(
    "more, when, place",
    [
        pytest.param((_GUEST,), "2019-12-09", None, id="the day, no place"),
        pytest.param((_UN,), "2019-12-09", "Paris", id="the day and the city"),
        pytest.param((_UN,), "2019-12", "Paris", id="the month, the city"),
    ],
)
def test_who_else_was_there_makes_no_other_meeting(more, when, place):
    first = _besides(article("2019-12-10"), "Russia, Ukraine", "2019-12-09", "Paris", *more)
    assert _count("meetings", first, _besides(article("2020-02-10"), "Russia, Ukraine", when, place)) == 1
    other = _besides(article("2020-02-10"), "Russia, Ukraine, China", when, None)
    assert _count("meetings", _besides(article("2019-12-10"), "Russia, Ukraine", "2019-12-09", None), other) == 2


def test_two_of_one_state_told_again_with_their_host_are_one_meeting():
    of = article("2019-03-14")
    two = meeting(of, "Vladimir Putin, Sergei Lavrov", "2019-02-25", "Paris")
    three = meeting(of, "Vladimir Putin, Sergei Lavrov, Emmanuel Macron", "2019-02-25", "Paris")
    assert _count("meetings", (of, two), (of, three)) == 1
    elsewhere = meeting(of, "Vladimir Putin, Sergei Lavrov, Emmanuel Macron", "2019-02-26", "Paris")
    assert _count("meetings", (of, two), (of, elsewhere)) == 2
