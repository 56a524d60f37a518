"""A watched folder: each content is taken in once, when it is written; what is bad is told and left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from banggiao.cli import run as command
from banggiao.errors import UsageError
from banggiao.harvest.watch import Watch
from tests.harvest.conftest import story
from tests.interrupts import heed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture
def watch(register, reader, folder) -> Watch:
    return Watch(register, reader.read, folder, quiet=0.05)


def put(path: Path, text: str, *, age: float = 60) -> Path:
    """A file that was written so many seconds ago."""
    path.write_text(text, encoding="utf-8")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def looked(watch: Watch) -> dict[str, str]:
    return {seen.path.name: seen.outcome for seen in watch.look()}


def test_files_are_taken_in_once(watch, folder, register):
    """Not again at the next look, under another name, or by a watch that is begun later."""
    put(folder / "lao.html", story("Lào"))
    (folder / "cu").mkdir()
    put(folder / "cu" / "cuba.html", story("Cuba"))
    assert looked(watch) == {"lao.html": "new", "cuba.html": "new"}
    assert looked(watch) == {}
    put(folder / "lao-2.html", story("Lào"))
    assert looked(watch) == {"lao-2.html": "same"}
    again = Watch(register, watch._read, folder, quiet=0.05)
    assert set(looked(again).values()) == {"same"}
    assert len(register.articles()) == 2


def test_the_same_words_in_another_form_are_the_same(watch, folder, register):
    """Bytes may differ."""
    put(folder / "lao.html", story("Lào"))
    put(folder / "lao-khac.html", "<!-- đã lưu -->" + story("Lào"))
    assert looked(watch) == {"lao-khac.html": "new", "lao.html": "same"}
    assert len(register.articles()) == 1


def test_a_file_that_changes_is_taken_in_again(watch, folder, register):
    """Its new content is another article."""
    path = put(folder / "tin.html", story("Lào"))
    looked(watch)
    put(path, story("Cuba"))
    assert looked(watch) == {"tin.html": "new"}
    assert len(register.articles()) == 2


def test_a_file_is_left_until_it_is_written(watch, folder, register):
    """Half a page is never read; one that stands still is, even if its clock is ahead."""
    path = folder / "tin.html"
    whole = story("Lào")
    path.write_text(whole[:200], encoding="utf-8")
    assert looked(watch) == {}
    path.write_text(whole, encoding="utf-8")
    os.utime(path, (time.time() + 3600, time.time() + 3600))
    assert looked(watch) == {}
    time.sleep(0.06)
    assert looked(watch) == {"tin.html": "new"}


def test_bad_files_are_told_once_and_stop_nothing(watch, folder, register):
    """Each with its reason; names that programs give to unfinished files are passed over."""
    (folder / "cut.html").write_bytes(b"<html>\xff\xfe\x00")
    put(folder / "empty.txt", " \n")
    put(folder / "report.pdf", "%PDF-1.7")
    put(folder / "good.html", story("Lào"))
    for name in (".hidden.html", "half.html.part", "~$word.txt"):
        put(folder / name, "x")
    os.mkfifo(folder / "pipe.txt")
    time.sleep(0.06)
    told = {seen.path.name: (seen.outcome, seen.reason) for seen in watch.look()}
    assert {name: outcome for name, (outcome, _) in told.items()} == {
        "cut.html": "refused",
        "empty.txt": "refused",
        "report.pdf": "refused",
        "good.html": "new",
    }
    assert "not read" in told["report.pdf"][1]
    assert "empty" in told["empty.txt"][1]
    assert looked(watch) == {}
    assert looked(Watch(register, watch._read, folder, quiet=0.05)) == {"good.html": "same"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(watch, folder):
    """And tried again when it changes."""
    path = put(folder / "tin.html", story("Lào"))
    path.chmod(0)
    assert looked(watch) == {"tin.html": "refused"}


def test_once_waits_for_what_was_just_dropped_and_tells_what_still_grows(watch, folder):
    """So that a cron job misses nothing in silence."""
    growing = folder / "dai.html"
    growing.write_text("<html>", encoding="utf-8")
    (folder / "tin.html").write_text(story("Lào"), encoding="utf-8")

    def sleep(seconds: float) -> None:
        growing.write_text(story("Cuba")[:300], encoding="utf-8")
        time.sleep(seconds)
        growing.write_text(story("Cuba")[:500], encoding="utf-8")

    assert {seen.path.name: seen.outcome for seen in watch.once(sleep)} == {"tin.html": "new", "dai.html": "waiting"}


def test_a_folder_that_is_none_is_refused(register, reader, tmp_path):
    """By name."""
    with pytest.raises(UsageError, match="nowhere"):
        Watch(register, reader.read, tmp_path / "nowhere")


def test_the_command_takes_in_a_folder(folder: Path, tmp_path: Path, capsys: Any) -> None:
    """With an exit code that says whether something was refused, and lines for programs."""
    register = str(tmp_path / "r.sqlite")
    put(folder / "lao.html", story("Lào"))
    assert command(["watch", str(folder), "--once", "--register", register]) == 0
    put(folder / "bad.txt", "")
    capsys.readouterr()
    assert command(["watch", str(folder), "--once", "--json", "--register", register]) == 2
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert {Path(row["file"]).name: row["outcome"] for row in rows} == {"bad.txt": "refused", "lao.html": "same"}


def test_a_watch_goes_on_until_it_is_interrupted(folder: Path, tmp_path: Path) -> None:
    """What is dropped meanwhile is taken in; Ctrl-C ends it with a count and no complaint."""
    args = ["watch", str(folder), "--every", "0.1", "--register", str(tmp_path / "r.sqlite")]
    process = subprocess.Popen(
        [sys.executable, "-m", "banggiao", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed,
    )
    assert process.stderr is not None
    assert "Watching" in process.stderr.readline()
    put(folder / "lao.html", story("Lào"))
    assert process.stdout is not None
    assert process.stdout.readline().endswith("lao.html: new\n")
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "1 new" in told
    assert "Traceback" not in told
