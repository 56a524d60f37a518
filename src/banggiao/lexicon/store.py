"""From the folder of YAML files to a `Lexicon`, by way of a compiled copy in the user's cache folder.

Parsing a few hundred YAML files and asking CLDR takes about a second, the compiled copy a few milliseconds. The copy
is keyed by name, size and time of every data file and by the version of the package, holds data only (msgpack), and
is made again whenever it is missing, stale or unreadable; where the cache folder cannot be written there is none.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec

from banggiao import __version__
from banggiao.lexicon.compiled import Compiled, data_files
from banggiao.lexicon.model import Entry, Lexicon

DATA = Path(__file__).resolve().parent.parent / "data"
_FORMAT = "9"  # raise when the compiled form changes


def signature(folder: Path) -> str:
    digest = hashlib.sha256(f"{_FORMAT} {__version__} {folder}".encode())
    for path in data_files(folder):
        stat = path.stat()
        digest.update(f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


def _cache_folder() -> Path | None:
    if os.environ.get("BANGGIAO_CACHE") == "off":
        return None
    if given := os.environ.get("BANGGIAO_CACHE"):
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_dir("banggiao"))


def _read_cache(path: Path) -> Compiled | None:
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Compiled)
    except (OSError, msgspec.MsgspecError):
        return None


def _write_cache(path: Path, compiled: Compiled) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
            file.write(msgspec.msgpack.encode(compiled))
        Path(file.name).replace(path)
    except OSError:
        return
    for old in path.parent.glob("lexicon-*.msgpack"):
        if old != path and old.stat().st_mtime < path.stat().st_mtime - 7 * 86400:
            old.unlink(missing_ok=True)


def load_compiled(folder: Path | None = None) -> tuple[Compiled, str]:
    """The compiled data of a folder (default: the package's) and its signature."""
    folder = (folder or DATA).resolve()
    key = signature(folder)
    cache = _cache_folder()
    path = cache / f"lexicon-{key}.msgpack" if cache else None
    if path and (found := _read_cache(path)):
        return found, key
    from banggiao.lexicon.compile import compile_folder  # YAML and CLDR are imported only here

    compiled = compile_folder(folder)
    if path:
        _write_cache(path, compiled)
    return compiled, key


def load(folder: Path | None = None) -> Lexicon:
    """The lexicon of a data folder (default: the one shipped). Raises LexiconError naming file, entry and field."""
    compiled, key = load_compiled(folder)
    return Lexicon(
        forms={form: tuple(Entry(*meaning) for meaning in meanings) for form, meanings in compiled.forms},
        grammar=compiled.grammar,
        parties={party.code: party for party in compiled.parties},
        places={place.name: place for place in compiled.places},
        bodies={body.id: body for body in compiled.bodies},
        instruments={instrument.id: instrument for instrument in compiled.instruments},
        people=compiled.people,
        signature=key,
    )
