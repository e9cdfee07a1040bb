"""Headless Chromium for tests and pictures: where it is, and how it starts without asking anything of any host."""

from __future__ import annotations

import os
import shutil

# Chromium's own talk with its makers is off; as root it starts only without its sandbox.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
)  # fmt: skip


def chromium() -> str | None:
    """Where Chromium is, None where it is not installed."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
