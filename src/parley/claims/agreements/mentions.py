"""Where a text names or describes an agreement, and what the words around say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.claims.agreements import lexicon as words
from parley.model.claim import Status
from parley.model.reading import Reading
from parley.syntax.clauses import is_negated
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# A name is a noun phrase; longer ones have swallowed a clause by a wrong parse.
LONGEST_NAME = 16

_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "npadvmod", "punct", "advmod", "quantmod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our"})
_NOT_IN_NAME = frozenset({"a", "an", "the", "only", "also", "just", "this", "that", "any", "no", "even", "such"})
_OWN_PREPOSITIONS = frozenset({"on", "between", "of"})
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "on", "for", "with", "between", "to", "against", "towards", "over"})


@dataclass(slots=True)
class AgreementMention:
    """One place where an agreement is named: its head noun, its name there, and what is said of it.

    `distinct` are the words of the name that tell which agreement is meant, in lower case; `proper` those of them that
    are names. `verb` is the verb that makes, seeks or refuses it, None when the words tell of none.
    """

    head: Token
    start: int
    end: int
    name: str
    family: words.Family
    noun: str
    definite: bool
    distinct: frozenset[str]
    proper: frozenset[str]
    status: Status
    verb: Token | None = None
    made: bool = False
    sentence: Tokens | None = field(default=None, repr=False)


def find_mentions(reading: Reading) -> Iterator[AgreementMention]:
    """The agreement mentions of an article, in the order of the text."""
    for sentence in reading.sentences():
        for token in sentence:
            mention = _mention_at(token, sentence, reading)
            if mention is not None:
                yield mention


def noun_of(token: Token) -> str:
    """The token's dictionary form in lower case, singular also where the tagger took it for a name."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and lemma[:-1] in _ALL:
        return lemma[:-1]
    return lemma


_ALL: dict[str, words.Family] = {**words.STRONG, **words.WEAK}


def _mention_at(token: Token, sentence: Tokens, reading: Reading) -> AgreementMention | None:
    noun = noun_of(token)
    family = _ALL.get(noun)
    signed = False
    if family is None and token.pos_ in ("NOUN", "PROPN") and _is_signed(token):
        family, signed = "text", noun not in words.SIGNED_OTHERWISE
    if family is None or token.pos_ == "VERB" or _is_modifier(token):
        return None
    if noun in words.SIGNED_OTHERWISE:
        return None
    modifiers = _modifiers(token)
    lowered = {m.lower_ for m in modifiers} | {m.lemma_.lower() for m in modifiers}
    if lowered & words.OTHER_THINGS.get(noun, frozenset()):
        return None
    if token.i and token.nbor(-1).lower_ in ("in", "by", "through") and noun in ("agreement", "accord"):
        return None
    verb, role = _governor(token)
    numbered = any("point" in m.lower_ and m.lower_ != "point" for m in modifiers)
    if not signed and noun in words.WEAK and not _in_company(token, noun, lowered, numbered, verb, role):
        return None
    if family == "truce" and not _between_sides(token, noun, lowered, verb, role, modifiers):
        return None
    start, end, name = _name(token, modifiers)
    definite = _is_definite(token, modifiers)
    status = _status(token, noun, family, lowered, definite, verb, role, reading)
    distinct = _distinct(token, start, end)
    return AgreementMention(
        head=token,
        start=start,
        end=end,
        name=name,
        family=family,
        noun=noun,
        definite=definite,
        distinct=frozenset(w for w, _ in distinct),
        proper=frozenset(w for w, is_name in distinct if is_name),
        status=status,
        verb=verb,
        made=bool(verb is not None and verb.lemma_.lower() in words.DATING),
        sentence=sentence,
    )


def _is_signed(token: Token) -> bool:
    """Whether somebody signs it or puts a name to it, whatever it is called: "initialled the first agenda item"."""
    head = token.head
    if token.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in ("sign", "initial"):
        return token.ent_type_ not in ("PERSON", "GPE", "DATE") and not token.is_title
    if token.dep_ == "pobj" and head.lower_ in ("to", "under", "on"):
        above = head.head
        names = {"name", "initial", "initials", "signature", "pen"}
        if above.lemma_.lower() in names:
            above = above.head
        return above.lemma_ in ("put", "set", "affix", "append") and any(
            c.dep_ == "dobj" and c.lemma_.lower() in names for c in above.children
        )
    return False


def _is_modifier(token: Token) -> bool:
    """Whether the noun only modifies another ("ceasefire talks", "treaty ally", "ceasefire protocol")."""
    if (
        token.dep_ in ("compound", "nmod", "amod", "npadvmod")
        and token.head.i > token.i
        and token.head.pos_
        in (
            "NOUN",
            "PROPN",
        )
    ):
        return True
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.lower_ in ("-", "–") and token.whitespace_ == ""


def _modifiers(token: Token) -> list[Token]:
    """What stands before the noun in its phrase, without determiners, in the order of the text."""
    found: list[Token] = []
    for child in token.lefts:
        if child.dep_ in _PREMODIFIERS or (child.dep_ == "nsubj" and child.tag_ == "POS"):
            found.extend(t for t in child.subtree if t.i < token.i)
    found.sort(key=lambda t: t.i)
    # A premodifier the parser hung elsewhere ("joint statement" as verb and object) is taken when it stands next to it.
    first = found[0].i if found else token.i
    while first > token.sent.start and token.doc[first - 1].pos_ in ("ADJ", "PROPN") and len(found) < 8:
        first -= 1
        if token.doc[first].head.i in (token.i, first + 1):
            found.insert(0, token.doc[first])
        else:
            break
    return found


def _governor(token: Token) -> tuple[Token | None, str]:
    """The verb that acts on the noun and how: "object", "subject", "modifier" (signed in Rome), "prep" or "".

    Looks through coordination, "of" phrases of light nouns and prepositions of the verb.
    """
    current = token
    for _ in range(6):
        head = current.head
        if current.dep_ == "conj" and head.i != current.i:
            current = head
            continue
        break
    if current.dep_ in ("dobj", "nsubjpass") and current.head.lemma_.lower() in words.DATING:
        return current.head, "object"
    for child in token.rights:
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX"):
            lemma = child.lemma_.lower()
            if lemma in words.MAKING or lemma in words.SEEKING or lemma in words.REFUSING or lemma in words.TRUCE_LIFE:
                return child, "modifier"
    if current.dep_ in ("dobj", "attr", "oprd", "dative") and current.head.pos_ in ("VERB", "AUX"):
        return current.head, "object"
    if current.dep_ in ("nsubjpass",):
        return current.head, "object"
    if current.dep_ == "nsubj":
        head = current.head
        if head.lemma_.lower() in words.SIGNING and not any(c.dep_ == "dobj" for c in head.children):
            return head, "modifier"  # "the ceasefire signed in Rome was broken", parsed as if the ceasefire signed
        return head, "subject"
    if current.dep_ == "pobj" and current.head.dep_ in ("prep", "agent", "dative"):
        above = current.head.head
        if above.lemma_.lower() in ("name", "initial", "signature") and above.dep_ == "dobj":
            above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return above, "prep"
        return None, ""
    if current.pos_ in ("NOUN", "PROPN") and current.dep_ == "ROOT":
        for child in current.children:
            if child.dep_ in ("acl", "relcl"):
                return child, "modifier"
    return None, ""


def _in_company(token: Token, noun: str, lowered: set[str], numbered: bool, verb: Token | None, role: str) -> bool:
    """Whether a weak noun is an agreement here."""
    lemma = verb.lemma_.lower() if verb is not None else ""
    if noun == "plan" and any(t.lemma_.lower() in words.TALK_PLANS for t in list(token.subtree)[:12]):
        return False  # "a plan of future contacts"
    if noun == "settlement" and (_is_definite(token, []) or any(c.pos_ == "PROPN" for c in token.lefts)):
        return False  # "the Middle East settlement" is a process
    if lowered & words.NAMING_MODIFIERS.get(noun, frozenset()):
        return True
    if numbered and noun in words.NUMBERED:
        return True
    after = {c.lower_ for c in token.rights if c.dep_ == "prep"}
    if noun == "point":
        counted = token.tag_ == "NNS" and any(c.dep_ == "nummod" for c in token.lefts)
        return counted and role != "" and (lemma in words.MAKING or lemma == "put")
    if noun == "package":
        if lemma in ("comprise", "include", "contain", "be") and not token.text[0].isupper():
            return False  # "the agreements comprised a package of measures"
        return any(c.lower_ == "of" and any(p.lower_ == "measures" for p in c.children) for c in token.rights)
    if noun == "cessation":
        return any(c.lower_ == "of" and any(p.lower_ == "hostilities" for p in c.children) for c in token.rights)
    if noun == "lull":
        return True
    if _is_capitalised_name(token) and noun in _CAPITALISED:
        return True
    if noun in ("statement", "declaration", "decision") and token.text[0].isupper() and "on" in after:
        return True
    if noun in ("protocol", "declaration", "framework") and any(
        c.dep_ in ("amod", "compound", "nmod") and c.text[0].isupper() and c.i > token.sent.start for c in token.lefts
    ):
        return True
    if noun in words.PROPOSALS and _is_proposal(token):
        return True
    if after & words.COMPANY_PREPOSITIONS.get(noun, frozenset()):
        return True
    if noun in words.COMPANY_VERBS:
        return role in ("object", "modifier", "prep") and lemma in words.COMPANY_VERBS[noun]
    if noun in ("declaration", "statement", "document", "text"):
        none = any(c.lower_ == "no" for c in token.lefts) and lemma in words.ENDING
        if none or (token.head.lower_ == "without" and token.head.head.lemma_.lower() in words.ENDING):
            return True
    return role in ("object", "modifier") and lemma in words.SIGNING and noun not in words.NEVER_ALONE


_CAPITALISED = frozenset(
    "protocol declaration plan framework charter consensus initiative package decision proposal statement".split()
)


def _is_capitalised_name(token: Token) -> bool:
    """ "the Panmunjom Declaration": a capital within the sentence, after another."""
    if not token.text[0].isupper() or token.i <= token.sent.start:
        return False
    before = token.nbor(-1)
    return before.text[:1].isupper() and before.pos_ in ("PROPN", "ADJ", "NOUN")


def _is_proposal(token: Token) -> bool:
    """Whether a proposal is one for an agreement, by what it is for."""
    phrases = (c for c in token.rights if c.dep_ in ("prep", "acl") and c.lower_ in ("of", "for", "to", "on", "end"))
    return any(t.lemma_.lower() in words.PEACE_WORDS for phrase in phrases for t in list(phrase.subtree)[:8])


_SPANS = frozenset({"day", "hour", "week", "month", "year"})


def _between_sides(
    token: Token, noun: str, lowered: set[str], verb: Token | None, role: str, modifiers: list[Token]
) -> bool:
    """Whether a truce is spoken of as something sides have made or are to make with each other."""
    lemma = verb.lemma_.lower() if verb is not None else ""
    if role in ("object", "modifier") and lemma in words.TRUCE_MAKING:
        return True
    if role == "modifier" and lemma in ("announce", "proclaim", "declare", "offer", "order"):
        return True
    if role == "prep" and lemma == "agree":
        return True
    if role == "subject" and lemma in words.TRUCE_LIFE:
        return True
    if any(m.pos_ == "NUM" or any(ch.isdigit() for ch in m.text) or m.lower_ in _SPANS for m in modifiers):
        return True
    if noun == "lull":
        return True
    if noun == "cessation":
        return False
    if lowered & words.TRUCE_MODIFIERS and "unilateral" not in lowered:
        return True
    if role == "object" and lemma in ("violate", "breach", "break"):
        return True
    if any(c.dep_ == "prep" and c.lower_ == "between" for c in token.rights):
        return True
    if any(m.pos_ == "PROPN" for m in modifiers):
        return True
    return any(c.lower_ == "of" and any(t.like_num for t in c.subtree) for c in token.rights)


def _is_definite(token: Token, modifiers: list[Token]) -> bool:
    for child in token.lefts:
        if child.dep_ == "det" or child.dep_ == "poss":
            return (child.dep_ == "poss" and child.tag_ != "WP$") or child.lower_ in _DEFINITE
    first = modifiers[0].i if modifiers else token.i
    return bool(first > token.sent.start and token.doc[first - 1].lower_ in _DEFINITE)


def _name(token: Token, modifiers: list[Token]) -> tuple[int, int, str]:
    """Offsets and words of the phrase without determiners and clauses."""
    kept = [
        m
        for m in modifiers
        if not (m.dep_ == "poss" and m.tag_ in ("PRP$", "WP$")) and m.lower_ not in ("such", "so", "even")
    ]
    while kept and (kept[0].is_punct or kept[0].tag_ == "POS" or kept[0].lower_ in _NOT_IN_NAME):
        kept.pop(0)
    first = kept[0].i if kept else token.i
    if any(t.tag_ in _FINITE for t in token.doc[first : token.i]):  # the parser took a clause for a compound
        first = token.i
        before = {m.i for m in kept}
        while first - 1 in before and token.doc[first - 1].tag_ not in _FINITE:
            first -= 1
    last = token.i
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in _COMPLEMENT_PREPOSITIONS and child.i <= last + 3:
            if _is_time(child):
                break
            stop = _phrase_end(child)
            if stop - first + 1 > LONGEST_NAME:
                break
            last = max(last, stop)
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
    return start, end, " ".join(words_only.split())


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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
        if token.tag_ in ("WDT", "WP", "WRB", "WP$") or token.i > last + 1:
            break
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


def _distinct(token: Token, start: int, end: int) -> list[tuple[str, bool]]:
    """The words of a name that tell which agreement is meant, each with whether it is itself a name."""
    span = token.doc.char_span(start, end, alignment_mode="expand")
    found = []
    for t in span or ():
        lower = t.lower_
        if t.i == token.i or t.is_stop or t.is_punct or lower in words.GENERIC or t.tag_ == "POS":
            continue
        if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") or t.like_num:
            is_name = (t.pos_ == "PROPN" or t.text[0].isupper() or t.like_num) and t.i != t.sent.start
            found.append((t.lemma_.lower(), is_name))
    return found


def _status(
    token: Token,
    noun: str,
    family: words.Family,
    lowered: set[str],
    definite: bool,
    verb: Token | None,
    role: str,
    reading: Reading,
) -> Status:
    if verb is not None and _is_across_semicolon(verb) and verb.tag_ == "VBD" and _says_made(verb):
        return "happened"
    determiners = {c.lower_ for c in token.lefts if c.dep_ in ("det", "neg")}
    if "no" in determiners or "neither" in determiners:
        return "not_held"
    if "any" in determiners:
        return "possible"
    above = token.head if token.dep_ == "pobj" else None
    if above is not None and above.lower_ == "without":
        return "not_held"
    lemma = verb.lemma_.lower() if verb is not None else ""
    made: Status = "happened"
    if lemma in words.OF_EXISTING and role in ("object", "modifier"):
        return "happened"
    if verb is not None and lemma in words.REFUSING and role == "object":
        return "not_held"
    if (
        verb is not None
        and role in ("object", "modifier", "prep")
        and lemma in words.SIGNING | words.TRUCE_MAKING | words.MAKING
    ):
        made = reading.status_of(verb)
        if is_negated(verb) and made == "happened":
            made = "not_held"
        elif made == "happened" and _is_purpose(verb):
            made = "possible"
        if _is_failing(verb):
            return "not_held"
        if made != "happened":
            return made
        if lemma in words.SIGNING or lemma in ("agree", "adopt") or (lemma == "accept" and family != "offer"):
            return "happened"
    if above is not None and (above.lower_ == "under" or above.head.lower_ in words.UNDER) and family != "offer":
        return "happened"
    if family == "offer" or lowered & words.PROSPECTIVE_MODIFIERS:
        return "possible"
    if verb is not None and role in ("object", "prep") and lemma in words.SEEKING and not definite:
        return "possible"
    if above is not None:
        if above.lower_ in words.TOWARDS and not definite:
            return "possible"
        if above.head.lower_ in words.SEEKING_NOUNS and not definite:
            return "possible"
    if verb is not None and role == "subject" and (definite or verb.lemma_ == "be"):
        return _subject_status(verb, reading)
    dated = any(len(t.text) == 4 and t.is_digit for t in token.lefts) or any(
        len(t.text) == 4 and t.is_digit for c in token.rights if c.lower_ == "of" for t in c.subtree
    )
    if not definite and not dated and made == "happened":
        return reading.status_of(token)
    return made


def _is_across_semicolon(verb: Token) -> bool:
    """Whether the parse hangs a clause on one beyond a semicolon: then only its own tense is to be believed."""
    first, last = sorted((verb.i, verb.head.i))
    return any(t.text == ";" for t in verb.doc[first:last])


def _says_made(verb: Token) -> bool:
    """Whether a verb in the past says by itself that an agreement was made."""
    return verb.lemma_.lower() in words.DATING and not is_negated(verb)


def _subject_status(verb: Token, reading: Reading) -> Status:
    """The status of an agreement of which a verb tells something: what will be said of it does not make it future."""
    status = reading.status_of(verb)
    lemma = verb.lemma_.lower()
    if lemma == "be" and any(t.lower_ in words.NOT_YET for t in list(verb.rights) + _objects(verb)):
        return "not_held" if is_negated(verb) and status == "not_held" else "possible"
    if lemma == "be" and status != "happened":
        return status
    return (
        status
        if status in ("planned", "possible") and lemma in ("follow", "come", "emerge", "materialise")
        else "happened"
    )


def _is_purpose(verb: Token) -> bool:
    """Whether it is what somebody came or tried to do: "envoys have arrived to arrange a truce"."""
    to = verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    return to and verb.head.lemma_.lower() in words.ENDEAVOUR


def _objects(verb: Token) -> list[Token]:
    """The nouns of a verb's prepositional phrases: "reach" in "is within reach"."""
    return [p for c in verb.rights if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]


def _is_failing(verb: Token) -> bool:
    """Whether the verb is what somebody failed to do."""
    head = verb.head
    return verb.dep_ == "xcomp" and head.lemma_.lower() in ("fail", "refuse", "decline") and not is_negated(head)
