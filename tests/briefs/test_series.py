"""Figures as series with a small plot."""

from __future__ import annotations

import pytest

from banggiao.briefs.series import plot, series, series_document
from banggiao.briefs.text import render
from banggiao.briefs.words import Words
from banggiao.model import Figure
from banggiao.register.api import ArticleRef, Fact, Mention


def figure(value: float, period: str | None, *, measure: str = "trade", unit: str = "USD", voices: int = 1) -> Fact:
    """A figure of Viet Nam and Japan with as many independent reports."""
    record = Figure(parties=["VNM", "JPN"], measure=measure, value=value, unit=unit, period=period)
    mentions = [
        Mention(ArticleRef(key=f"{value}{n}", id=f"bao{n}", voice=f"{value}{n}"), 0, record) for n in range(voices)
    ]
    return Fact(f"{measure}{period}{value}", record, mentions)


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        ((), ""),
        ((5,), ""),
        ((10, 20, 40), "▃▅█"),
        ((0, 0), "▁▁"),
        ((-10, 10), "▁█"),
        ((7, 7), "██"),
    ],
)
def test_a_plot_starts_from_nothing(values: tuple[float, ...], bars: str) -> None:
    """From zero, so that a small change looks small."""
    assert plot(values) == bars


def test_a_series_stands_in_order_with_its_plot_over_whole_years() -> None:
    """Months and figures without a period are listed and not drawn; of two numbers of a year most reports count."""
    facts = [
        figure(42e9, "2022"),
        figure(20e9, "2015", voices=2),
        figure(30e9, "2015"),
        figure(9e9, "2022-01/2022-03"),
        figure(38e9, None),
        figure(3, "2022", measure="trade-rank", unit="rank"),
    ]
    found = series(facts)
    assert [key[1:] for key in found] == [("trade", "USD"), ("trade-rank", "rank")]
    trade = found[("JPN", "VNM"), "trade", "USD"]
    assert [getattr(fact.record, "period", "") for fact in trade] == ["2015", "2015", "2022", "2022-01/2022-03", None]
    page = render(series_document(found, Words("vi"), ids=False, cap=None))
    assert "▄█" in page
    assert page.count("▄") == 1
    assert "42 tỷ USD" in page
    short = render(series_document(found, Words("en"), ids=True, cap=1))
    assert "and 1 more" in short
    assert facts[0].id in short
