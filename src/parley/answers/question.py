"""What a question asks: its kind, the parties, the time, and what else it points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from parley.answers.dates import Dates, find_dates
from parley.answers.index import Index
from parley.answers.referring import pair_meant, with_names
from parley.answers.wordings import ANY, IN_PERSON, REMOTE, Kind, has_any, kind_of
from parley.answers.words import STOP_WORDS, fold
from parley.model.edtf import Interval
from parley.model.party import Party

Contact = Literal["in_person", "remote", "any", "default"]
# A question that does not fit on a page is not one; the rest of it is not read.
LONGEST_QUESTION = 1_000

# Words that tell the kind of a question or fill it, and point at nothing.
_CUES = frozenset(
    """contact contacts touch contested reported published been accounts account reports report sources source conflict
    conflicts conflicting contradict contradictory disagree disagreement disputed dispute disputes differ different
    changed change changes shift shifted shifts position stance mind view views tune attitude times time often
    number carried implemented fulfilled honoured honored kept observed respected measures measure points provisions
    commitments promises parts steps part came come became happened outcome outcomes result results lead led
    followed mediated mediate mediator mediators mediation broker brokered brokers facilitated facilitate hosted
    host chaired agreed agree signed sign decided settled terms provide provides contain contains concluded
    begin began begun start started opened resume resumed ended conclude why reason reasons cause postponed cancelled
    delayed suspended headed heads leads delegation delegations team teams signatory signatories initialled signs
    committed attended attend present took take table say said says saying told tell state stated comment comments
    commented claim claims quote quotes declared announced words remarks statement statements spoke speak spoken
    talk talked call called calls phone phoned person face last first new news known know knew become everything
    anything something ever summary show list describe explain between each other another together personally again
    previously happen done hold held work out according answer question actually really exactly still possible ways
    there any named sides side two both they leaders leader officials official presidents place""".split()
)


_BEFORE_PLACES = frozenset("in at near of the about on from to".split())


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `topic` holds the words left that point at a meeting, an agreement or a subject.

    `strangers` are names in it that nobody in the record bears.
    """

    text: str
    kind: Kind
    parties: tuple[Party, ...] = ()
    dates: Dates = field(default_factory=Dates)
    contact: Contact = "default"
    topic: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    subject: str = ""
    """The words of the topic as they were written."""

    @property
    def window(self) -> Interval | None:
        """The days asked about."""
        return self.dates.window

    @property
    def when(self) -> str:
        """The time asked about in words: `since 2022`, `between 1 May 2019 and 3 May 2019`; `` when none."""
        return self.dates.words


def understand(text: str, index: Index) -> Question:
    """The question that a text asks of a record; kind `unknown` when it asks nothing that can be answered."""
    text = " ".join(text[:LONGEST_QUESTION].split())
    folded = fold(text)
    dates = find_dates(text)
    undated = "".join(" " if any(s <= i < e for s, e in dates.spans) else c for i, c in enumerate(text))
    undated = with_names(undated, index, dates.window)
    parties, left = _find_parties(undated, index)
    if len(parties) < 2:
        parties = list({p.id: p for p in [*parties, *pair_meant(undated, index)]}.values())
    strangers = tuple(w for w in left if _is_stranger(w, undated, index))
    subject = {fold(w): w for w in reversed(left) if fold(w) and fold(w) not in STOP_WORDS | _CUES}
    topic = tuple(word for word in dict.fromkeys(fold(w) for w in left) if word in subject)
    return Question(
        text,
        kind_of(folded),
        tuple(parties),
        dates,
        _contact(folded),
        topic,
        strangers,
        " ".join(subject[word] for word in topic),
    )


def _contact(folded: str) -> Contact:
    if has_any(folded, ANY):
        return "any"
    if has_any(folded, IN_PERSON):
        return "in_person"
    return "remote" if has_any(folded, REMOTE) else "default"


def _find_parties(text: str, index: Index) -> tuple[list[Party], list[str]]:
    """The parties a text names, the longest names first, in their order, and the words that are left."""
    words = re.findall(r"[^\W_]+(?:[-.'’][^\W_]+)*", text)
    folded = [fold(word) for word in words]
    parties: dict[str, Party] = {}
    left: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(5, len(words) - position), 0, -1):
            alias = " ".join(w for w in folded[position : position + length] if w)
            party = index.named(alias) if alias and alias not in STOP_WORDS else None
            if party is None and alias and words[position][:1].isupper():
                party = index.state(alias, capitals=not _is_place_use(words, position))
            if party is not None and party.kind == "state" and position and words[position - 1].lower() == "in":
                left += words[position : position + length]  # "in Slovenia" is where
                position += length
                break
            if party is not None:
                parties.setdefault(party.id, party)
                position += length
                break
        else:
            left.append(words[position])
            position += 1
    return list(parties.values()), left


def _is_place_use(words: Sequence[str], position: int) -> bool:
    """Whether a capital follows a preposition or article: "in Paris", "the Paris summit" is where, "Paris said" who."""
    return position > 0 and words[position - 1].lower() in _BEFORE_PLACES


def _is_stranger(word: str, text: str, index: Index) -> bool:
    """Whether a word looks like the name of somebody the record does not know."""
    folded = fold(word)
    if not word[:1].isupper() or not folded or folded in STOP_WORDS or folded in _CUES or folded in index.words:
        return False
    return not text.lstrip().startswith(word) and not word.isdigit()
