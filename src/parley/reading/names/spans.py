"""Where people are named: from known names, the parser's own finds, titles, and given names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.knowledge import Knowledge, fold
from parley.knowledge.base import PARTICLES
from parley.reading.names.descriptions import Description
from parley.reading.names.spotting import Spot
from parley.reading.names.vocabulary import AMBIGUOUS_SURNAMES, BODY_WORDS, MODIFIERS, OFFICES, SAYING, STYLES
from parley.syntax.speech import verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# No name of a person has more words; longer runs of capitals are headlines.
_LONGEST_NAME = 7
# An office stands within so many words before the name set off from it.
_OFFICE_REACH = 12
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july september october "
    "november december the a an in on at of and but for with from by to as it he she they we i you this that these "
    "ministry government parliament council army forces agreement talks summit meeting photo file reuters afp ap "
    "getty tass eu un us uk nato osce covid mr mrs ms republic federation state states party street house palace "
    "president minister".split()
)


@dataclass(slots=True)
class NameSpan:
    """A person's name at tokens `first` to `end`, style words included; `name` is the name alone, from `bare`.

    `style` is the gender the style words tell; `title` the description right before the name, `apposition` the one set
    off beside it; `home` the country after it ("Patrice Talon of Benin").
    """

    first: int
    end: int
    name: str
    bare: int
    style: str | None = None
    sure: bool = True
    title: Description | None = None
    apposition: Description | None = None
    home: str | None = None


def _capital(token: Token) -> bool:
    """Whether a token is written like a part of a name: "Putin", "McGuinness", "J.", "Jr."."""
    text = token.text
    initial = len(text) == 2 and text[1] == "."
    return text[:1].isupper() and (text[-1:].isalpha() or initial or text in ("Jr.", "Sr."))


class NameFinder:
    """Finds the people named in a document."""

    def __init__(self, doc: Doc, spots: dict[int, tuple[Spot, int]], knowledge: Knowledge) -> None:
        self._doc = doc
        self._spots = spots
        self._given = given_names(knowledge)
        self._knowledge = knowledge
        self._taken: dict[int, NameSpan] = {}

    def spans(self, titles: list[Description]) -> list[NameSpan]:
        """The names of people, in order, none inside another."""
        self._known()
        for title in titles:
            if title.kind == "one" or (title.kind in ("many", "counterpart", "predecessor")):
                self._after_title(title.end)
        self._styled()
        self._tagged()
        self._by_given_name()
        self._mistaken()
        self._lone_surnames()
        self._again()
        unique = {id(s): s for s in self._taken.values()}
        return sorted(unique.values(), key=lambda s: s.first)

    def _add(self, first: int, end: int, *, sure: bool = True) -> None:
        while first < end and fold(self._doc[first].text) in _TRIMMED:
            first += 1
        while end > first and not self._doc[end - 1].text[-1:].isalnum() and self._doc[end - 1].text != "Jr.":
            end -= 1
        while end > first and self._doc[end - 1].lower_ in _TITLE_WORDS and self._doc[end - 1].text[:1].isupper():
            end -= 1
        stop = end
        end = self._before_repeat(first, end)
        if end <= first or any(i in self._taken for i in range(first, end)):
            return
        words = [self._doc[i] for i in range(first, end)]
        if any(t.is_space or t.text.isdigit() for t in words) or not any(_capital(t) for t in words):
            return
        if len(words) > 2 and words[-1].lower_ in BODY_WORDS:
            return
        if len(words) == 1 and (fold(words[0].text) in _NOT_NAMES or len(words[0].text) < 2):
            return
        begin, style = first, None
        while begin > 0 and self._doc[begin - 1].lower_ in STYLES and not self._doc[begin].is_sent_start:
            begin -= 1
            style = style or STYLES[self._doc[begin].lower_]
        span = NameSpan(begin, end, self._doc[first:end].text, first, style, sure)
        for i in range(begin, stop):
            self._taken[i] = span

    def _before_repeat(self, first: int, end: int) -> int:
        """Where a name ends that a page gives twice in a row ("Anton Vaino Vaino AntonChief of Staff")."""
        seen: set[str] = set()
        for i in range(first, end):
            word = self._doc[i].text
            if len(word) > 2 and word in seen and end - first > 2:
                return i
            seen.add(word)
        return end

    def _known(self) -> None:
        for i, (spot, end) in self._spots.items():
            if spot.named("person") is None:
                continue
            after = end < len(self._doc) and _capital(self._doc[end]) and self._doc[end].ent_type_ == "PERSON"
            before = i > 0 and _capital(self._doc[i - 1]) and self._doc[i - 1].ent_type_ == "PERSON"
            single = " " not in spot.text and "-" not in spot.text
            if single and (after or before) and self._doc[i].ent_type_ == "PERSON":
                continue
            if single and fold(spot.text) in AMBIGUOUS_SURNAMES:
                titled = i > 0 and self._doc[i - 1].lower_ in ("king", "pope", "emperor", "prince")
                if not titled:
                    continue
            if not self._doc[i].text[:1].isupper() and self._doc[i].lower_ not in PARTICLES:
                continue
            self._add(i, end)

    def _after_title(self, i: int) -> None:
        """The name right after a title, and those joined to it: "Presidents Putin and Xi"."""
        if i < len(self._doc) and i not in self._taken:
            end = self.sequence(i)
            spot = self._spots.get(i)
            if end > i and not (spot and spot[1] >= end and spot[0].named("person") is None):
                self._add(i, end)

    def _styled(self) -> None:
        for token in self._doc:
            if token.lower_ in STYLES and token.i + 1 < len(self._doc) and token.text[:1].isupper():
                follower = token.i + 1
                if follower not in self._taken and not self._doc[follower].is_sent_start:
                    end = self.sequence(follower)
                    spot = self._spots.get(follower)
                    if end > follower and not (spot and spot[0].named("person") is None and spot[1] >= end):
                        self._add(follower, end)

    def _tagged(self) -> None:
        for entity in self._doc.ents:
            if entity.label_ != "PERSON":
                continue
            first = entity.start
            for i in range(entity.start, entity.end):
                token = self._doc[i]
                if token.lower_ in ("'s", "’s", ",", "(", "|", "/", ":") or token.is_space or token.lower_ == "and":
                    self._tagged_part(first, i)
                    first = i + 1
            self._tagged_part(first, entity.end)

    def _tagged_part(self, first: int, end: int) -> None:
        while first < end and self._doc[first].lower_ in _TITLE_WORDS:
            first += 1
        if first >= end:
            return
        spot = self._spots.get(first)
        if spot and spot[0].named("person") is None:
            if spot[1] >= end:
                return  # a state, place or organisation that was taken for a person
            if spot[0].sense("adjective") or spot[0].named("organisation", "group"):
                self._tagged_part(spot[1], end)
                return
        end = max(end, self.sequence(first)) if self._doc[end - 1].ent_type_ == "PERSON" else end
        if end - first <= _LONGEST_NAME and self._doc[first].text[:1].isalpha():
            self._add(first, end, sure=end - first > 1)

    def _by_given_name(self) -> None:
        for token in self._doc:
            if token.i in self._taken or fold(token.text) not in self._given or not _capital(token):
                continue
            spot = self._spots.get(token.i)
            if spot and spot[1] > token.i + 1:
                continue
            end = self.sequence(token.i)
            alone = token.ent_type_ != "ORG" or (end - token.i == 2 and self._doc[end - 1].ent_type_ == "ORG")
            if end - token.i >= 2 and alone and token.ent_type_ not in ("GPE", "LOC", "FAC"):
                self._add(token.i, end)

    def _mistaken(self) -> None:
        """People whom the parser took for organisations: two or three name words that speak, or have a "who"."""
        for entity in self._doc.ents:
            if entity.label_ not in ("ORG", "PRODUCT", "WORK_OF_ART", "NORP") or len(entity) > _LONGEST_NAME:
                continue
            words = [t for t in entity if t.text != "-"]
            if not 2 <= len(words) <= 4 or len(words) < len(entity) - 2:
                continue
            if any(not t.is_alpha or t.is_upper or not _capital(t) or t.lower_ in BODY_WORDS for t in words):
                continue
            if any(t.i in self._spots or t.i in self._taken for t in words):
                continue
            if len(words) == 4 and len(words) == len(entity):
                continue
            if self._is_told_of(entity.end) or self._speaks(words) or self._is_set_off(entity.start, entity.end):
                self._add(entity.start, entity.end)

    def _lone_surnames(self) -> None:
        """Surnames of known people that speak and that the parser took for something else, wherever they stand."""
        speaking = {
            token.text
            for token in self._doc
            if token.dep_ == "nsubj"
            and _capital(token)
            and len(token) > 3
            and (token.head.lemma_.lower() in SAYING or token.head.lemma_.lower() in verb_cues())
            and not any(c.dep_ in ("det", "compound", "amod", "poss", "appos") for c in token.lefts)
            and fold(token.text) not in AMBIGUOUS_SURNAMES | _NOT_NAMES
            and self._knowledge.people_called(token.text)
        }
        for token in self._doc:
            if token.text in speaking and token.i not in self._taken and token.i not in self._spots:
                beside = [self._doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(self._doc)]
                if not any(_capital(t) and t.pos_ == "PROPN" for t in beside):
                    self._add(token.i, token.i + 1, sure=False)

    def _is_told_of(self, end: int) -> bool:
        """Whether ", who" or ", the head of" follows a name."""
        doc = self._doc
        if end + 2 >= len(doc) or doc[end].text != ",":
            return False
        return doc[end + 1].lower_ in ("who", "whose") or (
            doc[end + 1].lower_ in ("the", "a", "an") and any(t.lower_ in OFFICES for t in doc[end + 2 : end + 6])
        )

    def _is_set_off(self, first: int, end: int) -> bool:
        """Whether a name stands between an office and what is said: "the leader of the group, John Smith, told"."""
        doc = self._doc
        if first < 2 or end + 1 >= len(doc) or doc[first - 1].text != "," or doc[end].text != ",":
            return False
        office = any(t.lower_ in OFFICES for t in doc[max(0, first - _OFFICE_REACH) : first])
        return office and doc[end + 1].lemma_.lower() in SAYING

    def _speaks(self, words: list[Token]) -> bool:
        return any(token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYING for token in words)

    def _again(self) -> None:
        """The surnames, and given names of the East, of people found so far, wherever else they stand."""
        spans = {id(s): s for s in self._taken.values()}
        known: set[str] = set()
        for span in spans.values():
            words = span.name.split()
            if len(words) > 1 and span.sure:
                known.update(w for w in (words[0], *words[-2:]) if len(w) > 2 and w[0].isupper())
                article, _, rest = words[-1].partition("-")
                if fold(article) in PARTICLES and len(rest) > 3 and rest[0].isupper():
                    known.add(rest)  # "Majed al-Ansari" is "Ansari" afterwards
        known = {w for w in known if fold(w) not in _NOT_NAMES}
        for token in self._doc:
            if token.text in known and token.i not in self._taken:
                spot = self._spots.get(token.i)
                if spot is not None and spot[0].named("person") is None:
                    continue
                doubtful = fold(token.text) in AMBIGUOUS_SURNAMES
                if doubtful and (token.is_sent_start or token.pos_ != "PROPN"):
                    continue
                end = self.sequence(token.i)
                if end > token.i and self._doc[end - 1].text != token.text and fold(token.text) in self._given:
                    self._add(token.i, end)
                elif end == token.i + 1 or self._doc[end - 1].text in known:
                    self._add(token.i, end, sure=end - token.i > 1)
                elif token.pos_ == "PROPN":
                    self._add(token.i, token.i + 1, sure=False)

    def sequence(self, i: int) -> int:
        """Where a run of name words that starts at a token ends; `i` itself when none starts there."""
        doc, j = self._doc, i
        if i >= len(doc) or not (_capital(doc[i]) or self._particle(i)):
            return i
        if fold(doc[i].text) in _NOT_NAMES or doc[i].lower_ in _TITLE_WORDS:
            return i
        while j < len(doc) and j - i < _LONGEST_NAME:
            token = doc[j]
            if j > i and token.is_sent_start:
                break
            spot = self._spots.get(j)
            if j > i and spot and spot[0].named("person") is None and not self._surname_after_given(j, spot[1]):
                break
            if (
                _capital(token) and fold(token.text) not in _NOT_NAMES and (j == i or token.pos_ not in _NO_NAME_POS)
            ) or self._particle(j):
                j += 1
            elif (
                token.text in ("-", "‑")
                and j > i
                and not doc[j - 1].whitespace_
                and not token.whitespace_
                and j + 1 < len(doc)
            ):
                j += 2
            else:
                break
        while j > i and not doc[j - 1].text[-1:].isalpha() and doc[j - 1].text[-1:] != ".":
            j -= 1
        return j

    def _surname_after_given(self, j: int, end: int) -> bool:
        """Whether a word that is also a place or people is a surname here ("Michael Jordan", "Jack Straw")."""
        return self._doc[j].ent_type_ == "PERSON" and end == j + 1

    def _particle(self, j: int) -> bool:
        """Whether a small word inside a name stands here: "de Mistura", "al-Assad", "bin Salman"."""
        doc = self._doc
        if fold(doc[j].text) not in PARTICLES or j + 1 >= len(doc):
            return False
        k = j + 1
        while k + 1 < len(doc) and (fold(doc[k].text) in PARTICLES or doc[k].text == "-"):
            k += 1
        return _capital(doc[k])


_NO_NAME_POS = frozenset({"VERB", "AUX", "ADP", "DET", "CCONJ", "SCONJ", "PRON"})
_TITLE_WORDS = (
    frozenset(
        {word for phrase in OFFICES for word in phrase.split()}
        | set(STYLES)
        | MODIFIERS
        | {"of", "the", "presidents", "former"}
    )
    - PARTICLES
    - {"in"}
)
_TRIMMED = frozenset({"the", "a", "an", "-", "and"})


def given_names(knowledge: Knowledge) -> frozenset[str]:
    """The given names of the known people, those aside that are words of English or surnames too."""
    found = {fold(name).split()[0] for name in knowledge.people if " " in name}
    return frozenset(n for n in found if len(n) > 2 and n not in AMBIGUOUS_SURNAMES and n not in _NOT_NAMES)
