"""Lines that announce a text and are not of it: headlines, links to other articles."""

from __future__ import annotations

# A line that ends so is running text, or leads up to what follows.
_ENDS = ".?!…\"”’':;,)»"
# Headlines are shorter than this many words; a longer line without an end is running text cut off.
_LONGEST_HEADLINE = 25


def is_headline(text: str, at: int) -> bool:
    """Whether a place stands in a headline: a short line of its own that no full stop ends."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    if end < 0:  # the last line may be cut off anywhere, and a text of one line has no headline
        return False
    line = text[start:end].strip()
    return bool(line) and line[-1] not in _ENDS and len(line.split()) < _LONGEST_HEADLINE
