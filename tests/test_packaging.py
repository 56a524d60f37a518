"""What is handed out: the wheel holds all that the program reads, and no file tells where it was made."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PLACE = re.compile(r"(?<![\w.:/~-])/(?:work|tmp|root|home)/")
"""A path of somebody's machine. `/usr/…` and `/etc/…` are public places, a URL's path is none of these."""


@pytest.fixture(scope="module")
def tracked(project: Path) -> list[Path]:
    """The files in version control."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [project / name for name in done.stdout.decode().split("\0") if name and (project / name).is_file()]


def test_no_file_names_a_place_on_somebodys_machine(tracked: list[Path], project: Path) -> None:
    """No tracked text file holds an absolute path of a workplace, a home or a temporary folder."""
    found = [
        f"{path.relative_to(project)}: {match[0]}"
        for path in tracked
        if path != Path(__file__).resolve()
        for match in PLACE.finditer(path.read_bytes().decode("utf-8", errors="replace"))
    ]
    assert found == []


def test_the_search_for_places_can_find_one() -> None:
    """The pattern sees paths in quotes, in prose and at a line's start, and passes over addresses."""
    assert PLACE.search('open("/tmp/x")')
    assert PLACE.search("/home/an/pages")
    assert not PLACE.search("https://example.org/home/page")
    assert not PLACE.search("docs/work/plan")


def test_every_data_file_says_what_belongs_in_it(project: Path) -> None:
    """Each YAML file of the package begins with a comment of some words."""
    files = sorted((project / "src" / "banggiao").rglob("*.yml"))
    assert files
    bare = [str(f.relative_to(project)) for f in files if not re.match(r"# \S+ \S+ \S+", f.read_text(encoding="utf-8"))]
    assert bare == []


@pytest.mark.slow
def test_the_wheel_holds_everything_that_the_package_reads(project: Path, tmp_path: Path) -> None:
    """Data, templates, catalogues, migrations, examples and the typing mark are in the wheel, and nothing else."""
    pytest.importorskip("build", reason="the tools of development are not installed")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Missing dependencies" in done.stdout + done.stderr:
        pytest.skip("hatchling is not installed here, and no network is asked for it")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if name.startswith("banggiao/")}
        entry = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
        assert "banggiao = banggiao.cli:main" in wheel.read(entry).decode()
    source = project / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "banggiao").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == wanted
    for ending in ("data/grammar/vi/dates.yml", "py.typed", "examples/viet-my-2023.txt"):
        assert f"banggiao/{ending}" in held
