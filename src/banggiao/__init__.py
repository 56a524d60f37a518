"""Banggiao reads what the press reports about diplomacy and keeps a sourced, dated register of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0.dev0"
__all__ = [
    "Questions",
    "Reading",
    "Story",
    "__version__",
    "as_data",
    "open_register",
    "read",
    "read_many",
    "read_text",
    "scan",
    "stories",
]

if TYPE_CHECKING:
    from banggiao.api import Story, read, read_text, stories
    from banggiao.briefs.questions import Questions, as_data
    from banggiao.model import Reading
    from banggiao.register import open_register
    from banggiao.scale.many import read_many, scan

# `import banggiao` stays cheap: a name's room is imported when the name is first asked for.
_ROOMS = {
    "Questions": "briefs.questions",
    "Reading": "model",
    "Story": "api",
    "as_data": "briefs.questions",
    "open_register": "register",
    "read": "api",
    "read_many": "scale.many",
    "read_text": "api",
    "scan": "scale.many",
    "stories": "api",
}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    raise AttributeError(f"module 'banggiao' has no attribute {name!r}")
