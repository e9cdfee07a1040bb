"""Attributions led by a cue outside quotation marks: verbs, nouns, "according to", "reportedly", colons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Attribution, Range, stripped, subtree_range, without
from parley.syntax.clauses import agents, is_passive
from parley.syntax.speech import HEARSAY, VIEW_NOUNS, Cue, noun_cues, verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSES = frozenset({"ccomp", "parataxis"})
_OBJECTS = frozenset({"dobj", "attr"})
# What may follow the object of a judging verb and still be what is said: "as a fraud", "for its delay", "of lying".
_JUDGEMENT = frozenset("as for of to with over against on about".split())
_OWN_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVES = frozenset("who which that whom".split())
# A clause with no subject of its own takes that of the verb it hangs on.
_INHERITING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"})
# Chains of inheriting verbs are short; a bound keeps 10,000-word sentences linear.
_LONGEST_CHAIN = 6


def cue_attributions(sentence: Span, quoted: bytearray) -> Iterator[Attribution]:
    """The attributions of a sentence, by its parse; `quoted[i]` is 1 for tokens inside quotation marks."""
    for token in sentence:
        if quoted[token.i]:
            continue
        if token.pos_ in ("VERB", "AUX"):
            cue = verb_cues().get(token.lemma_.lower())
            if cue is not None:
                yield from _by_verb(token, cue, sentence)
            elif token.lower_ == "according":
                yield from _according(token, sentence)
        elif token.pos_ in ("NOUN", "PROPN"):
            noun = noun_cues().get(token.lemma_.lower())
            if noun is not None:
                yield from _by_noun(token, noun)
            if token.lower_ in VIEW_NOUNS:
                yield from _in_the_view_of(token, sentence)
        elif token.lower_ == "according":
            yield from _according(token, sentence)
        elif token.lower_ in HEARSAY and token.head.i != token.i:
            yield from _hearsay(token)


# Verbs ----------------------------------------------------------------------------------------------------------


def _by_verb(verb: Token, cue: Cue, sentence: Span) -> Iterator[Attribution]:
    passive = is_passive(verb)
    source, source_head = _source_of_passive(verb) if passive else source_of(verb)
    contents = _passive_content(verb, cue) if passive else list(_active_content(verb, cue, sentence, source))
    group = cue_range(verb)
    for content in contents:
        if content:
            yield Attribution(group, source, source_head, content, cue.kind)


def _active_content(verb: Token, cue: Cue, sentence: Span, source: Range | None) -> Iterator[list[Range]]:
    frames = cue.frames
    children = list(verb.children)
    clauses = [c for c in children if c.dep_ in _CLAUSES]
    if "clause" in frames and clauses:
        yield _clause_content(verb, clauses, sentence, source)
        return
    after = [c for c in children if c.i > verb.i]
    objects = [c for c in after if c.dep_ in _OBJECTS or (c.dep_ == "oprd")]
    infinitives = [c for c in after if c.dep_ in ("xcomp", "ccomp", "advcl") and _has_to(c)]
    if ("person" in frames or "object" in frames) and (objects or clauses):
        heads = objects + infinitives + [c for c in clauses if c.i > verb.i]
        heads += [c for c in after if c.dep_ == "xcomp"]
        if "infinitive" in frames and "object" not in frames and "person" not in frames:
            heads = infinitives
        if "object" in frames or infinitives or clauses:
            yield _joined(verb, heads, after)
            return
    if "infinitive" in frames and infinitives:
        yield [subtree_range(infinitives[0])]
        return
    for preposition in after:
        if preposition.dep_ in ("prep", "prt", "agent") and preposition.lower_ in frames:
            inner = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp", "prep")]
            if inner:
                yield [(inner[0].left_edge.i, preposition.right_edge.i + 1)]
                return
    if "clause" in frames and "quote" in frames:
        rest = _by_position(verb, sentence, source)
        if rest:
            yield rest


def _clause_content(verb: Token, clauses: list[Token], sentence: Span, source: Range | None) -> list[Range]:
    """A finite clause, before, after or around its cue."""
    before = [c for c in clauses if c.i < verb.i]
    content: list[Range] = []
    clause_start = min(verb.i, source[0] if source else verb.i, *(c.left_edge.i for c in _own_words(verb)), verb.i)
    if before:
        first = before[0].left_edge.i
        content.append((first, before[-1].right_edge.i + 1))
    for clause in clauses:
        if clause.i > verb.i:
            content.append(subtree_range(clause))
    hole_end = max([verb.i + 1, source[1] if source and source[0] >= clause_start else 0])
    return without(content, (clause_start, hole_end)) if before else content


def _own_words(verb: Token) -> list[Token]:
    """The small words of the cue's own clause before it."""
    return [c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.i - c.i <= 3]


def _joined(verb: Token, heads: list[Token], after: list[Token]) -> list[Range]:
    """From the first of the heads to the last, with the phrases that complete the judgement."""
    last = max(h.right_edge.i for h in heads) + 1
    for child in after:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in _JUDGEMENT:
            last = max(last, child.right_edge.i + 1)
    first = min(h.left_edge.i for h in heads)
    return [(max(first, verb.i + 1), last)]


def _by_position(verb: Token, sentence: Span, source: Range | None) -> list[Range]:
    """Where the parse gives no content: the words after "that", or those before ", he said"."""
    doc = sentence.doc
    after = verb.i + 1
    if after < sentence.end and doc[after].lower_ == "that" and sentence.end - after > 3:
        return [(after, sentence.end)]
    ends = {",", ".", "!", "?"}
    begin = min(verb.i, source[0]) if source else verb.i
    end = max(verb.i + 1, source[1]) if source else verb.i + 1
    closed = end >= sentence.end or doc[end].text in ends
    if closed and begin - sentence.start > 3 and doc[begin - 1].text == ",":
        return [(sentence.start, begin)]
    return []


def _passive_content(verb: Token, cue: Cue) -> list[list[Range]]:
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubjpass", "csubjpass")]
    clauses = [c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "oprd")]
    impersonal = not subjects or subjects[0].lower_ == "it"
    if "clause" in cue.frames and impersonal:
        finite = [c for c in clauses if c.dep_ == "ccomp"]
        return [[subtree_range(finite[0])]] if finite else []
    if subjects and ({"passive", "object"} & cue.frames or ("clause" in cue.frames and clauses)):
        subject = subjects[0]
        content: list[Range] = []
        if subject.lower_ not in _RELATIVES or not clauses:
            content.append(subtree_range(subject))
        ends = [c.right_edge.i + 1 for c in clauses]
        heads = [c.left_edge.i for c in clauses]
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ in _JUDGEMENT:
                heads.append(child.i)
                ends.append(child.right_edge.i + 1)
        if heads:
            content.append((min(heads), max(ends)))
        return [content]
    return []


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


# Sources --------------------------------------------------------------------------------------------------------


def source_of(verb: Token) -> tuple[Range | None, Token | None]:
    """The source of an active cue and the token whose mention tells who it is."""
    current = verb
    for _ in range(_LONGEST_CHAIN):
        own = [c for c in current.children if c.dep_ in _OWN_SUBJECTS and (c.i < current.i or current.i == verb.i)]
        if own:
            head = own[0]
            if head.lower_ == "it" and head.dep_ == "expl":
                return None, None
            if head.lower_ in _RELATIVES and current.dep_ in ("relcl", "ccomp", "acl"):
                return (head.i, head.i + 1), current.head
            return source_range(head, verb), head
        if current.dep_ in _INHERITING and current.head.i != current.i:
            current = current.head
            if current.pos_ not in ("VERB", "AUX"):
                return source_range(current, verb), current
            if is_passive(current):
                own = [c for c in current.lefts if c.dep_ == "nsubjpass"]
                if own:
                    return source_range(own[0], verb), own[0]
        elif current.dep_ in ("acl", "relcl") and current.head.i != current.i:
            return source_range(current.head, verb), current.head
        elif current.dep_ == "prep" or current.head.i == current.i:
            return None, None
        else:
            current = current.head
    return None, None


def source_range(head: Token, cue: Token) -> Range:
    """The noun phrase of a source, cut where the cue begins and before its relative clause."""
    first, last = subtree_range(head)
    if head.i < cue.i:
        last = min(last, cue.i)
    else:
        first = max(first, cue.i + 1)
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "advcl") or (child.dep_ == "cc" and child.lower_ == "but"):
            last = min(last, max(head.i + 1, child.left_edge.i))
    found = stripped(head.doc, (first, last))
    return found or (head.i, head.i + 1)


def _source_of_passive(verb: Token) -> tuple[Range | None, Token | None]:
    by = agents(verb)
    if by:
        return source_range(by[0], verb), by[0]
    return None, None


def cue_range(verb: Token) -> Range:
    """The verb with its auxiliaries, negation and particle."""
    first = last = verb.i
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg") and 0 < first - child.i <= 3:
            first = min(first, child.i)
        elif child.dep_ == "prt" and child.i == verb.i + 1:
            last = child.i
    return first, last + 1


# Nouns and phrases ----------------------------------------------------------------------------------------------


def _by_noun(noun: Token, cue: Cue) -> Iterator[Attribution]:
    content: Range | None = None
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and "clause" in cue.frames:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children) or _that_before(child):
                content = subtree_range(child)
        elif child.dep_ in ("acl", "xcomp") and "infinitive" in cue.frames and _has_to(child):
            content = subtree_range(child)
        elif child.dep_ == "prep" and child.lower_ in cue.frames and content is None:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            if inner:
                content = (inner[0].left_edge.i, child.right_edge.i + 1)
        if content:
            break
    if content is None:
        return
    source, head = _source_of_noun(noun)
    yield Attribution((noun.i, noun.i + 1), source, head, [content], cue.kind)


def _that_before(clause: Token) -> bool:
    edge = clause.left_edge
    return edge.lower_ == "that" and edge.dep_ not in ("nsubj", "dobj", "nsubjpass", "pobj", "det")


def _source_of_noun(noun: Token) -> tuple[Range | None, Token | None]:
    for child in noun.children:
        if child.dep_ == "poss":
            return source_range(child, noun), child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return source_range(inner, noun), inner
    if noun.dep_ in ("dobj", "pobj") and noun.head.pos_ in ("VERB", "AUX", "ADP"):
        verb = noun.head if noun.head.pos_ != "ADP" else noun.head.head
        if verb.pos_ in ("VERB", "AUX") and not is_passive(verb):
            return source_of(verb)
    return None, None


def _according(token: Token, sentence: Span) -> Iterator[Attribution]:
    doc = sentence.doc
    if token.i + 1 >= sentence.end or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    head = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    if head is None:
        if token.i + 2 >= sentence.end:
            return
        head = doc[token.i + 2]
    phrase = (token.i, max(head.right_edge.i + 1, token.i + 3))
    source = source_range(head, to)
    content = without([_main_clause(token, sentence, phrase)], phrase)
    yield Attribution((token.i, token.i + 2), source, head, content)


def _in_the_view_of(noun: Token, sentence: Span) -> Iterator[Attribution]:
    """ "In Kyiv's view, ...", "in the words of one envoy"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("in", "by") or preposition.i > noun.i:
        return
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        owner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if owner is None:
        return
    phrase = subtree_range(preposition)
    content = without([_main_clause(preposition, sentence, phrase)], phrase)
    yield Attribution(
        (preposition.i, noun.i + 1),
        source_range(owner, noun) if owner.i > noun.i else subtree_range(owner),
        owner,
        content,
    )


def _main_clause(token: Token, sentence: Span, phrase: Range) -> Range:
    """The clause an adverbial phrase speaks for: the whole sentence, cut at a following ", but"."""
    doc = sentence.doc
    first, last = sentence.start, sentence.end
    if phrase[0] - first <= 2:  # at the head of its sentence
        for i in range(phrase[1] + 4, last - 3):
            if doc[i].lower_ == "but" and doc[i - 1].text == ",":
                last = i
                break
    else:
        for i in range(phrase[0] - 2, first + 3, -1):
            if doc[i].text == ";" or (doc[i].lower_ == "but" and doc[i - 1].text == ","):
                first = i + 1
                break
        if phrase[1] < last and doc[phrase[1]].text == ",":
            tail = [t for t in doc[phrase[1] : last] if t.dep_ == "cc" and doc[t.i - 1].text == ","]
            if tail:
                last = tail[0].i
    return first, last


def _hearsay(adverb: Token) -> Iterator[Attribution]:
    head = adverb.head
    if head.pos_ not in ("VERB", "AUX"):
        return
    content = without([subtree_range(head)], (adverb.i, adverb.i + 1))
    yield Attribution((adverb.i, adverb.i + 1), None, None, content)
