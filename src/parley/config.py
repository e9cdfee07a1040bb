"""Settings, resolved once at the edge and passed down; nothing deeper reads the environment."""

from __future__ import annotations

# Order matters: measures look for the agreements they belong to, outcomes for both.
EXTRACTORS = ("meetings", "agreements", "measures", "outcomes", "statements", "events")
