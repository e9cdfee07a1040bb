"""One meeting told several times in an article becomes one; different meetings stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.claims.meetings.carriers import is_occasion
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.lexicon import CONTINENTS, JOINT, SITTING_BODIES
from parley.claims.meetings.parties import NAMELESS
from parley.claims.meetings.spans import bounds, noted, precision
from parley.claims.meetings.story import Story
from parley.claims.meetings.subjects import governing_verb
from parley.claims.meetings.timing import interval
from parley.model.party import Party, Place, Role
from parley.model.when import When


def merge(drafts: Sequence[Draft], story: Story, published: str | None = None) -> list[Draft]:
    """The meetings of an article, in the order of their first mention."""
    meetings: list[Draft] = []
    for draft in drafts:
        draft.close()
        _name_rebels(draft, story)
        _drop_nameless(draft)
        _take_venue(draft, meetings, story)
        known_talks = _speaks_of_known(draft)
        if known_talks:
            draft.sure = draft.inherits = False
        if draft.apart:
            _take_occasion(draft, meetings)
        refers = draft.definite and not draft.attendees and not draft.another and draft.ordinal is None
        target = _meeting_of(draft, meetings) if refers else None
        if target is None and draft.inherits:
            draft.supply(_parties_told(draft, meetings, story))
        elif target is None and draft.joint:
            draft.supply(_pair_told(draft, meetings, story) if draft.pair else story.sides)
        target = target or _meeting_of(draft, meetings, published)
        if target is None and not known_talks and not draft.attendees and _is_located(draft) and _may_be_new(draft):
            draft.supply(_parties_told(draft, meetings, story))  # "talks opened in Quito"
            draft.inherits, draft.sure, draft.definite = True, True, False
            target = _meeting_of(draft, meetings)
        if target is None and _is_half(draft):
            draft.supply(story.others_than(draft.attendees[0]))
            target = _meeting_of(draft, meetings)
        if target is not None:
            _join(target, draft, published)
        elif _stands_alone(draft, story):
            meetings.append(draft)
    return meetings


def _speaks_of_known(draft: Draft) -> bool:
    """Whether only what may become of talks told of is spoken of: "if the talks collapse"."""
    return draft.definite and draft.status == "possible" and not draft.attendees and not _has_time(draft)


def _name_rebels(draft: Draft, story: Story) -> None:
    """Gives the rebels of an article on one movement that movement's name."""
    if any(p.id in NAMELESS for p in draft.parties):
        known = [story.named_side(p) if p.id in NAMELESS else p for p in draft.parties]
        draft.parties = tuple({p.id: p for p in known}.values())


def _drop_nameless(draft: Draft) -> None:
    """ "The ELN guerrilla group": of a side told by its name and by what it is, the name."""
    if any(p.kind == "group" and p.id not in NAMELESS for p in draft.parties):
        draft.parties = tuple(p for p in draft.parties if p.id not in NAMELESS)


def _take_venue(draft: Draft, meetings: list[Draft], story: Story) -> None:
    """A lone adjective before the noun is where they meet when its state is no side: "the Swiss talks"."""
    state = draft.venue_like
    if state is None or len(draft.attendees) != 1 or state in {s.name for s in story.sides}:
        return
    seated = {p.name for m in meetings for p in m.attendees}
    held_there = any(m.place is not None and m.place.country == state for m in meetings)
    named_for = draft.token.i > 0 and draft.token.nbor(-1).text == state  # "the Djibouti meeting", no adjective
    if (held_there or named_for) and state not in seated:
        draft.parties = tuple(p for p in draft.parties if p.name != state)
        draft.definite = True


def _is_half(draft: Draft) -> bool:
    """Whether a draft names one side of talks whose other side the article takes for granted."""
    if draft.alone or draft.status == "not_held":
        return False
    if not draft.sure and not (draft.noun is None and _is_located(draft)):
        return False
    if draft.noun is None and draft.token.lemma_.lower() not in ("meet", "confer", "negotiate", "talk", "sit"):
        return False
    if draft.definite and draft.status != "happened" and not _is_located(draft):
        return False  # "wants the dialogue with X to go on"
    if draft.venue_like and not _is_located(draft):
        return False  # "a comprehensive Sudanese dialogue"
    seated = [p for p in draft.parties if p.role == "party"]
    return len(seated) == 1 and seated[0].kind != "organisation"


# Characters within which a meeting told before is what "another round" is another of.
_NEAR = 600
# Nouns that, dated or placed, tell of a meeting even when the sentence does not say whose.
_NEW_BY_DATE = frozenset(
    "talk meeting summit negotiation round session dialogue encounter gathering consultation discussion".split()
)


def _may_be_new(draft: Draft) -> bool:
    return draft.noun in _NEW_BY_DATE and not is_occasion(draft.token)


def _parties_told(draft: Draft, meetings: list[Draft], story: Story) -> tuple[Party, ...]:
    """Whose meeting it is where the sentence does not say: of those just spoken of, else of the article's sides."""
    if draft.pair and (pair := _pair_told(draft, meetings, story)):
        return pair
    if not draft.definite and not draft.another and (pair := story.together_at(draft.token)):
        return pair
    before = _last_told(meetings)
    if before is None:
        return story.sides
    near = draft.start - max(end for _, _, end in before.told_at) <= _NEAR
    between_sides = any(p.kind in ("state", "group") for p in before.attendees)
    foreign = not {_side(p) for p in before.attendees} & {s.name for s in story.sides}
    if story.sides and (before.apart or not near or foreign or (draft.noun in _OF_SIDES and not between_sides)):
        return story.sides
    return before.attendees


def _pair_told(draft: Draft, meetings: list[Draft], story: Story) -> tuple[Party, ...]:
    """Who "the two" are: the two people of the meeting just told, unless two others were named together since."""
    before = _last_told(meetings)
    pair, at = story.pair_before(draft.token)
    if before is not None and len(before.attendees) == 2 and all(p.kind == "person" for p in before.attendees):
        end = max(end for _, _, end in before.told_at)
        if draft.start - end <= _NEAR and end >= at:
            return before.attendees
    return pair if at else story.leaders or pair


# "The talks", "a fifth round": of delegations, even when two leaders were spoken of last.
_OF_SIDES = frozenset("talk negotiation round session consultation dialogue".split())


def _take_occasion(draft: Draft, meetings: list[Draft]) -> None:
    """A meeting beside a larger one is held on its occasion: the same time and place, unless it has its own."""
    ids = {p.id for p in draft.attendees}
    for meeting in reversed(meetings):
        if len(ids) >= 2 and ids < {p.id for p in meeting.parties + meeting.company} and meeting.status == draft.status:
            draft.when = draft.when or meeting.when
            draft.place = draft.place or meeting.place
            draft.form = meeting.form if draft.form == "unknown" else draft.form
            return


def _last_told(meetings: list[Draft]) -> Draft | None:
    """The meeting whose parties "another round" or "the next meeting" is of: the last one told of two, or of a body."""
    return next((m for m in reversed(meetings) if len(m.attendees) >= 2 or m.alone), None)


def _is_located(draft: Draft) -> bool:
    return _has_time(draft) or draft.place is not None


def _stands_alone(draft: Draft, story: Story) -> bool:
    if draft.inherits:
        bodies = any(JOINT & set(p.name.lower().split()) for p in draft.attendees)
        return draft.sure and (len(draft.attendees) >= 2 or bodies)
    if not draft.sure:
        return False
    if len(draft.attendees) >= 2 or (draft.attendees and len(draft.parties) >= 2):
        return not _is_domestic(draft) or any(s.kind == "group" for s in story.sides)
    if len(draft.attendees) != 1 or not draft.alone:
        return False
    body = draft.attendees[0]
    words = set(body.name.lower().split())
    return body.kind in ("organisation", "group") and (bool(JOINT & words) or not SITTING_BODIES & words)


def _is_domestic(draft: Draft) -> bool:
    """Whether somebody meets his own state: its ministers, its security council."""
    states = {p.name for p in draft.parties if p.kind == "state"}
    return (
        len(states) == 1
        and all(p.kind == "state" or p.kind == "person" for p in draft.parties)
        and all(p.country in states for p in draft.parties if p.kind == "person")
    )


# Meetings told before that a new mention is compared with: more is a book, and time must stay linear.
_REMEMBERED = 150


def _meeting_of(draft: Draft, meetings: list[Draft], published: str | None = None) -> Draft | None:
    """The meeting told before that a draft tells again, the nearest that fits best."""
    best: tuple[float, Draft] | None = None
    for recency, meeting in enumerate(meetings[-_REMEMBERED:]):
        score = 0.0 if _is_now_and_then(meeting, draft, published) else _same(meeting, draft)
        if score > 0:
            score += 0.005 * recency + _affinity(meeting, draft)
            if best is None or score > best[0]:
                best = (score, meeting)
    return best[1] if best else None


# Days before publication from which on a dated meeting is not the undated one a report opens with.
_LONG_AGO = 21


def _is_now_and_then(meeting: Draft, draft: Draft, published: str | None) -> bool:
    """Whether one tells of the news and the other of a meeting long before: "concluded talks", "talks in March"."""
    if draft.definite or draft.inherits or meeting.status != "happened" or _has_time(meeting) == _has_time(draft):
        return False
    dated, undated = (draft, meeting) if _has_time(draft) else (meeting, draft)
    limits = bounds(dated.when.edtf) if dated.when is not None and dated.when.edtf is not None else None
    if limits is None or not published or undated.series or limits[1][:1] == "9":
        return False
    try:
        gap = (date.fromisoformat(published[:10]) - date.fromisoformat(limits[1].replace("-99", "-28"))).days
    except ValueError:
        return False
    return gap > _LONG_AGO and _is_present(undated)


def _is_present(draft: Draft) -> bool:
    """Whether a draft is told as news: in the present or the perfect, or among the first sentences."""
    verb = governing_verb(draft.token) if draft.noun is not None else draft.token
    now = verb.tag_ in ("VBZ", "VBP") or any(c.lower_ in ("is", "are", "has", "have") for c in verb.lefts)
    return now or draft.start < _OPENING


# Characters of a report that tell its news.
_OPENING = 400
_REMOTE_NOUNS = frozenset({"conversation", "call", "teleconference", "videoconference"})


def _affinity(meeting: Draft, draft: Draft) -> float:
    """How well the word for a meeting fits the one told before: "the summit" a summit, "the call" a remote one."""
    if draft.noun is None:
        return 0.0
    if draft.noun in meeting.nouns:
        return 0.6
    if draft.noun in _REMOTE_NOUNS:
        return 0.6 if meeting.form == "remote" else -0.4
    return -0.4 if meeting.form == "remote" and draft.noun in ("summit", "talk", "round", "meeting") else 0.0


def _same(meeting: Draft, draft: Draft) -> float:
    """How well a draft fits a meeting told before; 0 when they are two."""
    if not _statuses_agree(meeting, draft) or not _forms_agree(meeting, draft):
        return 0.0
    if not places_agree(meeting.place, draft.place) and not (_is_loosely_placed(draft) and draft.noun in meeting.nouns):
        return 0.0
    stretch = _stretch(meeting, draft) if draft.definite else None
    if not times_agree(meeting.when, draft.when) and stretch is None and not _is_overnight(meeting, draft):
        return 0.0
    if meeting.apart and draft.apart and meeting.token.i == draft.token.i:
        return 0.0  # "separate meetings with A and B"
    if meeting.ordinal and draft.ordinal and meeting.ordinal != draft.ordinal:
        return 0.0
    if meeting.series != draft.series and (meeting.series or not draft.definite):
        return 0.0
    if draft.apart and not meeting.apart and len(meeting.parties + meeting.company) >= len(draft.attendees) > 2:
        return 0.0
    if draft.apart and not meeting.apart and len(meeting.parties + meeting.company) > len(draft.attendees):
        return 0.0
    if draft.another and not _dated_alike(meeting, draft):
        return 0.0
    if draft.of_side and draft.of_side not in {_side(p) for p in meeting.parties}:
        return 0.0
    if draft.attendees and all(p.is_forum for p in draft.attendees) and len(meeting.attendees) > 2:
        return 1.0  # "a summit of the Normandy format": of those named before
    exact = (_has_time(meeting) and _has_time(draft)) + (meeting.place is not None and draft.place is not None)
    if not draft.attendees:
        if _has_time(draft) and not _has_time(meeting) and not draft.definite:
            return 0.0  # a dated session is not the undated one of before
        return 1.0 + exact if draft.definite or not draft.sure else 0.0
    shared = _parties_fit(meeting, draft)
    of_sides = meeting.definite and meeting.status in _AHEAD and all(p.kind != "person" for p in draft.attendees)
    known = draft.definite or of_sides
    if shared == 0.0 or (shared < 1.0 and not (exact or known)):
        return 0.0
    return 2 * shared + exact


def _stretch(meeting: Draft, draft: Draft) -> When | None:
    """The days from when one says the meeting began to when the other says it ended, told of the same parties."""
    if {meeting.phase, draft.phase} != {"begin", "end"} or meeting.status != draft.status:
        return None
    if draft.attendees and _parties_fit(meeting, draft) < 1.0:
        return None
    first, last = (meeting, draft) if meeting.phase == "begin" else (draft, meeting)
    return interval(first.when, last.when)


def _is_loosely_placed(draft: Draft) -> bool:
    """Whether "the summit" is placed by a name further on in its sentence: most often that of something else."""
    if not draft.definite or draft.attendees or _has_time(draft) or draft.place is None or draft.noun is None:
        return False
    token = draft.token
    before = token.nbor(-1).text if token.i > token.sent.start else ""
    after = token.nbor().lower_ if token.i + 1 < token.sent.end else ""
    return before not in draft.place.name.split() and after not in ("in", "at", "here", "there", "held", "hosted")


def _is_overnight(meeting: Draft, draft: Draft) -> bool:
    """Whether one tells how talks ended and the other that the same sat in the same town the day before."""
    first, last = (meeting, draft) if draft.phase == "end" else (draft, meeting)
    if last.phase != "end" or first.phase == "end" or meeting.status != draft.status or first.place is None:
        return False
    if last.place is None or first.place.name != last.place.name or _parties_fit(meeting, draft) == 0.0:
        return False
    whole = interval(first.when, last.when)
    if whole is None or whole.edtf is None:
        return False
    begin, _, end = whole.edtf.partition("/")
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days == 1


def _dated_alike(meeting: Draft, draft: Draft) -> bool:
    return _has_time(meeting) and _has_time(draft)


# A meeting still to come: proposed and scheduled are two stages of one.
_AHEAD = frozenset({"planned", "possible"})


def _statuses_agree(meeting: Draft, draft: Draft) -> bool:
    if meeting.status == draft.status:
        return True
    if draft.about and draft.definite:
        return meeting.status != "not_held"
    if draft.status in _AHEAD and meeting.status in _AHEAD:
        return True
    if draft.status == "happened" and meeting.status in _AHEAD and _on_one_day(meeting, draft):
        return True  # announced and then held
    if draft.definite and draft.status != "not_held" and _dated_alike(meeting, draft):
        return True  # "high hopes for the 2019 talks": the mood is not theirs
    return draft.status == "not_held" and meeting.status in _AHEAD and draft.definite and draft.noun is not None


def _on_one_day(meeting: Draft, draft: Draft) -> bool:
    """Whether two tell of the same day and the same parties."""
    same = meeting.when is not None and draft.when is not None and meeting.when.edtf == draft.when.edtf
    return (
        same
        and precision(draft.when) == _ONE_DAY
        and {p.id for p in meeting.attendees} == {p.id for p in draft.attendees}
    )


_ONE_DAY = precision(When(edtf="2000-01-01", text="", basis="stated", start=0, end=0))


def _forms_agree(meeting: Draft, draft: Draft) -> bool:
    return "unknown" in (meeting.form, draft.form) or meeting.form == draft.form


def _has_time(draft: Draft) -> bool:
    return draft.when is not None and draft.when.edtf is not None


def _parties_fit(meeting: Draft, draft: Draft) -> float:
    """1 for the same parties or a part of them, 0.5 where people stand for their states, 0 for others."""
    ours, theirs = meeting.attendees or meeting.parties, draft.attendees or draft.parties
    led = {p.id for p in theirs} & {p.id for p in meeting.company}
    if len(led) >= 2 or (led and len(theirs) == 1):
        return 1.0  # those who led the delegations
    if not ours or not theirs:
        return 1.0 if draft.definite else 0.0
    a, b = {p.id for p in ours}, {p.id for p in theirs}
    smaller = a if len(a) <= len(b) else b
    if smaller <= (a | b) and smaller <= (b if smaller is a else a):
        return 1.0 if len(smaller) >= 2 or draft.definite or len(a) == len(b) else 0.0
    if len(a & b) >= 2 and 2 * len(a & b) / (len(a) + len(b)) >= 0.5:
        return 1.0
    c, d = {_side(p) for p in ours}, {_side(p) for p in theirs}
    smaller = c if len(c) <= len(d) else d
    larger = d if smaller is c else c
    if len(smaller) >= 2 and smaller <= larger and _levels_differ(ours, theirs):
        return 0.5
    if draft.definite and len(b) == 1 and b <= a:
        return 1.0
    return 0.0


def _side(party: Party) -> str:
    return party.country or party.name if party.kind == "person" else party.name


def _levels_differ(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> bool:
    """Whether people on one hand meet states on the other: never two sets of people who differ."""
    a, b = {p.kind for p in ours}, {p.kind for p in theirs}
    return ("person" in a) != ("person" in b) or ("state" in a) != ("state" in b)


def times_agree(one: When | None, other: When | None) -> bool:
    """Whether two times can be the same; an unknown one can be any."""
    if one is None or other is None or one.edtf is None or other.edtf is None:
        return True
    a, b = bounds(one.edtf), bounds(other.edtf)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def places_agree(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be the same: equal, or one the country of the other."""
    if one is None or other is None or {one.name, other.name} & CONTINENTS:
        return True
    if one.name.partition(",")[0] == other.name.partition(",")[0]:
        return True  # "Washington" and "Washington, D.C."
    return (
        one.country is not None
        and one.country == other.country
        and (one.name == one.country or other.name == other.country)
    )


ROLES: tuple[Role, ...] = ("party", "mediator", "host")


def _join(meeting: Draft, draft: Draft, published: str | None) -> None:
    """Takes what a second mention adds: parties, a narrower time, a nearer place, a name, its sentence."""
    meeting.told_at += draft.told_at
    meeting.company += draft.company
    covered = {p.country for p in meeting.attendees if p.kind == "person"}
    referring = draft.definite or draft.inherits
    came = {p.country for p in draft.attendees if p.kind == "person"}
    if len(came) >= 2:  # the leaders named now sat for the states supplied before, or confirmed that they come
        sat_for = {p.id for p in meeting.parties if p.kind == "state" and (draft.about or p.id in meeting.supplied)}
        meeting.parties = tuple(p for p in meeting.parties if not (p.id in sat_for and p.name in came))
    told_whose = sum(p.id not in meeting.supplied for p in meeting.attendees) >= 2
    for role in ROLES:
        new = (p for p in draft.parties if p.role == role and not (told_whose and p.id in draft.supplied))
        # "the two sides" of a summit of presidents adds no one to the table
        seated = referring and role == "party"
        meeting.add(tuple(p for p in new if not (seated and p.kind == "state" and p.name in covered)), role)
    stretch = _stretch(meeting, draft)
    if stretch is None and _is_overnight(meeting, draft):
        first, last = (meeting, draft) if draft.phase == "end" else (draft, meeting)
        stretch = interval(first.when, last.when)
    if stretch is not None:
        meeting.when, meeting.phase = stretch, "whole"
    elif meeting.phase == "whole":
        pass
    elif draft.phase == "whole":
        meeting.when, meeting.phase = draft.when, "whole"
    elif precision(draft.when) > precision(meeting.when):
        meeting.when = noted(draft.when, meeting.when, published)
    else:
        meeting.when = noted(meeting.when, draft.when, published)
    if draft.place is not None and (meeting.place is None or meeting.place.name == meeting.place.country):
        meeting.place = draft.place
    if draft.name and (not meeting.name or len(draft.name) > len(meeting.name)):
        meeting.name = draft.name
    if meeting.form == "unknown":
        meeting.form = draft.form
    if draft.status == "not_held" or (
        meeting.status == "possible" and draft.status == "planned" and not draft.definite
    ):
        meeting.status = draft.status
    elif draft.status == "happened" and meeting.status in _AHEAD and _on_one_day(meeting, draft):
        meeting.status = "happened"
    meeting.nouns |= draft.nouns
    meeting.phase = meeting.phase or draft.phase
    meeting.ordinal = meeting.ordinal or draft.ordinal
    meeting.without |= draft.without
    meeting.sure = meeting.sure or draft.sure
