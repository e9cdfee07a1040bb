"""ISO 3166-1 codes for the countries of a record, which are called by their short English names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pycountry


class Codes(NamedTuple):
    """Two letters and three letters, both capital."""

    alpha_2: str
    alpha_3: str


# What pycountry does not know by the names that the record uses. Kosovo's are of ISO's part for users' own codes.
_CODES = {
    "Congo": Codes("CG", "COG"),
    "DR Congo": Codes("CD", "COD"),
    "Ivory Coast": Codes("CI", "CIV"),
    "Kosovo": Codes("XK", "XKX"),
    "North Korea": Codes("KP", "PRK"),
    "Palestine": Codes("PS", "PSE"),
    "Russia": Codes("RU", "RUS"),
    "South Korea": Codes("KR", "KOR"),
    "Turkey": Codes("TR", "TUR"),
    "Vatican City": Codes("VA", "VAT"),
}


@cache
def codes_of(country: str | None) -> Codes | None:
    """The codes of a country, None where it has none (South Ossetia, Transnistria)."""
    if country is None or country in _CODES:
        return _CODES.get(country or "")
    try:
        found = pycountry.countries.lookup(country)
    except LookupError:
        return None
    return Codes(found.alpha_2, found.alpha_3)
