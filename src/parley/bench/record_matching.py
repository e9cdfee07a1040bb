"""What counts as the same claim when an article is scored against people's annotation, and which fields are right.

Pairs are one to one, the best first. A read claim matches an annotated one when

* meeting: the parties agree to at least a half (F1 over surnames; a state is its capital, demonym or delegation) and
  the two times can overlap, or one has none;
* agreement: the names share half their content words, or the evidence overlaps;
* measure: the type is the same, and the evidence stands in the same sentence or the next;
* outcome: the outcome is the same, and the evidence overlaps or what it is of shares a word;
* statement: half the words of the quotation are shared (Dice).

"Whole" asks more: a meeting's parties to 0.8, status, time (the same EDTF) and place; a statement's speaker; the status
of the rest. A field that the annotation leaves open is not judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

Kind = Literal["meetings", "agreements", "measures", "outcomes", "statements"]
KINDS: tuple[Kind, ...] = ("meetings", "agreements", "measures", "outcomes", "statements")
Json = Mapping[str, Any]
Offsets = tuple[int, int]

# By these words articles call a state; the name comes first, then what else is said for it.
_STATE_WORDS: dict[str, str] = {
    "ukraine": "ukrainian kyiv kiev",
    "russia": "russian moscow kremlin federation",
    "united states": "us u.s. usa american washington",
    "united kingdom": "uk u.k. british britain london",
    "france": "french paris",
    "germany": "german berlin",
    "turkey": "turkiye türkiye turkish ankara",
    "israel": "israeli jerusalem",
    "north korea": "dprk pyongyang",
    "south korea": "rok seoul",
    "iran": "iranian tehran",
    "china": "chinese beijing",
    "saudi arabia": "saudi riyadh",
    "qatar": "qatari doha",
    "egypt": "egyptian cairo",
    "ethiopia": "ethiopian",
    "eritrea": "eritrean",
    "sudan": "sudanese",
    "armenia": "armenian yerevan",
    "azerbaijan": "azerbaijani azeri baku",
    "colombia": "colombian bogota",
    "cuba": "cuban havana",
    "norway": "norwegian",
    "belarus": "belarusian minsk",
    "syria": "syrian damascus",
    "yemen": "yemeni",
    "taliban": "taleban",
    "kenya": "kenyan",
    "south africa": "african",
    "european union": "eu brussels",
    "united nations": "un u.n.",
    "japan": "japanese tokyo",
    "kazakhstan": "kazakh astana",
    "poland": "polish",
    "georgia": "georgian",
    "switzerland": "swiss",
    "italy": "italian",
}
_STATE_OF = {word: state for state, others in _STATE_WORDS.items() for word in others.split()}
_STATE_OF |= {state: state for state in _STATE_WORDS}
# Words of a name that do not tell one party from another.
_TITLES = frozenset(
    """the of and a an mr mrs ms president prime minister foreign leader delegation delegations government
    representatives officials side special envoy secretary state general chancellor king defence defense""".split()
)
_WORD = re.compile(r"[a-z0-9][a-z0-9.'’-]*")
_TRANSLITERATED_ENDING = re.compile(r"(iy|yy|ii|yi|ij|y|i)$")
# Evidence this many characters apart still counts as neighbouring for a measure.
_NEIGHBOURING = 200


def plain(text: str | None) -> str:
    """Lower case without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).lower()


def words(text: str | None) -> list[str]:
    """The words of a text, plain."""
    return _WORD.findall(plain(text))


def party_key(name: str) -> str:
    """A key under which spellings of one party meet: its state, or its last name with transliteration folded."""
    parts = [w.strip(".'’-") or w for w in words(name)]
    joined = " ".join(parts).removeprefix("the ")
    if joined in _STATE_WORDS:
        return joined
    core = [w for w in parts if w not in _TITLES] or parts
    if not core:
        return ""
    if all(w in _STATE_OF for w in core):
        return _STATE_OF[core[0]]
    return re.sub(r"[^a-z0-9]", "", _TRANSLITERATED_ENDING.sub("y", core[-1]))


def party_f1(annotated: Iterable[str], read: Iterable[str]) -> float:
    """The agreement of two lists of parties, 0 to 1."""
    ours, theirs = ({party_key(n) for n in names} - {""} for names in (annotated, read))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


# Seasons, quarters, four-months and halves of a year, as months, by their EDTF number.
_PARTS_OF_YEAR = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
_DATE = re.compile(r"[\dX]{4}(-[\dX]{2}){0,2}")


def days(edtf: str | None) -> tuple[str, str] | None:
    """The first and last day of an EDTF value as strings that compare; None when it gives no date."""
    if not edtf:
        return None
    value = re.sub(r"[~?%]", "", edtf).strip().strip("[]{}")
    for mark in ("/", ".."):
        if mark in value:
            left, right = value.split(mark, 1)
            low = days(left) if left not in ("", "..") else ("0000-00-00", "0000-00-00")
            high = days(right) if right not in ("", "..") else ("9999-99-99", "9999-99-99")
            return (low[0], high[1]) if low and high else None
    value = value.split("T")[0].split(",")[0]
    year, _, part = value.partition("-")
    if re.fullmatch(r"\d{4}-\d\d", value) and 21 <= int(part) <= 41:
        first, last = _PARTS_OF_YEAR.get(int(part), (1, 12))
        return f"{year}-{first:02d}-01", f"{year}-{last:02d}-99"
    if not _DATE.fullmatch(value):
        return None
    return (value.replace("X", "0") + "-00-00"[len(value) - 4 :], value.replace("X", "9") + "-99-99"[len(value) - 4 :])


def times_can_meet(one: str | None, other: str | None) -> bool:
    """Whether two EDTF values can be one time; a value that gives no date can be any."""
    a, b = days(one), days(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def names(claim: Json, *roles: str) -> list[str]:
    """The participants of a read claim, of all roles or the given ones."""
    return [p["name"] for p in claim.get("participants", ()) if not roles or p.get("role") in roles]


def edtf_of(claim: Json) -> str | None:
    """The time of a read claim."""
    return (claim.get("when") or {}).get("edtf")


def evidence_of(claim: Json) -> list[Offsets]:
    """The offsets of a read claim's evidence."""
    return [(e["start"], e["end"]) for e in claim.get("evidence", ())]


def annotated_evidence(text: str, item: Json) -> list[Offsets]:
    """The offsets of an annotated item's evidence; none when the text does not hold it."""
    start = text.find(item["evidence"])
    return [(start, start + len(item["evidence"]))] if start >= 0 else []


def overlap(one: Sequence[Offsets], other: Sequence[Offsets], slack: int = 0) -> bool:
    """Whether two sets of spans touch, or come nearer than `slack`."""
    return any(a < d + slack and c < b + slack for a, b in one for c, d in other)


def dice(one: str | None, other: str | None) -> float:
    """The share of words two texts have in common, counted with repetition."""
    a, b = Counter(words(one)), Counter(words(other))
    return 2 * (a & b).total() / (a.total() + b.total()) if a and b else 0.0


def _meeting_parties(item: Json, claim: Json) -> float:
    """Mediators may sit among the participants or beside them: the better reading counts."""
    seated, brokers, read = item["participants"], item.get("mediators") or [], names(claim)
    return max(party_f1(seated, read), party_f1([*seated, *brokers], read))


def similarity(kind: Kind, text: str, item: Json, claim: Json) -> float:
    """How well a read claim matches an annotated item of the same kind; 0 for not at all."""
    spans, read = annotated_evidence(text, item), evidence_of(claim)
    touching = overlap(spans, read)
    if kind == "meetings":
        parties = _meeting_parties(item, claim)
        if parties < 0.5 or not times_can_meet(item.get("time"), edtf_of(claim)):
            return 0.0
        return parties + 0.3 * touching + 0.2 * bool(item["status"] == claim.get("status"))
    if kind == "agreements":
        a, b = set(words(item["name"])) - _TITLES, set(words(claim.get("name"))) - _TITLES
        shared = 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
        return max(shared if shared >= 0.5 else 0.0, 0.6 * touching)
    if kind == "measures":
        near = item["type"] == claim.get("type") and overlap(spans, read, _NEIGHBOURING)
        return float(near) * (1 + touching)
    if kind == "outcomes":
        of, read_of = words(item["of"]), words(claim.get("of"))
        same = of == read_of or bool(set(of) & set(read_of) - _TITLES)
        return bool(item["status"] == claim.get("outcome")) * (touching + 0.5 * same)
    shared = dice(item["quote"], claim.get("quote"))
    return shared if shared >= 0.5 else 0.0


def pairs(kind: Kind, text: str, items: Sequence[Json], claims: Sequence[Json]) -> list[tuple[int, int]]:
    """The matched pairs (item, claim), each used once, best pairs first; ties go to the earlier in the text."""
    ranked = sorted(
        (-score, i, j)
        for i, item in enumerate(items)
        for j, claim in enumerate(claims)
        if (score := similarity(kind, text, item, claim)) > 0
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return list(matched.items())


def judged(kind: Kind, item: Json, claim: Json) -> dict[str, bool]:
    """Which fields of a matched claim are right, `whole` among them; fields the annotation leaves open are left out."""
    right: dict[str, bool] = {}
    if kind == "statements":
        speakers = names(claim, "speaker") or names(claim)
        known = {party_key(s) for s in re.split(r"\s*;\s*", item["speaker"])}
        right["speaker"] = bool({party_key(s) for s in speakers} & known)
        right["direct"] = bool(claim.get("direct")) == bool(item.get("direct"))
        right["whole"] = right["speaker"]
        return right
    if kind == "outcomes":
        return {"whole": True}
    right["status"] = item["status"] == claim.get("status")
    if kind != "meetings":
        return {**right, "whole": right["status"]}
    right["participants"] = _meeting_parties(item, claim) >= 0.8
    if item.get("time"):
        right["time"] = edtf_of(claim) == item["time"]
        right["time overlaps"] = bool(edtf_of(claim)) and times_can_meet(item["time"], edtf_of(claim))
    if item.get("place"):
        place, read_place = plain(item["place"]), plain((claim.get("place") or {}).get("name"))
        right["place"] = bool(read_place) and (place in read_place or read_place in place)
    if item.get("form") and item["form"] != "unknown":
        right["form"] = item["form"] == claim.get("form")
    right["whole"] = all(right.get(f, True) for f in ("status", "participants", "time", "place"))
    return right
