"""Harm that nobody does: storms, crashes and outbreaks kill, but make no political event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.heads import counted
from parley.syntax.clauses import agents, children, conjuncts, prepositional, subjects
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Verbs of harm that people and nature share.
HARMS = frozenset("kill injure wound hit strike destroy damage hurt devastate batter displace".split())
# Nouns of what harms without an enemy.
CALAMITIES = frozenset(
    """accident aftershock avalanche blaze blizzard cholera cold collapse collision coronavirus covid covid-19 crash
    crush cyclone deluge derailment disaster disease drought earthquake ebola epidemic eruption famine fire flash
    flood flooding heat heatwave hurricane lahar landslide leak lightning malaria measles mudslide outbreak pandemic
    pileup quake rain rainfall rainstorm rockslide sandstorm shipwreck sinkhole snow snowstorm stampede storm
    temblor thunderstorm tornado tremor tsunami typhoon virus volcano wildfire wind wreck""".split()
)
# Verbs of what happens to vehicles, buildings and mountains.
MISHAPS = frozenset(
    "break capsize catch collapse collide crash derail erupt fall overturn plunge ram sink slide".split()
)
# Words that make an attack of it after all ("the crash of a drone", "opened fire").
ARMED = frozenset(
    """airstrike ambush army arson assailant assault attack attacker bomb bomber bombing combat drone explosive
    extremist fighter force gun gunfire gunman insurgent knife massacre militant militia missile mortar murder
    offensive open police raid rebel rocket shell shelling shoot shooter shooting shootout soldier stab stabbing strike
    suspect terrorist troop war weapon""".split()
)
_CAUSES = ("in", "after", "by", "from", "during", "amid", "following", "to")
_SEQUELS = frozenset({"when", "after", "as", "while"})


def is_accident(verb: Token) -> bool:
    """Whether the harm that a verb tells comes of an accident or of nature, as far as its clause shows."""
    if lemma_of(verb) not in HARMS:
        return False
    causes = [*subjects(verb), *agents(verb), *prepositional(verb, *_CAUSES)]
    if any(_is_calamity(t) for t in causes):
        return True
    linked = [c for c in children(verb) if c.dep_ == "advcl" and any(g.lower_ in _SEQUELS for g in children(c))]
    if verb.dep_ in ("advcl", "conj", "xcomp"):
        linked.append(verb.head)
    return any(_is_mishap(other) for other in linked)


def tells_accident(sentence: Span) -> bool:
    """Whether a sentence has a word for an accident and none for an attack."""
    lemmas = {lemma_of(t) if t.pos_ == "VERB" else t.lemma_.lower() for t in sentence}
    return bool(lemmas & (CALAMITIES | MISHAPS)) and not lemmas & ARMED


def _is_calamity(noun: Token) -> bool:
    for t in conjuncts(noun):
        names = [c for c in children(t) if c.dep_ == "compound" and t.pos_ == "PROPN"]  # "Typhoon Kalmaegi"
        if any(word.lemma_.lower() in CALAMITIES for word in (counted(t), *names)):
            return True
    return False


def _is_mishap(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return lemma_of(verb) in MISHAPS or any(_is_calamity(c) for c in children(verb) if c.dep_.startswith("nsubj"))
