"""Which articles nearly repeat an earlier one: agency copy run by several outlets, the same page saved twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from parley.model.article import Article

# Runs of five words: long enough that two reports of one meeting in other words share hardly any.
_SHINGLE_WORDS = 5
# Share of runs in common from which two texts are one. Outlets cut and retouch agency copy (0.8 and above); formulaic
# readouts of different meetings on the Kremlin's pages of 1999-2018 stay below 0.7.
MIN_SHARED = 0.8
# Shorter texts repeat each other by nature ("The two leaders discussed various issues of bilateral cooperation.").
_FEWEST_SHINGLES = 20
_HASHES = 128
_SEED = 1
# Copies appear within days. A yearly greeting in the same words is a new one.
MAX_DAYS_APART = 14
_WORD = re.compile(r"\w+")


def find_copies(articles: Iterable[Article]) -> dict[str, str]:
    """For the id of each article that nearly repeats an earlier one, the id of that one.

    The earlier is the one published first (undated ones last; then by id), so the order of reading does not matter.
    """
    from rensa import RMinHash, RMinHashLSH

    ordered = sorted(articles, key=lambda article: (article.published or "9999", article.id))
    near = RMinHashLSH(threshold=MIN_SHARED, num_perm=_HASHES, num_bands=16)
    originals: dict[int, tuple[Article, RMinHash]] = {}
    found: dict[str, str] = {}
    for number, article in enumerate(ordered):
        runs = _shingles(article)
        if len(runs) < _FEWEST_SHINGLES:
            continue
        sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
        sketch.update(runs)
        same = (
            originals[candidate][0].id
            for candidate in sorted(near.query(sketch))
            if originals[candidate][1].jaccard(sketch) >= MIN_SHARED and _close(originals[candidate][0], article)
        )
        original = next(same, None)
        if original is not None:
            found[article.id] = original
        else:
            near.insert(number, sketch)
            originals[number] = (article, sketch)
    return found


def _shingles(article: Article) -> list[str]:
    """The runs of words in the article's own text, boilerplate left out."""
    parts, position = [], 0
    for start, end in article.boilerplate:
        parts.append(article.text[position:start])
        position = end
    words = _WORD.findall(" ".join([*parts, article.text[position:]]).casefold())
    return [" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1)]


def _close(one: Article, other: Article) -> bool:
    if one.published and other.published:
        apart = date.fromisoformat(one.published) - date.fromisoformat(other.published)
        return abs(apart.days) <= MAX_DAYS_APART
    return True
