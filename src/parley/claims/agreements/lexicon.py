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
    "ceasefire": "truce",
    "cease-fire": "truce",
    "truce": "truce",
    "armistice": "truce",
}

# Nouns that name one only in company: a modifier of the list below, or a verb of making ("initialled the text").
WEAK: dict[str, Family] = {
    "protocol": "text",
    "declaration": "text",
    "statement": "text",
    "understanding": "text",
    "consensus": "text",
    "bargain": "text",
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
    "framework": frozenset({"peace", "agreed"}),
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
    "plan": frozenset({"peace", "ceasefire", "truce", "disengagement", "transition", "settlement", "comprehensive"}),
    "initiative": frozenset({"peace", "ceasefire", "truce"}),
    "blueprint": frozenset({"peace"}),
    "commitment": frozenset({"ceasefire", "written"}),
    "pledge": frozenset({"written", "ceasefire"}),
    "point": frozenset(),
}
# ... or a numbered form ("nine-point plan") with any of these.
NUMBERED = frozenset({"plan", "proposal", "package", "document", "declaration", "roadmap", "map", "framework"})

# Verbs of making: their object, or passive subject, is an agreement that exists once the verb has happened.
MAKING = frozenset(
    "sign initial conclude reach strike agree adopt seal ink clinch broker approve endorse ratify accept negotiate "
    "hammer finalise finalize forge secure produce yield cut arrange mediate renew extend exchange make issue "
    "initialed announce proclaim draw draft thrash achieve unveil give have".split()
)
# Of those, the ones that by themselves make a weak noun an agreement.
SIGNING = frozenset(
    "sign initial conclude reach strike adopt seal ink clinch broker ratify negotiate hammer finalise finalize "
    "forge".split()
)
# The ones that make a truce an agreement, not one side's announcement.
TRUCE_MAKING = SIGNING | frozenset("agree arrange mediate accept renew extend secure negotiate propose".split())
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
    "guarantor mediation discussion discussions desire need".split()
)
TOWARDS = frozenset({"toward", "towards", "until", "before"})

# Adjectives that tell nothing about which agreement is meant.
GENERIC = frozenset(
    "new full final possible potential comprehensive immediate lasting permanent temporary interim such same latest "
    "recent current existing landmark historic fragile shaky uneasy tentative initial proposed draft eventual "
    "future broader wider long last first previous earlier signed original so-called provisional unconditional "
    "sustainable durable stable fair just key major important old binding formal negotiated reached".split()
)
# Modifiers that put an agreement in the future.
PROSPECTIVE_MODIFIERS = frozenset("possible potential proposed draft eventual future lasting prospective".split())
# Modifiers of heads that are something else: "customs protocol", "press statement", "security deal of the year".
OTHER_THINGS: dict[str, frozenset[str]] = {
    "protocol": frozenset({"diplomatic", "health", "safety", "state", "sanitary", "security", "strict"}),
    "deal": frozenset({"great", "good", "big", "real", "raw", "business", "transfer", "record", "plea"}),
    "statement": frozenset({"press", "opening", "special", "written"}),
    "agreement": frozenset({"gentlemen", "plea", "licensing", "tenancy", "prenuptial"}),
}
