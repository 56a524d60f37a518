"""What an address asks: the days of an answer, which page of a list; read in one way for pages and twins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated

from fastapi import Depends, Query

from banggiao.briefs.names import find_pair, find_party
from banggiao.errors import UsageError
from banggiao.lexicon import Lexicon
from banggiao.register import Head
from banggiao.register.placing import lies_ahead
from banggiao.web.failing import MissingError


@dataclass(slots=True, frozen=True)
class Days:
    """The day that an answer stands on, and the last day of the reports that count (None: today, all)."""

    as_of: Day | None = None
    known_by: Day | None = None

    @property
    def reported_by(self) -> Day | None:
        """The day by which reports count; None: all."""
        return self.known_by or self.as_of

    @property
    def address(self) -> dict[str, Day | None]:
        """As a part of an address."""
        return {"as_of": self.as_of, "known_by": self.known_by}

    def hold(self, heads: Iterable[Head]) -> list[Head]:
        """The facts that do not lie ahead of the day."""
        return [head for head in heads if not (self.as_of and lies_ahead(head.record, self.as_of))]


def _days(
    as_of: Annotated[str, Query(description="Answer for this day (2018-08-02). Default: today.", max_length=40)] = "",
    known_by: Annotated[
        str, Query(description="Use only what had been reported by this day. Default: as_of.", max_length=40)
    ] = "",
) -> Days:
    return Days(day(as_of, "as_of"), day(known_by, "known_by"))


def day(text: str, name: str) -> Day | None:
    """The day that a part of an address names, None for an empty one. Raises UsageError for one that does not exist."""
    if not text:
        return None
    try:
        return Day.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{name}={text}: there is no such day.", hint="Write it as 2018-08-02.") from None


def party_of(lexicon: Lexicon, name: str) -> str:
    """The code of a party by any name. Raises MissingError for a name that nobody bears."""
    try:
        return find_party(lexicon, name)
    except UsageError as error:
        raise MissingError(error.message, hint=error.hint) from None


def pair_of(lexicon: Lexicon, a: str, b: str) -> tuple[str, str]:
    """The codes of two parties; UsageError if both names mean the same."""
    return find_pair(lexicon, party_of(lexicon, a), party_of(lexicon, b))


AskedDays = Annotated[Days, Depends(_days)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Which page of the list.")]
