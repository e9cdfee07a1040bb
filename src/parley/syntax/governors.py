"""Words that decide the status of what they govern: verbs, particle verbs, nouns and adjectives, by what they do to it.

An effect says what becomes of the thing governed once the governor itself holds:

    actual   it has the governor's own status              "held talks", "managed to meet"
    plan     it is planned                                 "scheduled talks", "agreed to meet"
    wish     it is possible                                "called for talks", "ready to meet"
    veto     it is not held                                "cancelled talks", "refused to meet"
    doubt    it is possible, whatever the governor does    "unclear whether they met", "asked if"
    report   the governed clause speaks for itself         "said that they had met"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from parley.syntax.clauses import children

if TYPE_CHECKING:
    from spacy.tokens import Token

Effect = Literal["actual", "plan", "wish", "veto", "doubt", "report"]

# Lemmas; "call off" is a verb with its particle, "call for" a verb with the preposition that leads to what it governs.
VERBS: dict[Effect, str] = {
    "actual": """
        convene, hold, have, host, conduct, attend, join, take, begin, start, open, launch, resume, restart, continue,
        conclude, complete, finish, end, wrap up, kick off, carry out, manage, succeed, help, do, make, get,
        lead, chair, mediate, broker, facilitate, moderate, enter, engage, stage, go on, keep, see, reopen,
        renew, undertake, implement, participate, take part, enter into, dare, happen, come, fly, travel,
        arrive, return, go, gather, sit, sit down, use, interrupt, suspend, break off, leave, walk out,
        adjourn, pause, sign, reach, strike, seal""",
    "plan": """
        plan, schedule, set, expect, announce, agree, arrange, prepare, intend, decide, promise, pledge, vow,
        commit, confirm, slate, fix, organise, organize, aim, due, accept, undertake, resolve, book,
        await, anticipate, agree on, agree to, prepare for, set up, line up, plan for, plan on, sign up,
        guarantee, swear, get ready, look forward, head, elect, opt, bring forward, move, choose, vote""",
    "wish": """
        work on, work toward, work towards, strive for, depend on, invite to, summon to, challenge to,
        propose, draft, suggest, offer, call, call for, call on, urge, seek, want, hope, hope for, wish, ask, ask
        for, request, demand, consider, discuss, invite, press, press for, push, push for, try, attempt,
        insist, insist on, appeal, encourage, recommend, advise, advocate, favor, favour, support, welcome,
        back, require, need, explore, think, believe, contemplate, weigh, float, mull, lobby, plead, beg,
        long, wait, wait for, allow, permit, enable, authorise, authorize, claim, threaten, envisage,
        envision, foresee, imagine, pursue, prefer, like, depend, depend on, hint, hint at, mean, appear,
        seem, tend, fight, struggle, work, negotiate, volunteer, negotiate on, strive, endeavour, endeavor,
        order, instruct, task, mandate, advocate for, lead to, pave, aspire, dream, would, challenge, study,
        examine, debate, promote, raise, mention, predict, fear, warn, stipulate, provide, provide for,
        oblige, obligate, bind, call upon, pressure, force, compel, persuade, convince, entitle, be""",
    "veto": """
        stay away from, walk away from, stay out of, back out of, bow out of, drop out of, shy away from,
        cancel, call off, rule out, refuse, decline, fail, reject, abandon, scrap, scuttle, avoid, prevent,
        block, deny, boycott, skip, miss, postpone, delay, put off, defer, shelve, drop, oppose, halt, forget,
        stop, cease, turn down, pull out, withdraw, withdraw from, pull out of, back out, shun, snub, spurn,
        rebuff, dismiss, exclude, preclude, bar, ban, forbid, prohibit, neglect, refrain, abstain, deter,
        discourage, thwart, derail, torpedo, sabotage, wreck, ditch, axe, nix, disrupt, resist, eschew,
        withhold, hesitate, stall, freeze, hinder, impede, preempt, foil, disavow, dispute, contradict, decry,
        cry off, cut off, cut short, renege, opt out, abort""",
    "doubt": """
        doubt, wonder, question, ask whether, speculate, guess, query, inquire, enquire""",
    "report": """
        say, tell, state, report, add, note, announce, declare, write, claim, argue, explain, recall, remind,
        reveal, disclose, acknowledge, admit, assert, allege, maintain, stress, emphasise, emphasize, point
        out, observe, remark, indicate, show, know, learn, hear, see, remember, understand, mean, tweet, post,
        confirm, reiterate, repeat, insist, warn, believe, think, suggest, estimate, find, agree, complain,
        accuse, describe, cite, quote, brief, inform, assure, conclude, realise, realize, celebrate, mark,
        regret, welcome, praise, hail, condemn, criticise, criticize, follow, precede, discuss, mention""",
}

# Nouns that take the thing as "of", "for", "on", "to" phrase, as infinitive, or as the first part of a compound.
NOUNS: dict[Effect, str] = {
    "actual": """
        round, series, rounds, session, sequence, set, day, start, beginning, opening, end, conclusion,
        continuation, resumption, course, string, first, second, third, last, part, stage, phase, hour, venue,
        result, outcome, rest, number, dozen, hundred, wave, success, completion, host, participant, format,
        flurry, spate, one, each, both""",
    "plan": """
        plan, date, preparation, schedule, agenda, arrangement, announcement, invitation, decision, agreement,
        promise, pledge, commitment, vow, expectation, eve, intention, timetable, determination, obligation,
        undertaking""",
    "wish": """
        call, proposal, offer, possibility, prospect, chance, hope, idea, request, demand, bid, effort,
        attempt, push, appeal, suggestion, readiness, willingness, opportunity, condition, precondition, need,
        desire, wish, potential, talk, discussion, question, option, initiative, draft, support, likelihood,
        ability, right, task, recommendation, threat, ambition, pressure, scenario, framework, mandate,
        ultimatum, way, path, interest, openness, prerequisite, basis, case""",
    "veto": """
        cancellation, postponement, refusal, rejection, failure, boycott, absence, lack, collapse, suspension,
        inability, reluctance, unwillingness, impossibility, denial, opposition, delay, ban, breakdown, halt""",
    "doubt": "doubt, uncertainty, speculation, rumour, rumor",
}

# Adjectives and adverbs that take the thing as infinitive, as clause or as subject.
ADJECTIVES: dict[Effect, str] = {
    "actual": "able, glad, happy, pleased, honoured, honored, busy, first, last, under way, underway, over, complete",
    "plan": "due, set, bound, certain, sure, determined, scheduled, expected, slated, imminent, forthcoming, about",
    "wish": """
        ready, willing, prepared, open, possible, likely, eager, keen, necessary, essential, important,
        available, crucial, vital, needed, probable, interested, free, desirable, conceivable, welcome,
        useful, inclined, anxious, supposed, better, feasible, hopeful, acceptable, advisable, contingent,
        conditional, conducive, favourable""",
    "veto": """
        unable, unwilling, unlikely, impossible, reluctant, loath, loth, off, pointless, unthinkable,
        unacceptable, premature, inconceivable, hesitant, useless, meaningless, out""",
    "doubt": "unclear, uncertain, unsure, doubtful, unknown, questionable, unconfirmed",
}

# What an adjective or participle before a noun tells of it: "the planned summit".
MODIFIERS: dict[Effect, str] = {
    "plan": """
        planned, scheduled, upcoming, forthcoming, coming, next, expected, imminent, future, anticipated,
        awaited, announced, prearranged, agreed, approaching, impending, envisaged, due""",
    "wish": """
        proposed, possible, potential, prospective, hypothetical, suggested, eventual, would-be, requested,
        draft, tentative, probable, likely, mooted, conceivable, desired, hoped-for, any""",
    "veto": """
        cancelled, canceled, aborted, postponed, abandoned, scrapped, delayed, missed,
        unlikely, shelved, rejected, suspended, stillborn""",
}

# Lemmas the small pipeline gets wrong.
_LEMMA_REPAIRS = {"hop": "hope", "cance": "cancel", "wan": "want"}


def _table(effects: dict[Effect, str]) -> dict[str, Effect]:
    found: dict[str, Effect] = {}
    for effect, words in effects.items():
        for word in words.split(","):
            found.setdefault(" ".join(word.split()), effect)
    return found


def _clausal(effects: dict[Effect, str]) -> dict[str, Effect]:
    """As `_table`, but reporting comes first: before a finite clause "announced that" only passes on what it says."""
    return _table({"report": effects["report"], **effects})


_VERB_EFFECTS = _table(VERBS)
_CLAUSE_EFFECTS = _clausal(VERBS)
_NOUN_EFFECTS = _table(NOUNS)
_ADJECTIVE_EFFECTS = _table(ADJECTIVES)
# Modifiers that say that it took place.
PAST = frozenset("last previous earlier past recent latest yesterday failed fruitless inconclusive abortive".split())
# Nouns for what sides agree on: once announced, accepted or arranged it is there, unlike a meeting.
AGREEMENTS = frozenset(
    """agreement deal accord pact treaty truce ceasefire cease-fire armistice memorandum protocol framework settlement
    package roadmap declaration understanding charter resolution compromise arrangement""".split()
)
MAKING = frozenset("announce arrange agree accept adopt decide confirm guarantee resolve choose".split())
# Verbs and nouns whose object must be there already: "refuses to act on the accord", "its implementation".
PRESUPPOSING = frozenset(
    """implement fulfil fulfill honour honor observe respect comply act violate breach break withdraw abide adhere
    monitor police verify uphold extend tear rip denounce abandon quit leave renege scrap suspend ignore criticise
    criticize welcome praise condemn implementation violation breach fulfilment fulfillment term provision clause
    compliance text article point signatory anniversary framework basis part spirit letter line accordance""".split()
)
# What may stand before "for" and still decide on what follows ("called for talks"; not "appeared for talks").
FOR_VERBS = frozenset(
    """call push press plan prepare hope wait ask appeal schedule set fix arrange propose demand slate lobby beg plead
    argue due negotiate expect announce advocate vote""".split()
)
_MODIFIER_EFFECTS = _table(MODIFIERS)


def lemma_of(verb: Token) -> str:
    """The lemma of a verb in small letters, with the pipeline's known slips put right."""
    lemma = verb.lemma_.lower()
    return _LEMMA_REPAIRS.get(lemma, lemma)


def verb_effect(verb: Token, *, clause: bool = False, preposition: str = "") -> Effect | None:
    """What a verb does to what it governs, None when the tables do not know it.

    Args:
        verb: the governing verb; its particle counts ("called off").
        clause: whether it governs a finite clause ("announced that") rather than a noun or an infinitive.
        preposition: the word between the verb and what it governs ("called for").
    """
    table = _CLAUSE_EFFECTS if clause else _VERB_EFFECTS
    lemma = lemma_of(verb)
    if lemma in ("put", "place") and any(c.dep_ == "prep" and _is_hold(c) for c in children(verb)):
        return "veto"  # "put on hold"
    particles = [child.lower_ for child in children(verb) if child.dep_ == "prt"]
    for second in [*particles, preposition]:
        if second and (effect := table.get(f"{lemma} {second}")):
            return effect
    if clause and any(child.dep_ == "mark" and child.lower_ in ("whether", "if") for child in children(verb)):
        return None
    return table.get(lemma)


def _is_hold(preposition: Token) -> bool:
    return any(child.lower_ in ("hold", "ice") for child in children(preposition))


def noun_effect(noun: Token) -> Effect | None:
    """What a noun does to the thing it is followed by ("proposal for talks"), None when not in the tables."""
    return _NOUN_EFFECTS.get(noun.lemma_.lower()) or _NOUN_EFFECTS.get(noun.lower_)


def adjective_effect(adjective: Token) -> Effect | None:
    """What a predicate does to its infinitive, clause or subject ("ready to meet", "talks are unlikely")."""
    return _ADJECTIVE_EFFECTS.get(adjective.lower_)


def modifier_effect(modifier: Token) -> Effect | None:
    """What a word before a noun tells of it ("the cancelled summit")."""
    return _MODIFIER_EFFECTS.get(modifier.lower_)
