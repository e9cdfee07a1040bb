"""Example questions about what this record holds."""

from __future__ import annotations

from parley.answers.index import in_time
from parley.answers.naming import at_table
from parley.answers.phrasing import short_name
from parley.model.record import Record


def examples_of(record: Record) -> tuple[str, ...]:
    """Up to three questions with the people and texts of a record; of none in particular where it holds nothing."""
    found = []
    for meeting in sorted(record.meetings, key=in_time):
        table = at_table(meeting)
        if meeting.status == "happened" and not meeting.several and meeting.days and len(table) == 2:
            found.append(f"“Have {short_name(table[0])} and {short_name(table[1])} met?”")
            break
    named = [a for a in record.agreements if a.status == "happened" and a.days and a.name[:1].isupper()]
    if named:
        most = max(named, key=lambda a: (len(a.articles), a.id))
        found.append(f"“What was agreed in the {most.name}?”")
    speakers: dict[str, int] = {}
    for statement in record.statements:
        for party in statement.parties("speaker"):
            if party.kind == "person":
                speakers[party.name] = speakers.get(party.name, 0) + 1
    if speakers:
        found.append(f"“What did {max(sorted(speakers), key=lambda name: speakers[name])} say?”")
    return tuple(found) or ("“Who met whom in May?”", "“What was agreed?”", "“Which accounts conflict?”")
