"""`banggiao harvest` at the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from banggiao.cli import run
from tests.harvest.conftest import item, rss, story


@pytest.fixture
def harvest(tmp_path: Path) -> Any:
    return lambda *words: run(["harvest", *words, "--register", str(tmp_path / "r.sqlite")])


def test_from_adding_to_removing(site: Any, harvest: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Added, run, listed with the last state, removed; articles stay."""
    site.routes |= {"/rss": rss(item("/bai")), "/bai": story("Lào")}
    address = site.url("/rss")
    assert harvest("add", address, "--allow-host", site.host) == 0
    assert harvest("add", address) == 0
    assert "is there already" in capsys.readouterr().err
    assert harvest("run", "--json", "--delay", "0") == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {
        "source": address,
        "kind": "feed",
        "ok": True,
        "new": 1,
        "same": 0,
        "known": 0,
        "refused": 0,
        "failed": 0,
        "left": 0,
    }
    assert "1 source: 1 new" in told.err
    assert harvest("list", "--json") == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["kind"], row["articles"], row["last"]["new"]) == ("feed", 1, 1)
    assert harvest("remove", address) == 0
    assert harvest("list") == 0
    assert "no sources" in capsys.readouterr().err


def test_a_failure_is_told_and_in_the_exit_code(site: Any, harvest: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """For cron, which mails what a failing job says; the list keeps it."""
    address = site.url("/rss")
    harvest("add", address, "--allow-host", site.host)
    assert harvest("run", "--delay", "0") == 2
    assert "answers 404" in capsys.readouterr().out
    harvest("list")
    assert "answers 404" in capsys.readouterr().out


BAD = {
    "no address": (["add", "baoquocte.vn/rss"], "only http"),
    "a file": (["add", "file:///etc/passwd"], "only http"),
    "no day": (["add", "https://bao.example/rss", "--since", "2018-02-30"], "2018-02-30"),
    "no host": (["add", "https://bao.example/rss", "--allow-host", "http://x/"], "no host"),
    "nothing to run": (["run"], "no sources"),
    "not there": (["remove", "https://bao.example/rss"], "no such source"),
}


@pytest.mark.parametrize(("words", "told"), BAD.values(), ids=BAD.keys())
def test_bad_words_are_refused(words: list[str], told: str, harvest: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do; nothing is noted."""
    assert harvest(*words) == 2
    assert told in capsys.readouterr().err
    harvest("list")
    assert "no sources" in capsys.readouterr().err
