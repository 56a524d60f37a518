"""A folder that is watched: what is dropped into it is read and kept.

The folder is looked through again and again rather than waiting for the system's notices, which network shares, where
such folders mostly lie, do not give.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from banggiao.errors import InputError, UsageError
from banggiao.harvest.run import Read
from banggiao.pages import ENDINGS, article_from_bytes
from banggiao.pages.decode import MAX_BYTES
from banggiao.register import Register
from banggiao.register.sources import Page

_UNFINISHED = {".part", ".tmp", ".crdownload", ".download", ".filepart", ".partial"}
_Sight = tuple[int, int, int]  # inode, size, time of change: a file that is being written differs from look to look


@dataclass(slots=True, frozen=True)
class Seen:
    """What became of a file: `new`; `same` where its content is there already; `refused`, with the reason; `waiting`:
    it was still being written when the time was up."""

    path: Path
    outcome: Literal["new", "same", "refused", "waiting"]
    reason: str = ""


class Watch:
    """Looks through one folder. quiet: seconds for which a file must not have changed to count as written."""

    def __init__(self, register: Register, read: Read, folder: Path, *, quiet: float = 2.0) -> None:
        self._register = register
        self._read = read
        self._folder = folder
        self._quiet = quiet
        self._done: dict[Path, _Sight] = {}
        self._before: dict[Path, tuple[_Sight, float]] = {}
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder.", hint="Make it, or name another one.")

    def once(self, sleep: Callable[[float], None] = time.sleep) -> Iterator[Seen]:
        """Takes in what is there. A file that changes meanwhile is left, and told as waiting."""
        yield from self.look()
        if self._before:
            sleep(self._quiet)
            yield from self.look()
        yield from (Seen(path, "waiting", "it is still being written") for path in sorted(self._before))

    def forever(self, every: float, sleep: Callable[[float], None] = time.sleep) -> Iterator[Seen]:
        """Looks every so many seconds, until it is interrupted."""
        while True:
            yield from self.look()
            sleep(every)

    def look(self) -> Iterator[Seen]:
        """One look through the folder: takes in the files that are new and stand still."""
        now = time.monotonic()
        there = self._files()
        self._done = {path: sight for path, sight in self._done.items() if path in there}
        before, self._before = self._before, {}
        for path, sight in sorted(there.items()):
            if self._done.get(path) == sight:
                continue
            last, since = before.get(path, (sight, now))
            since = since if last == sight else now
            if now - since < self._quiet and time.time() - sight[2] / 1e9 < self._quiet:
                self._before[path] = (sight, since)
                continue
            try:
                data = _bytes(path)
                still = _sight(path) == sight
            except OSError as error:
                yield Seen(path, "refused", f"{error.strerror or error}")
                self._done[path] = sight
                continue
            if not still:
                self._before[path] = (sight, now)
                continue
            self._done[path] = sight
            if seen := self._take(path, data):
                yield seen

    def _files(self) -> dict[Path, _Sight]:
        out: dict[Path, _Sight] = {}
        for folder, _, names in os.walk(self._folder):
            for name in names:
                path = Path(folder, name)
                if name.startswith((".", "~")) or path.suffix.lower() in _UNFINISHED:
                    continue
                try:
                    out[path] = _sight(path)
                except OSError:
                    continue  # gone between the listing and the look, or no file
        return out

    def _take(self, path: Path, data: bytes) -> Seen | None:
        """None for a file that was refused before: it was told then."""
        key = f"sha256:{hashlib.sha256(data).hexdigest()}"
        known = self._register.pages_known([key]).get(key)
        if known is not None:
            return None if known.state == "refused" else Seen(path, "same")
        page = Page(key, str(path), str(self._folder), "kept")
        try:
            if path.suffix.lower() not in ENDINGS:
                raise InputError(str(path), "files of this kind are not read", hint="Save the page as text or HTML.")
            article = article_from_bytes(data, id=path.stem, source=str(path))
            kept = self._register.keep_page(page, article, self._read(article))
            return Seen(path, kept.outcome)
        except InputError as error:
            self._register.note_page(replace(page, state="refused", reason=error.reason))
            return Seen(path, "refused", f"{error.reason}. {error.hint}".strip())


def _sight(path: Path) -> _Sight:
    """OSError for what is no regular file: a pipe would be waited for without end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError("no regular file")
    return found.st_ino, found.st_size, found.st_mtime_ns


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
