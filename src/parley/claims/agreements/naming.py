"""What an agreement is called: its name, whether it is spoken of as known, and the words that set it apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parley.claims.agreements import lexicon as words
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


# A name is a noun phrase; longer ones have swallowed a clause by a wrong parse.
LONGEST_NAME = 16

_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "npadvmod", "punct", "advmod", "quantmod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our"})
_NOT_IN_NAME = frozenset({"a", "an", "the", "only", "also", "just", "this", "that", "any", "no", "even", "such"})
_OWN_PREPOSITIONS = frozenset({"on", "between", "of"})
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "on", "for", "with", "between", "to", "against", "towards", "over"})
# "Put his name to the document for Khartoum": for whom, not which.
_BARE = frozenset({"document", "text", "paper"})
# A name never ends with one of these: what they lead to was lost, or belongs to the sentence.
_NOT_LAST = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "PRON"})


def modifiers_of(token: Token) -> list[Token]:
    """What stands before the noun in its phrase, without determiners, in the order of the text."""
    found: list[Token] = []
    for child in token.lefts:
        if child.dep_ in _PREMODIFIERS or (child.dep_ == "nsubj" and child.tag_ == "POS"):
            found.extend(t for t in child.subtree if t.i < token.i)
    found.sort(key=lambda t: t.i)
    if not found and token.i > token.sent.start and words.STRONG.get(token.nbor(-1).lower_) == "truce":
        found.append(token.nbor(-1))  # "signed ceasefire deal", parsed as if it dealt
    # A premodifier the parser hung elsewhere ("joint statement" as verb and object) is taken when it stands next to it.
    first = found[0].i if found else token.i
    while first > token.sent.start and token.doc[first - 1].pos_ in ("ADJ", "PROPN") and len(found) < 8:
        first -= 1
        if token.doc[first].head.i in (token.i, first + 1):
            found.insert(0, token.doc[first])
        else:
            break
    return found


def is_definite(token: Token, modifiers: list[Token]) -> bool:
    for child in token.lefts:
        if child.dep_ == "det" or child.dep_ == "poss":
            return (child.dep_ == "poss" and child.tag_ != "WP$") or child.lower_ in _DEFINITE
    first = modifiers[0].i if modifiers else token.i
    return bool(first > token.sent.start and token.doc[first - 1].lower_ in _DEFINITE)


def name_of(token: Token, modifiers: list[Token]) -> tuple[int, int, str]:
    """Offsets and words of the phrase without determiners and clauses."""
    kept = [
        m
        for m in modifiers
        if not (m.dep_ == "poss" and m.tag_ in ("PRP$", "WP$")) and m.lower_ not in ("such", "so", "even")
    ]
    while kept and (kept[0].is_punct or kept[0].tag_ == "POS" or kept[0].lower_ in _NOT_IN_NAME):
        kept.pop(0)
    first = kept[0].i if kept else token.i
    if any(_is_foreign(t) for t in token.doc[first : token.i]):  # the parser took a clause for a compound
        first = token.i
        before = {m.i for m in kept}
        while first - 1 in before and not _is_foreign(token.doc[first - 1]):
            first -= 1
    if (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.lemma_.lower() in ("cessation", "memorandum")
    ):
        first = token.head.head.i  # "the cessation of hostilities agreement"
    last = token.i
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in _COMPLEMENT_PREPOSITIONS and child.i <= last + 3:
            if _is_time(child) or (child.lower_ == "for" and token.lemma_.lower() in _BARE):
                break
            stop = _phrase_end(child)
            if stop - first + 1 > LONGEST_NAME:
                break
            last = max(last, stop)
    while last > token.i and (token.doc[last].pos_ in _NOT_LAST or token.doc[last].tag_ == "VBG"):
        last -= 1
    if last == token.i and token.i + 1 < token.sent.end:
        following = token.nbor(1)
        if (
            following.dep_ == "prep"
            and following.lower_ in _OWN_PREPOSITIONS
            and following.head.i != token.i
            and not _is_time(following)
        ):
            stop = _phrase_end(following)  # hung on the verb by the parser
            last = stop if stop - first + 1 <= LONGEST_NAME else last
    doc = token.doc
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    words_only = text_of(doc)[start:end].translate(_NO_MARKS)  # a phrase may begin or end inside a quotation
    name = " ".join(words_only.split())
    cut = _MANNER.search(name)
    return (start, start + cut.start(), name[: cut.start()]) if cut else (start, end, name)


# How an agreement is kept is no part of its name: "abide by the agreement to the letter".
_MANNER = re.compile(r"\s+(?:(?:down )?to the letter|in full|in good faith|in letter and spirit)$")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _is_foreign(token: Token) -> bool:
    """Whether a word stands in no name: a finite verb, a question word, an article, a dash or bracket."""
    return token.tag_ in _FINITE or token.tag_ in ("WRB", "WDT", "WP", "DT") or token.text in ("–", "—", "(", ")")


_NO_MARKS = str.maketrans("", "", '"“”«»')


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())


def _is_time(preposition: Token) -> bool:
    """Whether a phrase tells when it was made ("on Thursday"); "of 12 February" is part of a name."""
    return preposition.lower_ != "of" and any(
        c.dep_ == "pobj" and (c.ent_type_ in ("DATE", "TIME") or c.lower_ in _DAYS) for c in preposition.children
    )


def _phrase_end(preposition: Token) -> int:
    """The last token of a prepositional phrase, ended before a clause, a second comma list or a time of its own."""
    last = preposition.i
    for token in sorted(preposition.subtree, key=lambda t: t.i):
        if token.i < preposition.i:
            continue
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp", "punct", "appos") and token.i > preposition.i:
            if token.dep_ == "punct" and (token.text in ("-", "–", "'") or _within_date(token)):
                last = token.i
                continue
            break
        if token.tag_ in ("WDT", "WP", "WRB", "WP$", "VBP", "VBZ", "VBD") or token.i > last + 1:
            break
        if token.i > preposition.i and token.dep_ == "prep" and token.lower_ in ("to", "as", "by"):
            break  # "had presented its proposal for a truce to the mediators"
        last = token.i
    while last > preposition.i and preposition.doc[last].is_punct:
        last -= 1
    return last if last > preposition.i else preposition.i - 1


def _within_date(comma: Token) -> bool:
    doc = comma.doc
    return (
        comma.text == ","
        and comma.i + 1 < len(doc)
        and doc[comma.i - 1].is_digit
        and doc[comma.i + 1].is_digit
        and len(doc[comma.i + 1].text) == 4
    )


def distinct_words(token: Token, start: int, end: int) -> list[tuple[str, bool]]:
    """The words of a name that tell which agreement is meant, each with whether it is itself a name."""
    span = token.doc.char_span(start, end, alignment_mode="expand")
    found = []
    made_by = _makers(token)
    if len(capitals := _capitals(token)) >= _FULL_NAME:
        found = [
            (t.lower_, True) for t in capitals
        ]  # "the Comprehensive Peace Agreement": words that tell nothing alone
    for t in span or ():
        lower = t.lower_
        if t.i == token.i or t.is_stop or t.is_punct or lower in words.GENERIC or t.tag_ == "POS" or t.i in made_by:
            continue
        if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") or t.like_num:
            is_name = (t.pos_ == "PROPN" or t.text[0].isupper() or t.like_num) and t.i != t.sent.start
            found.append((t.lemma_.lower(), is_name))
    return found


def _makers(token: Token) -> set[int]:
    """The places of words before a noun that only tell who brought it about: "the UN-brokered", "newly-signed"."""
    doc, start = token.doc, max(token.sent.start, token.i - 8)
    found: set[int] = set()
    for i in range(start, token.i):
        if doc[i].lower_ in words.MADE_BY and i > start and doc[i - 1].text in ("-", "‑"):
            found |= {i, i - 1, i - 2}
    return found


# So many words with capitals before the noun, itself one, are the title of a text.
_FULL_NAME = 2


def _capitals(token: Token) -> list[Token]:
    """The words with capitals right before a noun with one, none where the noun has none."""
    found: list[Token] = []
    i = token.i - 1
    while token.text[0].isupper() and i > token.sent.start and token.doc[i].is_title and token.doc[i].pos_ != "DET":
        found.append(token.doc[i])
        i -= 1
    return found
