"""Every rule of every unit grammar is tried on its own examples and refusals, in the reader that uses it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from banggiao.lexicon import load
from banggiao.model import Article, Zone
from banggiao.reading.document import Document
from banggiao.reading.pipeline import Reader

GRAMMARS = {
    name: data for name, data in load().grammar.items() if isinstance(data, dict) and data.get("over") == "units"
}


@cache
def reader() -> Reader:
    return Reader()


@cache
def document(text: str) -> Document:
    """The document of one story."""
    return reader().document(Article("rule", text, published="2018-08-02", zones=(Zone("body", 0, len(text)),)))


def cases(kind: str) -> list[Any]:
    """Grammar, rule and text of each example or refusal."""
    return [
        pytest.param(name, rule["name"], text, id=f"{rule['name']}: {text[:40]}")
        for name, data in GRAMMARS.items()
        for rule in data["rules"]
        for text in rule.get(kind, ())
    ]


def fired(grammar: str, text: str) -> set[str]:
    """The rules of a grammar that match in the row of units of a text."""
    doc = document(text)
    return {match.rule.name for match in doc.grammars[grammar].finditer(doc.row)}


@pytest.mark.parametrize(("grammar", "rule", "text"), cases("examples"))
def test_a_rule_finds_its_examples(grammar: str, rule: str, text: str) -> None:
    """The rule matches somewhere in each text that it gives as an example."""
    assert rule in fired(grammar, text)


@pytest.mark.parametrize(("grammar", "rule", "text"), cases("refusals"))
def test_a_rule_leaves_its_refusals(grammar: str, rule: str, text: str) -> None:
    """The rule matches nowhere in a text that it refuses."""
    assert rule not in fired(grammar, text)


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_rule_has_examples_and_refusals(name: str) -> None:
    """A rule without both cannot be judged."""
    assert [
        rule["name"] for rule in GRAMMARS[name]["rules"] if not (rule.get("examples") and rule.get("refusals"))
    ] == []
