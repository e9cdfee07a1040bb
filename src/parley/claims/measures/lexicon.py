"""What agreements provide for, as words: a table of frames, each a head word and the company that makes it a measure.

A nominal frame is a noun with what stands before it and in the phrases after it ("withdrawal of heavy weapons"); a
verbal frame is a verb with its object, passive subject or complement ("pull troops back"). The first frame that fits
decides, so the narrower stand first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.claim import MeasureType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Frame:
    """`heads` (lemmas) of one part of speech; one of `company` must be in its phrase unless that is empty.

    `without` are words that show it to be something else.
    """

    type: MeasureType
    pos: Literal["noun", "verb", "adjective"]
    heads: frozenset[str]
    company: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


TROOPS = _words(
    "troop troops force forces soldier soldiers army armies military militia militias fighter fighters mercenary "
    "mercenaries personnel unit units formation formations combatant combatants peacekeeper peacekeepers battalion "
    "division garrison contingent rebel rebels police checkpoint checkpoints guerrilla guerrillas side sides"
)
WEAPONS = _words(
    "weapon weapons weaponry artillery hardware armour armor tank tanks rocket rockets gun guns howitzer mortar "
    "mortars rifle rifles arms arm launcher launchers equipment"
)
PRISONERS = _words(
    "prisoner prisoners detainee detainees captive captives pow pows inmate inmates serviceman servicemen convict "
    "detained imprisoned"
)
HOSTAGES = _words("hostage hostages abductee abductees abducted kidnapped kidnapping captives civilians")
FIGHTING = _words(
    "hostility hostilities fighting fire violence shooting bombing bombings bombardment strike strikes airstrike "
    "airstrikes attack attacks shelling offensive combat bloodshed operation operations assault clashes firing "
    "weapons raid raids"
)
CIVIL = _words(
    "civilian civilians population wounded resident residents people woman women child children national nationals"
)
AID = _words("aid humanitarian relief food assistance medicine supply supplies fuel convoy convoys trucks")
DISPLACED = _words(
    "refugee refugees displaced idp idps resident residents exile exiles deportee deportees deported child children "
    "person home homes families villagers inhabitants settlers houses"
)
PULLING_BACK = _words(
    "withdrawal pullback pullout departure disengagement redeployment retreat exit evacuation pull-out "
    "pull-back removal repositioning"
)
PULL_BACK = _words("withdraw pull leave remove expel evacuate redeploy vacate quit retreat move disengage drawdown")
GIVING_BACK = _words("release exchange swap return freeing liberation handover transfer repatriation")
GIVE_BACK = _words("release exchange swap return free liberate transfer repatriate hand")
ENDING = _words("cessation end halt suspension pause stop lull reduction termination freeze moratorium de-escalation")
END = _words("stop cease halt end suspend pause")

FRAMES: tuple[Frame, ...] = (
    # -- ceasefire
    Frame("ceasefire", "noun", _words("ceasefire cease-fire truce armistice")),
    Frame("ceasefire", "noun", ENDING, FIGHTING, _words("sanction sanctions")),
    Frame(
        "ceasefire", "verb", END, FIGHTING - _words("weapons operation operations"), _words("aid sanction sanctions")
    ),
    Frame("ceasefire", "verb", _words("silence"), WEAPONS),
    Frame("ceasefire", "noun", _words("firing"), _words("cease stop")),
    # -- weapons, before troops: "withdrawal of heavy weapons"
    Frame("demining", "noun", _words("demining mine-clearance")),
    Frame("demining", "noun", _words("clearance removal clearing"), _words("mine mines landmine landmines explosive")),
    Frame("demining", "verb", _words("clear remove dismantle"), _words("mine mines landmine landmines")),
    Frame(
        "disarmament",
        "noun",
        _words("disarmament demobilisation demobilization demilitarisation demilitarization decommissioning ddr"),
    ),
    Frame("disarmament", "verb", _words("disarm demobilise demobilize demilitarise demilitarize decommission")),
    Frame("disarmament", "verb", _words("lay surrender hand give lock turn relinquish destroy decommission"), WEAPONS),
    Frame("disarmament", "noun", _words("handover surrender collection destruction"), WEAPONS),
    Frame("weapons_withdrawal", "noun", PULLING_BACK | {"transfer"}, WEAPONS - {"arm", "arms"}),
    Frame("weapons_withdrawal", "verb", (PULL_BACK | {"store"}) - {"leave", "quit"}, WEAPONS - {"arm", "arms"}),
    # -- troops
    Frame("troop_withdrawal", "noun", _words("pullback pullout pull-out pull-back")),
    Frame("troop_withdrawal", "noun", PULLING_BACK, TROOPS),
    Frame(
        "troop_withdrawal",
        "noun",
        _words("withdrawal disengagement"),
        frozenset(),
        _words("diplomat treaty accord pact deal"),
    ),
    Frame("troop_withdrawal", "verb", PULL_BACK, TROOPS - _words("rebels rebel side sides")),
    # -- people held
    Frame("hostage_release", "noun", GIVING_BACK, HOSTAGES - {"civilians"}),
    Frame("hostage_release", "verb", GIVE_BACK, _words("hostage hostages abductee abductees")),
    Frame("hostage_release", "noun", _words("release"), _words("civilians women children")),
    Frame("prisoner_exchange", "noun", GIVING_BACK, PRISONERS),
    Frame("prisoner_exchange", "verb", GIVE_BACK, PRISONERS),
    # -- aid
    Frame(
        "humanitarian_access", "noun", _words("corridor corridors convoy convoys"), AID | CIVIL | _words("safe green")
    ),
    Frame(
        "humanitarian_access",
        "noun",
        _words("access passage delivery deliveries entry flow shipment airdrop"),
        AID | CIVIL,
    ),
    Frame("humanitarian_access", "noun", _words("evacuation evacuations"), CIVIL),
    Frame("humanitarian_access", "noun", _words("pause"), _words("humanitarian")),
    Frame("humanitarian_access", "verb", _words("allow let deliver admit permit"), AID),
    Frame("humanitarian_access", "verb", _words("evacuate"), CIVIL),
    Frame(
        "humanitarian_access",
        "noun",
        _words("aid assistance"),
        _words("deliver delivery unhindered unimpeded allow enter"),
    ),
    # -- borders and land
    Frame(
        "border_control",
        "noun",
        _words("control return monitoring closure reopening opening crossing post posts checkpoint"),
        _words("border borders frontier"),
    ),
    Frame(
        "border_control",
        "verb",
        _words("restore close reopen open seal control"),
        _words("border borders crossing crossings"),
    ),
    Frame("territory", "noun", _words("demarcation delimitation"), frozenset()),
    Frame(
        "territory",
        "noun",
        _words("concession concessions claim claims swap swaps integrity dispute"),
        _words("territorial territory land"),
    ),
    Frame(
        "territory",
        "verb",
        _words("cede surrender relinquish return give hand concede recognise recognize drop"),
        _words(
            "territory territories land territorial annexation region regions peninsula border borders "
            "integrity claim claims"
        ),
    ),
    # -- votes and orders of government
    Frame("power_sharing", "noun", _words("power-sharing powersharing")),
    Frame(
        "power_sharing",
        "noun",
        _words("government cabinet administration council executive authority coalition"),
        _words("unity transitional inclusive interim shared joint power-sharing coalition"),
    ),
    Frame("power_sharing", "noun", _words("sharing share"), _words("power")),
    Frame("power_sharing", "verb", _words("share"), _words("power")),
    Frame(
        "power_sharing",
        "noun",
        _words("seat seats post posts portfolio ministry ministries"),
        _words(
            "parliament cabinet government council legislature assembly rebel rebels opposition ministerial "
            "ministers executive"
        ),
    ),
    Frame("power_sharing", "verb", _words("join"), _words("government cabinet parliament")),
    Frame("power_sharing", "noun", _words("body"), _words("governing transitional")),
    Frame(
        "special_status",
        "noun",
        _words(
            "autonomy self-rule self-governance self-government self-determination federalism federalisation "
            "federalization  "
            "decentralisation decentralization devolution home-rule"
        ),
    ),
    Frame(
        "special_status",
        "noun",
        _words("status"),
        frozenset(),
        _words("refugee member observer candidate quo legal-aid health"),
    ),
    Frame(
        "special_status",
        "noun",
        _words("government association region state"),
        _words("autonomous self-governing federal"),
    ),
    Frame(
        "elections",
        "noun",
        _words("election elections referendum vote ballot plebiscite poll polls"),
        frozenset(),
        _words("confidence council unanimous parliament opinion"),
    ),
    Frame("elections", "verb", _words("elect")),
    Frame("elections", "verb", _words("vote"), _words("independence")),
    # -- justice
    Frame("amnesty", "noun", _words("amnesty amnesties pardon pardons")),
    Frame("amnesty", "verb", _words("pardon amnesty")),
    Frame("amnesty", "noun", _words("immunity"), _words("prosecution fighter fighters rebel rebels")),
    # -- checks and assurances
    Frame(
        "security_guarantees", "noun", _words("guarantee guarantees assurance assurances"), frozenset(), _words("loan")
    ),
    Frame("security_guarantees", "noun", _words("guarantor guarantors")),
    Frame("security_guarantees", "verb", _words("guarantee"), _words("safety security")),
    Frame(
        "security_guarantees",
        "noun",
        _words("force mission contingent"),
        _words("peacekeeping reassurance stabilisation stabilization multinational"),
    ),
    Frame("security_guarantees", "noun", _words("peacekeeper peacekeepers")),
    Frame("security_guarantees", "noun", _words("non-aggression nonaggression")),
    Frame("monitoring", "noun", _words("monitoring verification supervision")),
    Frame("monitoring", "noun", _words("monitor monitors observer observers inspector inspectors")),
    Frame("monitoring", "noun", _words("inspection inspections"), frozenset()),
    Frame(
        "monitoring",
        "noun",
        _words("mission mechanism commission body committee force"),
        _words("monitoring verification observer supervisory observation"),
    ),
    Frame("monitoring", "verb", _words("monitor verify supervise police")),
    Frame("monitoring", "adjective", _words("verifiable")),
    # -- sanctions, refugees, rebuilding
    Frame(
        "sanctions_relief",
        "noun",
        _words("lifting easing relief removal suspension waiver end"),
        _words("sanction sanctions embargo"),
    ),
    Frame(
        "sanctions_relief",
        "verb",
        _words("lift ease remove suspend waive end relax drop"),
        _words("sanction sanctions embargo blacklist"),
    ),
    Frame("sanctions_relief", "verb", _words("unfreeze release"), _words("asset assets funds")),
    Frame("refugee_return", "noun", _words("return resettlement repatriation"), DISPLACED),
    Frame("refugee_return", "verb", _words("return resettle repatriate"), DISPLACED - {"person", "home"}),
    Frame(
        "reconstruction",
        "noun",
        _words("reconstruction rebuilding rehabilitation recovery"),
        frozenset(),
        _words("mission body bodies"),
    ),
    Frame("reconstruction", "verb", _words("rebuild reconstruct")),
    Frame(
        "reconstruction",
        "noun",
        _words("link opening construction modernisation modernization"),
        _words("rail railway road pipeline power plant"),
    ),
    # -- the bomb
    Frame(
        "nuclear_limits",
        "noun",
        _words(
            "enrichment denuclearisation denuclearization nonproliferation non-proliferation centrifuge "
            "centrifuges uranium plutonium stockpile"
        ),
    ),
    Frame(
        "nuclear_limits",
        "noun",
        _words(
            "program programme weapon weapons test tests arsenal site sites accident accidents activity limit "
            "limits moratorium"
        ),
        _words("nuclear missile ballistic"),
    ),
    Frame("nuclear_limits", "verb", _words("denuclearise denuclearize enrich")),
    # -- relations
    Frame("recognition", "noun", _words("recognition")),
    Frame("recognition", "noun", _words("relation relations ties"), _words("diplomatic")),
    Frame("recognition", "noun", _words("normalisation normalization"), frozenset()),
    Frame(
        "recognition",
        "verb",
        _words("recognise recognize"),
        frozenset(),
        _words("need importance problem difficulty fact role"),
    ),
    Frame(
        "recognition",
        "verb",
        _words("normalise normalize restore establish"),
        _words("relation relations ties embassy embassies"),
    ),
    # -- further wordings, after the narrower ones above
    Frame("territory", "noun", _words("sovereignty")),
    Frame(
        "territory",
        "noun",
        _words("border borders frontier line"),
        _words("1967 demarcate delimit agreed recognised recognized"),
    ),
    Frame(
        "territory",
        "noun",
        _words("return handover transfer cession"),
        _words(
            "territory territories land lands village villages island islands district districts enclave strip "
            "peninsula heights valley occupied"
        ),
    ),
    Frame("territory", "verb", _words("cede relinquish annex demarcate delimit partition")),
    Frame(
        "territory",
        "verb",
        _words("return restore surrender retain"),
        _words(
            "territory territories land village villages island islands district districts enclave strip "
            "peninsula heights valley province provinces @place"
        ),
    ),
    Frame(
        "territory",
        "noun",
        _words("control"),
        _words("@place territory territories district districts village villages province region regions"),
    ),
    Frame(
        "power_sharing",
        "verb",
        _words("form join enter"),
        _words("government cabinet coalition executive administration"),
    ),
    Frame(
        "power_sharing",
        "noun",
        _words("vice-president vice-presidency ministry ministries portfolios"),
        _words("rebel rebels opposition share vice"),
    ),
    Frame(
        "troop_withdrawal",
        "verb",
        _words("withdraw retreat"),
        _words(
            "@place position positions territory territories town towns area areas village villages district "
            "districts province city country base bases zone line corridor border land unconditionally"
        ),
        _words("treaty agreement talk negotiation deal accord race pact staff election"),
    ),
    Frame("troop_withdrawal", "verb", _words("return go send bring stay"), _words("barracks bases")),
    Frame("troop_withdrawal", "verb", _words("reduce cut thin halve"), _words("troop troops soldiers")),
    Frame("troop_withdrawal", "noun", _words("reduction drawdown"), _words("troop troops force forces soldiers")),
    Frame(
        "monitoring",
        "verb",
        _words("oversee watch inspect"),
        _words(
            "ceasefire cease-fire truce implementation withdrawal exchange disarmament process compliance over "
            "site sites"
        ),
    ),
    Frame("monitoring", "noun", _words("mission"), _words("osce un u.n. nations")),
    Frame("monitoring", "noun", _words("commission committee"), _words("joint")),
    Frame(
        "nuclear_limits",
        "noun",
        _words("facility facilities reactor reactors freeze material fuel"),
        _words("nuclear atomic"),
    ),
    Frame(
        "nuclear_limits",
        "verb",
        _words("freeze dismantle suspend halt shut close abandon scrap cap disable"),
        _words("nuclear reactor reactors uranium missile missiles plutonium enrichment centrifuges"),
    ),
    Frame("recognition", "noun", _words("embassy embassies ambassadors"), _words("open reopen exchange mutual")),
    Frame(
        "recognition",
        "verb",
        _words("open reopen exchange resume"),
        _words("relations ties embassy embassies ambassadors"),
    ),
    Frame("elections", "verb", _words("choose"), _words("council assembly president parliament")),
    Frame("special_status", "verb", _words("federalise federalize devolve decentralise decentralize")),
    Frame("security_guarantees", "verb", _words("use renounce"), _words("force violence"), _words("treaty police")),
    Frame(
        "territory",
        "verb",
        _words("give hand"),
        _words("@back"),
        _words("hope weapon weapons arm arms prisoner prisoners hostage hostages body remains proposal power"),
    ),
    Frame("humanitarian_access", "noun", _words("restoration resumption"), _words("aid assistance services service")),
    Frame("ceasefire", "noun", _words("respite calm standdown stand-down hudna"), FIGHTING),
    Frame("ceasefire", "verb", _words("hold lay silence fall"), _words("fire silent guns")),
    Frame("ceasefire", "verb", _words("refrain desist"), FIGHTING | {"force", "provocation", "provocations"}),
    Frame(
        "troop_withdrawal",
        "verb",
        _words("pull"),
        _words("back out"),
        _words("treaty agreement talk talks negotiations deal accord race pact election all"),
    ),
    Frame(
        "troop_withdrawal",
        "verb",
        _words("withdraw"),
        _words("@from"),
        _words(
            "treaty agreement talk talks negotiations deal accord race pact election party convention "
            "organization council cabinet coalition ambassador envoy support"
        ),
    ),
    Frame("troop_withdrawal", "verb", _words("depart go"), _words("troop troops soldier soldiers army garrison")),
    Frame("troop_withdrawal", "noun", _words("separation"), _words("force forces troops")),
    Frame(
        "disarmament",
        "verb",
        _words("disband dissolve dismantle"),
        _words("group groups militia militias wing army brigade brigades force forces guerrilla movement battalion"),
    ),
    Frame("disarmament", "noun", _words("disbandment reintegration cantonment disbanding")),
    Frame("disarmament", "verb", _words("put"), _words("beyond"), _words("power doubt")),
    Frame("special_status", "noun", _words("assembly parliament legislature"), _words("regional provincial")),
    Frame("special_status", "noun", _words("self-administration")),
    Frame("special_status", "verb", _words("govern run"), _words("themselves own"), _words("race")),
    Frame(
        "power_sharing",
        "noun",
        _words("parliament assembly presidency council"),
        _words("transitional interim rotating sovereign shared"),
    ),
    Frame(
        "power_sharing", "noun", _words("vice-president vice-presidents vice-presidency deputy"), _words("rebel rebels")
    ),
    Frame("monitoring", "noun", _words("patrol patrols"), _words("joint")),
    Frame("monitoring", "noun", _words("peacekeeper peacekeepers"), _words("un u.n. nations african blue")),
    Frame(
        "border_control",
        "noun",
        _words("crossing crossings guard guards"),
        _words("border reopen open reopening opening"),
    ),
    Frame(
        "security_guarantees",
        "verb",
        _words("guarantee"),
        _words("neutrality independence integrity agreement peace accord deal treaty sovereignty"),
    ),
    Frame(
        "security_guarantees",
        "noun",
        _words("pact treaty commitment commitments"),
        _words("defence defense security non-aggression"),
    ),
    Frame("prisoner_exchange", "verb", _words("set let"), PRISONERS),
    Frame("hostage_release", "verb", _words("free release"), _words("soldiers abducted kidnapped held captives")),
    Frame(
        "refugee_return",
        "verb",
        _words("go come"),
        _words("home homes refugees displaced"),
        _words("troop troops soldier soldiers down hit"),
    ),
    Frame("nuclear_limits", "noun", _words("testing launch launches"), _words("nuclear missile missiles ballistic")),
    Frame("humanitarian_access", "noun", _words("shipment shipments truck trucks lorries convoy"), AID),
    Frame("humanitarian_access", "noun", _words("corridor corridors")),
)

# ------------------------------------------------------------------------------------------------ what governs them

# Who says it will be so: an undertaking. (The status of the verb itself is still asked.)
UNDERTAKING = _words(
    "agree undertake pledge promise commit vow consent accept sign adopt decide declare announce announced approve "
    "guarantee assure swear conclude establish order reaffirm reiterate confirm commitment undertaking pledge "
    "promise"
    "agreement obligation decision provision implement fulfil fulfill"
)
# Who wants it to be so: a proposal or demand.
PROPOSING = _words(
    "call demand urge propose suggest ask want seek discuss consider insist offer hope need press push appeal "
    "request favour favor support advocate negotiate explore prioritise prioritize expect warn recommend await "
    "proposal demand offer importance need readiness discussion talks call idea condition require priority "
    "stress emphasise emphasize highlight plan should must would could may can might possible vote"
)
# Who will have none of it.
REFUSING = _words("reject refuse rule deny decline oppose dismiss exclude veto")
# What a text does: with an agreement as its subject, the verb gives a measure.
PROVIDING = _words(
    "comprise include provide oblige ban give commit call require fold grant let stipulate envisage envision foresee "
    "set allow hand contain cover establish create guarantee mandate specify outline lay bind pledge seek aim "
    "promise demand propose see permit prohibit prescribe extend end halt declare mean entail involve lift "
    "remove open offer bring impose"
)
# Verbs whose complement is talk about talks, never a measure, and the objects that show it of other verbs.
TALKING = _words(
    "meet talk discuss negotiate convene consult reconvene speak disagree differ visit confer address mark sign "
    "host attend arrive participate examine focus receive travel chair announce brief inform"
)
TALKS = _words(
    "talk talks meeting meetings negotiation negotiations dialogue contact contacts discussion discussions "
    "consultation consultations conversation communication round summit call visit touch schedule conference "
    "view views opinion opinions"
)
# Verbs by which somebody binds himself, their complement being what he is bound to.
PROMISING = _words("agree undertake pledge promise commit vow consent swear")
# Providing verbs that an "it" after an agreement may have: those hardly said of a meeting or a government.
STRONG_PROVIDING = _words(
    "comprise provide oblige ban commit require grant stipulate envisage envision foresee contain mandate specify "
    "prohibit prescribe declare include give set call allow"
)
# What one may agree on without laying anything down.
NO_MEASURE = _words(
    "need importance schedule date agenda time meeting talk agreement deal accord format venue place principle step "
    "statement call issue question matter text end cooperation relation contact visit dialogue negotiation way "
    "document pact framework plan settlement it that this everything nothing point something initiative proposal "
    "term"
)
# Words of wanting that reach far into a sentence.
WANTING = _words("call demand urge propose insist proposal demand appeal need discuss seek")
# Verbs by which a party asks another for something.
ASKING = _words("ask demand urge propose suggest insist")
# Nouns of undertaking whose infinitive is what is undertaken.
PROMISES = _words("promise pledge undertaking commitment vow")
