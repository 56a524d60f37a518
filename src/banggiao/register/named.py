"""Facts by the names that they bear: which names there are, and what is known under them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from banggiao.register.api import Listed
from banggiao.register.database import Database
from banggiao.register.facts import folded_names, written
from banggiao.register.pairing import KINDS
from banggiao.register.queries import best_records, names_with


class Named:
    """The part of the register that answers by names."""

    _database: Database

    def _settled(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def names_with(self, *words: str) -> set[str]:
        found: set[str] = set()
        with self._settled() as connection:
            for asked in words:
                if (chosen := names_with(asked)) is not None:
                    found.update(connection.scalars(chosen))
        return found

    def spelt(self, names: Collection[str]) -> dict[str, str]:
        with self._settled() as connection:
            one = "SELECT name, min(fact) FROM fact_name WHERE name IN ({}) GROUP BY name"
            first: dict[str, str] = dict(Database.ask_for(connection, one, sorted(names)))
            records = best_records(connection, first.values())
        return {name: written(records[id], name) if id in records else name.strip() for name, id in first.items()}

    def listed(self, names: Iterable[str]) -> list[Listed]:
        walked = "SELECT fact, kind, day, known FROM fact_name WHERE name IN ({})"
        with self._settled() as connection:
            rows = set(Database.ask_for(connection, walked, folded_names(names)))
        found = [Listed(id, KINDS[kind], day, known) for id, kind, day, known in rows]
        return sorted(found, key=lambda one: (-one.day, one.id))
