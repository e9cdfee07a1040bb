"""Who does what in a clause, by spaCy's English dependency labels (the ClearNLP set)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})


_CHILDREN = "parley.children"


def children(token: Token) -> list[Token]:
    """The words that depend on a token, in the order of the text.

    The same as spaCy's `token.children`, which looks through the whole stretch that depends on the token: asked of
    every word of a long sentence, that grows with the square of its length. This asks once a document.
    """
    doc = token.doc
    table: list[list[int]] | None = doc.user_data.get(_CHILDREN)
    if table is None or len(table) != len(doc):
        table = [[] for _ in range(len(doc))]
        for t in doc:
            if t.head.i != t.i:
                table[t.head.i].append(t.i)
        doc.user_data[_CHILDREN] = table
    return [doc[i] for i in table[token.i]]


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass", "agent") for child in children(verb))


def conjuncts(token: Token) -> list[Token]:
    """A token with all that is joined to it by "and", "or" or commas, in the order of the text."""
    return sorted({token, *token.conjuncts}, key=lambda t: t.i)


def subjects(verb: Token) -> list[Token]:
    """The heads of a verb's subject, with what is joined to them; a verb without its own takes its governor's.

    "Putin came and met Xi": the subject of "met" is "Putin". "He agreed to meet Xi", "he is ready to meet Xi": so is
    that of "meet".
    """
    seen = set()
    current = verb
    while current.i not in seen:
        seen.add(current.i)
        own = [
            child
            for child in children(current)
            if child.i < current.i and child.dep_ in SUBJECTS and child.dep_ != "expl"
        ]
        if own:
            return [t for head in own for t in conjuncts(head)]
        if current.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and current.head.pos_ in ("VERB", "AUX"):
            current = current.head
        elif current.dep_ == "xcomp" and current.head.dep_ in ("acomp", "oprd", "advmod", "prep"):
            current = current.head.head
        elif current.dep_ in ("relcl", "acl"):
            return conjuncts(current.head)
        else:
            break
    return []


def objects(verb: Token) -> list[Token]:
    """The heads of a verb's direct objects, with what is joined to them."""
    return [t for child in children(verb) if child.i > verb.i and child.dep_ in OBJECTS for t in conjuncts(child)]


def agents(verb: Token) -> list[Token]:
    """The heads of a passive verb's "by" phrase, with what is joined to them."""
    return [
        t
        for child in children(verb)
        if child.dep_ == "agent"
        for pobj in children(child)
        if pobj.dep_ == "pobj"
        for t in conjuncts(pobj)
    ]


def prepositional(head: Token, *prepositions: str) -> Iterator[Token]:
    """The heads of the phrases that the given prepositions attach to a token, with what is joined to them."""
    for child in children(head):
        if child.dep_ in ("prep", "dative", "agent") and (not prepositions or child.lower_ in prepositions):
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    yield from conjuncts(pobj)
                elif pobj.dep_ == "prep":
                    yield from (t for p in children(pobj) if p.dep_ == "pobj" for t in conjuncts(p))


def phrase_offsets(head: Token) -> tuple[int, int]:
    """The character offsets of a token with all that depends on it."""
    left, right = head.left_edge, head.right_edge
    return left.idx, right.idx + len(right)


def clause_head(token: Token) -> Token:
    """The verb that governs the clause a token stands in (the root of its sentence at last)."""
    current = token
    while current.head.i != current.i and current.pos_ not in ("VERB", "AUX"):
        current = current.head
    return current


def is_negated(verb: Token) -> bool:
    """Whether a verb carries its own negation ("did not", "never", "no longer")."""
    return any(child.dep_ == "neg" for child in children(verb))


def hyphenated(token: Token) -> str:
    """The word a token ends, in lower case, with what is joined to it by hyphens: "self-rule" at "rule"."""
    doc, first = token.doc, token.i
    while (
        first >= 2
        and doc[first - 1].text in ("-", "‑")
        and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_)
    ):
        first -= 2
        if token.i - first > 6:
            break
    return "".join(doc[i].lower_ for i in range(first, token.i + 1)).replace("‑", "-")
