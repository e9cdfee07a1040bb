"""The words by which news calls an agreement, and those that say it was made, sought or turned down."""

from __future__ import annotations

from typing import Literal

Family = Literal["text", "truce", "offer"]

# Nouns that name an agreement wherever they stand. Family "truce" is kept apart: a truce is also a measure, and is an
# agreement of its own only when somebody made it with somebody (see `mentions.py`).
STRONG: dict[str, Family] = {
    "agreement": "text",
    "accord": "text",
    "deal": "text",
    "pact": "text",
    "treaty": "text",
    "memorandum": "text",
    "mou": "text",
    "communique": "text",
    "communiqué": "text",
    "roadmap": "text",
    "bargain": "text",
    "compact": "text",
    "ceasefire": "truce",
    "cease-fire": "truce",
    "truce": "truce",
    "armistice": "truce",
    "jcpoa": "text",
    "minsk-2": "text",
    "minsk-ii": "text",
}

# Nouns that name one only in company: a modifier of the list below, or a verb of making ("initialled the text").
WEAK: dict[str, Family] = {
    "protocol": "text",
    "declaration": "text",
    "statement": "text",
    "understanding": "text",
    "consensus": "text",
    "settlement": "text",
    "compromise": "text",
    "framework": "text",
    "timetable": "text",
    "text": "text",
    "document": "text",
    "paper": "text",
    "letter": "text",
    "point": "text",
    "principle": "text",
    "conclusion": "text",
    "pledge": "text",
    "promise": "text",
    "undertaking": "text",
    "commitment": "text",
    "charter": "text",
    "map": "text",
    "package": "text",
    "arrangement": "text",
    "decision": "text",
    "cessation": "truce",
    "lull": "truce",
    "pause": "truce",
    "standstill": "truce",
    "proposal": "offer",
    "offer": "offer",
    "plan": "offer",
    "draft": "offer",
    "blueprint": "offer",
    "initiative": "offer",
    "formula": "offer",
}

# The company that makes a weak noun an agreement: modifiers standing before it ...
NAMING_MODIFIERS: dict[str, frozenset[str]] = {
    "protocol": frozenset({"ceasefire", "peace", "withdrawal", "implementation", "disengagement", "signed", "joint"}),
    "declaration": frozenset({"joint", "final", "common", "peace", "political"}),
    "statement": frozenset({"joint", "common", "trilateral", "tripartite"}),
    "settlement": frozenset({"peace", "negotiated"}),
    "framework": frozenset({"peace", "agreed", "nuclear"}),
    "map": frozenset({"road"}),
    "decision": frozenset({"framework"}),
    "package": frozenset({"peace"}),
    "arrangement": frozenset({"ceasefire", "truce", "peace"}),
    "conclusion": frozenset({"agreed", "joint", "common"}),
    "proposal": frozenset(
        {
            "peace",
            "ceasefire",
            "cease-fire",
            "truce",
            "deal",
            "hostage",
            "draft",
            "bridging",
            "compromise",
            "settlement",
        }
    ),
    "plan": frozenset(
        {"peace", "ceasefire", "truce", "disengagement", "transition", "settlement", "comprehensive", "implementation"}
    ),
    "offer": frozenset({"peace", "ceasefire", "truce"}),
    "text": frozenset({"draft", "agreed", "final"}),
    "draft": frozenset({"agreement", "treaty", "final"}),
    "timetable": frozenset({"agreed", "withdrawal"}),
    "initiative": frozenset({"peace", "ceasefire", "truce"}),
    "blueprint": frozenset({"peace"}),
    "commitment": frozenset({"ceasefire", "written"}),
    "pledge": frozenset({"written", "ceasefire"}),
    "point": frozenset(),
}
# ... or a numbered form ("nine-point plan") with any of these.
NUMBERED = frozenset({"plan", "proposal", "package", "document", "declaration", "roadmap", "map", "framework"})

# ... or a verb that acts on it ...
COMPANY_VERBS: dict[str, frozenset[str]] = {
    "offer": frozenset("set table present put outline submit accept reject dismiss carry spurn rebuff".split()),
    "proposal": frozenset(
        "accept reject submit present table put study endorse back unveil outline dismiss consider review approve "
        "circulate deliver convey receive support agree welcome".split()
    ),
    "plan": frozenset("accept reject endorse unveil sign initial present back agree".split()),
    "initiative": frozenset("accept reject endorse unveil".split()),
    "draft": frozenset("dismiss reject circulate exchange initial sign hand approve agree present".split()),
    "understanding": frozenset("yield reach produce conclude confirm agree".split()),
    "timetable": frozenset("agree set accept sign negotiate".split()),
    "framework": frozenset("agree sign reach conclude".split()),
    "letter": frozenset({"exchange"}),
    "pledge": frozenset("sign exchange withdraw honour honor break renew".split()),
    "promise": frozenset("sign exchange withdraw honour honor break renew make".split()),
    "undertaking": frozenset("sign exchange withdraw honour honor break".split()),
    "commitment": frozenset("sign exchange withdraw".split()),
    "statement": frozenset("sign adopt initial".split()),
    "declaration": frozenset("sign adopt initial issue".split()),
    "conclusion": frozenset("adopt sign".split()),
    "principle": frozenset("sign initial adopt".split()),
}
# ... or a phrase after it ("an understanding on corridors").
COMPANY_PREPOSITIONS: dict[str, frozenset[str]] = {
    "understanding": frozenset({"on"}),
    "framework": frozenset({"for", "on"}),
    "consensus": frozenset({"on"}),
}
# Of proposals also whose they are, or what for ("the Egyptian proposal", "a proposal for a truce").
PROPOSALS = frozenset({"proposal", "plan", "offer"})
# What a proposal for an agreement is for.
PEACE_WORDS = frozenset(
    "ceasefire cease-fire truce peace prisoner prisoners hostage hostages withdrawal settlement war hostilities".split()
)

# Verbs of making: their object, or passive subject, is an agreement that exists once the verb has happened.
MAKING = frozenset(
    "sign initial conclude reach strike agree adopt seal ink clinch broker approve endorse ratify accept negotiate "
    "hammer finalise finalize forge secure produce yield cut arrange mediate renew extend exchange make issue "
    "initialed announce proclaim draw draft thrash achieve unveil give have come bring renew declare".split()
)
# Of those, the ones that by themselves make a weak noun an agreement.
SIGNING = frozenset(
    "sign initial conclude reach strike adopt seal ink clinch broker ratify negotiate hammer finalise finalize "
    "forge".split()
)
# The ones that make a truce an agreement, not one side's announcement.
TRUCE_MAKING = SIGNING | frozenset("agree arrange mediate accept renew extend secure negotiate propose".split())
# Who only calls for a truce has made none, and seeks none of his own with anybody.
CALLING = frozenset("call appeal demand urge insist press push plead".split())
# What is said of a truce that exists between sides.
TRUCE_LIFE = frozenset(
    "hold collapse break fray unravel expire lapse last crumble falter begin start enter come take go violate "
    "breach end fall fail shatter".split()
)

# Verbs whose object is not yet there.
SEEKING = frozenset(
    "seek want hope discuss consider push press propose offer demand urge call need await expect pursue explore "
    "envisage negotiate draft prepare aim work require suggest mull study prefer favour favor support back "
    "welcome insist demand advocate facilitate promote try attempt".split()
)
# Of those, the ones said also of agreements that exist ("welcomed the agreement"): they decide only for indefinites.
SEEKING_INDEFINITE_ONLY = frozenset("support back welcome discuss study require draft negotiate".split())
# Verbs that turn one down.
REFUSING = frozenset("reject refuse decline scuttle spurn dismiss veto rebuff".split())
# Nouns and prepositions that put an agreement in the future.
SEEKING_NOUNS = frozenset(
    "hope hopes talk talks negotiation negotiations prospect prospects chance chances progress bid effort efforts "
    "proposal push call calls draft way path basis condition conditions search possibility readiness intention "
    "guarantor mediation discussion discussions desire need deadline".split()
)
TOWARDS = frozenset({"toward", "towards", "until", "before"})

# Adjectives that make a truce more than a wish for quiet.
TRUCE_MODIFIERS = frozenset("bilateral mutual new nationwide unconditional unilateral trilateral".split())

# Adjectives that tell nothing about which agreement is meant.
GENERIC = frozenset(
    "joint common peace day week month hour new full final possible potential comprehensive immediate lasting "
    "permanent temporary interim such same latest revised "
    "recent current existing landmark historic fragile shaky uneasy tentative initial proposed draft eventual "
    "future broader wider long bilateral mutual nationwide first-ever long-awaited hard-won "
    "signed so-called provisional unconditional "
    "sustainable durable stable fair just key major important old binding formal negotiated reached "
    "crucial elusive political general mutual side sides party parties warring foe foes rival rivals extended "
    "approved whole way".split()
)
# What stands after a hyphen in words that tell who made one, or that it was made: "Russian-brokered", "newly-signed".
MADE_BY = frozenset("brokered mediated sponsored backed approved signed agreed led negotiated supported".split())
# Modifiers that put an agreement in the future.
PROSPECTIVE_MODIFIERS = frozenset(
    "possible potential proposed draft eventual future lasting prospective elusive".split()
)
# What companies, clubs and unions agree on.
_BUSINESS = frozenset(
    "finance bargaining loan merger takeover acquisition sponsorship broadcast rental sales purchase fee franchise "
    "distribution recording publishing collective".split()
)
# Modifiers of heads that are something else: "customs protocol", "press statement", "security deal of the year".
OTHER_THINGS: dict[str, frozenset[str]] = {
    "protocol": frozenset({"diplomatic", "health", "safety", "state", "sanitary", "security", "strict"}),
    "deal": frozenset({"great", "good", "real", "raw", "business", "transfer", "record", "plea", *_BUSINESS}),
    "statement": frozenset({"press", "opening", "special", "written"}),
    "agreement": frozenset({"gentlemen", "plea", "licensing", "tenancy", "prenuptial", "prosecution", *_BUSINESS}),
}
# Weak nouns that a verb of making alone does not make an agreement.
NEVER_ALONE = frozenset("point package map decision arrangement initiative formula blueprint plan offer".split())
# Verbs whose date is the date of the agreement.
DATING = (SIGNING - {"ratify", "negotiate"}) | frozenset(
    "agree adopt accept put produce yield bring follow initial announce proclaim".split()
)
# Verbs that speak of an agreement as one that exists: what they say is never whether it was made.
OF_EXISTING = frozenset(
    "renew extend ratify prolong implement honour honor respect observe uphold enforce scrap abandon tear terminate "
    "violate breach break suspend shatter ruin end cancel wreck annul revoke denounce undermine jeopardise jeopardize "
    "breathe save salvage rescue preserve maintain monitor verify police complete fulfil fulfill derail".split()
)
# What is signed in the news and is no agreement between parties.
SIGNED_OTHERWISE = frozenset(
    "law bill decree order act legislation petition book contract budget player name letter ballot cheque check "
    "register autograph autographs warrant resolution directive proclamation regulation cover veto".split()
)
# Verbs by which talks end, with or without a text.
ENDING = frozenset("collapse end close yield produce issue break finish conclude adopt".split())
# Adjectives that set one agreement against another: "the original deal" is not the one just told of.
CONTRASTING = frozenset(
    "previous earlier original first second third another separate similar older last other".split()
)
# What an agreement is said to be that is not there yet: "a deal was close", "an accord is within reach".
NOT_YET = frozenset(
    "close near nearer closer possible likely unlikely imminent reach sight far elusive achievable".split()
)
# Verbs whose infinitive is only what is hoped of them.
ENDEAVOUR = frozenset(
    "arrive come travel fly go return meet gather try attempt work struggle strive press push rush hope seek aim want "
    "continue race scramble visit urge call".split()
)
# What is only a goal, and verbs of promising what an agreement that is still to come would have in it.
GOALS = frozenset("priority goal aim objective hope task challenge dream".split())
PROMISING_VERBS = frozenset("promise offer pledge propose demand want seek consider".split())
# What an earlier agreement is called beside one that is only hoped for.
EARLIER = frozenset("last previous earlier prior original past".split())
# Words that speak of a thing that exists: "as part of the deal", "in violation of the truce", "under the accord".
UNDER = frozenset(
    "part line accordance terms violation breach implementation violations breaches keeping phase".split()
)
# A plan of these is a calendar, no agreement.
TALK_PLANS = frozenset(
    "contact meeting visit consultation talk event cooperation negotiation dialogue discussion summit".split()
)
# Bodies that have an agreement in their name.
BODIES = frozenset("government party movement front council assembly house forces alliance".split())
# Verbs of making that are one act on a known day: what is to be signed is planned, what is to be reached possible.
FORMAL = frozenset(
    "sign ink initial seal issue publish release announce unveil adopt approve ratify endorse make formalise formalize "
    "accept exchange produce renew extend".split()
)
# Verbs whose clause is only what somebody would like to be done.
PROPOSING = frozenset("suggest propose demand insist urge recommend ask request".split())
# Nouns for that act: "the signing of the treaty".
DEEDS = frozenset("signing signature conclusion initialling adoption finalization finalisation".split())
# Verbs and prepositions by which it has been done, and words by which it hangs on something.
WELCOMING = frozenset("announce confirm welcome hail praise mark celebrate follow witness attend oversee".split())
AFTERWARDS = frozenset({"after", "since", "following", "upon"})
CONDITIONAL = frozenset("conditional contingent dependent depends hinges impossible possible conditioned".split())
# Prepositions before a gerund that is only aimed at: "talks aimed at reaching a deal", "work on finalising it".
TO_BE_DONE = frozenset({"at", "on", "for", "to", "toward", "towards", "about", "before", "of"})
# What an agreement is about, by words of its name; "peace", "final", "political" and the like tell nothing.
TOPICS: dict[str, str] = {
    word: topic
    for topic, line in {
        "ceasefire": "ceasefire ceasefires cease truce armistice hostilities fighting escalation lull",
        "prisoners": "prisoner prisoners exchange swap hostage hostages detainees captives",
        "power": "power sharing unity coalition transitional government",
        "nuclear": "nuclear enrichment uranium denuclearisation denuclearization",
        "forces": "military forces withdrawal disengagement disarmament defence defense security",
        "borders": "border borders maritime demarcation territorial",
        "economy": "trade economic oil gas grain free water energy transport mineral minerals",
        "votes": "election elections electoral constitutional",
        "relief": "humanitarian aid relief corridor corridors evacuation protection",
        "statement": "statement declaration communique communiqué",
        "proposal": "principles framework roadmap road map",
    }.items()
    for word in line.split()
}
# Deeds that are agreements when told as agreed: "a prisoner swap agreed in Stockholm".
AGREED_DEEDS = frozenset(
    "exchange swap withdrawal pullback pullout disengagement pause extension moratorium halt".split()
)
# Weak nouns that are agreements when told to have ended, been kept or been broken, and the verbs that tell it.
LIVING_TEXTS = frozenset(
    "understanding arrangement pledge promise undertaking declaration timetable roadmap settlement compromise protocol "
    "framework formula package".split()
)
ENDS_OF = frozenset("collapse unravel lapse expire last founder survive disintegrate fray evaporate".split())
DONE_TO = frozenset(
    "implement breach violate break honour honor repudiate annul abrogate tear renounce fulfil fulfill observe".split()
)
# What is said of an accord that has the name of a town, and hardly of the town.
PLACE_DONE_TO = frozenset("sign initial implement ratify conclude honour honor renegotiate".split())
PLACE_ENDS = frozenset("unravel lapse expire".split())
