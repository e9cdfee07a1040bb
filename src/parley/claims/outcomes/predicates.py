"""What the verbs of a sentence say became of the agreements and measures they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.claims.measures.spots import find_spots
from parley.claims.outcomes import lexicon as words
from parley.claims.outcomes.deeds import of_arrival, of_deed, of_freeing, of_staying, of_withdrawing
from parley.claims.outcomes.endings import of_breach, of_declared, of_end
from parley.claims.outcomes.things import Thing, Things
from parley.claims.outcomes.verdict import MAX_STEPS, Verdict, is_undone, wanted
from parley.claims.outcomes.war import of_relapse, of_spoiling, of_war, of_war_beside
from parley.model.claim import OutcomeKind
from parley.model.reading import Reading
from parley.syntax.clauses import conjuncts, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def find_verdicts(sentence: Tokens, reading: Reading, things: Things) -> Iterator[Verdict]:
    """The outcomes a sentence tells of."""
    said = False
    if sentence.text.rstrip("\"'”’ \n").endswith("?"):
        return
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            if token.lemma_ in words.DECLARING and token.tag_ in ("VBD", "VBN", "VBZ", "VBP"):
                yield from of_declared(token, reading, things)
            found = list(_of_verb(token, reading, things)) or list(_by_order(token, reading, things))
            for verdict in found:
                # "It fell apart when fighting erupted": the fighting is how, not another outcome.
                if not (said and token.dep_ == "advcl"):
                    said = True
                    yield verdict
        elif token.lemma_.lower() in words.BREACHES:
            if not said:
                yield from of_breach(token, things)
        elif token.lower_ in words.ENDS or token.lower_ == "end":
            yield from of_end(token, things)
        elif token.dep_ == "amod" and token.lower_ in words.EPITHETS:
            thing = things.at(token.head)
            if thing is not None:
                yield Verdict(thing.of, words.EPITHETS[token.lower_], token)
        elif token.lower_ in words.BESIDE:
            yield from of_war_beside(token, sentence, things)
    if things.has_agreed:
        for token in sentence:
            if token.pos_ == "VERB":
                yield from of_freeing(token, reading, things)
                yield from of_withdrawing(token, things)
            if token.lemma_.lower() in words.ARRIVING and token.pos_ == "VERB":
                yield from of_arrival(token, reading, things)
        for spot in find_spots(sentence):
            if spot.frame.pos == "verb" and spot.type in words.DEEDS:
                yield from of_deed(spot, reading, things)


def _of_verb(verb: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    lemma = _with_particle(verb)
    plain = verb.lemma_.lower()
    if verb.dep_ == "amod" and verb.i > 0 and verb.nbor(-1).text == "-":
        return  # "the war-torn nation"
    if verb.tag_ == "VBG" and any(c.dep_ == "nsubj" and c.lower_ in ("that", "this", "what") for c in verb.lefts):
        return  # "the hard part starts now, and that is implementing the agreement"
    asked, accuser = wanted(verb)
    if asked:
        yield from _of_overdue(verb, things)
        return
    failing = verb.head.lemma_.lower() in words.FAILING | words.FAILURES
    yet = verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children)
    bare = (
        not yet
        and verb.tag_ in ("VBG", "VB")
        and not any(c.dep_ in ("aux", "auxpass") and c.lower_ != "to" for c in verb.lefts)
    )
    trailing = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i  # "..., ending the truce"
    seeming = (
        verb.dep_ == "xcomp" and verb.head.lemma_ in ("appear", "seem") and reading.status_of(verb.head) != "planned"
    )
    if bare and accuser is None and not failing and not trailing and not seeming:
        return
    if _is_asked_about(verb):
        return
    only_to = _is_only_to(verb)
    status = "happened" if seeming or only_to else reading.status_of(verb)
    if (status in ("possible", "planned") and not failing) or any(c.lower_ in words.NEARLY for c in verb.lefts):
        return
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")
    )
    arguments = list(_arguments(verb, passive=passive))
    if plain in words.RUNNING_OUT and verb.tag_ in ("VBZ", "VBP") and verb.dep_ in ("relcl", "advcl"):
        return  # "truces that expire on 24 February", "before they end"
    told = any(role in ("subject", "object") and things.at(argument) is not None for role, argument in arguments)
    if not any(role in ("subject", "object") for role, _ in arguments) or (_is_relative(verb) and not told):
        leading = things.leading(verb)
        if leading is not None:
            arguments.append(("object" if passive else "subject", leading.token))
    for role, argument in arguments:
        kind: OutcomeKind | None
        if role in ("subject", "object") and plain in ("come", "enter", "go", "put", "bring", "fall", "take"):
            kind = _into(verb) or (words.SUBJECT if role == "subject" else words.OBJECT).get(lemma)
            if lemma == "take effect":
                kind = "carried_out"
            if kind == "carried_out" and role == "subject" and _is_truce(things.at(argument)):
                kind = None  # a truce that takes effect has begun; what comes of it is told later
        elif role == "subject":
            kind = words.SUBJECT.get(lemma)
            acting = lemma == plain and any(c.dep_ == "dobj" for c in verb.children)
            if acting and (plain == "hold" or plain not in words.LIVING):
                kind = None  # "a truce ended the war", "they held a meeting"
        elif role == "object":
            kind = words.OBJECT.get(lemma) or words.OBJECT.get(plain) or words.MEASURE_OBJECT.get(lemma)
            if plain in words.KEEPING_ALIVE and is_negated(verb):
                kind = "collapsed"
        elif role == "state":
            kind = words.STATES.get(argument.lower_)
            if kind is None:
                continue
            for subject in (s for c in verb.lefts if c.dep_ == "nsubj" for s in conjuncts(c)):
                stated = things.at(subject)
                if stated is not None and not any(c.lower_ in ("no", "whose") for c in stated.token.lefts):
                    if kind == "carried_out" and {c.lower_ for c in argument.lefts} & words.PARTLY:
                        kind = "partly"
                    yield Verdict(stated.of, _graded(kind, verb, subject, stated), verb, accuser)
            continue
        else:
            kind = words.PREPOSITIONAL.get((plain, role))
            left = things.at(argument) if kind == "collapsed" else None
            if left is not None and words.OF_MANY & set(f"{left.of} {_phrase(argument)}".lower().split()):
                kind = "partly"  # one of its many signatories has left it
        if plain == "leave" and role == "object":
            kind = _into(verb)
        if role == "subject" and plain == "do" and any(c.lower_ in ("little", "nothing") for c in verb.rights):
            kind = "not_carried_out"
        if kind is None and role in ("subject", "object") and plain not in words.ABOUT and is_undone(verb):
            thing = things.at(argument)
            if thing is not None and thing.token.i < verb.i:
                yield Verdict(thing.of, "not_carried_out", verb, accuser)
            continue
        if kind is None:
            continue
        if argument.lemma_.lower() in words.PROMISES and (promised := things.promised_in(argument)):
            for measure in promised:
                yield Verdict(measure, _graded(kind, verb, argument, Thing(measure, argument)), verb, accuser)
            continue
        thing = things.at(argument)
        if thing is None and kind == "collapsed" and plain in ("ruin", "collapse") and argument.lemma_ in words.EFFORTS:
            yield Verdict(_phrase(argument), "collapsed", verb, accuser)
            continue
        if thing is not None and thing.measure and thing.of not in words.DEEDS and not things.follows_agreement(verb):
            continue
        if thing is not None and thing.agreement is not None and plain == "conclude":
            continue  # "that accord, concluded in 1973": made, not carried out
        if argument.lower_ in ("that", "this", "all") and plain in ("begin", "start", "last", "happen", "take"):
            continue  # the talks, mostly
        if argument.lower_ == "it" and plain in ("begin", "start"):
            continue  # the talks, mostly
        if lemma == "hold" and role == "object" and thing is not None and thing.of != "elections":
            continue
        if thing is None or any(c.lower_ in ("no", "whose") for c in thing.token.lefts):
            continue
        if lemma in words.MEASURE_OBJECT and argument.lemma_.lower() in words.INSTITUTIONS and is_undone(verb):
            yield Verdict(thing.of, "not_carried_out", verb, accuser)
            continue
        if role == "object" and lemma in words.MEASURE_OBJECT and (thing.agreement is not None or verb.dep_ == "acl"):
            continue
        if (
            plain in ("hold", "last")
            and role == "subject"
            and any(t.lower_ in _ENDED for t in verb.sent[verb.i - verb.sent.start :])
        ):
            yield Verdict(thing.of, "collapsed", verb, accuser)
            continue
        yield Verdict(thing.of, _graded(kind, verb, argument, thing), verb, accuser)
    yield from of_staying(verb, plain, things)
    if plain in words.SPOILING:
        yield from of_spoiling(verb, things)
    if plain in words.RELAPSE_VERBS and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP"):
        yield from of_relapse(verb, things)
    if plain == "come" and any(c.lower_ in ("nothing", "little") for c in verb.lefts):
        yield from _of_nothing(verb, things)
    if verb.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG"):
        yield from of_war(verb, plain, things, accuser)


def _by_order(verb: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    """What a verb said of hardly anything but agreements tells of the nearest one, where the parse lost which it is."""
    plain, lemma = verb.lemma_.lower(), _with_particle(verb)
    if not {plain, lemma} & words.UNMISTAKABLE or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return
    if wanted(verb)[0] or _is_asked_about(verb) or reading.status_of(verb) in ("possible", "planned"):
        return
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    kind = words.SUBJECT.get(lemma) if not passive else words.OBJECT.get(lemma) or words.OBJECT.get(plain)
    thing = things.nearest(verb, before=True) if kind is not None else None
    if kind is None:
        kind = words.OBJECT.get(lemma) or words.OBJECT.get(plain)
        thing = things.nearest(verb, before=False) if kind is not None else None
    if kind is not None and thing is not None and (thing.truce or thing.agreement is not None):
        yield Verdict(thing.of, _graded(kind, verb, thing.token, thing), verb)


def _is_only_to(verb: Token) -> bool:
    """ "Were signed, only to be broken thereafter"."""
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    first = auxiliaries[0] if auxiliaries else verb
    return first.lower_ == "to" and first.i > 0 and first.nbor(-1).lower_ == "only"


def _is_asked_about(verb: Token) -> bool:
    """ "Unclear how long it would last", "whether it held", "denied that it had violated the truce"."""
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words.DENYING:
        return True
    if any(c.lower_ in ("whether", "how") or any(g.lower_ == "how" for g in c.lefts) for c in verb.lefts):
        return True
    return verb.dep_ == "pcomp" and any(c.lower_ == "being" for c in verb.lefts)


def _is_truce(thing: Thing | None) -> bool:
    if thing is None:
        return False
    return thing.truce or bool({"ceasefire", "cease-fire", "truce"} & set(thing.of.lower().split()))


def _of_overdue(verb: Token, things: Things) -> Iterator[Verdict]:
    """ "Hoped that they would finally start to implement the accord": which they have not."""
    if words.OBJECT.get(_with_particle(verb)) != "carried_out":
        return
    before = verb.doc[max(verb.sent.start, verb.i - _FINALLY_WITHIN) : verb.i]
    if any(t.lower_ == "finally" for t in before) and any(t.lower_ in ("will", "would") for t in before):
        for _, argument in _arguments(verb, passive=False):
            thing = things.at(argument) or (
                things.agreement_before(verb) if argument.lemma_.lower() in words.PROMISES else None
            )
            if thing is not None and argument.i > verb.i:
                yield Verdict(thing.of, "not_carried_out", verb)
                return


# "Will finally start taking practical steps to carry out": so many words lie between the two.
_FINALLY_WITHIN = 12


def _of_nothing(verb: Token, things: Things) -> Iterator[Verdict]:
    """ "nothing came of it"."""
    for child in verb.rights:
        if child.lower_ == "of":
            for pobj in child.children:
                thing = things.at(pobj)
                if thing is not None:
                    yield Verdict(thing.of, "not_carried_out", verb)


# "It held for three years, then frayed."
_ENDED = frozenset({"then", "until", "before"})


def _into(verb: Token) -> OutcomeKind | None:
    """ "came into force", "was put into practice"."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in ("into", "in"):
            for pobj in child.children:
                if pobj.dep_ == "pobj" and pobj.lower_ in words.INTO:
                    return words.INTO[pobj.lower_]
    return None


def _is_relative(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("which", "that") for c in verb.lefts)


_PARTICLES = frozenset("undone unstuck down apart through out off up ahead behind on place effect".split())


def _with_particle(verb: Token) -> str:
    """The verb's lemma with its particle: "break down", "take place"."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        near = child.i - verb.i <= 3 and child.dep_ in ("prt", "advmod", "dobj", "prep", "acomp", "oprd", "xcomp")
        if child.dep_ == "prep" and child.lower_ in ("on", "behind", "up"):
            continue  # "was held on time"
        if near and child.lower_ in _PARTICLES:
            return f"{lemma} {child.lower_}"
    return lemma


def _arguments(verb: Token, *, passive: bool) -> Iterator[tuple[str, Token]]:
    """The verb's arguments as (role, token): "subject", "object", "state", or the preposition."""
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    current = verb
    steps = 0
    while not subjects and current.dep_ in ("conj", "xcomp") and current.head.i != current.i and steps < MAX_STEPS:
        current = current.head
        subjects = [c for c in current.lefts if c.dep_ in ("nsubj", "nsubjpass")]
        steps += 1
    if not subjects and verb.dep_ == "acl" and passive:
        subjects = [verb.head]
    for subject in subjects:
        for one in conjuncts(subject):
            yield ("object" if passive else "subject"), one
    for child in verb.rights:
        if child.dep_ in ("dobj", "oprd") and not passive:
            for one in conjuncts(child):
                yield "object", one
        elif child.dep_ in ("acomp", "attr", "advmod") and verb.lemma_ in _STATIVE:
            yield "state", child
        elif child.dep_ == "prep":
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    if verb.lemma_ in _STATIVE:
                        yield "state", pobj
                    for one in conjuncts(pobj):
                        yield child.lower_, one
                elif pobj.dep_ == "prep":
                    for inner in pobj.children:
                        if inner.dep_ == "pobj":
                            yield pobj.lower_, inner


_STATIVE = frozenset({"be", "remain", "stay", "lie", "exist", "appear", "seem", "become", "look", "prove"})


# A truce that was not observed was broken.
_OBSERVING = frozenset({"respect", "observe", "abide", "adhere", "comply"})


# "It has held, with breaches."
_SPOILT = frozenset({"breaches", "violations", "exceptions", "incidents", "clashes", "breach"})


def _graded(kind: OutcomeKind, verb: Token, argument: Token, thing: Thing) -> OutcomeKind:
    """The outcome with its adverbs, negation and quantities heard."""
    around = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "neg", "det", "cc", "preconj")}
    around |= {c.lower_ for c in argument.lefts if c.dep_ in ("det", "amod", "advmod", "neg")}
    around |= {c.lower_ for c in thing.token.lefts if c.dep_ in ("det", "amod", "advmod", "neg")}
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None:
        around |= {t.lower_ for t in subject.subtree if t.lower_ in words.PARTLY and t.i <= subject.i}
    failing = (
        (
            subject is not None and any(t.lower_ == "neither" for t in subject.subtree)
        )  # "neither the vote nor the truce"
        or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words.FAILING)
        or (verb.dep_ == "acl" and verb.head.lemma_.lower() in words.FAILURES)
        or any(w in words.HARDLY for w in around)
        or (verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children))
        or (verb.dep_ == "pcomp" and verb.head.lower_ == "without")
    )
    if kind == "carried_out" and (argument.lemma_.lower() in words.PARTLY or _is_share_of(argument)) and not failing:
        return "partly"
    if kind == "carried_out":
        if failing:
            if thing.truce and verb.lemma_ in _OBSERVING:
                return "violated"
            return "collapsed" if verb.lemma_ in words.LIVING and not thing.measure else "not_carried_out"
        if around & words.PARTLY:
            return "partly"
        after = {t.lower_ for t in verb.doc[verb.i : verb.right_edge.i + 1]}
        if verb.lemma_ in ("hold", "survive", "stand") and after & _SPOILT and not around & words.WELL_ENOUGH:
            return "partly"
        return "carried_out"
    if kind == "collapsed" and verb.lemma_ in words.KEEPING_ALIVE:
        return kind
    if kind == "violated" and verb.lemma_ == "break" and _is_only_to(verb) and not thing.truce:
        return "collapsed"
    if kind == "partly" and failing:
        return "not_carried_out"
    if kind == "violated" and verb.lemma_ in words.WAVERING and not thing.truce:
        return "partly"
    if failing and verb.lemma_ == "last":
        return "collapsed"
    if failing and kind in ("collapsed", "violated"):
        return "carried_out"
    return kind


def _is_share_of(argument: Token) -> bool:
    """ "Seven of its twelve points"."""
    return (argument.like_num or argument.lower_ in ("%", "percent")) and any(c.lower_ == "of" for c in argument.rights)


def _phrase(head: Token) -> str:
    """A noun phrase without its determiner."""
    first = min((c.i for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")), default=head.i)
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            last = child.right_edge.i
    return " ".join(head.doc[first : last + 1].text.split())
