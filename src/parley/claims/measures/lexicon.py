"""The verbs and nouns that govern a measure: who undertakes, wants, refuses it, and what an agreement's verb gives."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
    "proposal demand offer importance need readiness willingness discussion talks call idea condition require priority "
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
# Aims and ways that lay nothing down by themselves: "to end the war", "to continue the peace talks".
AIMING = _words(
    "end resolve settle conclude reach achieve continue pave bring work seek save salvage revive restart resume "
    "complete finalise finalize find explore solve overcome facilitate advance break start begin make build promote "
    "implement accept sign ensure restore"
)
AIMS = _words(
    "war conflict crisis dispute standoff stand-off peace solution settlement talk talks negotiation negotiations "
    "dialogue process way agreement deal accord understanding impasse deadlock discussion rivalry feud stalemate "
    "differences difference proposal insurgency rebellion work"
)
# Nouns of undertaking whose infinitive is what is undertaken.
PROMISES = _words("promise pledge undertaking commitment vow")
# What ending the fighting is only the aim of: "in a bid to end years of fighting", "want an end to the bloodshed".
AIMED_AT = _words(
    "bid effort solution attempt push way hope move drive campaign breakthrough chance pressure path road step "
    "initiative process quest struggle"
)
HOPING = _words("want hope see bring wish try struggle help work")
# What is told to somebody, not laid down: "would neither confirm nor deny".
TELLING = _words("confirm deny comment elaborate respond answer reply specify disclose reveal know like")
# Counts and parts of a text, by which it names no measure: "three key elements".
PARTS = _words("element part pillar component phase stage aspect page article clause chapter section track")
# What a text brings about, not what it lays down: "it will allow families to be reunited", "which saw him return".
EFFECTS = _words("see mean bring enable help mark follow come extend happen continue consider")
# Adjectives that tell only of readiness: "was willing to act as a guarantor".
WILLING = _words("willing ready prepared open eager keen")
# What one points out to ask for something: "the importance of releasing them without delay".
NEEDS = _words("importance need necessity expediency urgency")
POINTING_OUT = _words(
    "stress emphasise emphasize note underline underscore highlight reiterate point confirm reaffirm express"
)
# What one is only after: "the goal would be to draft security guarantees".
GOALS = _words("goal aim objective purpose task priority idea")
# What is done with a truce that is there.
KEEPING = _words(
    "ensure uphold maintain observe strengthen preserve consolidate respect adherence compliance observance"
)
