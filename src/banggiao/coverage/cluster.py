"""Groups from scores of pairs: average link, from the most alike upwards."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Scores = Mapping[tuple[int, int], float]


def average_link(count: int, scores: Scores, least: float, cohesion: float, ceiling: float) -> list[list[int]]:
    """The numbers 0 … count-1 in groups, each sorted, by first number.

    scores: how alike two numbers a < b are; a pair that is left out scores 0. Two groups become one while the mean
    score between them is at least `least`, and at least `cohesion` times the mean score within the looser of the two:
    two close-knit groups of one topic stay two, though the same likeness would join two single articles. Within, no
    score counts for more than `ceiling`, so that reprints do not shut out an independent report.
    """
    groups = {n: [n] for n in range(count)}
    within = dict.fromkeys(range(count), 0.0)
    between: dict[int, dict[int, float]] = {n: {} for n in range(count)}
    capped: dict[int, dict[int, float]] = {n: {} for n in range(count)}
    heap = []
    for (a, b), score in scores.items():
        between[a][b] = between[b][a] = score
        capped[a][b] = capped[b][a] = min(score, ceiling)
        if score >= least:
            heap.append((-score, a, b))
    heapq.heapify(heap)
    fresh = count
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups:
            continue
        mean = between[a][b] / (len(groups[a]) * len(groups[b]))
        knit = [_mean_within(within[g], len(groups[g])) for g in (a, b) if len(groups[g]) > 1]
        if knit and mean < cohesion * min(knit):
            continue  # both may grow looser later: then the pair comes again from the larger group
        within[fresh] = within.pop(a) + within.pop(b) + capped[a][b]
        groups[fresh] = sorted(groups.pop(a) + groups.pop(b))
        for links in (between, capped):
            mine, other = links.pop(a), links.pop(b)
            if len(mine) < len(other):
                mine, other = other, mine
            for n, score in other.items():
                mine[n] = mine.get(n, 0.0) + score
            mine.pop(a, None)
            mine.pop(b, None)
            for n, score in mine.items():
                of_n = links[n]
                of_n.pop(a, None)
                of_n.pop(b, None)
                of_n[fresh] = score
            links[fresh] = mine
        size = len(groups[fresh])
        for n, score in between[fresh].items():
            mean = score / (size * len(groups[n]))
            if mean >= least:
                heapq.heappush(heap, (-mean, n, fresh))
        fresh += 1
    return sorted(groups.values())


def _mean_within(total: float, size: int) -> float:
    return total / (size * (size - 1) / 2)
