"""`eval`: the reader against articles labelled by hand, held to the floors of `bench/floors.json`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from banggiao import pages
from banggiao.errors import InputError, UsageError

SETS = {"seeds": ("seeds.gold.jsonl", "seeds"), "dev": ("dev.gold.jsonl", "dev")}
KINDS = ("office", "meeting", "status", "instrument", "statement", "target", "figure")
PROJECT = Path(__file__).resolve().parents[3]
"""The project's root, where the package is installed from a checkout."""


def evaluate(gold: Path | None, *, verbose: bool, kind: str | None) -> int:
    """Scores every set of the gold folder; returns 1 if a floor is broken, else 0."""
    if kind is not None and kind not in KINDS:
        raise UsageError(f"--kind {kind}: there is no such kind.", hint=f"One of: {', '.join(KINDS)}.")
    folder = gold or next((f for f in (PROJECT.parent / "shared" / "gold", Path("../shared/gold")) if f.is_dir()), None)
    if gold is not None and not gold.is_dir():
        raise UsageError(f"--gold {gold}: there is no such folder.")
    if folder is None or not (folder / "score.py").is_file():
        print("No labelled articles with a scorer here (../shared/gold); measuring on the project's own examples.")
        return _own_examples()
    floors = _floors()
    broken: list[str] = []
    for name, (labels, texts) in SETS.items():
        if (folder / labels).is_file():
            broken += _score(folder, name, folder / labels, folder / texts, floors.get(name, {}), verbose, kind)
    if broken:
        print("Below the floor: " + "; ".join(broken), file=sys.stderr)
    return int(bool(broken))


def readings(labels: Path, texts: Path) -> Iterator[dict[str, Any]]:
    """The reading of each labelled article, whose day of publication is an input."""
    from banggiao.reading import Reader

    reader = Reader()
    for row in _rows(labels):
        path = texts / f"{row['id']}.txt"
        if not path.is_file():
            path = path.with_suffix(".html")
        try:
            article = pages.load(path, id=row["id"], published=row.get("published"))
            yield reader.read(article).to_dict()
        except InputError as error:
            print(f"banggiao: {error.message}", file=sys.stderr)


def _score(
    folder: Path, name: str, labels: Path, texts: Path, floors: dict[str, float], verbose: bool, kind: str | None
) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch:
        read = Path(scratch) / "readings.jsonl"
        with read.open("w", encoding="utf-8") as file:
            for reading in readings(labels, texts):
                file.write(json.dumps(reading, ensure_ascii=False) + "\n")
        command = [sys.executable, str(folder / "score.py"), str(labels), str(read), "--texts", str(texts)]
        table: dict[str, Any] = json.loads(_run([*command, "--json"]))
        if verbose:
            _list_differences(_run([*command, "-v"]), kind)
    return _print_table(name, table, floors)


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise UsageError(f"The scorer failed: {last}", hint="Run it by hand to see more: " + " ".join(command))
    return done.stdout


def _list_differences(output: str, kind: str | None) -> None:
    """Passes on the scorer's differences, those of one kind if asked: an unindented "ID KIND what" and the indented
    lines after it. The table at the end is printed by ourselves."""
    show = False
    for row in output.splitlines():
        if not row.startswith(" "):
            words = row.split()
            show = len(words) >= 3 and words[1] in KINDS and kind in (None, words[1])
        if show:
            print(row)


def _print_table(name: str, table: dict[str, Any], floors: dict[str, float]) -> list[str]:
    print(f"\n{name:<12}{'precision':>10}{'recall':>8}{'F1':>8}{'floor':>8}{'gold':>7}{'read':>7}")
    broken = []

    def floor(key: str, value: float) -> str:
        held = floors.get(key)
        if held is None:
            return ""
        if value < held:
            broken.append(f"{name} {key} {value:.3f} < {held:.3f}")
        return f"{held:.3f}"

    for key in KINDS:
        s = table[key]
        held = floor(key, s["f1"]) if s["gold"] else ""
        print(
            f"{key:<12}{s['precision']:>10.3f}{s['recall']:>8.3f}{s['f1']:>8.3f}{held:>8}{s['gold']:>7}{s['read']:>7}"
        )
    s = table["all"]
    print(f"{'all slots':<12}{s['precision']:>10.3f}{s['recall']:>8.3f}{s['f1']:>8.3f}{floor('all', s['f1']):>8}")
    if "precision" in floors:
        print(f"{'':<12}{floor('precision', s['precision']):>10}  floor of the precision over all slots")
    mean = table["mean"]["f1"]
    print(f"{'mean F1':<12}{mean:>26.3f}{floor('mean', mean):>8}")
    return broken


def _floors() -> dict[str, dict[str, float]]:
    """Floors by set and key (a kind, `all`, `mean`, `precision`) from `bench/floors.json`, under `eval`."""
    path = next((p for p in (PROJECT / "bench" / "floors.json", Path("bench/floors.json")) if p.is_file()), None)
    if path is None:
        return {}
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8")).get("eval", {})
    return floors


# -- without the gold ------------------------------------------------------------------------------------------------


def _own_examples() -> int:
    """How many of the records expected of the shipped examples are found, slot for slot."""
    labels = PROJECT / "tests" / "examples.gold.jsonl"
    if not labels.is_file():
        print("There are none either: nothing was measured.")
        return 0
    read = {row["id"]: row for row in readings(labels, PROJECT / "src" / "banggiao" / "examples")}
    for key in KINDS:
        wanted = found = 0
        for row in _rows(labels):
            have = [r for r in read.get(row["id"], {}).get("records", []) if r["kind"] == key]
            for record in row["records"]:
                if record["kind"] == key:
                    wanted += 1
                    found += any(_agrees(record, other) for other in have)
        if wanted:
            print(f"{key:<12}{found:>5} of {wanted} expected records found")
    return 0


def _agrees(expected: dict[str, Any], read: dict[str, Any]) -> bool:
    slots = {key: value for key, value in expected.items() if key != "evidence"}
    return all(
        sorted(read.get(key) or []) == sorted(value) if isinstance(value, list) else read.get(key) == value
        for key, value in slots.items()
    )


def _rows(labels: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for row in labels.read_text(encoding="utf-8").splitlines() if row.strip()]
