"""The source of a cue: whose words they are, as a noun phrase of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Range, stripped, subtree_range
from parley.syntax.clauses import agents, is_passive
from parley.syntax.speech import cue_lemma, noun_cues, verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN_SUBJECTS = frozenset({"nsubj", "csubj"})
_VERBAL = frozenset({"VERB", "AUX"})
RELATIVES = frozenset("who which that whom".split())
# A clause with no subject of its own takes that of the verb it hangs on.
_INHERITING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep", "acomp", "parataxis"})
# Chains of inheriting verbs are short; a bound keeps 10,000-word sentences linear.
_LONGEST_CHAIN = 8
# Words of a name set off by commas, with its hyphens.
_LONGEST_NAME = 9
# The object of these is who is spoken to.
_TO_SOMEBODY = frozenset("tell inform assure remind notify brief warn advise".split())
_QUOTING = frozenset({"quote", "cite"})
_DATELINE_ENDS = frozenset("- – — --".split())
# What is done with a document by the one who speaks in it.
_ISSUING = frozenset("issue sign release publish send write adopt post make give deliver read put circulate".split())
# What may stand between a subject and its cue, and between "who" and the one meant.
_BEFORE_CUE = frozenset({"ADV", "AUX", "PART"})
_ANTECEDENT = frozenset({"PUNCT"})
# A noun phrase longer than this is a parsing accident.
_LONGEST_SOURCE = 40


def quoted_saying(verb: Token) -> tuple[Token, Token] | None:
    """The one quoted and the "saying" of "the agency quoted the envoy as saying", "he was quoted as saying"."""
    if verb.lemma_.lower() not in _QUOTING:
        return None
    as_ = next((c for c in verb.rights if c.lower_ == "as"), None)
    saying = next((c for c in as_.children if c.tag_ == "VBG" and c.i > as_.i), None) if as_ is not None else None
    if as_ is None or saying is None or cue_lemma(saying) not in verb_cues():
        return None
    wanted = ("nsubjpass",) if is_passive(verb) else ("dobj", "nsubj")
    found = [c for c in verb.children if c.dep_ in wanted and (c.i > verb.i) != is_passive(verb) and c.i < as_.i]
    return (found[0], saying) if found else None


def source_of(verb: Token) -> tuple[Range | None, Token | None]:
    """The source of an active cue and the token whose mention tells who it is."""
    quoted = quoted_saying(verb)
    if quoted is not None:
        return source_range(quoted[0], quoted[1]), quoted[0]
    behind = _behind(verb)
    if behind is not None:
        return source_range(behind, verb), behind
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl") and not _is_perfect(verb):
        return source_of_passive(verb)
    current = verb
    for _ in range(_LONGEST_CHAIN):
        own = _subject(current, verb)
        if own is not None:
            if own.lower_ in RELATIVES and current.dep_ in ("relcl", "ccomp", "acl"):
                beside = _noun_before(own, _ANTECEDENT) if own.lower_ == "who" else None
                if beside is not None and beside.pos_ == "PROPN" and current.head.pos_ == "NOUN":
                    return (own.i, own.i + 1), beside  # "a mood between Moon and Kim, who said"
                return (own.i, own.i + 1), current.head
            if own.lower_ in RELATIVES:
                return (own.i, own.i + 1), _noun_before(own, _ANTECEDENT) or own
            return _with_head(source_range(own, verb), own)
        if current.i == verb.i and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ != "conj":
            beside = _noun_before(verb, _BEFORE_CUE)
            beside = beside or _set_off_name(verb)
            if beside is not None:
                return _with_head(source_range(beside, verb), beside)
        if current.head.i == current.i:
            return None, None
        if current.dep_ in ("acl", "relcl") and current.head.pos_ not in _VERBAL:
            noun = current.head
            if noun.lemma_.lower() in noun_cues() or (current.i - noun.i == 1 and current.tag_ == "VB"):
                return source_of_noun(noun)
            return source_range(noun, verb), noun
        if current.dep_ == "advcl" and current.head.pos_ in _VERBAL:
            outer = _saying_above(current)
            if outer is not None:
                return source_of(outer)
        if current.dep_ not in _INHERITING and current.pos_ in _VERBAL and current.dep_ not in ("pobj", "attr"):
            return None, None
        current = current.head
    return None, None


def _behind(verb: Token) -> Token | None:
    """The speaker behind a cue that the parse took for its object: "The bomb, stated the minister, was planted"."""
    doc = verb.doc
    if verb.tag_ != "VBD" or verb.i == 0 or doc[verb.i - 1].text != "," or verb.dep_ in ("relcl", "acl"):
        return None
    cue = verb_cues().get(cue_lemma(verb))
    if cue is None or cue.kind != "say" or not {"clause", "quote"} <= cue.frames or cue_lemma(verb) in _TO_SOMEBODY:
        return None
    taken = [c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "oprd")]
    if len(taken) != 1 or taken[0].dep_ != "dobj" or taken[0].left_edge.i != verb.i + 1:
        return None
    end = taken[0].right_edge.i + 1
    named = taken[0].pos_ == "PROPN" and end < len(doc) and doc[end].text in (",", ".")
    return taken[0] if named else None


def _is_perfect(verb: Token) -> bool:
    return any(c.lower_ in ("has", "have", "had", "having") for c in verb.lefts)


def _with_head(span: Range, head: Token) -> tuple[Range, Token]:
    """The range with its head, or the root of the range where the head was cut off (a dateline)."""
    return span, head if span[0] <= head.i < span[1] else head.doc[span[0] : span[1]].root


def _noun_before(word: Token, passing: frozenset[str]) -> Token | None:
    """The noun right before a word, when only words of the given parts of speech stand between."""
    doc = word.doc
    for i in range(word.i - 1, max(-1, word.i - 4), -1):
        token = doc[i]
        if doc[i + 1].is_sent_start:
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            return token if token.lower_ not in RELATIVES else None
        if token.pos_ not in passing:
            return None
    return None


def _set_off_name(verb: Token) -> Token | None:
    """The person set off by commas right before a cue: "the leader of the group, John Smith, told"."""
    doc = verb.doc
    if verb.i < 3 or doc[verb.i - 1].text != ",":
        return None
    first = verb.i - 2
    while first > 0 and verb.i - first < _LONGEST_NAME and (doc[first].pos_ == "PROPN" or doc[first].text == "-"):
        first -= 1
    name = doc[first + 1 : verb.i - 1]
    named = doc[first].text == "," and len(name) > 1 and all(t.ent_type_ not in ("GPE", "DATE") for t in name)
    return name.root if named else None


def _subject(current: Token, verb: Token) -> Token | None:
    for child in current.children:
        if child.dep_ in _OWN_SUBJECTS and (child.i < current.i or current.i == verb.i):
            return child
        if child.dep_ == "nsubjpass" and current.i != verb.i:
            return child
    return None


def _saying_above(participle: Token) -> Token | None:
    """The cue that a participle after a comma belongs to: "he said they had lied, adding that ..."."""
    doc = participle.doc
    before = participle.i - 1
    if before > 0 and doc[before].pos_ == "ADV":
        before -= 1
    if participle.tag_ != "VBG" or before < 0 or doc[before].text[-1:] not in ',"”»':
        return None
    current = participle.head
    for _ in range(_LONGEST_CHAIN):
        if current.dep_ == "ccomp" and current.head.i < current.i:
            cue = verb_cues().get(cue_lemma(current.head))
            if cue is not None and "quote" in cue.frames:
                return current.head
        if current.head.i == current.i:
            return None
        current = current.head
    return None


def source_range(head: Token, cue: Token) -> Range:
    """The noun phrase of a source, cut where the cue begins and before its relative clause."""
    first, last = subtree_range(head)
    if head.i < cue.i:
        last = min(last, cue.i)
    else:
        first = max(first, cue.i + 1)
    for child in head.rights:
        loose = child.dep_ in ("relcl", "acl", "advcl") and head.doc[child.left_edge.i - 1].text in (
            ",",
            "-",
            "–",
            "—",
            "(",
        )
        if loose or child.dep_ == "advcl" or (child.dep_ == "cc" and child.lower_ == "but"):
            last = min(last, max(head.i + 1, child.left_edge.i))
    for i in range(last - 2, first, -1):
        if head.doc[i].text in _DATELINE_ENDS and head.doc[i - 1].text in (")", "("):
            first = i + 1  # "MINSK (Agency) - Envoys said"
            break
    if last - first > _LONGEST_SOURCE:
        first, last = max(first, head.i - _LONGEST_SOURCE // 2), min(last, head.i + _LONGEST_SOURCE // 2)
    found = stripped(head.doc, (first, last))
    return found or (head.i, head.i + 1)


def source_of_passive(verb: Token) -> tuple[Range | None, Token | None]:
    """The "by" phrase of a passive cue; the subject of "was quoted as saying"."""
    quoted = quoted_saying(verb)
    if quoted is not None:
        return source_range(quoted[0], verb), quoted[0]
    by = agents(verb)
    if by:
        return source_range(by[0], verb), by[0]
    return None, None


def source_of_noun(noun: Token) -> tuple[Range | None, Token | None]:
    """Whose claim, statement or demand a noun tells of: its owner, its "by" phrase, or who makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return source_range(child, noun), child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return source_range(inner, noun), inner
    if noun.dep_ in ("dobj", "pobj", "attr") and noun.head.pos_ in ("VERB", "AUX", "ADP"):
        verb = noun.head if noun.head.pos_ != "ADP" else noun.head.head
        if verb.pos_ in _VERBAL and not is_passive(verb) and verb.lemma_ != "be":
            return source_of(verb)
    return None, None


def issuer_of(document: Token) -> Token | None:
    """Whose a document is that is said to say something: "the decree he signed", "a statement by the ministry"."""
    for child in document.rights:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _ISSUING:
            by = agents(child)
            if by:
                return by[0]
            own = [c for c in child.lefts if c.dep_ == "nsubj" and c.lower_ not in RELATIVES]
            if own:
                return own[0]
    owner = next((c for c in document.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for child in document.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.ent_type_ not in ("DATE", "TIME", "CARDINAL"):
                return inner
    verb = document.head if document.dep_ != "pobj" else document.head.head
    if document.dep_ in ("dobj", "pobj") and not is_passive(verb):
        cue = verb_cues().get(cue_lemma(verb)) if document.dep_ == "pobj" and document.head.lower_ == "in" else None
        spoken = cue is not None and cue.kind in ("say", "ask", "judge")  # "both, in a statement, called for calm"
        if spoken or verb.lemma_.lower() in _ISSUING | {"say", "write"}:
            return source_of(verb)[1]
    return None
