"""Pictures of the desk's pages, of a record made of the example: python scripts/screenshots.py [FOLDER] [--all].

Without --all the few that the documentation shows; with it every page at 1280 and 390 pixels, light and dark, and as
printed. Needs Chromium (Debian's package, or another named by the variable CHROMIUM) and the packages for testing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from tests.web.browsing import ARGUMENTS, PAGES, chromium, names_of, served  # noqa: E402

from parley.api import Record  # noqa: E402
from parley.store import open_store  # noqa: E402

WIDTHS = (1280, 390)
THEMES = ("light", "dark")
# The pages that the documentation shows, at the width and in the theme given.
SHOWN = {
    "home": ("/", 1280, "light"),
    "timeline": ("/timeline", 1280, "light"),
    "timeline-phone": ("/timeline", 390, "dark"),
    "meeting": ("{meeting}", 1280, "light"),
    "agreement": ("{agreement}", 1280, "light"),
    "person": ("{person}", 1280, "light"),
    "article": ("{article}", 1280, "light"),
    "ask": ("/ask?q=Have+Zelensky+and+Putin+met%3F", 1280, "light"),
    "places": ("/places", 1280, "light"),
    "correct": ("/rule?do=correct&of={meeting_id}", 1280, "light"),
}


def picture(browser: Browser, address: str, file: Path, width: int, theme: str, whole: bool = True) -> None:
    """One picture of a page."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    page.goto(address)
    page.screenshot(path=file, full_page=whole)
    page.close()


def main() -> None:
    """Reads the example, serves it, and takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--record", help="a record made before, instead of the example")
    parser.add_argument("--only", default="", help="with --all: pages whose address has this in it")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        record = given.record or f"{made}/example.db"
        if not given.record:
            with Record(record) as reading:
                reading.read(ROOT / "examples" / "normandy")
        store = open_store(record)
        names = names_of(store)
        with served(store) as desk, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
            if not given.all:
                for name, (address, width, theme) in SHOWN.items():
                    picture(browser, desk + address.format(**names), given.folder / f"{name}.png", width, theme, False)
                return
            for page in PAGES:
                if given.only not in page:
                    continue
                name = "".join(c if c.isalnum() else "-" for c in page.strip("/")).strip("-") or "home"
                for width in WIDTHS:
                    for theme in THEMES:
                        file = given.folder / f"{name}.{width}.{theme}.png"
                        picture(browser, desk + page.format(**names), file, width, theme)


if __name__ == "__main__":
    main()
