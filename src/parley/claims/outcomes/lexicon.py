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
        "founder|last|end|evaporate|break",
    ),
    **_table("violated", "fray|falter|wobble"),
    **_table(
        "carried_out", "hold|take place|go ahead|work|succeed|survive|conclude|take effect|materialise|stop|stick"
    ),
    **_table("partly", "lag|lag behind|slip|drag|drag on|slow"),
    **_table("not_carried_out", "stall"),
}
# Verbs of which it is the object or passive subject.
OBJECT: dict[str, OutcomeKind] = {
    **_table(
        "collapsed",
        "ruin|scrap|abandon|tear up|tear|terminate|annul|shatter|call off|wreck|derail|ditch|scupper|torpedo|bury|"
        "revoke|repudiate|renounce|abrogate|jettison|end|withdraw|rescind",
    ),
    **_table("violated", "violate|breach|break|flout|infringe|contravene|undermine"),
    **_table(
        "carried_out",
        "implement|complete|fulfil|fulfill|honour|honor|carry out|respect|observe|execute|finish|accomplish|keep|"
        "hold|enforce|apply",
    ),
    **_table("not_carried_out", "suspend|freeze|ignore|shelve|halt|block|obstruct|delay|postpone|stall"),
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
    ("act", "on"): "carried_out",
    ("deliver", "on"): "carried_out",
}
# What "to be" may say of it.
STATES: dict[str, OutcomeKind] = {
    **_table("collapsed", "dead|over|ruins|tatters|void|moribund"),
    **_table("partly", "incomplete|patchy|uneven|shaky|partial|slow"),
    **_table("carried_out", "complete|successful|intact"),
    **_table("not_carried_out", "letter|letters|stalled|limbo|paper"),
}
# Nouns for a breach.
BREACHES = frozenset({"violation", "breach", "infringement", "non-compliance", "contravention"})
# Adverbs and quantities that make a fulfilment a partial one.
PARTLY = frozenset(
    "partly partially largely mostly some broadly only seldom rarely partial incompletely half sporadic fitfully "
    "generally mainly several".split()
)
# Adverbs that make it none at all.
HARDLY = frozenset("never barely hardly scarcely not n't nor no yet".split())
# Verbs that deny what they govern ("failed to implement", "refused to honour").
FAILING = frozenset("fail refuse decline neglect stop cease prevent".split())
# Accusing somebody of it says it all the same, by the accuser.
ACCUSING = frozenset("accuse blame charge denounce condemn".split())
# Wanting it says nothing of what became of it.
WANTING = frozenset(
    "urge call demand want hope agree pledge promise ask commit need seek warn aim plan vow intend ensure help "
    "discuss expect fear try order insist undertake propose stress support importance emphasise".split()
)
# Deeds that carry out a measure: measure types whose verb in the past tense is their fulfilment.
DEED_VERBS = frozenset(
    "release free exchange swap return hand withdraw lift disarm surrender repatriate evacuate leave".split()
)
# Nouns for an effort to make peace that may be ruined as an agreement may.
EFFORTS = frozenset({"effort", "process", "initiative"})
# When arms speak again a truce has been broken.
FIGHTING = frozenset({"fighting", "hostility", "shelling", "clash", "war", "combat", "shooting", "violence"})
FLARING = frozenset({"resume", "erupt", "flare", "continue", "restart"})
