"""Why names are taken for one thing's, and what is left for a person to decide about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Because(NamedTuple):
    """Why a name is taken for the same thing's as the one that stands for all. score: 0 to 1, 1 for what somebody said.
    reason: in words. by: another name, which is the same thing's, if it is that one which this name is like."""

    score: float
    reason: str
    by: str = ""


SAID = Because(1.0, "somebody said so")


@dataclass(slots=True, frozen=True)
class Suggestion:
    """Something for a person to decide. `merge`: two names may be one person's. `namesakes`: one name may be two
    people's, who are told apart by their posts. `agreement`: two names may be one agreement's, of `parties`. party: a
    person's. score: 0 to 1. reason: in words."""

    kind: Literal["merge", "namesakes", "agreement"]
    party: str
    names: list[str]
    score: float
    reason: str
    parties: list[str] = field(default_factory=list)
