"""Words that tell what became of an agreement or a measure."""

from __future__ import annotations

from parley.model.claim import OutcomeKind


def _table(kind: OutcomeKind, text: str) -> dict[str, OutcomeKind]:
    return dict.fromkeys(text.replace("_", " ").split("|"), kind)


# Verbs (with their particle) of which the agreement or measure is the subject.
SUBJECT: dict[str, OutcomeKind] = {
    **_table(
        "collapsed",
        "collapse|break down|fall apart|fall through|unravel|lapse|expire|crumble|fail|fall|die|disintegrate|"
        "founder|last|end|evaporate|break|implode|dissolve|go nowhere|come apart|crash|perish|run out|"
        "come to nothing|melt|come undone|come unstuck",
    ),
    **_table("violated", "fray|falter|wobble|creak|crack"),
    **_table(
        "carried_out",
        "hold|take place|go ahead|work|succeed|survive|conclude|materialise|materialize|stick|endure|stand|"
        "pass off|go through|happen|proceed|reopen|take hold|outlast|outlive",
    ),
    **_table("partly", "lag|lag behind|slip|drag|drag on|slow|limp|limp on|trickle|advance|progress"),
    **_table("not_carried_out", "stall|languish|wait|slide"),
}
# Verbs of which it is the object or passive subject.
OBJECT: dict[str, OutcomeKind] = {
    **_table(
        "collapsed",
        "ruin|scrap|abandon|tear up|tear|terminate|annul|shatter|call off|wreck|derail|ditch|scupper|torpedo|bury|"
        "revoke|repudiate|renounce|abrogate|jettison|end|withdraw|rescind|break off|overtake|kill|quit|"
        "denounce|cancel|overturn|discard|sink|doom|blow up|bring down|dissolve|declare dead|nullify|void",
    ),
    **_table("violated", "violate|breach|break|flout|infringe|contravene|disregard|test"),
    **_table(
        "carried_out",
        "implement|complete|fulfil|fulfill|honour|honor|carry out|respect|observe|execute|accomplish|keep|"
        "enforce|apply|put into effect|put into force|ratify|uphold|realise|realize",
    ),
    **_table(
        "not_carried_out",
        "suspend|freeze|ignore|shelve|halt|block|obstruct|delay|postpone|stall|put off|hold up|defer|"
        "prevent|refuse|withhold|strike down|miss|forget",
    ),
}
# The same for measures only: an agreement held or adopted is one made, a vote held one carried out.
MEASURE_OBJECT: dict[str, OutcomeKind] = {
    **_table(
        "carried_out",
        "hold|finish|deliver|open|establish|set up|launch|conduct|adopt|enact|begin|start|create|deploy|pass|lift",
    ),
}
# Verbs whose prepositional object it is.
PREPOSITIONAL: dict[tuple[str, str], OutcomeKind] = {
    ("withdraw", "from"): "collapsed",
    ("pull", "of"): "collapsed",
    ("walk", "from"): "collapsed",
    ("renege", "on"): "violated",
    ("comply", "with"): "carried_out",
    ("abide", "by"): "carried_out",
    ("adhere", "to"): "carried_out",
    ("stick", "to"): "carried_out",
    ("keep", "to"): "carried_out",
    ("act", "on"): "carried_out",
    ("deliver", "on"): "carried_out",
    ("back", "of"): "collapsed",
    ("back", "from"): "collapsed",
    ("opt", "of"): "collapsed",
    ("walk", "of"): "collapsed",
    ("drop", "of"): "collapsed",
    ("exit", "from"): "collapsed",
    ("retreat", "from"): "collapsed",
    ("depart", "from"): "violated",
    ("backtrack", "on"): "violated",
    ("backslide", "on"): "violated",
    ("proceed", "on"): "carried_out",
    ("proceed", "with"): "carried_out",
    ("interfere", "with"): "violated",
    ("follow", "on"): "carried_out",
}
# What it comes, enters or goes into, or is put into.
INTO: dict[str, OutcomeKind] = {
    **_table("carried_out", "force|effect|operation|practice|law"),
    **_table("collapsed", "abeyance|disarray|chaos|oblivion|ruins|tatters|shreds"),
    **_table("not_carried_out", "limbo|doubt"),
}
# Verbs of which a negation says that it did not live, not that it was not done.
LIVING = frozenset("hold last survive stick endure stand outlast outlive".split())
# Verbs whose negation says nothing of what came of it.
ABOUT = frozenset(
    "say mention mean include cover specify require name apply provide contain call be have do know spell address "
    "settle resolve define exclude concern stop bind allow oblige set give want need discuss publish disclose reveal "
    "see read meet sign reach agree announce reschedule confirm talk reject comment hear respond understand".split()
)
# Words that send the sides back to war.
RELAPSE_GOALS = frozenset(
    {"war", "arms", "battle", "battlefield", "bush", "fighting", "violence", "hostilities", "weapons"}
)
RELAPSE_VERBS = frozenset({"return", "go", "be", "slide", "relapse", "plunge", "resume", "take"})
# What "to be" may say of it.
STATES: dict[str, OutcomeKind] = {
    **_table("collapsed", "dead|over|ruins|tatters|void|moribund|defunct|shreds|history"),
    **_table("partly", "incomplete|patchy|uneven|shaky|partial|slow|behind|unfinished|limited"),
    **_table("carried_out", "complete|successful|intact|force|respected|effective|operational|alive"),
    **_table("not_carried_out", "letter|letters|stalled|limbo|paper|hold|unimplemented|unfulfilled|deadlocked|closed"),
}
# What an adjective before it says of it.
EPITHETS: dict[str, OutcomeKind] = {
    **_table("carried_out", "successful|completed"),
    **_table("collapsed", "failed|collapsed|defunct|ill-fated|short-lived|abandoned|abortive|moribund|lapsed|expired"),
    **_table("not_carried_out", "stalled|suspended|unimplemented|unfulfilled|frozen|postponed"),
    **_table("violated", "broken|violated"),
}
# Nouns for a breach.
BREACHES = frozenset({"violation", "breach", "infringement", "non-compliance", "contravention"})
# Adverbs and quantities that make a fulfilment a partial one.
PARTLY = frozenset(
    "partly partially some few part parts several most many less least only seldom rarely partial incompletely half "
    "third quarter fraction handful "
    "sporadic fitfully".split()
)
# What is kept or broken of an agreement: "the limits set by the deal".
LIMITS = frozenset("limit restriction rule cap condition deadline pledge obligation commitment".split())
# What agreements set up: what came of it came of the agreement.
INSTITUTIONS = frozenset(
    "commission fund tribunal committee secretariat zone corridor hotline railway crossing embassy timetable schedule "
    "deadline arrangement scheme bargain initiative initialling".split()
)
# Adverbs that say it did not quite come about.
NEARLY = frozenset({"nearly", "almost", "soon"})
# Adverbs that make it none at all.
HARDLY = frozenset("never barely hardly scarcely not n't nor no yet".split())
# Verbs that deny what they govern ("failed to implement", "refused to honour").
FAILING = frozenset("fail refuse decline neglect stop cease prevent".split())
# Accusing somebody of it says it all the same, by the accuser.
ACCUSING = frozenset("accuse blame charge denounce condemn sanction impose criticise criticize".split())
# Wanting it says nothing of what became of it.
WANTING = frozenset(
    "urge call demand want hope agree pledge promise ask commit need seek warn aim plan vow intend ensure help "
    "discuss expect fear try order insist undertake propose stress support importance emphasise".split()
)
# Measures whose verb in the past tense tells that they were carried out ("freed 200 prisoners").
DEEDS = frozenset(
    {
        "prisoner_exchange",
        "hostage_release",
        "troop_withdrawal",
        "weapons_withdrawal",
        "disarmament",
        "refugee_return",
        "sanctions_relief",
        "demining",
        "humanitarian_access",
        "border_control",
        "nuclear_limits",
    }
)
# Nouns for an effort to make peace that may be ruined as an agreement may.
EFFORTS = frozenset({"effort", "process", "initiative"})
# When arms speak again a truce has been broken.
FIGHTING = frozenset({"fighting", "hostility", "shelling", "clash", "war", "combat", "shooting", "violence"})
FLARING = frozenset(
    {"resume", "erupt", "flare", "continue", "restart", "persist", "rage", "go", "break", "intensify", "return"}
)
# Acts of war, as verbs, that go on ("kept shelling") or are told beside a truce ("despite the truce ... killed").
WARRING = frozenset(
    "shoot fight shell bomb attack fire strike kill raid bombard clash wound hit ambush storm assault airstrike "
    "shelling bombing bombardment offensive drone capture".split()
)
GOING_ON = frozenset("keep continue resume".split())
BESIDE = frozenset({"despite", "since", "during", "notwithstanding", "amid"})
# Verbs whose negation says that it was let lapse: "the truce was not extended".
KEEPING_ALIVE = frozenset({"extend", "renew", "prolong"})
# Verbs by which somebody says it of it: "declared the deal dead", "pronounced its withdrawal complete".
DECLARING = frozenset({"declare", "pronounce", "call", "consider", "leave", "proclaim"})
DECLARED: dict[str, OutcomeKind] = {
    **_table("collapsed", "dead|over|void|tatters|ruins|defunct|ended|terminated"),
    **_table("carried_out", "complete|completed|finished|successful|fulfilled"),
    **_table("not_carried_out", "limbo|stalled|frozen|suspended"),
}
# Verbs whose present tense, in a clause that only describes, speaks of the day on which it is to end.
RUNNING_OUT = frozenset({"expire", "end", "lapse", "run"})
# Whose coming somewhere carries out which measure: "the first aid trucks entered the city".
ARRIVING = frozenset("enter arrive reach cross roll drive deploy patrol land".split())
ARRIVALS: dict[str, str] = {
    **dict.fromkeys("convoy truck lorry aid shipment relief airlift".split(), "humanitarian_access"),
    **dict.fromkeys("monitor observer verifier".split(), "monitoring"),
    **dict.fromkeys("refugee returnee".split(), "refugee_return"),
}
# What is done about breaches that need not have been: "to monitor violations of the truce".
BREACH_WATCH = frozenset(
    "response respond monitor prevent punish deter avoid discourage stop end halt sanction tolerate".split()
)
# Words under which acts of war are not told as happening: "promised to suspend attacks".
QUIETING = frozenset("suspend stop halt cease end prevent reduce avoid refrain promise pledge agree condemn".split())
# Adverbs by which a truce held well enough.
WELL_ENOUGH = frozenset({"largely", "mostly", "broadly", "generally", "mainly"})
# Nouns that tell of its end as a fact: "after the collapse of the 2015 deal".
ENDS: dict[str, OutcomeKind] = {
    **_table("collapsed", "collapse|breakdown|demise|unravelling|unraveling|expiry|expiration|termination|failure"),
    **_table("not_carried_out", "suspension"),
}
# "Announced the end of the truce": an end that is told of, not one that is feared.
END_TELLING = frozenset("announce declare proclaim mark follow signal spell".split())
# Words that put an act of war after a truce: "troops stormed the town a week later".
AFTERWARDS = frozenset({"again", "later", "within", "since", "afterwards"})
# What is feared, warned of or denied is no fact.
NO_FACT = frozenset("fear risk avert threaten warn deny avoid danger possibility prospect warning threat".split())
# Words of agreements that have many signatories: when one leaves, the others stay.
OF_MANY = frozenset("nuclear climate nonproliferation non-proliferation treaty convention statute jcpoa".split())
# What is kept or broken of what somebody promised: "its commitment to withdraw".
PROMISES = frozenset("commitment pledge promise undertaking obligation vow".split())
# What one must say of fighting for it to have come after a truce: "erupted again", "renewed fighting broke out".
ANEW = frozenset("again anew afresh later since after despite within following".split())
RENEWED = frozenset("renewed fresh new heavy sporadic further continued more".split())
# Verbs that only begin something: without a word of the list above the fighting came before the truce.
BEGINNING = frozenset("erupt break begin start flare rage intensify".split())
# Guns and the like, and the quiet that comes when they rest.
ARMS = frozenset("gun weapon artillery cannon".split())
QUIET = frozenset("calm quiet silence lull".split())
QUIET_VERBS = frozenset("hold prevail return reign settle descend last continue persist report".split())
# What spoils a truce: "marred by violations".
SPOILING = frozenset("mar plague rock strain shake punctuate dog undermine threaten".split())
SPOILS = frozenset("violation breach clash attack shelling incident fighting exchange skirmish".split())
# Verbs said of hardly anything but agreements: where the parse loses of which, the nearest is meant.
UNMISTAKABLE = frozenset(
    {
        *("collapse", "unravel", "lapse", "expire", "break down", "fall apart", "come apart", "fall through"),
        *("implement", "violate", "breach", "scrap", "tear up", "renounce", "ratify", "honour", "honor", "abrogate"),
        *("annul", "repudiate", "flout", "shatter", "denounce", "suspend"),
    }
)
# Verbs by which a deadline goes by; the withdrawal or the accord it was set for has not come.
GOING_BY = frozenset("pass lapse expire come go slip end".split())
# Who was to leave, and verbs of staying.
STAYING = frozenset("remain stay be sit keep".split())
TROOPS = frozenset("army troop soldier force fighter tank unit battalion garrison contingent mercenary militia".split())
# Bodies that share power, and how they begin.
CABINETS = frozenset("government cabinet council executive administration assembly".split())
INAUGURATED = frozenset("swear inaugurate form install constitute sit".split())
# What "is on the ground" or "in place" when a monitoring mission has come.
PRESENT = frozenset({"ground", "place", "post", "posts"})
# Verbs of breaking that tell of a text only that it is carried out badly.
WAVERING = frozenset("fray falter wobble creak crack".split())
# Verbs of wanting that also only report: "stressed that the accord had not been implemented".
REPORTING = frozenset("stress emphasise emphasize insist warn agree".split())
# Nouns that deny what they govern: "its unwillingness to honour the accord".
FAILURES = frozenset("unwillingness refusal failure inability reluctance".split())
# Who denies it tells nothing of it.
DENYING = frozenset("deny dispute reject dismiss refute".split())
# Verbs of setting free, and how the parser marks people called by their nation.
FREEING = frozenset("free release liberate repatriate".split())
NATIONALS = frozenset({"NORP", "GPE"})
