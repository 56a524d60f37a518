"""Amounts: the examples and refusals of the grammar, and what separators mean."""

from __future__ import annotations

from typing import Any

import pytest

from banggiao.lexicon import DATA
from banggiao.lexicon.compile import read_yaml
from banggiao.reading.amounts import AmountGrammar, number

GRAMMAR: dict[str, Any] = read_yaml(DATA / "grammar" / "vi" / "amounts.yml")


@pytest.fixture(scope="module")
def grammar() -> AmountGrammar:
    return AmountGrammar(GRAMMAR)


@pytest.mark.parametrize(("text", "value", "unit"), GRAMMAR["examples"])
def test_an_example_is_read(text: str, value: float, unit: str, grammar: AmountGrammar) -> None:
    low = text.lower()
    (found,) = grammar.find(low, 0, len(low))
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", GRAMMAR["refusals"])
def test_a_refusal_is_no_amount(text: str, grammar: AmountGrammar) -> None:
    low = text.lower()
    assert grammar.find(low, 0, len(low)) == []


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1.000", "", 1000),
        ("1,000", "", 1000),
        ("1.234.567,8", "", 1234567.8),
        ("1,234,567.8", ",", 1234567.8),
        ("7,8", "", 7.8),
        ("3,548", ",", 3.548),
        ("3.548", ",", 3548),
        ("12,", "", 12),
        ("1.2.3", "", None),
        ("1,2,3", ",", None),
    ],
)
def test_separators(text: str, decimal: str, value: float | None) -> None:
    assert number(text, decimal) == value
