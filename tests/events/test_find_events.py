"""Coding of events on sentences of our own, parsed by the real model."""

from __future__ import annotations

import pytest

from parley.claims.events.find import find_events
from parley.claims.events.phrases import phrase

pytestmark = pytest.mark.model

# sentence, type, mode, a word of the source, a word of the target
CASES = [
    # one of each type
    ("Chad agreed to release forty prisoners.", "AGREE", "yield", "Chad", "prisoners"),
    ("The Norwegian envoy met rebel leaders in Oslo.", "CONSULT", None, "envoy", "rebel"),
    ("France praised Senegal for its role in the talks.", "SUPPORT", None, "France", "Senegal"),
    ("The junta lifted the curfew in the capital.", "CONCEDE", None, "junta", "capital"),
    ("Japan and Australia held joint military exercises.", "COOPERATE", "military", "Japan", "Australia"),
    ("Canada sent food aid to Haiti.", "AID", None, "Canada", "Haiti"),
    ("The rebels released two hostages on Friday.", "RETREAT", "release", "rebels", "hostages"),
    ("Kenya urged Uganda to open the border.", "REQUEST", None, "Kenya", "Uganda"),
    ("Georgia accused Belarus of spying.", "ACCUSE", "allege", "Georgia", "Belarus"),
    ("The general refused to meet the mediator.", "REJECT", "meet", "general", "mediator"),
    ("Iran threatened to close the strait.", "THREATEN", "restrict", "Iran", "strait"),
    ("Thousands of students marched against the government.", "PROTEST", "demo", "Thousands", "government"),
    ("Sweden suspended aid to Mali.", "SANCTION", "discontinue", "Sweden", "Mali"),
    ("Poland deployed troops to the border with Belarus.", "MOBILIZE", "troops", "Poland", "Belarus"),
    ("Police in Cairo arrested three journalists.", "COERCE", "arrest", "Police", "journalists"),
    ("Militants attacked an army base in Niger.", "ASSAULT", None, "Militants", "base"),
    # light verbs
    ("The air force launched an attack on the port.", "ASSAULT", None, "force", "port"),
    ("The EU imposed sanctions on Belarus.", "COERCE", "restrict", "EU", "Belarus"),
    ("The president held talks with the opposition.", "CONSULT", None, "president", "opposition"),
    ("Peru reached a deal with Chile.", "SUPPORT", "diplomatic", "Peru", "Chile"),
    ("Prosecutors opened an investigation into the minister.", "ACCUSE", "investigate", "Prosecutors", "minister"),
    # passives and nominals
    ("Two diplomats were expelled by Moldova.", "SANCTION", "expel", "Moldova", "diplomats"),
    ("The annexation of Crimea by Russia was condemned.", "ACCUSE", "disapprove", "", "annexation"),
    ("Four villagers were killed in a Syrian airstrike.", "ASSAULT", None, "Syrian", "villagers"),
    ("Serbia faces criticism from the EU.", "ACCUSE", "disapprove", "EU", "Serbia"),
    # what tense, modals and negation make of it
    ("Ghana will send medicine to Togo.", "AGREE", "aid", "Ghana", "Togo"),
    ("Bolivia is willing to release the sailors.", "AGREE", "yield", "Bolivia", "sailors"),
    ("Turkey will impose sanctions on the firm.", "THREATEN", "restrict", "Turkey", "firm"),
    ("The militia will not release the prisoners.", "REJECT", "yield", "militia", "prisoners"),
    ("Yemen said it would allow the inspectors in.", "AGREE", "yield", "Yemen", "inspectors"),
    ("Ministers must withdraw the troops, the envoy said.", "REQUEST", "yield", "envoy", "Ministers"),
    # roles that the words around the verb give
    ("Chile granted the provincial council permission to vote.", "CONCEDE", None, "Chile", "council"),
    ("Norway voiced its strong condemnation of the Chadian coup.", "ACCUSE", "disapprove", "Norway", "Chadian"),
    ("Lula and Petro agreed to share intelligence on Bolivia.", "AGREE", "cooperate", "Lula", "Petro"),
    ("Kenyan and Somali officials held talks in Doha.", "CONSULT", None, "Kenyan", "Somali"),
    ("Peru rejected a Chilean proposal on the border.", "REJECT", None, "Peru", "Chilean proposal"),
    ("Peru has rejected a call from Chile for early elections.", "REJECT", None, "Peru", "Chile"),
    ("Uganda opened its borders to a large number of Sudanese.", "AID", "asylum", "Uganda", "Sudanese"),
    ("Parliament passed a resolution condemning the junta.", "ACCUSE", "disapprove", "Parliament", "junta"),
    ("Modi said his country will not lift the ban on Nepal.", "REJECT", "yield", "Modi", "Nepal"),
    ("The priest was released after King Felipe pardoned him.", "RETREAT", "release", "Felipe", "priest"),
    ("Italian troops were deployed to Kosovo.", "MOBILIZE", "troops", "Italian", "Kosovo"),
    ("Clashes between rebels and the army shook Bangui.", "ASSAULT", None, "rebels", "army"),
    ("Six miners were killed and ten injured in an attack by gunmen.", "ASSAULT", None, "", "miners"),
    ("Four soldiers were killed in clashes with Hezbollah fighters.", "ASSAULT", None, "Hezbollah", "soldiers"),
    ("Peruvian and Chilean troops exchanged fire near Tacna.", "ASSAULT", None, "Peruvian", "Chilean"),
    ("Kenya's army said its troops had shot down a drone.", "ASSAULT", "heavy-weapons", "Kenya", "drone"),
    ("Congolese rebels withdrew from Bukavu.", "RETREAT", "withdraw", "rebels", "Bukavu"),
    ("The foreign ministers of Oman and Iran met in Muscat.", "CONSULT", None, "Oman", "Iran"),
    ("A faction called for the council to end the war.", "REQUEST", None, "faction", "council"),
    ("Togo stated its intention to quit the pact.", "REJECT", "meet", "Togo", "pact"),
    # modes by object
    ("The governor imposed a curfew in the city.", "COERCE", "curfew", "governor", "city"),
    ("Gunmen abducted a priest in Haiti.", "ASSAULT", "abduct", "Gunmen", "priest"),
    # what is no strike
    ("Miners went on strike in Zambia.", "PROTEST", "boycott", "Miners", ""),
    ("The United States carried out strikes against a convoy.", "ASSAULT", None, "States", "convoy"),
]


@pytest.mark.parametrize(("text", "code", "mode", "source", "target"), CASES, ids=[c[0] for c in CASES])
def test_find_events_main_event_of_sentence(reading_of, text, code, mode, source, target):
    event = find_events(next(iter(reading_of(text).doc.sents)))[0]
    assert (event.code, event.mode) == (code, mode)
    assert source in phrase(event.sources)
    assert target in phrase(event.targets)


@pytest.mark.parametrize(
    "text",
    [
        "The army did not attack the village.",
        "The ministry released a statement.",
        "It rained in Lisbon on Sunday.",
        # accidents, numbers, figures of speech
        "Nine people were killed and two others were injured when a bus overturned near Quito.",
        "A storm killed three fishermen in Samoa.",
        "Exports declined in May.",
        "The mayor is fighting inflation.",
        "The ceasefire expired on Monday.",
        "The dialogue will not be easy.",
        "42",
    ],
)
def test_find_events_finds_none(reading_of, text):
    assert find_events(next(iter(reading_of(text).doc.sents))) == []


def test_find_events_orders_main_event_first(reading_of):
    text = "Russia, which annexed Crimea in 2014, released a Dutch pilot."
    events = find_events(next(iter(reading_of(text).doc.sents)))
    assert [event.rule_code for event in events] == ["RETREAT", "ASSAULT"]
    assert events[1].rule_mode == "territory"
