"""How fast and heavy each page of the desk is on a given register, one reader at a time.

    python bench/pages.py --register FILE-OR-URL [--asked 30] [--settled] [--processor] [--json]

The server runs as `banggiao serve` does, in a process of its own. Of each kind of page `--asked` addresses are opened
that nobody opened before, so that nothing is answered from memory, in an order that mixes the kinds. Parties, names and
facts are drawn from facts all over the register, so that those spoken of often come up often. Prints by kind the median
and the 95th percentile in milliseconds, and the heaviest answer in KB as sent without compression. Exits 1 where a page
is over 150 ms at the 95th percentile, over 300 KB, or an error.

Times are those on the wall: measure on a quiet machine. `--processor`: the server's processor time instead, which
beside other work says more (Linux).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import quote

import httpx

from banggiao.register import Register, open_register
from banggiao.register.facts import names_of
from banggiao.register.pairing import KINDS

WAITING = ("differing", "suggested")
"""What a desk works out behind the scenes, by its names in `/api/today`."""
SLOWEST_MS, HEAVIEST_KB = 150, 300


@dataclass(slots=True, frozen=True)
class Served:
    """A desk that runs: its address and its process."""

    base: str
    process: int

    def processor(self) -> float:
        """Seconds of processor time that it has used, all threads together (Linux)."""
        spent = 0
        for thread in Path(f"/proc/{self.process}/task").iterdir():
            with suppress(FileNotFoundError):  # it ended meanwhile
                spent += int((thread / "schedstat").read_text().split()[0])
        return spent / 1e9


@contextmanager
def served(register: str, by: str = "bench") -> Iterator[Served]:
    """A desk over this register; `by` is whose decisions it takes."""
    command = [sys.executable, "-m", "banggiao", "serve", "--register", register, "--port", "0", "--by", by]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        base = server.stderr.readline().split()[-1].rstrip("/")
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield Served(base, server.pid)
    finally:
        server.terminate()
        server.wait(20)


def addresses(register: Register, chance: random.Random, count: int) -> dict[str, list[str]]:
    """`count` addresses of each kind of page, all different where there are so many."""
    heads: list[Any] = []
    for kind in KINDS:  # runs of facts of each kind, from anywhere in the first hundred thousand
        most = max(1, min(100_000, register.count_facts(kinds=(kind,))) - 2 * count)
        for _ in range(4):
            heads += register.heads(kinds=(kind,), limit=2 * count, offset=chance.randrange(most))
    chance.shuffle(heads)
    pairs = [f"{a}/{b}" for a, b in (h.record.parties for h in heads if len(h.record.parties) == 2)]
    parties = [party for h in heads for party in h.record.parties]
    named: dict[str, list[str]] = {"office": [], "meeting": [], "instrument": []}
    for head in heads:
        if head.kind == "meeting":
            named["meeting"] += [head.record.mechanism] if head.record.mechanism else []
        elif head.kind in named:
            named[head.kind] += sorted(names_of(head.record))
    articles = [m.article.key for fact in register.facts_of([h.id for h in heads[: 2 * count]]) for m in fact.mentions]
    words = [name.split()[-1] for name in named["office"] + named["instrument"]]
    days = [f"{chance.randrange(2008, 2025)}-06-30" for _ in range(count)]
    pages = {
        "today": ["/", "/?lang=en", "/?lang=vi", "/?theme=dark"],
        "pair": [f"/pair/{pair}" for pair in pairs],
        "pair as of": [f"/pair/{pair}?as_of={chance.choice(days)}" for pair in pairs[::-1]],
        "timeline": [f"/pair/{pair}/timeline" for pair in pairs],
        "timeline as of": [f"/pair/{pair}/timeline?as_of={chance.choice(days)}" for pair in pairs[::-1]],
        "topics": [f"/pair/{pair}/topics" for pair in pairs],
        "topics as of": [f"/pair/{pair}/topics?as_of={chance.choice(days)}" for pair in pairs[::-1]],
        "brief": [f"/pair/{pair}/brief.html" for pair in pairs[count:]],
        "party": [f"/party/{party}" for party in parties],
        "person": [f"/person?name={quote(name)}" for name in named["office"]],
        "series": [f"/series?name={quote(name)}" for name in named["meeting"]],
        "agreement": [f"/instrument?name={quote(name)}" for name in named["instrument"]],
        "fact": [f"/facts/{head.id}" for head in heads],
        "facts": [f"/facts?kind={h.kind}&at={1 + n}" for n, h in enumerate(heads)],
        "facts of": [f"/facts?kind={h.kind}&name={quote(h.record.parties[0])}" for h in heads if h.record.parties],
        "article": [f"/articles/{key}" for key in articles],
        "search": [f"/search?q={quote(word)}" for word in words],
        "typing": [f"/search/typed?q={quote(word[:3])}" for word in words],
        "disagreements": ["/disagreements"],
        "suggestions": ["/suggestions"],
        "decisions": ["/decisions"],
        "sources": ["/sources"],
        "settings": ["/settings"],
        "about": ["/about"],
    }
    return {kind: list(dict.fromkeys(found))[:count] for kind, found in pages.items()}


def measure(
    desk: Served, pages: dict[str, list[str]], chance: random.Random, *, settled: bool, processor: bool
) -> dict[str, dict[str, Any]]:
    """By kind: milliseconds of each answer, the heaviest in bytes, errors. settled: only once the lists that are worked
    out behind the scenes are there, which slows the pages of the first seconds. processor: the server's time alone."""
    now = desk.processor if processor else time.perf_counter
    found: dict[str, dict[str, Any]] = {kind: {"ms": [], "bytes": 0, "wrong": []} for kind in pages}
    opened = [(kind, page) for kind, some in pages.items() for page in some]
    chance.shuffle(opened)
    headers = {"accept-encoding": "identity"}
    with httpx.Client(base_url=desk.base, timeout=60, headers=headers) as client:
        client.get("/login")  # templates and words are loaded with the first page
        end = time.monotonic() + 120
        while settled and None in map(client.get("/api/today").json().get, WAITING) and time.monotonic() < end:
            time.sleep(0.5)
        for kind, page in opened:
            start = now()
            try:
                answer = client.get(page)
            except httpx.HTTPError as error:
                answer = httpx.Response(599, text=repr(error))
            found[kind]["ms"].append((now() - start) * 1000)
            found[kind]["slowest"] = max(found[kind].get("slowest", (0.0, "")), (found[kind]["ms"][-1], page))
            found[kind]["bytes"] = max(found[kind]["bytes"], len(answer.content))
            if answer.status_code != 200:
                found[kind]["wrong"].append(f"{page}: {answer.status_code}")
    return found


def report(found: dict[str, dict[str, Any]]) -> bool:
    """Prints the figures; whether all are as they should be."""
    fine = True
    every: list[float] = []
    for kind, one in found.items():
        if not one["ms"]:
            continue
        every += one["ms"]
        high = _p95(one["ms"])
        good = high <= SLOWEST_MS and one["bytes"] <= HEAVIEST_KB * 1000 and not one["wrong"]
        fine = fine and good
        print(
            f"{kind:<14} {len(one['ms']):>4} times  median {median(one['ms']):7.0f} ms  p95 {high:7.0f} ms"
            f"  {one['bytes'] / 1000:6.0f} KB{'' if good else '  ← ' + one['slowest'][1]}"
        )
        for text in one["wrong"][:3]:
            print(f"    {text}")
    print(f"{'all':<14} {len(every):>4} times  median {median(every):7.0f} ms  p95 {_p95(every):7.0f} ms")
    return fine


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--register", required=True, help="a file, or a database URL")
    parser.add_argument("--asked", type=int, default=30, help="pages of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--settled", action="store_true", help="wait until disagreements and suggestions are worked out"
    )
    parser.add_argument("--processor", action="store_true", help="the server's processor time")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with open_register(arguments.register) as register:
        pages = addresses(register, chance, arguments.asked)
    with served(arguments.register) as desk:
        found = measure(desk, pages, chance, settled=arguments.settled, processor=arguments.processor)
    if arguments.json:
        print(json.dumps(found, indent=2))
        return 0
    return 0 if report(found) else 1


if __name__ == "__main__":
    sys.exit(main())
