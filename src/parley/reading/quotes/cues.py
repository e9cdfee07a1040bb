"""Attributions led by a cue outside quotation marks: verbs, nouns, "according to", "reportedly", headlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Attribution, Range, stripped, subtree_range, without
from parley.reading.quotes.content import active_content, cut_at_next_cue, has_to, passive_content
from parley.reading.quotes.sources import quoted_saying, source_of, source_of_noun, source_of_passive, source_range
from parley.syntax.clauses import is_passive
from parley.syntax.speech import (
    HEADLINE_SOURCES,
    HEARSAY,
    VIEW_NOUNS,
    Cue,
    adjective_cues,
    cue_lemma,
    light_verbs,
    noun_cues,
    verb_cues,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# "Putin: the talks go on" - the name before the colon of a headline has at most this many words.
_HEADLINE_SOURCE = 6
# A subject that has no verb and no preposition in it is shorter than this.
_LONGEST_SUBJECT = 10
# Tokens from a cue to the end of its content: the longest sentences of news fit, and time stays linear on longer ones.
_REACH = 200


def cue_attributions(sentence: Span, quoted: bytearray, going_on: dict[int, Token]) -> Iterator[Attribution]:
    """The attributions of a sentence, by its parse; `quoted[i]` is 1 for tokens inside quotation marks.

    The verbs by which a speaker goes on ("and added") are put in `going_on` with the verb they go on from.
    """
    for attribution in _attributions(sentence, quoted, going_on):
        first, last = attribution.cue[0] - _REACH, attribution.cue[1] + _REACH
        attribution.content = [(max(a, first), min(b, last)) for a, b in attribution.content if a < last and b > first]
        if attribution.content:
            yield attribution


def _attributions(sentence: Span, quoted: bytearray, going_on: dict[int, Token]) -> Iterator[Attribution]:
    for token in sentence:
        if quoted[token.i]:
            continue
        if token.pos_ in ("VERB", "AUX"):
            cue = verb_cues().get(cue_lemma(token))
            if cue is not None:
                yield from _by_verb(token, cue, sentence, going_on)
            elif token.lower_ == "according":
                yield from _according(token, sentence)
            else:
                yield from _by_light_verb(token)
        elif _is_mistagged(token, sentence):
            yield from _by_pattern(token, sentence)
        elif _is_verb_after_all(token):
            yield from _by_verb(token, verb_cues()[cue_lemma(token)], sentence, going_on)
        elif token.pos_ in ("NOUN", "PROPN"):
            noun = noun_cues().get(token.lemma_.lower())
            if noun is not None:
                yield from _by_noun(token, noun)
            if token.lower_ in VIEW_NOUNS:
                yield from _in_the_view_of(token, sentence)
        elif token.lower_ == "according":
            yield from _according(token, sentence)
        elif token.pos_ == "ADJ" and token.dep_ in ("acomp", "xcomp", "oprd", "ROOT", "conj"):
            adjective = adjective_cues().get(token.lower_)
            if adjective is not None:
                yield from _by_adjective(token, adjective)
        elif token.lower_ in HEARSAY and token.head.i != token.i:
            yield from _hearsay(token)
        elif token.text == ":" and token.i - sentence.start <= _HEADLINE_SOURCE:
            yield from _headline(token, sentence)


def _by_verb(verb: Token, cue: Cue, sentence: Span, going_on: dict[int, Token]) -> Iterator[Attribution]:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and quoted_saying(verb.head.head) is not None:
        return  # "was quoted as saying" is one cue
    if is_passive(verb):
        source, source_head = source_of_passive(verb)
        content = passive_content(verb, cue)
    else:
        source, source_head = source_of(going_on.get(verb.i, verb))
        if verb.i in going_on and source is not None:
            source = (source[0], min(source[1], verb.i))
        if "raising" in cue.frames:
            source = source_head = None
        content = cut_at_next_cue(verb, cue, active_content(verb, cue, sentence, source), going_on)
    if content:
        yield Attribution(cue_range(verb), source, source_head, content, cue.kind)


def _is_mistagged(token: Token, sentence: Span) -> bool:
    """Whether a plural noun is a verb the tagger missed: "The agency reports that ..." with no verb before."""
    if token.tag_ not in ("NNS", "NNPS") or token.i == sentence.start or token.i + 3 >= sentence.end:
        return False
    cue = verb_cues().get(cue_lemma(token))
    if cue is None or not {"clause", "quote"} <= cue.frames or token.nbor(1).lower_ != "that":
        return False
    begin = max(sentence.start, token.i - _LONGEST_SUBJECT)
    return begin == sentence.start and not any(t.pos_ in ("VERB", "AUX", "ADP") for t in sentence.doc[begin : token.i])


def _by_pattern(verb: Token, sentence: Span) -> Iterator[Attribution]:
    doc = sentence.doc
    source = stripped(doc, (sentence.start, verb.i))
    if source is not None:
        end = min(sentence.end, verb.i + _LONGEST_SUBJECT * 10)
        yield Attribution((verb.i, verb.i + 1), source, doc[source[1] - 1], [(verb.i + 1, end)])


def _is_verb_after_all(token: Token) -> bool:
    """Whether the tagger missed a verb: the parser gave it a subject and a clause or an object all the same."""
    if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADP") or cue_lemma(token) not in verb_cues():
        return False
    deps = {c.dep_ for c in token.children}
    return "nsubj" in deps and bool(deps & {"ccomp", "dobj"}) and "cop" not in deps


def _by_light_verb(verb: Token) -> Iterator[Attribution]:
    """Of "drew attention to the delays", "gave a positive assessment of the talks"."""
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    frame = light_verbs().get((cue_lemma(verb), nouns[0].lemma_.lower())) if nouns else None
    if frame is None:
        return
    noun = nouns[0]
    phrases = [c for c in (*verb.rights, *noun.rights) if c.dep_ in ("prep", "dative") and c.i > noun.i]
    if frame == "object":
        last = max([noun.right_edge.i, *(c.right_edge.i for c in phrases)]) + 1
        content = (noun.left_edge.i, last)
        if noun.i < verb.i:  # "a positive assessment was given of the talks"
            content = (noun.left_edge.i, max([verb.i, *(c.right_edge.i for c in phrases)]) + 1)
    else:
        inner = [c for c in phrases if c.lower_ == frame]
        if not inner:
            return
        content = (inner[0].i + 1, inner[0].right_edge.i + 1)
    source, head = source_of_passive(verb) if is_passive(verb) else source_of(verb)
    yield Attribution((verb.i, verb.i + 1), source, head, [content])


def cue_range(verb: Token) -> Range:
    """The verb with its auxiliaries, negation and particle."""
    first = last = verb.i
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg") and 0 < first - child.i <= 3:
            first = min(first, child.i)
        elif child.dep_ == "prt" and child.i == verb.i + 1:
            last = child.i
    return first, last + 1


def _headline(colon: Token, sentence: Span) -> Iterator[Attribution]:
    """ "Putin: the talks go on", as headlines have it; nothing when a verb stands before the colon."""
    doc = sentence.doc
    before = doc[sentence.start : colon.i]
    opens_line = sentence.start == 0 or (doc[sentence.start - 1].is_space and "\n" in doc[sentence.start - 1].text)
    if not opens_line or not len(before) or any(t.pos_ in ("VERB", "AUX") or t.is_digit for t in before):
        return
    names = [t for t in before if t.is_alpha]
    if not names or not (any(t.ent_type_ in ("PERSON", "ORG") for t in names) or _is_source_noun(names[-1])):
        return
    after = stripped(doc, (colon.i + 1, sentence.end))
    if after is None or after[1] - after[0] < 3 or not any(t.pos_ in ("VERB", "AUX") for t in doc[after[0] : after[1]]):
        return
    source = stripped(doc, (sentence.start, colon.i))
    if source is not None:
        yield Attribution((colon.i, colon.i + 1), source, names[-1], [(colon.i + 1, sentence.end)])


def _is_source_noun(word: Token) -> bool:
    return word.lower_ in HEADLINE_SOURCES


def _by_noun(noun: Token, cue: Cue) -> Iterator[Attribution]:
    content: Range | None = None
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and "clause" in cue.frames:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children) or _that_before(child):
                content = subtree_range(child)
        elif child.dep_ in ("acl", "xcomp") and "infinitive" in cue.frames and has_to(child):
            content = subtree_range(child)
        elif child.dep_ == "prep" and child.lower_ in cue.frames and content is None:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            if inner:
                content = (inner[0].left_edge.i, child.right_edge.i + 1)
        if content:
            break
    if content is None:
        return
    source, head = source_of_noun(noun)
    yield Attribution((noun.i, noun.i + 1), source, head, [content], cue.kind)


def _by_adjective(adjective: Token, cue: Cue) -> Iterator[Attribution]:
    """Of an adjective with its clause: "Kyiv is confident that the talks go on", "critical of the deal"."""
    for child in adjective.rights:
        content: Range | None = None
        if (child.dep_ == "ccomp" and "clause" in cue.frames) or (
            child.dep_ == "xcomp" and "infinitive" in cue.frames and has_to(child)
        ):
            content = subtree_range(child)
        elif child.dep_ == "prep" and child.lower_ in cue.frames:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            content = (inner[0].left_edge.i, child.right_edge.i + 1) if inner else None
        if content is not None:
            source, head = source_of(adjective)
            yield Attribution((adjective.i, adjective.i + 1), source, head, [content], cue.kind)
            return


def _that_before(clause: Token) -> bool:
    edge = clause.left_edge
    return edge.lower_ == "that" and edge.dep_ not in ("nsubj", "dobj", "nsubjpass", "pobj", "det")


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
            colon = doc[i].text == ":" and phrase[0] - i > 4 and not doc[i - 1].is_digit
            if doc[i].text == ";" or colon or (doc[i].lower_ == "but" and doc[i - 1].text == ","):
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
