"""The words that describe people and sides: offices, roles, groups of people, and what may stand before them."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words and phrases of a list separated by commas."""
    return frozenset(word.strip() for word in listed.split(","))


# Offices and roles of one person. Left: the words, in the singular. Right: the office as knowledge/data/offices.tsv
# calls it, or "leader" for whoever leads, or "" for a role no table holds (an envoy, a spokesman, a general).
OFFICES: dict[str, str] = {
    "president": "president",
    "vice president": "vice president",
    "vice-president": "vice president",
    "prime minister": "prime minister",
    "pm": "prime minister",
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "chancellor": "chancellor",
    "leader": "leader",
    "head of state": "head of state",
    "head of government": "prime minister",
    "strongman": "leader",
    "ruler": "leader",
    "chief": "leader",
    "king": "king",
    "queen": "queen",
    "monarch": "monarch",
    "emperor": "emperor",
    "emir": "emir",
    "sultan": "sultan",
    "crown prince": "crown prince",
    "prince": "",
    "pope": "pope",
    "pontiff": "pope",
    "supreme leader": "supreme leader",
    "foreign minister": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "external affairs minister": "foreign minister",
    "foreign secretary": "foreign minister",
    "fm": "foreign minister",
    "secretary of state": "secretary of state",
    "top diplomat": "foreign minister",
    "chief diplomat": "foreign minister",
    "foreign policy chief": "high representative",
    "high representative": "high representative",
    "defence minister": "defence minister",
    "defense minister": "defence minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "defence secretary": "defence minister",
    "defense secretary": "defence minister",
    "secretary of defense": "defence minister",
    "secretary of defence": "defence minister",
    "national security adviser": "national security adviser",
    "national security advisor": "national security adviser",
    "secretary-general": "secretary-general",
    "secretary general": "secretary-general",
    "chairperson-in-office": "chairperson-in-office",
    "chairman-in-office": "chairperson-in-office",
    "chairperson": "chairperson",
    "chairman": "chairman",
    "chairwoman": "chairperson",
    "chair": "chairperson",
    "commissioner": "",
    "commission chairperson": "commission chairperson",
    "first minister": "first minister",
    "state counsellor": "state counsellor",
    "state counselor": "state counsellor",
    "junta chief": "junta chief",
    "junta leader": "junta chief",
    "army chief": "army chief",
    "chief executive": "chief executive",
    "commander": "leader",
    "commander-in-chief": "commander-in-chief",
    "commander in chief": "commander-in-chief",
    "chief negotiator": "negotiator",
    "lead negotiator": "negotiator",
    "top negotiator": "negotiator",
    "nuclear negotiator": "negotiator",
    "chief of staff": "",
    "envoy": "envoy",
    "special envoy": "envoy",
    "peace envoy": "envoy",
    "special representative": "envoy",
    "personal envoy": "envoy",
    "special adviser": "",
    "mediator": "envoy",
    "chief mediator": "envoy",
    "negotiator": "negotiator",
    "ambassador": "",
    "representative": "",
    "spokesman": "",
    "spokeswoman": "",
    "spokesperson": "",
    "minister": "",
    "interior minister": "",
    "finance minister": "",
    "justice minister": "",
    "deputy foreign minister": "",
    "deputy minister": "",
    "deputy prime minister": "",
    "speaker": "parliament speaker",
    "parliament speaker": "parliament speaker",
    "governor": "governor",
    "mayor": "",
    "general": "",
    "colonel": "",
    "warlord": "",
    "senator": "",
    "lawmaker": "",
    "adviser": "",
    "advisor": "",
    "aide": "",
    "presidential aide": "",
    "diplomat": "",
    "archbishop": "",
    "bishop": "",
    "cardinal": "",
    "patriarch": "",
    "imam": "",
    "director": "",
    "director general": "director general",
    "director-general": "director-general",
    "delegate": "",
    "facilitator": "envoy",
    "peace commissioner": "peace commissioner",
    "high commissioner": "",
    "humanitarian chief": "humanitarian chief",
    "intelligence chief": "intelligence chief",
    "security chief": "security council secretary",
    "spy chief": "intelligence chief",
    "defence chief": "defence minister",
    "rebel leader": "leader",
    "opposition leader": "opposition leader",
    "guerrilla leader": "leader",
    "separatist leader": "leader",
    "politician": "",
    "statesman": "",
    "official": "",
    "prosecutor general": "",
    "attorney general": "",
    "security council secretary": "security council secretary",
    "secretary of the security council": "security council secretary",
    "plenipotentiary envoy": "",
    "plenipotentiary representative": "",
    "president-elect": "",
    "prime minister-designate": "",
    "chief rabbi": "",
    "ayatollah": "",
    "army commander": "",
    "party leader": "",
    "military chief": "military chief",
    "chief of general staff": "chief of general staff",
    "chief of the general staff": "chief of general staff",
    "head": "",
    "member": "",
    "founder": "",
    "coordinator": "",
    "co-chair": "",
    "delegation head": "",
    "delegation leader": "",
    "chief delegate": "",
}

# Titles before a name that say nothing of an office, with the gender they tell.
STYLES: dict[str, str | None] = {
    "mr": "m",
    "mr.": "m",
    "mister": "m",
    "sir": "m",
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "miss": "f",
    "madam": "f",
    "lady": "f",
    "dame": "f",
    "baroness": "f",
    "lord": "m",
    "dr": None,
    "dr.": None,
    "prof.": None,
    "professor": None,
    "gen.": None,
    "gen": None,
    "general": None,
    "lt.": None,
    "lt": None,
    "lieutenant": None,
    "maj.": None,
    "major": None,
    "col.": None,
    "colonel": None,
    "captain": None,
    "admiral": None,
    "adm.": None,
    "marshal": None,
    "brigadier": None,
    "brig.": None,
    "sgt.": None,
    "sheikh": "m",
    "ayatollah": "m",
    "imam": "m",
    "mullah": "m",
    "hajj": "m",
    "rev.": None,
    "reverend": None,
    "fr.": "m",
    "father": "m",
    "archbishop": "m",
    "bishop": "m",
    "cardinal": "m",
    "pope": "m",
    "king": "m",
    "prince": "m",
    "emperor": "m",
    "emir": "m",
    "sultan": "m",
    "queen": "f",
    "princess": "f",
    "sen.": None,
    "senator": None,
    "rep.": None,
    "gov.": None,
    "comandante": None,
    "president": None,
    "chancellor": None,
}

# Words between the country and the office, or before both, that do not change who is meant - except FORMER.
MODIFIERS = words(
    "armed, wing, sitting, then-, self-proclaimed, self-styled, breakaway, ruling, islamist, junior, "
    "parliamentary, exiled, late, other, warring, rival, combined, nationalist, unionist, republican, state, "
    "party, rebel, rebels, separatist, opposition, presidential, government, peace, visiting, two, three, four, "
    "five, six, seven, both, world, regional, top-level, supreme, national, own, permanent, plenipotentiary, "
    "same, official, respective, fellow, civilian, de, facto, ageing, aging, federal, democratic, communist, "
    "conservative, joint, high-level, high-ranking, senior, top, special, chief, lead, main, personal, deputy, "
    "political, military, spiritual, new, newly-elected, newly, elected, re-elected, current, incumbent, acting, "
    "interim, caretaker, outgoing, incoming, longtime, long-time, veteran, young, embattled, ailing, first, "
    "transitional"
)
FORMER = words("former, ex, ex-, then, then-, late, previous, one-time, onetime, erstwhile")
PREDECESSORS: dict[str, int] = {"predecessor": -1, "successor": 1}
COUNTERPARTS = frozenset({"counterpart", "counterparts", "opposite number", "colleague", "colleagues", "homologue"})

# Words for many people who act for a state or an organisation: "Russian negotiators" stand for Russia.
ACTING_FOR = words(
    "delegates, spokesmen, ambassadors, commission, presidency, government officials, generals, proxies, "
    "warplanes, jets, airstrikes, air strikes, artillery, drones, gunmen, security forces, lawmakers, coalition, "
    "faction, front, aides, advisers, facilitators, observers, monitors, peacekeepers, fighters, separatists, "
    "militants, militia, militias, insurgents, guerrillas, movement, group, foreign ministry, defence ministry, "
    "defense ministry, state, intelligence, commanders, rebels, embassy, mission, negotiation team, negotiating "
    "team, armed forces, air force, navy, guard, team, mediators, soldiers, police, ministry, ministries, "
    "parliament, leadership, cabinet, delegation, delegations, negotiators, officials, envoys, representatives, "
    "diplomats, authorities, government, governments, administration, regime, forces, force, troops, army, "
    "military, side"
)
# Of these, the ones that without a country are sides of their own ("the rebels").
BARE_SIDES = words(
    "negotiators, rebels, separatists, insurgents, guerrillas, militants, opposition, junta, government, army, "
    "military, group, movement"
)
# Those who fight a state: "Nepal's rebels" act against it and not for it.
REBELS = words("rebels, separatists, insurgents, guerrillas, militants, opposition, gunmen, militias, militia")
# Of these, the ones that mean the group named last before them, or nobody.
UNNAMED_BODIES = words("group, movement")
# Those who stand in for the people named after them.
STAFF = words("advisers, advisors, aides, envoys, representatives, spokesmen, officials, negotiators, diplomats, teams")
# Where the foreign secretary is an official under the foreign minister.
SECRETARIES_UNDER_MINISTERS = frozenset({"India", "Pakistan", "Bangladesh", "Sri Lanka", "Nepal", "Bhutan", "Maldives"})

GOVERNING = words("government, army, military, junta, authorities, troops")
# Of these, the ones of which there are two at a table ("both delegations").
DELEGATIONS = words("delegations, teams, armies, militaries, camps, factions, negotiators")
# "Russian-backed rebels" are not Russia.
BEHIND = words(
    "backed, led, mediated, brokered, controlled, held, speaking, sponsored, occupied, supported, installed, "
    "allied, aligned, friendly, born, made, based, run, hosted, supplied, funded, trained, proposed, drafted"
)

# Whoever is one of these does not hold the office itself.
DEPUTIES = words("deputy, assistant, vice, junior, shadow, under, associate")

PLURAL_PEOPLE: dict[str, str] = {
    "presidents": "president",
    "prime ministers": "prime minister",
    "premiers": "prime minister",
    "leaders": "leader",
    "heads of state": "leader",
    "heads of state and government": "leader",
    "heads of state or government": "leader",
    "heads of states and governments": "leader",
    "heads of government": "prime minister",
    "heads of states": "leader",
    "foreign ministers": "foreign minister",
    "ministers of foreign affairs": "foreign minister",
    "defence ministers": "defence minister",
    "defense ministers": "defence minister",
    "ministers": "",
    "men": "",
    "statesmen": "leader",
    "kings": "king",
    "chancellors": "chancellor",
    "top diplomats": "foreign minister",
    "chief negotiators": "negotiator",
    "politicians": "",
    "rivals": "",
    "women": "",
}
PLURAL_SIDES = words("sides, parties, countries, nations, states, governments, neighbours, neighbors")
NUMBERS: dict[str, int] = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
}
DETERMINERS = words("the, a, an, his, her, their, its, this, these, those, both, all")
POSSESSIVES = frozenset({"his", "her", "their", "its"})

# Cases of the third person, by number and gender.
PRONOUNS: dict[str, tuple[str, str | None]] = {
    "he": ("one", "m"),
    "him": ("one", "m"),
    "his": ("one", "m"),
    "himself": ("one", "m"),
    "she": ("one", "f"),
    "her": ("one", "f"),
    "hers": ("one", "f"),
    "herself": ("one", "f"),
    "they": ("many", None),
    "them": ("many", None),
    "their": ("many", None),
    "theirs": ("many", None),
    "themselves": ("many", None),
}

# Given names that tell the gender where nothing else does; only common ones of the press.
WOMENS_NAMES = frozenset(
    "alexandra alice amina amy ana andrea angela anna anne annalena annegret asha barbara beata carla carmen caroline "
    "catherine christine claudia condoleezza cristina deborah delcy diana dilma dina elena elina elizabeth ellen emma "
    "ertharin eva fatou federica fatima florence frances gina giorgia gloria gordana hanna heather heidi heela helen "
    "helga hillary hina ingrid irina isabel jacinda jane janet jeanine jennifer joan josaia joyce julia julie kaja "
    "kamala karen karin karla kate katherine kelly khadija laura leila lena linda lindiwe lisa liz louise lucia "
    "lyse madeleine magdalena maia margaret margot maria marie marina martha mary melissa mette mia michelle micheline "
    "miriam mirjana monica nadia naledi nancy natalia natasha nicola nikki nina noeleen olga olena patricia "
    "paula penny phumzile pratibha rachel rebecca roberta rosa rosemary roza ruth salome samantha sandra sanna sara "
    "sarah sharon sigrid simone sofia sophie stephanie susan susana sushma svetlana tarja tatiana tatyana teresa "
    "theresa tzipi ursula valentina valerie vaira vera veronica victoria viktoria violeta virginia vjosa wendy xiomara "
    "yulia yuliya zuzana".split()
)

# Words in the names of bodies: a name with one of them is no person's, whatever stands beside it.
BODY_WORDS = words(
    "ministry, department, bank, council, committee, commission, agency, office, service, centre, center, institute, "
    "university, school, college, party, movement, front, army, force, forces, group, union, league, association, "
    "federation, foundation, fund, organisation, organization, society, church, court, parliament, assembly, senate, "
    "congress, house, press, news, times, post, radio, tv, television, network, company, corporation, inc, airlines, "
    "air, club, board, bureau, authority, administration, embassy, consulate, mission, alliance, coalition, brigade, "
    "battalion, division, guard, police, international, national, world, global, european, airport, hospital, square, "
    "palace, airways, industries, energy, oil, gas, steel, facility, prison, street, road, bridge, avenue, number, "
    "lane, prize, security, defence, defense, affairs, rights, watch"
)
SAYING = words(
    "say, tell, add, announce, warn, write, state, insist, argue, note, claim, reply, explain, tweet, declare, "
    "stress, admit, deny, concede, recall, remark, observe, ask, answer, comment, suggest, speak, meet, sign, travel"
)

# Names that stand for one body when alone, and for another with a word before them.
GENERAL_NAMES = frozenset(
    {"Security Council", "General Assembly", "Congress", "Democrats", "Commonwealth", "Customs Union"}
)

# Buildings that stand for who works there, and are a place after "in" and "at".
SEATS: dict[str, str] = {
    "Kremlin": "Moscow",
    "White House": "Washington",
    "Pentagon": "Washington",
    "US State Department": "Washington",
    "Downing Street": "London",
    "Élysée": "Paris",
}

# Three-letter and shorter names that are words of English when a line stands in capitals.
CAPITALS_WORDS = words("us, is, who, it, un, model, fact, mend, let, car, as")

# Given names of the Arab and Muslim world and of popes: alone, without a title, they tell nobody of the tables.
GIVEN_ALONE = frozenset(
    "abdullah ali ahmed khan hassan mohammed muhammad mohamed hussein aziz saleh francis salman albert hamad fahd "
    "ibrahim omar osman yusuf yousef mahmoud mustafa".split()
)

# Surnames that are words or common names of English: a lone one is a person only if the article says so.
AMBIGUOUS_SURNAMES = frozenset(
    "may bush brown rice power straw park king law lee hill hunt major reid hague burns powers young long best will "
    "gates price rose stone banks wells fields hope grant white black green gray grey blue church field ford good "
    "may march april june august summer winter moon sun ban can will has had son on thani al ali ahmed khan hassan "
    "mohammed muhammad mohamed abdullah hussein aziz saleh francis salman albert philippe hamad fahd lord keys "
    "cook howard martin jones wong tan to sugiono lam kuri bach dan conte union ba mori henri moon wright key"
    " prince palestine west east north south trust state house general us english baker perry christie".split()
)
