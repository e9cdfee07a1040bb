"""What a verb's content is, by the frames the lexicon gives it and the parse of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Range, stripped, subtree_range, without
from parley.reading.quotes.sources import RELATIVES, quoted_saying
from parley.syntax.speech import Cue, cue_lemma, verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSES = frozenset({"ccomp", "parataxis"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
# What may follow the object of a judging verb and still be what is said: "as a fraud", "for its delay", "of lying".
_JUDGEMENT = frozenset("as for of to with over against on about".split())
# A clause subtree that reaches further than this many tokens is cut: time must stay linear on run-on sentences.
_LONGEST_CONTENT = 200
# Words that may stand between a cue and the "that" of its content: "said on Monday in Geneva that".
_THAT_REACH = 12
_SET_OFF = frozenset(", - – — --".split())
_PLACING = frozenset("in on at during after before from to".split())
_CITING = frozenset({"cite", "quote"})
_CLOSING_MARKS = '"”»'
_ENDS = frozenset(". ? ! ; :".split())
# How soon after ", while" a cue must come for the clause to be another attribution.
_NEXT_CUE = 9


def active_content(verb: Token, cue: Cue, sentence: Span, source: Range | None) -> list[Range]:
    """The content of an active cue, empty when the parse shows none."""
    content = _by_frames(verb, cue, sentence, source)
    kept = _in_segment(verb, sentence, source, content)
    if content and not kept and "quote" in cue.frames:
        return _by_position(verb, sentence, source)
    return kept


def _in_segment(verb: Token, sentence: Span, source: Range | None, content: list[Range]) -> list[Range]:
    """Content before a cue, cut at a semicolon: "The talks failed; the war, he said, went on"."""
    begin = _cue_clause(verb, source)[0]
    if not any(first < begin for first, _ in content):
        return content
    doc = verb.doc
    start = sentence.start
    for i in range(begin - 1, max(sentence.start, begin - _LONGEST_CONTENT), -1):
        if doc[i].text == ";":
            start = i + 1
            break
    return [(max(first, start), last) for first, last in content if last > start]


def _by_frames(verb: Token, cue: Cue, sentence: Span, source: Range | None) -> list[Range]:
    frames = cue.frames
    quoted = quoted_saying(verb)
    if quoted is not None:
        return _of_saying(quoted[1])
    children = list(verb.children)
    after = [c for c in children if c.i > verb.i]
    clauses = [c for c in children if c.dep_ in _CLAUSES and not _is_for_clause(c)]
    if "clause" in frames and not any(c.i > verb.i for c in clauses):
        clauses += [c for child in after if _names_a_source(child) for c in child.rights if c.dep_ == "ccomp"]
    if "clause" in frames and not any(c.i > verb.i and _has_that(c) for c in clauses):
        around = _around(verb, sentence, source)
        if around:
            return around
    if "clause" in frames and clauses:
        return _clause_content(verb, clauses, source)
    if "raising" in frames:
        return _raised(verb, after)
    objects = [c for c in after if c.dep_ in _OBJECTS]
    infinitives = [c for c in after if c.dep_ in ("xcomp", "ccomp", "advcl") and has_to(c)]
    if "for" in frames:
        for_clause = next((c for c in after if _is_for_clause(c)), None)
        if for_clause is not None:
            return [subtree_range(for_clause)]
        on = next((c for c in after if c.dep_ == "prep" and c.lower_ in ("on", "upon")), None)
        if on is not None and infinitives and infinitives[0].i > on.i:
            return [(on.i + 1, infinitives[0].right_edge.i + 1)]
    if {"person", "object"} & frames and (objects or clauses):
        heads = [*objects, *infinitives, *(c for c in clauses if c.i > verb.i)]
        heads += [c for c in after if c.dep_ == "xcomp"]
        if "object" in frames or infinitives or clauses:
            return _joined(verb, heads, after) if heads else []
    if "infinitive" in frames and infinitives:
        return [subtree_range(infinitives[0])]
    if {"object", "clause"} & frames:
        gerunds = [c for c in after if c.dep_ == "xcomp" and c.tag_ in ("VBG", "VBN", "JJ")]
        if gerunds:
            return [subtree_range(gerunds[0])]
    if "object" in frames and cue.kind in ("judge", "say"):
        predicate = next((c for c in after if c.dep_ == "prep" and c.lower_ == "as"), None)
        if predicate is not None:  # "the idea, which he hailed as a breakthrough"
            return [subtree_range(predicate)]
    for preposition in after:
        if preposition.dep_ in ("prep", "prt", "agent") and preposition.lower_ in frames:
            inner = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp", "prep")]
            if inner:
                return [(inner[0].left_edge.i, _completed(preposition.right_edge.i + 1, after))]
    if "clause" in frames and "quote" in frames:
        return _by_position(verb, sentence, source)
    return []


def _clause_content(verb: Token, clauses: list[Token], source: Range | None) -> list[Range]:
    """A finite clause, before, after or around its cue."""
    before = [c for c in clauses if c.i < verb.i]
    content: list[Range] = []
    if before:
        content.append((before[0].left_edge.i, before[-1].right_edge.i + 1))
    for clause in clauses:
        if clause.i > verb.i:
            first, last = subtree_range(clause)
            first = _with_object(verb, clause, first)
            if first < verb.i < last and verb.doc[first].lower_ in RELATIVES:
                first = verb.i + 1  # "talks which envoys said would begin"
            left = [c for c in verb.rights if c.dep_ == "dobj" and last <= c.left_edge.i <= last + 1]
            if left and clause.i == clauses[-1].i:  # "said they began, on Monday, the talks" has its object torn off
                last = left[-1].right_edge.i + 1
            content.append((first, min(last, first + _LONGEST_CONTENT)))
    return without(content, _cue_clause(verb, source)) if before else content


def _of_saying(saying: Token) -> list[Range]:
    """What somebody is quoted as saying, empty when it stands in quotation marks elsewhere."""
    clause = next((c for c in saying.rights if c.dep_ in _CLAUSES), None)
    return [subtree_range(clause)] if clause is not None else []


def _before_subject(subject: Token) -> Range | None:
    """The clause before "..., officials were quoted as saying"."""
    first, start = subject.left_edge.i, subject.sent.start
    return (start, first - 1) if first - start > 3 and subject.doc[first - 1].text == "," else None


def _names_a_source(participle: Token) -> bool:
    """ "Reported, citing envoys, that the talks had failed": the parse hangs the clause on the participle."""
    return participle.tag_ == "VBG" and participle.lemma_.lower() in _CITING


def _with_object(verb: Token, clause: Token, first: int) -> int:
    """Where a clause begins whose subject the parse took for an object of the cue: "said the talks, the first of many,
    were set to begin"."""
    if _has_that(clause) or cue_lemma(verb) != "say":
        return first
    taken = next((c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i < first), None)
    return taken.left_edge.i if taken is not None and taken.left_edge.i == verb.i + 1 else first


def _cue_clause(verb: Token, source: Range | None) -> Range:
    """The cue with its source and small words, to be left out of content that stands around it."""
    first, last = verb.i, verb.i + 1
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.i - child.i <= 3:
            first = min(first, child.i)
    if source is not None and abs(source[0] - verb.i) < 40:
        first, last = min(first, source[0]), max(last, source[1])
    return first, last


def _around(verb: Token, sentence: Span, source: Range | None) -> list[Range]:
    """Content around or before a cue clause set off by commas: "The talks, he said, would go on"."""
    doc = verb.doc
    if source is None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or abs(source[0] - verb.i) > _NEXT_CUE * 2:
        return []
    first, last = _cue_clause(verb, source)
    if first <= sentence.start or doc[first - 1].text not in _SET_OFF:
        return []
    for child in verb.rights:  # "he said on Monday in Geneva,"
        adverbial = child.dep_ in ("npadvmod", "advmod") or (child.dep_ == "prep" and child.lower_ in _PLACING)
        if adverbial and child.left_edge.i == last:
            last = child.right_edge.i + 1
    if doc[last - 1].text in _SET_OFF and last - 1 > verb.i:
        last -= 1
    if last < sentence.end and doc[last].text not in _SET_OFF | _ENDS:
        return []
    begin, end = sentence.start, sentence.end
    for i in range(first - 2, max(begin, first - _LONGEST_CONTENT), -1):
        if doc[i].text in (";", ":"):
            begin = i + 1
            break
    for i in range(last, min(end, last + _LONGEST_CONTENT)):
        if doc[i].text == ";" or (doc[i].tag_ == "VBG" and doc[i - 1].text == "," and i > last and _speaks(doc[i])):
            end = i  # "The talks, he said, calling it ..." goes on to say another thing
            break
    begin, end = max(begin, first - _LONGEST_CONTENT), min(end, last + _LONGEST_CONTENT)
    if first - begin < 2:
        return []
    return without([(begin, end)], (first, last))


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def cut_at_next_cue(verb: Token, cue: Cue, content: list[Range], going_on: dict[int, Token]) -> list[Range]:
    """Content that ends where its speaker goes on to speak: ", adding that", "but warned", ", while others said".

    The verbs by which the same speaker goes on are put in `going_on` with the verb they go on from.
    """
    if not {"quote", "clause"} & cue.frames or not content:
        return content
    first, last = content[-1]
    if first < verb.i:
        return content
    doc = verb.doc
    for i in range(first + 2, last):
        token = doc[i]
        if token.tag_ == "VBG" and _comma_before(token) is not None:
            if _speaks(token):
                going_on[i] = verb
                return [*content[:-1], (first, _comma_before(token) or i)]
        elif token.pos_ == "CCONJ" and _goes_on_acting(token, verb):
            return [*content[:-1], (first, i)]
        elif token.pos_ == "CCONJ" and i + 1 < last:
            adverb = doc[i + 1].pos_ == "ADV" and i + 2 < last
            following = doc[i + 2] if adverb else doc[i + 1]
            same_form = following.tag_ == verb.tag_ or (adverb and doc[i + 1].lower_ in ("also", "later", "then"))
            same_form = same_form and following.tag_ in ("VBD", "VBZ") and not _of_another(following, verb)
            if same_form and _speaks(following):
                going_on[following.i] = verb
                return [*content[:-1], (first, i)]
        if (
            token.lower_ in ("while", "but", "and", "whereas")
            and doc[i - 1].text == ","
            and _another_speaks(token, last)
        ):
            return [*content[:-1], (first, i - 1)]
    return content


def _goes_on_acting(conjunction: Token, verb: Token) -> bool:
    """Whether a finite verb after "and" that the parse joined to an infinitive goes on with the speaker's deeds:
    "expressed his readiness to negotiate and sent a delegation"."""
    doc = conjunction.doc
    for following in doc[conjunction.i + 1 : conjunction.i + 3]:
        if following.tag_ in ("VBD", "VBZ"):
            infinitive = following.dep_ == "conj" and following.head.tag_ == "VB" and has_to(following.head)
            own = any(c.dep_ in ("nsubj", "nsubjpass") for c in following.lefts)
            return infinitive and not own and following.tag_ == verb.tag_
        if following.pos_ != "ADV":
            return False
    return False


def _of_another(following: Token, verb: Token) -> bool:
    """Whether a verb joined without a comma goes on with the one told of: "he noted that Johnson came and said"."""
    if following.dep_ != "conj" or following.head.i == verb.i or _comma_before_conjunction(following):
        return False
    subject = next((c for c in following.head.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.ent_type_ == "PERSON"


def _comma_before_conjunction(verb: Token) -> bool:
    return any(verb.doc[i].text == "," for i in range(max(0, verb.i - 3), verb.i))


def _comma_before(token: Token) -> int | None:
    """The comma right before a participle, or before its adverb (", further saying")."""
    doc = token.doc
    for i in range(token.i - 1, max(-1, token.i - 3), -1):
        if doc[i].text == "," or doc[i].text[-1:] in _CLOSING_MARKS:
            return i
        if doc[i].pos_ != "ADV":
            return None
    return None


def _speaks(token: Token) -> bool:
    cue = verb_cues().get(cue_lemma(token))
    return cue is not None and cue.kind in ("say", "ask", "judge", "commit") and cue.frames != {"passive"}


def _another_speaks(conjunction: Token, last: int) -> bool:
    """Whether the clause after a conjunction is somebody's saying: a subject and a finite cue close behind it."""
    doc = conjunction.doc
    for i in range(conjunction.i + 1, min(conjunction.i + _NEXT_CUE, last)):
        token = doc[i]
        if token.text in (",", ";") or token.lower_ in RELATIVES | {"that"}:
            return False
        if token.tag_ in ("VBD", "VBZ", "VBP"):
            cue = verb_cues().get(cue_lemma(token))
            return cue is not None and "quote" in cue.frames and i > conjunction.i + 1
        if token.pos_ == "AUX":
            return False
    return False


def _raised(verb: Token, after: list[Token]) -> list[Range]:
    """ "The truce seems to hold": the subject and what it seems to do."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.lower_ not in RELATIVES), None)
    complement = next((c for c in after if c.dep_ in ("xcomp", "oprd", "ccomp", "acomp")), None)
    if subject is None or complement is None or subject.lower_ in ("you", "i"):
        return []
    last = (complement.left_edge.i, complement.right_edge.i + 1)
    return [last] if subject.lower_ == "it" else [subtree_range(subject), last]


def _is_for_clause(clause: Token) -> bool:
    """ "For the sides to withdraw": an infinitive with its own subject, after "called"."""
    if clause.dep_ not in ("advcl", "ccomp", "xcomp", "relcl"):
        return False
    return clause.left_edge.lower_ == "for" and has_to(clause)


def _joined(verb: Token, heads: list[Token], after: list[Token]) -> list[Range]:
    """From the first of the heads to the last, with the phrases that complete the judgement."""
    last = max(h.right_edge.i for h in heads) + 1
    for child in after:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in _JUDGEMENT:
            last = max(last, child.right_edge.i + 1)
    first = max(min(h.left_edge.i for h in heads), verb.i + 1)
    return [(first, min(last, first + _LONGEST_CONTENT))]


def _completed(last: int, after: list[Token]) -> int:
    """The end of a phrase, with the phrases the parse hung on the verb that stand right behind it."""
    for child in after:
        if child.dep_ == "prep" and child.left_edge.i == last and child.lower_ in _JUDGEMENT:
            last = child.right_edge.i + 1
    return last


def _by_position(verb: Token, sentence: Span, source: Range | None) -> list[Range]:
    """Where the parse gives no content: the words after "that", those before ", he said", or those that follow."""
    doc = sentence.doc
    end = sentence.end
    for i in range(verb.i + 1, min(verb.i + _THAT_REACH, end - 2)):
        if doc[i].lower_ == "that" and doc[i].dep_ in ("mark", "nsubj", "nsubjpass", "dobj", "det", "advmod"):
            return [(i, min(end, i + _LONGEST_CONTENT))]
        if doc[i].is_punct:
            break
    begin = min(verb.i, source[0]) if source else verb.i
    close = max(verb.i + 1, source[1]) if source else verb.i + 1
    closed = close >= end or doc[close].text in (",", ".", "!", "?")
    if (
        closed
        and begin - sentence.start > 3
        and doc[begin - 1].text == ","
        and begin - sentence.start < _LONGEST_CONTENT
    ):
        return [(sentence.start, begin)]
    if (
        source is None
        or source[0] > verb.i
        or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
        or cue_lemma(verb) != "say"
    ):
        return []
    first = verb.i + 1
    for child in verb.rights:
        adverbial = child.dep_ in ("prep", "npadvmod", "advmod") and child.i == first
        if adverbial and child.right_edge.i - child.i < 6:
            first = child.right_edge.i + 1
    rest = stripped(doc, (first, min(end, first + _LONGEST_CONTENT)))
    if rest is None or rest[1] - rest[0] < 3 or not any(t.pos_ in ("VERB", "AUX") for t in doc[rest[0] : rest[1]]):
        return []
    return [rest]


def passive_content(verb: Token, cue: Cue) -> list[Range]:
    """The content of a passive cue: what is said of its subject, or the clause after "it was said that"."""
    quoted = quoted_saying(verb)
    if quoted is not None:
        around = _before_subject(quoted[0])
        return _of_saying(quoted[1]) or ([around] if around else [])
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubjpass", "csubjpass")]
    clauses = [c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "oprd")]
    impersonal = not subjects or subjects[0].lower_ == "it"
    if "clause" in cue.frames and impersonal:
        finite = [c for c in clauses if c.dep_ == "ccomp"]
        return [subtree_range(finite[0])] if finite else []
    if not subjects or not ({"passive", "object"} & cue.frames or ("clause" in cue.frames and clauses)):
        return []
    subject = subjects[0]
    content: list[Range] = []
    if subject.lower_ not in RELATIVES or not clauses:
        content.append(subtree_range(subject))
    heads = [c.left_edge.i for c in clauses]
    ends = [c.right_edge.i + 1 for c in clauses]
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in _JUDGEMENT:
            heads.append(child.i)
            ends.append(child.right_edge.i + 1)
    if heads:
        content.append((min(heads), min(max(ends), min(heads) + _LONGEST_CONTENT)))
    return content


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)
