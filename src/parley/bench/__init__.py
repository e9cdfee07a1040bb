"""Figures of every layer on the gold sets, beside the best known ones.

    run(suites, gold, quick=False) -> Iterator[Figure | Missing]

Each layer counts in a module of its own (`times`, `quotes`, `events`, `record`, `offices`, `contacts`, `speed`);
`suites` lists them, `figures` puts floor and best known figure beside each. The sets are not part of Parley: they are
looked for in the folder that the environment variable PARLEY_GOLD names.
"""

from parley.bench.figures import Figure, pinned
from parley.bench.suites import SUITES, Missing, run

__all__ = ["SUITES", "Figure", "Missing", "pinned", "run"]
