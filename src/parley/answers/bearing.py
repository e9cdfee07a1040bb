"""Whether the cited sentences bear out what a sentence says came of something, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.answers.text import Citation, Sentence
from parley.answers.words import STOP_WORDS, fold
from parley.model.claim import Claim, OutcomeClaim
from parley.model.record import AgreementEntry, MeasureEntry, MeetingEntry, OutcomeEntry, Record

# Words (their beginnings) by which a sentence may speak of an agreement or of what was measured, beside the name.
_ANY = """agreement deal accord pact treat protocol memorandum commit pledg promis obligat term plan roadmap measure
    provision process implement compl honour honor respect violat breach"""
_PRONOUNS = frozenset("it its they them this these those".split())
_DEEDS: dict[str, str] = {
    "ceasefire": """cease truce armistice cessation hostilit fire fight shell attack silence gun strike struck bomb
        clash calm quiet lull offensive assault raid air kill fought shot shoot violence war""",
    "troop_withdrawal": "troop soldier force withdr pull left leave leaving retreat army armies military personnel",
    "weapons_withdrawal": "weapon arms artillery tank missile withdr pull gun launcher armour",
    "prisoner_exchange": "prison detain captive pow swap exchang free releas hand bodies remains service",
    "hostage_release": "hostage captive free releas hand kidnap abduct bodies remains prison",
    "humanitarian_access": """humanitarian aid convoy truck food relief access assist suppl corridor deliver evacuat
        medic civilian service flour fuel famine starv""",
    "border_control": "border checkpoint crossing frontier",
    "elections": "elect vote voting poll ballot",
    "special_status": "status autonom law self bill constitution",
    "amnesty": "amnest pardon",
    "monitoring": "monitor observ verif inspect mission patrol",
    "disarmament": "disarm weapon arms demobil lay laid gun surrender handover hand heav combatant fighter",
    "sanctions_relief": "sanction embarg asset frozen unfr oil bank lift restriction",
    "power_sharing": "power govern cabinet unit coalition minist parliament assembl office post swor council",
    "territory": "territor land border village town area district hand island region",
    "security_guarantees": "guarant secur",
    "demining": "mine demin",
    "refugee_return": "refugee displac return home idp",
    "reconstruction": "reconstr rebuil repair",
    "nuclear_limits": "nuclear enrich uranium centrifug inspect reactor iaea plutonium missile",
    "recognition": "recogni embass diplomat ambassad",
}

# Words of a sentence by which it says, of a day before the record's last, less than the entry.
_SAID: tuple[tuple[str, frozenset[str]], ...] = (
    (" planned", frozenset({"planned", "possible"})),
    (" announced", frozenset({"planned", "possible"})),
    ("did not take place", frozenset({"not_held"})),
    ("under discussion", frozenset({"possible"})),
    (" proposed", frozenset({"possible", "planned"})),
)


def unborne_facts(record: Record, sentence: Sentence, citations: Iterable[Citation]) -> Iterator[str]:
    """What a sentence says of entries that no claim cited for it says: an outcome, or that something took place.

    What people ruled needs no claim.
    """
    cited = _cited(record, sentence, citations)
    for entry_id in sentence.entries:
        entry = record.entry_by_id.get(entry_id)
        if entry is None or entry.rulings:
            continue
        if isinstance(entry, OutcomeEntry):
            if not any(_tells(record, claim, entry) for claim in cited):
                yield f"the outcome {entry.outcome!r} of {entry.of}"
        elif isinstance(entry, MeetingEntry | AgreementEntry | MeasureEntry):
            own = [claim for claim in cited if claim.kind == entry.kind]
            says = next((said for words, said in _SAID if words in sentence.text), frozenset({entry.status}))
            if own and not any(claim.status in says for claim in own):
                yield f"the status {entry.status!r} of {entry.id}"


def _cited(record: Record, sentence: Sentence, citations: Iterable[Citation]) -> list[Claim]:
    """The claims that citations were made for, and those of the sentence's entries that stand in the same words."""
    places = {(citation.article, citation.start, citation.end): citation.claim for citation in citations}
    entries = [record.entry_by_id[i] for i in sentence.entries if i in record.entry_by_id]
    ids = dict.fromkeys([*places.values(), *(claim_id for entry in entries for claim_id in entry.claims)])
    claims = (record.claim_by_id[i] for i in ids if i in record.claim_by_id)
    return [c for c in claims if (c.article, c.evidence[0].start, c.evidence[0].end) in places]


def _tells(record: Record, claim: Claim, entry: OutcomeEntry) -> bool:
    """Whether a claim says that this came of this, in a sentence that speaks of it."""
    if not isinstance(claim, OutcomeClaim) or claim.outcome != entry.outcome or claim.status != entry.status:
        return False
    if entry.of == "other":
        return True  # which steps these were is not told apart
    agreement = record.entry_by_id.get(entry.of_agreement or "")
    names = " ".join((entry.of, claim.of, *(agreement.names if isinstance(agreement, AgreementEntry) else ())))
    roots = {
        *_ANY.split(),
        *_DEEDS.get(entry.of, "").split(),
        *(w[:6] for w in fold(names).split() if w not in STOP_WORDS),
    }
    said = fold(" ".join(evidence.text for evidence in claim.evidence)).split()
    return any(word in _PRONOUNS or any(word.startswith(root) for root in roots) for word in said)
