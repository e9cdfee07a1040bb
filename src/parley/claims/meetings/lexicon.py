"""The words by which news tells of meetings: data only.

Collected by reading agency reports, readouts and histories of talks; each table says what its words do.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.claim import Form, Status

# Nouns that name a meeting, with how their participants talk when the noun alone tells it.
MEETING_NOUNS: dict[str, Form] = {
    "meeting": "unknown",
    "talk": "unknown",  # only as "talks", see PLURAL_ONLY
    "summit": "in_person",
    "negotiation": "unknown",
    "consultation": "unknown",
    "conference": "unknown",
    "conversation": "unknown",
    "discussion": "unknown",
    "dialogue": "unknown",
    "call": "remote",
    "round": "unknown",
    "session": "unknown",
    "gathering": "in_person",
    "encounter": "in_person",
    "contact": "unknown",  # only as "contacts"
    "trilateral": "unknown",
    "sitting": "in_person",
    "get-together": "in_person",
    "sit-down": "in_person",
    "tete-a-tete": "in_person",
    "tête-à-tête": "in_person",
    "face-to-face": "in_person",
    "videoconference": "remote",
    "teleconference": "remote",
    "luncheon": "in_person",
    "lunch": "in_person",
    "breakfast": "in_person",
    "dinner": "in_person",
}


def meeting_noun(word: str) -> str:
    """The dictionary form of a noun of meeting, "" when it is none; taggers take "Talks" and "Summit" for names."""
    small = word.lower()
    if small in MEETING_NOUNS:
        return small
    return small[:-1] if small.endswith("s") and small[:-1] in MEETING_NOUNS else ""


# Of these only the plural tells of a meeting: "a talk" is a lecture, "contact" may be a line of fire.
PLURAL_ONLY = frozenset({"talk", "contact"})

# Nouns that tell of a meeting only when their participants stand beside them ("the conversation between X and Y").
WEAK_NOUNS = frozenset(
    {
        "conversation", "discussion", "dialogue", "call", "round", "session", "gathering", "encounter", "contact",
        "conference", "luncheon", "lunch", "breakfast", "dinner", "sitting", "trilateral",
    }
)  # fmt: skip

# Words before a meeting noun that make it something else: told to the press, or held among one's own.
NOT_MEETING_MODIFIERS = frozenset(
    {
        "press", "news", "media", "cabinet", "staff", "board", "shareholder", "shareholders", "committee", "council",
        "parliamentary", "plenary", "faculty", "prayer", "training", "photo", "question", "court", "trading",
        "campaign", "town", "hall", "party", "jam", "practice", "therapy", "listening", "briefing",
        "wake-up", "roll", "curtain", "close", "emergency-services", "radio", "distress", "drawing",
    }
)  # fmt: skip
# "rounds" of other things than talks
NOT_ROUND_OF = frozenset(
    {
        "fighting", "strike", "attack", "vote", "voting", "election", "sanction", "shelling", "fire", "ammunition",
        "airstrike", "funding", "applause", "violence", "bombing", "layoff", "testing", "vaccination", "match",
        "golf", "drink", "exchange", "swap", "missile", "competition", "tournament", "retaliation",
    }
)  # fmt: skip
ROUND_OF_TALKS = frozenset({"talk", "negotiation", "meeting", "consultation", "discussion", "dialogue", "diplomacy"})

REMOTE_MODIFIERS = frozenset(
    {"phone", "telephone", "video", "online", "virtual", "conference", "remote", "teleconference", "videoconference"}
)
IN_PERSON_MODIFIERS = frozenset({"face-to-face", "face", "in-person", "tete-a-tete", "one-on-one", "person"})
REMOTE_PHRASES = (
    "by phone", "by telephone", "over the phone", "on the phone", "by video", "via video", "videoconference",
    "video conference", "video link", "videolink", "teleconference", "phone call", "telephone call", "via zoom",
    "by zoom", "on a call", "video call", "conference call", "telephone conversation", "phone conversation", "hotline",
    "over the telephone", "on the telephone", "via telephone", "via phone", "held virtually", "virtual meeting",
    "virtual summit",
)  # fmt: skip
IN_PERSON_PHRASES = (
    "face to face", "face-to-face", "in person", "in-person", "handshake", "shook hands", "shake hands",
    "shaking hands",    "sat down", "sit down", "sat opposite", "round table", "on the sidelines", "on the margins",
        "hosted by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """How a verb tells of a meeting.

    `with_` are the prepositions that bring the other side, `object` whether its direct object is the other side,
    `people` whether that must be a person or somebody's delegation, `alone` whether a subject of several parties is
    enough ("the delegations conferred"), `weak` whether two parties must be in sight (people gather for much else).
    """

    with_: frozenset[str] = frozenset()
    object: bool = False
    people: bool = False
    alone: bool = False
    weak: bool = False
    form: Form = "unknown"


_WITH = frozenset({"with"})
_WITH_OR_TO = frozenset({"with", "to"})
MEETING_VERBS: dict[str, Frame] = {
    "meet": Frame(_WITH, object=True, alone=True),
    "confer": Frame(_WITH, alone=True),
    "negotiate": Frame(_WITH, alone=True),
    "consult": Frame(_WITH, object=True, people=True),
    "talk": Frame(_WITH_OR_TO, alone=True, weak=True),
    "speak": Frame(_WITH_OR_TO, alone=True, weak=True),
    "converse": Frame(_WITH, alone=True),
    "parley": Frame(_WITH, alone=True),
    "sit": Frame(frozenset({"with", "opposite"}), alone=True, weak=True, form="in_person"),
    "host": Frame(object=True, people=True, form="in_person"),
    "receive": Frame(object=True, people=True, form="in_person"),
    "welcome": Frame(object=True, people=True, form="in_person"),
    "greet": Frame(object=True, people=True, weak=True, form="in_person"),
    "see": Frame(object=True, people=True, weak=True, form="in_person"),
    "phone": Frame(object=True, people=True, form="remote"),
    "telephone": Frame(object=True, people=True, form="remote"),
    "ring": Frame(object=True, people=True, form="remote"),
    "call": Frame(object=True, people=True, form="remote"),
    "gather": Frame(_WITH, alone=True, weak=True, form="in_person"),
    "convene": Frame(_WITH, alone=True, weak=True),
    "reconvene": Frame(_WITH, alone=True, weak=True),
    "regroup": Frame(_WITH, alone=True, weak=True),
    "discuss": Frame(_WITH, alone=True, weak=True),
    "huddle": Frame(_WITH, alone=True, weak=True, form="in_person"),
    "sign": Frame(_WITH, weak=True),
    "agree": Frame(_WITH, weak=True),
}
# Verb forms that are often tagged as plural nouns: "the president hosts X".
NOUN_LIKE_VERBS = frozenset({"hosts", "confers", "meets", "phones", "receives", "greets", "welcomes"})
# A guest is received by a host; the object of these is present, the subject his host.
RECEIVING = frozenset({"host", "receive", "welcome", "greet"})
# "fly to Tunis to see him", "went on to see", "will see them": without one of these "see" is only looking.
VISITING = frozenset({"fly", "travel", "go", "come", "visit", "arrive", "return", "head", "fail"})

# What "meet" is done to when nobody meets.
NOT_MET = frozenset(
    {
        "demand", "requirement", "need", "condition", "deadline", "target", "goal", "criterion", "standard",
        "challenge",        "obligation", "expectation", "commitment", "threshold", "end", "resistance", "fate",
        "definition", "quota",
        "opposition", "cost", "objective", "test", "benchmark", "promise", "approval", "eye", "force", "death",
    }
)  # fmt: skip
# Whom one tells, speaks to or meets without a meeting between parties.
AUDIENCE = frozenset(
    {
        "reporter", "journalist", "press", "media", "crowd", "audience", "viewer", "newspaper", "channel", "agency",
        "radio", "television", "tv", "network", "correspondent", "supporter", "voter", "parliament", "lawmaker",
        "public", "cnn", "bbc", "reuters", "afp", "ap", "times", "news", "staff", "soldier", "troop", "student",
        "victim", "resident", "family", "worker", "fan", "nation", "camera", "interviewer", "cbs", "nbc", "abc",
        "fox", "post", "people", "tass", "interfax", "ria", "broadcaster", "outlet", "magazine", "podcast",
    }
)  # fmt: skip

# Bodies that sit by themselves: when only they meet, no two sides talk.
SITTING_BODIES = frozenset(
    """senate parliament house congress court assembly cabinet knesset duma board committee commission jury rada majlis
    bundestag tribunal band team club church""".split()
)
# Bodies in which two sides sit, told by these words before the noun.
BODIES = frozenset({"commission", "committee", "mechanism", "panel"})
JOINT = frozenset("joint contact liaison monitoring trilateral quadrilateral tripartite border bilateral".split())
# Outlets that the press words above do not give away.
OUTLETS = frozenset(
    """wikinews npr pbs cnn bbc reuters afp ap tass interfax cbs nbc abc fox axios politico bloomberg aljazeera jazeera
    guardian rtve rte itv sky msnbc haaretz ynet spiegel bild monde figaro independent journal gazette tribune herald
    telegraph economist magazine""".split()
)

# Verbs that carry a meeting noun: their subject takes part ("Russia held talks with ...").
LIGHT_VERBS = frozenset(
    {
        "hold", "have", "begin", "start", "resume", "open", "conduct", "conclude", "end", "attend", "join", "continue",
        "finish", "complete", "enter", "engage", "participate", "take", "leave", "quit", "abandon", "boycott",
        "restart",        "launch", "renew", "pursue", "suspend", "break", "schedule", "plan", "arrange", "agree",
        "want", "seek", "hope",
        "propose", "offer", "request", "reject", "refuse", "skip", "cancel", "postpone", "walk", "return", "wrap",
        "organize", "organise", "do", "get", "demand", "discuss", "need", "sit", "come", "go",
    }
)  # fmt: skip
# Verbs whose subject brings others to the table.
HOSTING_VERBS = frozenset({"host", "convene", "organize", "organise", "arrange", "chair", "sponsor"})
MEDIATING_VERBS = frozenset(
    {"mediate", "broker", "facilitate", "moderate", "oversee", "supervise", "chair", "steer", "convene", "sponsor",
     "arrange", "organize", "organise", "initiate"}
)  # fmt: skip
HOSTED_BY = frozenset({"host"})
LED_BY = frozenset({"lead", "head", "represent", "chair"})
ATTENDED_BY = frozenset({"attend", "join"})
# Who asked for a meeting means to be in it.
ASKED_BY = frozenset({"request", "seek", "propose", "offer", "demand"})
FLANKED_BY = frozenset({"flank", "accompany"})
# Nouns of mediation: "through the mediation of Russia", "under the auspices of the OSCE".
MEDIATION_NOUNS = frozenset(
    {"mediation", "auspices", "auspex", "facilitation", "mediator", "go-between", "facilitator", "chairmanship",
     "invitation", "sponsorship", "aegis", "supervision"}
)  # fmt: skip

# People named by what they do for a side: the side itself takes part.
GROUP_NOUNS = frozenset(
    {
        "delegation", "official", "representative", "envoy", "negotiator", "diplomat", "leader", "president",
        "minister", "team", "side", "delegate", "authority", "government", "party", "mediator",
        "commander", "chief", "counterpart", "emissary", "ambassador", "premier", "member", "state", "country",
        "nation", "adviser", "advisor", "secretary", "rebel", "head", "group", "panel", "general",
        "power", "capital", "army", "force", "military", "movement", "opposition", "faction", "regime", "junta",
        "administration", "ministry", "parliament", "militia", "fighter", "rival", "neighbour", "neighbor", "partner",
        "ally", "signatory", "guarantor", "chancellor", "king", "aide", "spokesman", "bloc", "union",
        "republic", "community", "tribe", "elder", "they", "he", "she", "we", "both", "pair", "two", "three", "four",
        "colleague", "leadership",
        "person", "man", "council", "alliance", "coalition", "federation", "organisation", "organization",
        "politician", "lawmaker", "figure", "director", "guerrilla", "separatist", "insurgent",
    }
)  # fmt: skip
# A subject that is many people though its word is singular.
PLURAL_WORDS = frozenset({"both", "two", "three", "four", "five", "they", "side", "sides", "pair", "trio"})

# The two sides of one people, for "inter-Korean talks", "the intra-Afghan negotiations".
INNER_SIDES = {
    "korean": ("North Korea", "South Korea"), "afghan": ("Afghanistan", "Taliban"),
    "palestinian": ("Fatah", "Hamas"), "yemeni": ("Yemen", "Houthis"),
}  # fmt: skip

# Sides that go without a name; before one of UNNAMED_PEOPLE their singular tells as much ("rebel groups").
UNNAMED = {
    "rebels": "rebels", "rebel": "rebels", "separatists": "separatists", "separatist": "separatists",
    "insurgents": "insurgents", "insurgent": "insurgents", "guerrillas": "guerrillas", "guerrilla": "guerrillas",
    "militants": "militants", "militant": "militants", "opposition": "opposition",
    "powers": "world powers",
}  # fmt: skip
UNNAMED_PEOPLE = frozenset(
    """groups group movements movement factions forces fighters leaders delegates delegation delegations commanders
    negotiators representatives leadership envoys""".split()
)

# What talks are said to be when somebody only judges them.
JUDGING = frozenset(
    """easy hard difficult necessary important essential crucial vital key possible impossible useful useless futile
    only best way solution complex long fruitful productive constructive pointless inevitable""".split()
)

# What somebody in the middle does for talks that stand still: he is no side of them.
REVIVING = frozenset(
    """revive restart relaunch rekindle salvage rescue save unblock advance jumpstart kickstart resuscitate reactivate
    facilitate promote support encourage""".split()
)
# What is said of or to a meeting that is there: "welcomed the conclusion of the talks", "urged the gathering to".
REMARKING = frozenset(
    """welcome hail praise describe urge tell thank address commend applaud condemn criticise criticize slam inform
    brief follow precede overshadow mark call""".split()
)
# Whom one does this to comes to the meeting.
INVITING = frozenset("invite summon bring call".split())
# Nouns that take a "with" of their own: "discussions on a ceasefire with Israel" are not with Israel.
TAKING_WITH = frozenset(
    """ceasefire truce deal agreement accord peace war relation tie conflict dispute border exchange swap treaty
    cooperation relationship trade normalization normalisation""".split()
)
# What is only aimed at: "efforts to resume the negotiations".
EFFORTS = frozenset("effort bid attempt push hope aim drive endeavour endeavor part way pressure".split())
RESUMING = frozenset("resume restart revive relaunch rekindle continue begin start hold broker salvage".split())
# Regions in which two places of one meeting may both lie.
CONTINENTS = frozenset({"Africa", "Asia", "Europe", "Middle East", "East Africa", "South America", "North America"})

# What gives way to talks: "Jordan's mediation allowed talks to resume".
ALLOWING = frozenset("allow enable permit let help".split())

# What may befall talks without their being off: "would not be hampered by the attack".
TROUBLING = frozenset(
    """hamper affect derail disrupt undermine jeopardize jeopardise threaten hinder spoil scupper impede harm damage
    overshadow""".split()
)
# "The outcome of the dialogue", "the pace of negotiations": of talks spoken of elsewhere or of none in particular.
ASPECTS = frozenset(
    """outcome result success failure pace framework format agenda importance substance nature content basis subject
    progress side confidentiality atmosphere tone fate future direction details detail goal aim purpose
    focus topic mechanism logic principle spirit terms stage phase""".split()
)

# "The two sides" are those of the conflict, "the two presidents" those just spoken of.
COLLECTIVES = frozenset(
    """sides parties countries nations states delegations governments teams panels factions groups camps armies capitals
    neighbours neighbors""".split()
)

# "the talks" and these point back to a meeting already told.
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "such", "both"})
INDEFINITE = frozenset({"a", "an", "another", "any", "no", "some", "further", "new", "more", "each", "every"})
SERIES_WORDS = frozenset(
    {"numerous", "several", "many", "multiple", "various", "repeated", "series", "regular", "frequent", "countless"}
)
ORDINALS = {
    w: n
    for n, words in enumerate(
        (
            ("first", "opening", "inaugural"), ("second",), ("third",), ("fourth",), ("fifth",), ("sixth",),
            ("seventh",), ("eighth",), ("ninth",), ("tenth",), ("eleventh",), ("twelfth",),
        ),
        start=1,
    )
    for w in words
}  # fmt: skip

# Held between some of those present, beside the meeting of all.
APART = frozenset({"bilateral", "separate", "one-on-one", "private", "tete-a-tete", "two-way"})
# A meeting of the same parties as the one just told, but not the same meeting.
ANOTHER = frozenset(
    {"another", "next", "further", "new", "more", "additional", "future", "follow-up", "fresh", "final", "last",
     "previous", "earlier", "subsequent", "upcoming", "following", "fourth", "fifth"}
)  # fmt: skip

# Participles beside a meeting verb whose agent was there: "flanked by", "hosted by", "brokered by".
BESIDE = FLANKED_BY | HOSTED_BY | MEDIATING_VERBS
# Verbs that say they met when a meeting noun only says what for.
MEETS_FOR = frozenset(
    {"meet", "confer", "gather", "convene", "reconvene", "assemble", "regroup", "sit", "host", "receive"}
)
# Of these "another" meetings it is clear that they lie ahead.
TO_COME = frozenset({"next", "further", "future", "upcoming", "follow-up"})

# "UN-brokered", "Saudi-hosted": who stands before the hyphen is in the middle.
BROKERED = frozenset(
    "brokered mediated sponsored facilitated hosted led backed chaired supervised convened moderated".split()
)
MEDIATORS = frozenset({"mediator", "broker", "facilitator", "go-between", "intermediary"})

# What is done to a meeting that is then not held; with a particle where the verb needs one.
CALLING_OFF = frozenset("cancel postpone scrap boycott skip reject refuse decline scupper delay".split())
# What is done to talks that are under way: they were held.
BREAKING_OFF = frozenset(
    "suspend halt pause interrupt adjourn stall collapse fail deadlock end conclude resume".split()
)
CALLING_OFF_WITH = frozenset({("call", "off"), ("put", "off"), ("rule", "out"), ("turn", "down"), ("pull", "out")})
# "An offer of talks", "openness to talks": the noun above says how far the talks have come.
STATUS_OF_NOUN: dict[str, Status] = {
    **dict.fromkeys(
        """openness readiness willingness proposal offer call request invitation possibility prospect hope push demand
        appeal bid idea chance suggestion interest desire wish importance need necessity way""".split(),
        "possible",
    ),
    **dict.fromkeys("plan schedule date timetable preparation arrangement intention".split(), "planned"),
    **dict.fromkeys("refusal rejection cancellation postponement impossibility absence lack".split(), "not_held"),
}
READY = frozenset("ready willing prepared open keen eager able offer propose want hope".split())

# Houses that stand for the city they are in, when somebody meets at them.
HOUSES = {
    "kremlin": "Moscow", "novo-ogaryovo": "Moscow", "bocharov ruchei": "Sochi", "white house": "Washington, D.C.",
    "oval office": "Washington, D.C.", "elysee palace": "Paris", "élysée palace": "Paris", "elysee": "Paris",
    "downing street": "London", "chancellery": "Berlin", "palais des nations": "Geneva", "mar-a-lago": "Palm Beach",
    "dolmabahce palace": "Istanbul", "dolmabahçe palace": "Istanbul", "un headquarters": "New York City",
    "nato headquarters": "Brussels", "pentagon": "Washington, D.C.",
}  # fmt: skip

# People sent by a side: many of them are their state, not the one person known to hold such an office.
DELEGATES = frozenset(
    """negotiators envoys officials diplomats delegates representatives delegations mediators emissaries advisers
    advisors aides""".split()
)

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
