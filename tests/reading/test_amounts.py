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


@pytest.mark.parametrize(
    ("sign", "text", "tells", "begins"),
    [
        ("worth", " tổng trị giá 8 tỷ usd", True, False),
        ("worth_heads", " tổng trị giá 8 tỷ usd", True, True),
        ("parts", "trong đó, xuất khẩu đạt", True, True),
        ("parts", "xuất khẩu tăng, trong đó có gạo", True, False),
        ("freed", "áp 10% thuế quan", False, False),
    ],
)
def test_a_sign_is_found_in_bare_text_and_at_its_head(
    sign: str, text: str, tells: bool, begins: bool, grammar: AmountGrammar
) -> None:
    """Blanks before the first word do not count."""
    assert (grammar.tells(sign, text), grammar.begins(sign, text)) == (tells, begins)
