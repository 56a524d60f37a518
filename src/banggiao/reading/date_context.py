"""Years that a story itself supplies: a day without a year that the same story also writes with its year.

"… trong hai ngày 19 và 20/5/2016" and later "ngày 20/5": the same day of the same story. Only an exact match of month
and day counts, or a day inside a written range; two different years for one day say nothing. What was resolved
against the publication date stays as it is.
"""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from banggiao.edtf import Part, bounds, parse
from banggiao.reading.dates import DateMention

_LONGEST_RANGE = 31  # days of a written range that are taken for days of the occasion


def fill_years(dates: list[DateMention], story_of: dict[int, int]) -> None:
    """Fills the year of day mentions, in place; `story_of` gives the story of each mention by its place in the list."""
    known: dict[tuple[int, int, int], set[int]] = {}
    for index, mention in enumerate(dates):
        if mention.basis != "stated" or not mention.edtf or len(mention.edtf) not in (10, 21):
            continue
        when = bounds(mention.edtf)
        if when is None or (when[1] - when[0]).days > _LONGEST_RANGE:
            continue
        for day in _days(when):
            known.setdefault((story_of.get(index, 0), day.month, day.day), set()).add(day.year)
    for index, mention in enumerate(dates):
        if mention.edtf and mention.edtf.startswith("XXXX-") and len(mention.edtf) == 10:
            part = parse(mention.edtf)[0]
            if part is None or part.month is None or part.day is None:
                continue
            years = known.get((story_of.get(index, 0), part.month, part.day), set())
            if len(years) == 1:
                mention.edtf = str(Part(next(iter(years)), part.month, part.day))
                mention.basis, mention.reason = "derived", "the same day is written with its year in the story"


def _days(when: tuple[Day, Day]) -> list[Day]:
    return [when[0] + timedelta(days=n) for n in range((when[1] - when[0]).days + 1)]
