"""What one article asserts: the six kinds of claim, each with its evidence and its maker."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from parley.model.party import Party, Place, Role
from parley.model.span import Evidence
from parley.model.when import When

Status = Literal["happened", "planned", "possible", "not_held"]
Force = Literal["decided", "committed", "intends", "supports", "encourages", "demands"]
Form = Literal["in_person", "remote", "unknown"]
OutcomeKind = Literal["carried_out", "partly", "not_carried_out", "violated", "collapsed"]
Stance = Literal["for", "against", "conditional", "neutral"]
MeasureType = Literal[
    "ceasefire",
    "troop_withdrawal",
    "weapons_withdrawal",
    "prisoner_exchange",
    "hostage_release",
    "humanitarian_access",
    "border_control",
    "elections",
    "special_status",
    "amnesty",
    "monitoring",
    "disarmament",
    "sanctions_relief",
    "power_sharing",
    "territory",
    "security_guarantees",
    "demining",
    "refugee_return",
    "reconstruction",
    "nuclear_limits",
    "recognition",
    "other",
]
ClaimKind = Literal["meeting", "agreement", "measure", "outcome", "statement", "event"]
CLAIM_KINDS: tuple[ClaimKind, ...] = ("meeting", "agreement", "measure", "outcome", "statement", "event")


class BaseClaim(BaseModel):
    """What every kind of claim has. `article` is the id of the article it was read in.

    `attributed_to` names who in the article says so, None when it is the article itself.
    `evidence` is never empty; its first span is the most telling.
    `maker` is the extractor's `name/version`; it is not part of the identity of a claim.
    """

    model_config = ConfigDict(frozen=True)

    kind: ClaimKind
    article: str
    status: Status = "happened"
    participants: tuple[Party, ...] = ()
    place: Place | None = None
    when: When | None = None
    attributed_to: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    maker: str

    @property
    def id(self) -> str:
        """A hash of the content: the same claim of the same article always has the same id."""
        content = self.model_dump(mode="json", exclude={"maker"})
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:20]

    def names(self, *roles: Role) -> tuple[str, ...]:
        """The names of the participants, of all or of those in the given roles, in the order of the text."""
        return tuple(p.name for p in self.participants if not roles or p.role in roles)

    def to_json(self) -> dict[str, Any]:
        """The claim in the shape of the JSON contract (docs/claim-json.md)."""
        content = self.model_dump(mode="json")
        kind, maker = content.pop("kind"), content.pop("maker")
        return {"id": self.id, "kind": kind, **content, "maker": maker}


class MeetingClaim(BaseClaim):
    """Two or more parties talk to each other, in person or remotely."""

    kind: Literal["meeting"] = "meeting"
    name: str | None = None
    form: Form = "unknown"


class AgreementClaim(BaseClaim):
    """A text or undertaking that parties reached, signed, or failed to reach. `stage` is a PA-X stage where clear."""

    kind: Literal["agreement"] = "agreement"
    name: str
    stage: str | None = None


class MeasureClaim(BaseClaim):
    """What an agreement, or a proposal for one, provides. `agreement` is the name it is called by in the text."""

    kind: Literal["measure"] = "measure"
    type: MeasureType
    agreement: str | None = None
    force: Force | None = None
    quantity: str | None = None
    object: str | None = None
    deadline: str | None = None


class OutcomeClaim(BaseClaim):
    """What came of an agreement or measure; `of` is the measure type or the agreement's name."""

    kind: Literal["outcome"] = "outcome"
    of: str
    outcome: OutcomeKind


class StatementClaim(BaseClaim):
    """Words attributed to a speaker; for a direct quotation `quote` is what stands between the marks."""

    kind: Literal["statement"] = "statement"
    quote: str
    direct: bool
    addressee: str | None = None
    topic: str | None = None
    stance: Stance | None = None


class EventClaim(BaseClaim):
    """A political event by PLOVER type (`code`) and `mode`, between a source and a target."""

    kind: Literal["event"] = "event"
    code: str
    mode: str | None = None


Claim = MeetingClaim | AgreementClaim | MeasureClaim | OutcomeClaim | StatementClaim | EventClaim
_ANY_CLAIM: TypeAdapter[Claim] = TypeAdapter(Annotated[Claim, Field(discriminator="kind")])


def claim_from_json(content: dict[str, Any]) -> Claim:
    """The claim a contract JSON object stands for (its `id` is worked out anew, not believed).

    Raises:
        pydantic.ValidationError: when the object is not a claim.
    """
    return _ANY_CLAIM.validate_python({k: v for k, v in content.items() if k != "id"})
