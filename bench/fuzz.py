"""Reads many spoilt articles: none may crash the reader, give evidence outside its text, or take far longer than most.

    python bench/fuzz.py 100000 --seed 7 [--texts FOLDER]

Articles (the shipped examples, or the .txt files of a folder) are cut, doubled, shuffled, put in capitals, decomposed
and mixed with signs that have broken readers before. The same seed makes the same articles. Prints each new kind of
crash once, with what to run to see it again, and exits with 1 if there was any or if a reading took more than 50 times
the median.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import banggiao
from banggiao.errors import BanggiaoError

SLOW = 50  # times the median
FLOOR = 0.02  # seconds; below this a machine's own hiccups are larger than any difference
DAYS = (None, "2018", "2018-02", "2016-02-29")
SIGNS = [
    "(", ")", '"', "“", "\n", "-", "/", "|", "...", "\r\n", "\u0301", "\u200b", "\ufeff", "\ufffd", "\x85", "𝒜", "İ",
    "31/2", "99/99/2018", "24/7", "1.2.3,4%", "50/50", "năm 0000", "ASEAN + 1", "lần thứ", "thứ 8", "quý IV", "tỷ USD",
    "khoá 99999999999999999999", "hai bên", "ông",
]  # fmt: skip


def main() -> int:
    """Runs; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", default=2000, help="how many articles (2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=Path, help="a folder of .txt articles; default: the shipped examples")
    asked = parser.parse_args()
    texts = sources(asked.texts)
    chance = random.Random(asked.seed)
    banggiao.read_text(texts[0], id="first")  # loads the lexicon, so that the first article is not the slowest
    crashes: dict[tuple[str, ...], int] = {}
    took: list[tuple[float, int]] = []
    for number in range(asked.number):
        text, published = spoilt(chance, texts), chance.choice(DAYS)
        start = time.process_time()  # wall time of a machine that does other things too once called 55 articles slow
        try:
            reading = banggiao.read_text(text, id=str(number), published=published)
            for record in reading.records:
                assert all(0 <= first < last <= len(text) for first, last in record.evidence), record
        except BanggiaoError:
            continue
        except Exception:  # every crash is what is looked for
            where = tuple(traceback.format_exc().splitlines()[-4:])
            if where not in crashes:
                print(f"article {number} of seed {asked.seed}:", *where, sep="\n  ")
            crashes[where] = crashes.get(where, 0) + 1
            continue
        seconds = time.process_time() - start
        if seconds > FLOOR:  # the garbage of a hundred thousand articles once took 100 ms in the midst of a quick one
            seconds = min(seconds, again(text, number, published), again(text, number, published))
        took.append((seconds, number))
    return told(asked.number, crashes, took)


def again(text: str, number: int, published: str | None) -> float:
    """Seconds of processor time that reading it takes once more."""
    start = time.process_time()
    banggiao.read_text(text, id=str(number), published=published)
    return time.process_time() - start


def told(number: int, crashes: dict[tuple[str, ...], int], took: list[tuple[float, int]]) -> int:
    """Prints the sum; returns the exit code."""
    median = statistics.median(seconds for seconds, _ in took) if took else 0.0
    slow = [(seconds, article) for seconds, article in took if seconds > max(FLOOR, SLOW * median)]
    worst = max(took, default=(0.0, 0))
    print(f"{number} articles, {sum(crashes.values())} crashes of {len(crashes)} kinds; median {median * 1000:.1f} ms,")
    print(f"longest {worst[0] * 1000:.1f} ms (article {worst[1]}); {len(slow)} above {SLOW} times the median")
    return int(bool(crashes or slow))


def sources(folder: Path | None) -> list[str]:
    """The articles to spoil."""
    if folder is None:
        entries = sorted((files("banggiao") / "examples").iterdir(), key=lambda entry: entry.name)
        return [entry.read_text(encoding="utf-8") for entry in entries if entry.name.endswith(".txt")]
    found = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not found:
        sys.exit(f"{folder}: no .txt file there")
    return found


def spoilt(chance: random.Random, texts: list[str]) -> str:
    """One article with 1 to 12 things done to it."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 12)):
        first = chance.randint(0, len(text))
        last = min(len(text), first + chance.randint(0, 60))
        text = chance.choice(DEEDS)(chance, text, first, last, texts) or "x"
    return text


Deed = Callable[[random.Random, str, int, int, list[str]], str]
DEEDS: tuple[Deed, ...] = (
    lambda chance, text, first, last, texts: text[:first] + text[last:],
    lambda chance, text, first, last, texts: text[:first] + text[first:last] * chance.randint(1, 5) + text[last:],
    lambda chance, text, first, last, texts: text[:first] + chance.choice(SIGNS) + text[first:],
    lambda chance, text, first, last, texts: text[last:] + text[:first],
    lambda chance, text, first, last, texts: text[:first] + text[first:last].upper() + text[last:],
    lambda chance, text, first, last, texts: unicodedata.normalize("NFD", text),
    lambda chance, text, first, last, texts: text[:first] + chance.choice(texts)[:300] + text[first:],
    lambda chance, text, first, last, texts: text[:first] + shuffled(chance, text) + text[first:],
    lambda chance, text, first, last, texts: text.replace("\n", " "),
)


def shuffled(chance: random.Random, text: str) -> str:
    """Twenty of a text's words in any order."""
    words = text.split(" ")
    return " ".join(chance.sample(words, min(20, len(words))))


if __name__ == "__main__":
    sys.exit(main())
