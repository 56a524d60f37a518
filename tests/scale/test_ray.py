"""The same on Ray: the same files come out, also when a worker is lost on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from banggiao.errors import UsageError
from banggiao.scale import run
from banggiao.scale.items import Counts
from banggiao.scale.local import LocalEngine
from banggiao.scale.sources import Sources

from .test_engines import same_files

ray = pytest.importorskip("ray", reason="the extra `ray` is not installed (make ray installs it and runs these)")
from banggiao.scale.cluster import RayEngine  # noqa: E402 - only where there is Ray

Tables = Callable[[Path, str], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH_ITEMS", 4)
    monkeypatch.setattr(run, "PART_ITEMS", 16)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file by which a deadly worker remembers that it has killed itself."""
    return tmp_path_factory.mktemp("ray") / "killed"


@pytest.fixture(scope="module")
def cluster(once: Path) -> Iterator[None]:
    """One small cluster for all of these tests; its workers see what this environment says when it starts."""
    before = dict(os.environ)
    os.environ |= {
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "DEADLY_ONCE": str(once),
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    try:
        yield
    finally:
        ray.shutdown()
        os.environ.clear()
        os.environ |= before


def into(lines: Path, out: Path, **engine: Any) -> Counts:
    counts, _ = run.to_folder(Sources([str(lines)]), out, engine=lambda: RayEngine(2, **engine), report=lambda _: None)
    return counts


def locally(lines: Path, out: Path) -> Path:
    run.to_folder(Sources([str(lines)]), out, engine=lambda: LocalEngine(1), report=lambda _: None)
    return out


def test_a_cluster_that_does_not_answer_is_named() -> None:
    """The first of all: an engine takes the cluster that the process is in already."""
    with pytest.raises(UsageError, match=r"No Ray cluster answers at 127\.0\.0\.1:9"):
        RayEngine(2, address="127.0.0.1:9")


@pytest.mark.usefixtures("cluster")
def test_ray_writes_the_same_bytes(tmp_path: Path, lines: Path) -> None:
    into(lines, tmp_path / "ray")
    assert same_files(tmp_path / "ray", locally(lines, tmp_path / "local"))


@pytest.mark.usefixtures("cluster")
def test_a_lost_worker_changes_nothing(tmp_path: Path, lines: Path, once: Path) -> None:
    counts = into(lines, tmp_path / "ray", function="tests.scale.deadly:once")
    assert once.exists()
    assert counts.rejects == 0
    assert same_files(tmp_path / "ray", locally(lines, tmp_path / "local"))


@pytest.mark.usefixtures("cluster")
def test_an_article_that_ends_every_worker_is_refused(tmp_path: Path, lines: Path, tables: Tables) -> None:
    counts = into(lines, tmp_path / "out", function="tests.scale.deadly:at_a5")
    assert (counts.items, counts.rejects) == (36, 1)
    assert [(row["position"], row["code"]) for row in tables(tmp_path / "out", "rejects")] == [(6, "crashed")]
