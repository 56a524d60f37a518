"""`remove`, `reread`, `verify`, `backup`, `restore`: looking after a register."""

from __future__ import annotations

import gzip
import os
import sys
from collections import Counter
from pathlib import Path

from banggiao.cli.keeping import find_article
from banggiao.cli.options import deliver
from banggiao.cli.reading import line
from banggiao.errors import UsageError


def remove(name: str, register: str | None) -> None:
    """Takes out the article that `name` means, and what rested on it alone."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        found = find_article(kept, name)
        before = kept.counts()
        kept.remove(found.key)
        after = kept.counts()
    gone = sum(before.facts.values()) - sum(after.facts.values())
    print(
        f"{found.id} removed with {found.records} reports; {gone} facts rested on it alone. "
        f"{after.articles} articles, {sum(after.facts.values())} facts are left.",
        file=sys.stderr,
    )


def reread(register: str | None, *, as_json: bool, dry_run: bool) -> int:
    """Reads every article anew and shows what changed. Returns 1 if some could not be read, else 0."""
    from banggiao.reading import Reader
    from banggiao.register import open_register
    from banggiao.register import upkeep as work

    counts: Counter[str] = Counter()
    with open_register(register) as kept:
        for change in work.reread(kept, Reader().read, keep=not dry_run):
            counts["articles"] += 1
            counts["failed"] += bool(change.failed)
            counts["changed"] += bool(change.came or change.went)
            if change.failed:
                print(f"{change.article.id}: not read anew: {change.failed}", file=sys.stderr)
            elif change.came or change.went:
                if as_json:
                    deliver(line({"article": change.article.id, "came": change.came, "went": change.went}), None)
                else:
                    deliver(f"{change.article.id}\n", None)
                    for sign, records in (("+", change.came), ("-", change.went)):
                        for record in records:
                            deliver(f"  {sign} {_short(record)}\n", None)
    kept_or_not = "nothing was written" if dry_run else "the new readings are kept"
    print(
        f"{counts['articles']} articles read anew, {counts['changed']} otherwise than before, {counts['failed']} could "
        f"not be read; {kept_or_not}.",
        file=sys.stderr,
    )
    return 1 if counts["failed"] else 0


def verify(register: str | None, *, sample: int | None = None, seed: int = 0) -> int:
    """Checks the register against its articles, or so many of them. Returns 1 if something is damaged, else 0."""
    from banggiao.reading import READER, Reader
    from banggiao.register import open_register
    from banggiao.register import upkeep as work

    damaged = otherwise = 0
    with open_register(register) as kept:
        every = kept.articles()
        chosen = every if sample is None else work.sampled(every, sample, seed)
        for finding in work.verify(kept, Reader().read, reader=READER, articles=chosen):
            damaged += finding.damage
            otherwise += not finding.damage
            deliver(f"{finding.article.id}: {finding.problem}\n", None)
    of_all = f" of {len(every)} (seed {seed})" if len(chosen) < len(every) else ""
    print(
        f"{len(chosen)} articles checked{of_all}: {damaged} faults, {otherwise} that would be read otherwise now "
        f"(banggiao reread --dry-run shows how).",
        file=sys.stderr,
    )
    return 1 if damaged else 0


def backup(output: Path, register: str | None) -> None:
    """Writes the register's articles and readings to a file, beside it first and then moved into place."""
    from banggiao.register import open_register
    from banggiao.register import upkeep as work

    temporary = output.with_name(f".{output.name}.{os.getpid()}.part")
    count = -2  # head and end
    try:
        with open_register(register) as kept, gzip.open(temporary, "wb") as file:
            for row in work.dump(kept):
                file.write(row)
                count += 1
        temporary.replace(output)
    except OSError as error:
        raise UsageError(
            f"{output}: could not be written ({error.strerror}).", hint="Check the folder and the space on the disk."
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    print(f"{count} articles written to {output}.", file=sys.stderr)


def restore(source: Path, register: str | None) -> None:
    """Takes in a backup; what is there already stays as it is."""
    from banggiao.register import open_register
    from banggiao.register import upkeep as work

    outcomes: Counter[str] = Counter()
    try:
        with open_register(register) as kept, gzip.open(source, "rb") as file:
            for added in work.restore(kept, file, str(source)):
                outcomes[added.outcome] += 1
            counts = kept.counts()
    except FileNotFoundError as error:
        raise UsageError(
            f"{source}: there is no such file.", hint="Name a file that `banggiao backup` wrote."
        ) from error
    print(
        f"{outcomes['new']} articles taken in, {outcomes['known']} already there, {outcomes['reread']} with a newer "
        f"reading. The register now holds {counts.articles} articles, {sum(counts.facts.values())} facts.",
        file=sys.stderr,
    )


def _short(record: dict[str, object]) -> str:
    """One line that tells a record from the others of its article."""
    shown = {
        k: v for k, v in record.items() if k not in ("kind", "date_basis", "date_reason", "title", "topics", "story")
    }
    slots = " ".join(f"{k}={','.join(map(str, v)) if isinstance(v, list) else v}" for k, v in shown.items())
    return f"{record['kind']} {slots}"
