"""A run's folder: finished parts, and the manifest that says how far the run has come and what it was a run of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import msgspec

from banggiao.errors import UsageError
from banggiao.scale.items import Counts
from banggiao.scale.sources import Mark

FORMAT = 1
"""Of the manifest and of the tables; raised when either changes."""
NAME = "manifest.json"


class Part(msgspec.Struct, frozen=True):
    """A finished part: what it counted, and the mark behind its last item."""

    counts: dict[str, int]
    source: int
    items: int


class Manifest(msgspec.Struct):
    """state of a run. key: a hash of all that decides its output; inputs, options, reader: the same, to be read."""

    format: int
    key: str
    reader: str
    options: dict[str, Any]
    inputs: list[str]
    parts: list[Part] = []
    finished: bool = False

    def mark(self) -> Mark:
        """Where the run goes on."""
        return Mark(self.parts[-1].source, self.parts[-1].items) if self.parts else Mark()

    def counts(self) -> Counts:
        total = Counts()
        for part in self.parts:
            total.add(Counts(**part.counts))
        return total


def key_of_run(inputs: list[str], options: dict[str, Any], reader: str, lexicon: str) -> str:
    """The hash of all that decides a run's output."""
    told = msgspec.json.encode([FORMAT, inputs, options, reader, lexicon], order="deterministic")
    return hashlib.sha256(told).hexdigest()[:32]


class Run:
    """One run and its folder. Parts are numbered from 0 and finished in order."""

    def __init__(self, folder: Path, manifest: Manifest, state: Literal["new", "goes on"]) -> None:
        self.folder, self.manifest, self.state = folder, manifest, state

    @classmethod
    def open(cls, folder: Path, *, inputs: list[str] | None, options: dict[str, Any], reader: str, lexicon: str) -> Run:
        """The run of these inputs in this folder: a new one, or the one that was begun there.

        inputs: None for standard input, of which no second run can be the continuation. Raises UsageError for a folder
        that holds another run, or that cannot be made.
        """
        wanted = Manifest(
            FORMAT, key_of_run(inputs or [], options, reader, lexicon), reader, options, inputs or ["standard input"]
        )
        file = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            kept = msgspec.json.decode(file.read_bytes(), type=Manifest) if file.exists() else None
        except OSError as error:
            raise UsageError(f"{folder}: {error.strerror}.", hint="Name a folder that you may write.") from error
        except msgspec.MsgspecError as error:
            raise UsageError(
                f"{file} is no manifest of a run.", hint="Name another folder, or empty this one."
            ) from error
        if kept is None:
            run = cls(folder, wanted, "new")
            run.save()
            return run
        if kept.key != wanted.key or inputs is None:
            raise UsageError(
                f"{folder} holds another run: {_differing(kept, wanted, inputs)}.",
                hint="Name another folder, or empty this one to begin anew.",
            )
        for leftover in folder.rglob("*.tmp"):
            leftover.unlink(missing_ok=True)
        return cls(folder, kept, "goes on")

    def finish_part(self, counts: Counts, mark: Mark, files: dict[str, Callable[[Path], object]]) -> None:
        """Keeps a part: each file is written whole beside its place and moved into it, the manifest last."""
        for name, write in files.items():
            self._place(self.folder / name, write)
        self.manifest.parts.append(Part(asdict(counts), mark.source, mark.items))
        self.save()

    def finish(self) -> None:
        """Says in the manifest that all is there."""
        self.manifest.finished = True
        self.save()

    def save(self) -> None:
        """Writes the manifest."""
        data = msgspec.json.format(msgspec.json.encode(self.manifest))
        self._place(self.folder / NAME, lambda path: path.write_bytes(data + b"\n"))

    def _place(self, path: Path, write: Callable[[Path], object]) -> None:
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_name(f".{path.name}.tmp")
        try:
            write(temporary)
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise UsageError(
                f"{path}: could not be written ({error.strerror or error}).",
                hint="Check the space on the disk and run the same command again: finished parts are kept.",
            ) from error


def _differing(kept: Manifest, wanted: Manifest, inputs: list[str] | None) -> str:
    if inputs is None:
        return "standard input cannot be gone on with"
    if kept.inputs != wanted.inputs:
        return "of other inputs, or of these before they changed"
    if kept.options != wanted.options:
        return "with other options"
    return f"by another reader ({kept.reader}, or another state of its data)"
