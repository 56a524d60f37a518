"""`harvest` and `watch`: what comes in by itself."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

from banggiao.cli.options import day, deliver
from banggiao.cli.reading import line
from banggiao.errors import UsageError

if TYPE_CHECKING:
    from banggiao.harvest.run import Outcome
    from banggiao.register.sources import SourceKind

_FAILED = 2


def add(addresses: list[str], register: str | None, *, kind: str, since: str | None, allowed: list[str]) -> None:
    """Notes sources; all of the addresses are looked at before the first is noted."""
    from banggiao.pages.addresses import host_and_port
    from banggiao.register import open_register

    day(since, "--since")
    for address in addresses:
        host_and_port(address)
    with open_register(register) as kept:
        for address in addresses:
            new = kept.add_source(address, kind=cast("SourceKind", kind), allowed=_hosts(allowed), since=since)
            print(f"{address}: {'added' if new else 'is there already'}", file=sys.stderr)
    print("Fetch what they have: banggiao harvest run", file=sys.stderr)


def _hosts(names: list[str]) -> set[str]:
    for name in names:
        if "/" in name or not name.strip():
            raise UsageError(f"--allow-host {name!r} is no host.", hint="Such as news.example or 10.0.0.5:8080.")
    return {name.strip().lower() for name in names}


def show(register: str | None, *, as_json: bool) -> None:
    """Lists the sources."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        found = kept.sources()
    if not found:
        print("There are no sources. Add one: banggiao harvest add URL", file=sys.stderr)
    for source in found:
        if as_json:
            row = {name: value for name, value in asdict(source).items() if name not in ("marks", "held_by")}
            deliver(line({name: value for name, value in row.items() if value not in (None, "", (), {})}), None)
            continue
        when = (source.last_run or "never run")[:16].replace("T", " ")
        deliver(f"{source.address}\n    {source.kind}, {when}, {source.articles} articles so far\n", None)
        if source.last:
            deliver(f"    last run: {_counted(source.last)}\n", None)
        if source.last_error:
            deliver(f"    failed: {source.last_error}\n", None)
        if source.wait_until:
            deliver(f"    asked not to be asked before {source.wait_until}\n", None)


def remove(addresses: list[str], register: str | None) -> None:
    """Forgets sources. UsageError for an address that is none, after the others are gone."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        missing = [address for address in addresses if not kept.remove_source(address)]
    if missing:
        raise UsageError(f"{', '.join(missing)}: no such source.", hint="List them: banggiao harvest list")


def run(addresses: list[str], register: str | None, *, as_json: bool, pages: int, delay: float, verbose: bool) -> int:
    """Runs over the sources. Returns 0, or 2 if something failed."""
    from banggiao.harvest.pace import Pace
    from banggiao.harvest.run import harvest
    from banggiao.reading import Reader
    from banggiao.register import open_register

    code = 0
    total: Counter[str] = Counter()
    with open_register(register) as kept:
        if not kept.sources():
            raise UsageError("There are no sources.", hint="Add one: banggiao harvest add URL")
        for outcome in harvest(kept, Reader().read, addresses, pace=Pace(pages=pages, delay=delay)):
            total.update(outcome.counts())
            total["sources"] += 1
            code = code if outcome.ok else _FAILED
            deliver(line(_row(outcome)) if as_json else _told(outcome, verbose), None)
    sources = "1 source" if total["sources"] == 1 else f"{total['sources']} sources"
    print(f"{sources}: {_counted(total)}.", file=sys.stderr)
    return code


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{counts.get(name, 0)} {name}" for name in ("new", "same", "known", "refused", "failed", "left"))


def _row(outcome: Outcome) -> dict[str, object]:
    row: dict[str, object] = {"source": outcome.address, "kind": outcome.kind, "ok": outcome.ok} | outcome.counts()
    row |= {name: value for name in ("error", "note", "told") if (value := getattr(outcome, name))}
    return row


def _told(outcome: Outcome, verbose: bool) -> str:
    rows = [f"{outcome.address}\n    {_counted(outcome.counts())}"]
    rows += [f"    failed: {outcome.error}"] if outcome.error else []
    rows += [f"    {outcome.note}"] if outcome.note else []
    rows += [f"    {told}" for told in (outcome.told if verbose or outcome.failed else [])]
    return "\n".join(rows) + "\n"


def watch(folder: Path, register: str | None, *, once: bool, every: float, as_json: bool) -> int:
    """Watches a folder. Returns 0, or 2 if with `once` something was refused."""
    from banggiao.harvest.watch import Watch
    from banggiao.reading import Reader
    from banggiao.register import open_register

    counts: Counter[str] = Counter()
    with open_register(register) as kept:
        watched = Watch(kept, Reader().read, folder)
        if not once:
            print(f"Watching {folder}; Ctrl-C ends it.", file=sys.stderr)
        try:
            for seen in watched.once() if once else watched.forever(every):
                counts[seen.outcome] += 1
                if as_json:
                    deliver(line({"file": str(seen.path), "outcome": seen.outcome, "reason": seen.reason}), None)
                else:
                    deliver(f"{seen.path}: {seen.outcome}{f': {seen.reason}' if seen.reason else ''}\n", None)
        except KeyboardInterrupt:
            pass  # how a watch ends; every file told is kept
    told = ", ".join(f"{counts[name]} {name}" for name in ("new", "same", "refused", "waiting"))
    print(f"{folder}: {told}.", file=sys.stderr)
    return _FAILED if once and counts["refused"] else 0
