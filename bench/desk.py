"""The desk under load: readers and editors at once, then whether every decision is there.

    python bench/desk.py [--register FILE] [--readers 50] [--editors 4] [--seconds 60]

Without a register the example articles are read into a passing one; a given one is decided on and left so: use a copy.
The server runs as `banggiao serve` does, in a process of its own. Readers open a random page, wait a moment and open
the next; editors accept and withdraw. Prints the median and the 95th percentile by page, and errors. Exits 1 for an
answer that is an error and for a lost decision.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from statistics import quantiles

import httpx

from banggiao.cli.showing import EXAMPLES
from banggiao.register import Register, open_register
from pages import served

_PAUSE = (0.5, 1.5)
"""Seconds that a reader looks at a page."""
_MINE = {"X-Banggiao": "1"}


class Load:
    """What happened: seconds by kind of page, errors, and the decisions that were answered as kept."""

    def __init__(self, base: str, seconds: float) -> None:
        self.base = base
        self.end = time.monotonic() + seconds
        self.took: dict[str, list[float]] = defaultdict(list)
        self.wrong: list[str] = []
        self.made: list[str] = []
        self.withdrawn: list[str] = []
        self._lock = threading.Lock()

    def read(self, seed: int, pages: dict[str, list[str]]) -> None:
        """One reader until the time is up."""
        chance = random.Random(seed)
        with httpx.Client(base_url=self.base, timeout=60) as client:
            while time.monotonic() < self.end:
                kind = chance.choice(sorted(pages))
                page = chance.choice(pages[kind])
                self._open(client, kind, page)
                if kind == "pair":  # whose parts the browser puts in
                    self._open(client, "part", f"{page}/timeline")
                    self._open(client, "part", f"{page}/topics")
                time.sleep(chance.uniform(*_PAUSE))

    def _open(self, client: httpx.Client, kind: str, page: str) -> None:
        start = time.monotonic()
        try:
            status: int | str = client.get(page).status_code
        except httpx.HTTPError as error:
            status = repr(error)
        with self._lock:
            self.took[kind].append(time.monotonic() - start)
            # A fact that an editor takes up may be derived anew under another id while its page is asked for.
            if status not in (200, 404) or (status == 404 and kind != "fact"):
                self.wrong.append(f"{kind}: {status}")

    def edit(self, facts: list[str]) -> None:
        """One editor: accepts its facts one after another and takes every second decision back."""
        with httpx.Client(base_url=self.base, timeout=60, headers=_MINE) as client:
            for number, fact in enumerate(facts):
                if time.monotonic() > self.end:
                    return
                start = time.monotonic()
                answer = client.post(f"/api/facts/{fact}/accept", json={"why": "load"})
                with self._lock:
                    self.took["accept"].append(time.monotonic() - start)
                    if answer.status_code != 200:
                        self.wrong.append(f"accept: {answer.status_code}")
                        continue
                    self.made.append(answer.json()["id"])
                if number % 2:
                    back = client.post(f"/api/decisions/{answer.json()['id']}/withdraw", json={})
                    with self._lock:
                        self.withdrawn.append(answer.json()["id"])
                        if back.status_code != 200:
                            self.wrong.append(f"withdraw: {back.status_code}")
                time.sleep(0.2)


def pages_of(register: Register) -> dict[str, list[str]]:
    """Addresses by kind of page, taken from what the register holds."""
    heads = register.heads(limit=2_000)
    pairs = {tuple(h.record.parties) for h in heads if len(h.record.parties) == 2}
    return {
        "today": ["/"],
        "pair": [f"/pair/{a}/{b}" for a, b in sorted(pairs)][:40],
        "party": [f"/party/{a}" for a, _ in sorted(pairs)][:20],
        "facts": ["/facts", "/facts?kind=meeting", "/facts?kind=target&at=1"],
        "fact": [f"/facts/{head.id}" for head in heads[:200]],
        "article": [f"/articles/{ref.key}" for ref in register.newest_articles(100)],
        "search": ["/search?q=hop tac", "/search?q=bien dong", "/search/typed?q=trung"],
        "sources": ["/sources"],
    }


def measure(register: Path, arguments: argparse.Namespace) -> int:
    with served(str(register), by="load") as desk, open_register(register) as kept:
        pages = pages_of(kept)
        ids = [head.id for head in kept.heads(kinds=("meeting", "statement", "instrument"), limit=4_000)]
        load = Load(desk.base, arguments.seconds)
        workers = [threading.Thread(target=load.read, args=(n, pages)) for n in range(arguments.readers)]
        shares = [ids[n :: arguments.editors] for n in range(arguments.editors)]
        workers += [threading.Thread(target=load.edit, args=(share,)) for share in shares]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        decisions = {one.id: one for one in kept.decisions()}
    for kind in sorted(load.took):
        cut = (
            quantiles(load.took[kind], n=100, method="inclusive") if len(load.took[kind]) > 1 else load.took[kind] * 99
        )
        print(
            f"{kind:<8} {len(load.took[kind]):>6} times  median {cut[49] * 1000:7.0f} ms  p95 {cut[94] * 1000:7.0f} ms"
        )
    lost = [id for id in load.made if id not in decisions]
    lost += [id for id in load.withdrawn if id in decisions and not decisions[id].withdrawn]
    print(f"{len(load.made)} decisions, {len(load.withdrawn)} taken back, {len(lost)} lost; {len(load.wrong)} errors")
    for text in sorted(set(load.wrong))[:10]:
        print(f"  {text}")
    return int(bool(lost or load.wrong))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--register", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--editors", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=60)
    arguments = parser.parse_args()
    if arguments.register:
        sys.exit(measure(arguments.register, arguments))
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "examples.sqlite"
        command = [sys.executable, "-m", "banggiao", "add", str(EXAMPLES), "--register", str(where)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        sys.exit(measure(where, arguments))


if __name__ == "__main__":
    main()
