"""Times and places attached to words: layers made by hand over sentences that the real model parses."""

from __future__ import annotations

import pytest

from parley.claims.attach import place_of, time_of
from parley.model.article import Article
from parley.model.party import Place
from parley.model.reading import Mention, Reading, TimeExpression

pytestmark = pytest.mark.model

# sentence with the word in [], its times in <>, its places in {}; the time and place expected
CASES = [
    ("The two leaders [met] in {Paris} on <9 December 2019>.", "9 December 2019", "Paris"),
    ("The Kremlin said on <Monday> that the two leaders had [met] in {Geneva}.", None, "Geneva"),
    ("On <Monday> the sides agreed to [meet] in {Istanbul} on <Thursday>.", "Thursday", "Istanbul"),
    ("On <Monday> the sides [agreed] to meet in Istanbul on <Thursday>.", "Monday", None),
    ("Zelensky, who took office in <2019>, [met] Putin in {Paris}.", None, "Paris"),
    ("The {Geneva} [talks] began in <June>.", "June", "Geneva"),
    ("The agreement [signed] in {Minsk} on <12 February 2015> was never carried out.", "12 February 2015", "Minsk"),
    ("The army entered the city in <March> and [left] it in <June>.", "June", None),
    ("Officials spoke about the war in {Syria} at a [meeting] in {Oslo}.", None, "Oslo"),
    ("Nothing was [signed].", None, None),
    ("The next [talks] are to open in {Geneva} on <15 May>.", "15 May", "Geneva"),
    ("The [meeting] of the foreign ministers, which took place on <3 March> in {Rome}, was short.", "3 March", "Rome"),
    ("[Talks] that opened in {Quito} in <2017> gave the country a truce that <October>.", "2017", "Quito"),
    ("On <16 June> the commander appeared at the palace for their first [meeting].", "16 June", None),
]


@pytest.mark.parametrize(("marked", "time", "place"), CASES, ids=[c[0] for c in CASES])
def test_attach_time_and_place(marked, time, place):
    from parley.reading.parse import pipeline

    text, opened, spans = "", {}, []
    for character in marked:
        if character in "[<{":
            opened[character] = len(text)
        elif character in "]>}":
            opening = {"]": "[", ">": "<", "}": "{"}[character]
            spans.append((opening, opened[opening], len(text)))
        else:
            text += character
    times = tuple(TimeExpression(a, b, text[a:b], "DATE", "2020", edtf="2020") for kind, a, b in spans if kind == "<")
    places = tuple(
        Mention(a, b, text[a:b], "place", place=Place(name=text[a:b])) for kind, a, b in spans if kind == "{"
    )
    word = next(a for kind, a, _ in spans if kind == "[")
    article = Article(id="a", sha256="a", uri="test:a", text=text)
    reading = Reading(article, pipeline()(text), times, places)
    token = next(t for t in reading.doc if t.idx == word)
    found_time, found_place = time_of(reading, token), place_of(reading, token)
    assert (found_time.text if found_time else None) == time
    assert (found_place.name if found_place else None) == place
