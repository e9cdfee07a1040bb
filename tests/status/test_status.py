"""Status of events on sentences of our own, parsed by the real model."""

from __future__ import annotations

import pytest

from parley.reading.status import status_of

pytestmark = pytest.mark.model

CASES = [
    # tense
    ("The two leaders [met] in Geneva on Monday.", "happened"),
    ("The two leaders have [met] five times.", "happened"),
    ("The ministers will [meet] in Doha next week.", "planned"),
    ("Putin and Zelensky are to [meet] in Paris on Monday.", "planned"),
    ("The summit is due to [take] place next week.", "planned"),
    ("Talks are expected to [begin] on Friday.", "planned"),
    ("The foreign ministers are scheduled to [meet] in Vienna.", "planned"),
    ("The sides agreed to [meet] again in June.", "planned"),
    ("The president plans to [visit] Kabul.", "planned"),
    ("Zelensky said he would [meet] Erdogan on Thursday.", "planned"),
    ("The envoys are going to [hold] another round.", "planned"),
    ("The delegation is [flying] to Muscat next week.", "planned"),
    # modals and wishes
    ("The two sides could [meet] within days.", "possible"),
    ("Trump proposed that the leaders should [meet] in Istanbul.", "possible"),
    ("He called for [talks] between the sides.", "possible"),
    ("The mediators urged the rebels to [hold] talks.", "possible"),
    ("The president is ready to [meet] the rebel commander.", "possible"),
    ("She hopes to [visit] Bogota.", "possible"),
    ("If the two leaders [meet], they will discuss grain.", "possible"),
    ("The minister offered to [host] the talks.", "possible"),
    ("The Kremlin has not confirmed whether Putin will [attend] the summit.", "possible"),
    ("It is unclear whether the delegations will [meet].", "possible"),
    # denial
    ("The two leaders did not [meet].", "not_held"),
    ("Moscow ruled out [talks] with Kyiv.", "not_held"),
    ("The rebels refused to [meet] the envoy.", "not_held"),
    ("The sides failed to [reach] an agreement.", "not_held"),
    ("The army chief declined to [attend] the session.", "not_held"),
    ("The sides have never [met] face to face.", "not_held"),
    ("There were no [talks] on Tuesday.", "not_held"),
    ("The [meeting] scheduled for Monday was called off.", "not_held"),
    ("The [summit] was cancelled after the attack.", "not_held"),
    ("The government rejected the proposal for a [meeting].", "not_held"),
    ("The two men left without [meeting] each other.", "not_held"),
    ("The leaders would have [met] in Lima.", "not_held"),
    # nouns and their governors
    ("Delegations from both sides held [talks] in Minsk.", "happened"),
    ("The two sides will hold [talks] in Minsk.", "planned"),
    ("Officials announced [talks] in Oslo.", "planned"),
    ("The [talks] took place in Oslo.", "happened"),
    ("The [talks] collapsed after two days.", "happened"),
    ("The planned [summit] has drawn criticism.", "planned"),
    ("The [summit] is scheduled for 12 June.", "planned"),
    ("He praised the possibility of a [meeting].", "possible"),
    ("After the [meeting], the ministers signed a declaration.", "happened"),
    ("They will speak to the press after the [meeting].", "planned"),
    ("A third round of [talks] was held in Cairo.", "happened"),
    ("A third round of [talks] will be held in Cairo.", "planned"),
    ("The envoy took part in the [talks].", "happened"),
    # reported speech passes through
    ("The spokesman said that the two men had [met] in secret.", "happened"),
    ("The spokesman said the two men could [meet] soon.", "possible"),
    ("The spokesman said the two sides had agreed to [meet].", "planned"),
    ("The spokesman denied that the two men had [met].", "not_held"),
    ("The general did not rule out [talks].", "possible"),
    ("Leaders to [meet] in Geneva", "planned"),
    # what is presupposed, and what stands beside the point
    ("He gave an account of his [meeting] with the envoy.", "happened"),
    ("The envoy had to [travel] to Tunis.", "happened"),
    ("The delegations had not [met] since May.", "happened"),
    ("Talks are possible only after the [summit].", "happened"),
    ("Last week's [talks] are to be followed by another round.", "happened"),
    ("Will the ministers [meet] again?", "possible"),
    ("A [summit] planned for June fell through.", "not_held"),
    ("Kyiv refused to implement the [agreements].", "happened"),
    ("The [truce] announced in July was broken within a month.", "happened"),
    ("The two sides will sign a [treaty] in May.", "planned"),
    ("A peace [agreement] is being drafted.", "possible"),
    ("The mediators proposed a [truce].", "possible"),
    ("The rebels rejected the [deal].", "not_held"),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[c[0] for c in CASES])
def test_status_of_word_in_sentence(reading_of, marked, expected):
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    token = next(t for t in reading_of(text).doc if t.idx == start)
    assert status_of(token) == expected
