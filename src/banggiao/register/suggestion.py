"""What the register leaves for a person to decide about names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


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
