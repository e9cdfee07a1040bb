"""The names layer on documents built by hand: who is who without a model, bad input, time in proportion."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from parley.model.reading import Mention
from parley.reading.names import find_mentions
from tests.conftest import make_article

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
NLP.max_length = 10_000_000


def mentions(text: str, published: str | None = None, doc: Doc | None = None) -> tuple[Mention, ...]:
    found = find_mentions(make_article(text, published), doc or NLP(text), ())
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    assert list(found) == sorted(found, key=lambda m: m.start)
    assert all(a.end <= b.start for a, b in pairwise(found))
    return found


def people(text: str, published: str | None = None) -> list[str]:
    return [p.name for m in mentions(text, published) for p in m.parties if p.kind == "person"]


@pytest.mark.parametrize(
    ("published", "person"), [("2016-05-01", "Petro Poroshenko"), ("2020-05-01", "Volodymyr Zelensky")]
)
def test_office_and_date_give_the_person(published: str, person: str) -> None:
    assert people("The Ukrainian president spoke.", published) == [person]


def test_without_a_date_the_table_is_not_asked() -> None:
    assert people("The Ukrainian president spoke.") == []


def test_person_of_the_article_goes_before_the_table() -> None:
    text = "Ukrainian President Iva Example arrived. The Ukrainian president spoke."
    assert people(text, "2020-05-01") == ["Iva Example", "Iva Example"]


def test_surname_takes_the_full_name_of_the_article() -> None:
    assert people("Foreign Minister Jan Novotny left. Novotny was tired.") == ["Jan Novotny", "Jan Novotny"]


def test_lone_surname_is_looked_up_at_the_date() -> None:
    (mention,) = [m for m in mentions("Ukraine: President Yushchenko spoke.", "2007-01-01") if m.kind == "person"]
    assert [p.name for p in mention.parties] == ["Viktor Yushchenko"]


def test_two_of_one_surname_stay_two() -> None:
    text = "President Raúl Castro met Fidel Castro in Havana."
    assert people(text, "2010-01-01") == ["Raúl Castro", "Fidel Castro"]


def test_party_has_id_country_and_office_of_the_date() -> None:
    (mention,) = mentions("Vladimir Putin spoke.", "2010-06-01")
    (party,) = mention.parties
    assert (party.id, party.country, party.office) == ("person:vladimir-putin", "Russia", "prime minister")


def test_title_belongs_to_the_mention_of_the_name() -> None:
    (mention,) = mentions("Former German chancellor Angela Merkel spoke.", "2023-01-01")
    assert mention.text == "Former German chancellor Angela Merkel"


def test_forum_stands_for_its_states_leaders() -> None:
    found = people("Leaders of the Normandy format countries spoke.", "2015-10-02")
    assert set(found) == {"Vladimir Putin", "Petro Poroshenko", "François Hollande", "Angela Merkel"}


def test_delegations_stand_for_their_side() -> None:
    parties = [p.id for m in mentions("A Hamas delegation met Egyptian mediators.") for p in m.parties]
    assert parties == ["group:hamas", "state:egypt"]


def test_dateline_is_a_place() -> None:
    (mention,) = mentions("MINSK, Sept 20 (Agency) - nothing.")
    assert (mention.kind, mention.place and mention.place.country) == ("place", "Belarus")


ODD = [
    "",
    " \n\t\r\n",
    "President Robert'); DROP TABLE claims;-- Smith spoke to “O'Brien” and Ms.",
    "Президент Путин встретил Зеленского в Минске.",
    "الرئيس بوتين في موسكو",
    "普京总统在北京会见习近平",
    "President President President of of the the Ukraine's 's 's",
    "\u202eVladimir\u202c Putin\u0301 \U0001f600\U0001f1fa\U0001f1e6 e\u0301 \x00\x07",
    "his her their its the two both of sides' leaders of",
    "\ud800 President Putin \udfff".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_without_a_crash(text: str) -> None:
    mentions(text, "2020-01-01")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("PutinUSKiev 's,.-“”\"'\n the president of and ÉЯ中\u0301"), max_size=120))
def test_any_text_keeps_its_offsets(text: str) -> None:
    mentions(text, "2020-01-01")


def test_time_grows_with_the_length() -> None:
    unit = (
        "President Putin met Robert Example{} in Minsk. He and the two presidents left; the Ukrainian leader stayed. "
    )

    def seconds(n: int) -> float:
        text = "".join(unit.format(chr(97 + i % 26) + chr(97 + i // 26 % 26)) for i in range(n))
        doc = NLP(text)
        start = time.process_time()
        mentions(text, "2020-01-01", doc)
        return time.process_time() - start

    seconds(5)  # loads what is loaded once
    # Four times the text: linear is 4, the square would be 16; processor time, since machines are busy.
    assert min(seconds(800) for _ in range(2)) < 9 * min(seconds(200) for _ in range(3)) + 0.1


def test_a_sentence_of_ten_thousand_words_ends() -> None:
    text = "Putin and Zelensky and he and the president " * 1250
    start = time.process_time()
    mentions(text, "2020-01-01")
    assert time.process_time() - start < 20
