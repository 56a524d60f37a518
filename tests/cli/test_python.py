"""The questions from Python give what the commands print with `--json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import banggiao
from banggiao.cli import run
from banggiao.errors import UsageError

from .test_commands import FIRST


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> str:
    """A register of the example articles and one with a figure."""
    folder = tmp_path_factory.mktemp("python")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    place = str(folder / "r.sqlite")
    assert run(["add", str(examples), "--register", place]) == 0
    assert run(["add", str(folder / "first.txt"), "--published", "2019-03-12", "--register", place]) == 0
    return place


@pytest.fixture
def ask(location: str) -> Iterator[banggiao.Questions]:
    with banggiao.open_register(location) as register:
        yield banggiao.Questions(register)


Answer = Callable[[banggiao.Questions], Any]

LISTS: list[tuple[list[str], Answer]] = [
    (["status", "ASEAN"], lambda ask: ask.status("ASEAN")),
    (["status", "ASEAN", "--as-of", "2019-01-01"], lambda ask: ask.status("ASEAN", as_of="2019-01-01")),
    (["meetings", "ASEAN", "--since", "2018-02-01"], lambda ask: ask.meetings("ASEAN", since="2018-02-01")),
    (["meetings", "--place", "SINGAPORE"], lambda ask: ask.meetings(place="xin-ga-po")),
    (["meetings", "--place", "Nga"], lambda ask: ask.meetings(place="Nga")),
    (["agreements", "ASEAN", "nga"], lambda ask: ask.agreements("ASEAN", "nga")),
    (["targets"], lambda ask: ask.targets()),
    (["targets", "--state", "overdue"], lambda ask: ask.targets(states=["overdue"])),
    (["statements", "VN"], lambda ask: ask.statements("VN")),
    (["figures"], lambda ask: ask.figures()),
    (["people", "CHN"], lambda ask: ask.people("CHN")),
    (["people", "--role", "head-of-government"], lambda ask: ask.people(roles=["head-of-government"])),
    (["suggestions"], lambda ask: ask.suggestions()),
    (["conflicts"], lambda ask: ask.conflicts()),
    (["changes", "--since", "2020-01-01"], lambda ask: ask.changes(date(2020, 1, 1))),
    (["sources"], lambda ask: ask.sources()),
    (["search", "biển đông"], lambda ask: ask.search("biển đông")),
]


@pytest.mark.parametrize(("command", "answer"), LISTS, ids=[" ".join(command) for command, _ in LISTS])
def test_lists(
    command: list[str], answer: Answer, ask: banggiao.Questions, location: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Object for object."""
    capsys.readouterr()
    assert run([*command, "--json", "--register", location]) == 0
    printed = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert json.loads(json.dumps(banggiao.as_data(answer(ask)))) == printed


@pytest.mark.parametrize("command", ["brief", "timeline"])
def test_two_parties(command: str, ask: banggiao.Questions, location: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As of a day, by any name."""
    capsys.readouterr()
    asked = [command, "ASEAN", "trung quoc", "--as-of", "2018-08-10", "--format", "json"]
    assert run([*asked, "--register", location]) == 0
    answer = getattr(ask, command)("ASEAN", "trung quoc", as_of="2018-08-10")
    assert json.loads(json.dumps(banggiao.as_data(answer))) == json.loads(capsys.readouterr().out)


def test_the_lists_are_not_empty(ask: banggiao.Questions) -> None:
    """Two empty answers would be alike too."""
    empty = [" ".join(command) for command, answer in LISTS if not banggiao.as_data(answer(ask))]
    assert set(empty) <= {"suggestions", "conflicts"}


def test_what_cannot_be_asked(ask: banggiao.Questions) -> None:
    """A day that does not exist, a party that nobody knows, a role that there is not."""
    with pytest.raises(UsageError, match="no such day"):
        ask.meetings("ASEAN", since="2018-02-30")
    with pytest.raises(UsageError, match="Atlantis"):
        ask.brief("ASEAN", "Atlantis")
    with pytest.raises(UsageError, match="role"):
        ask.people(roles=["king"])
