"""Banggiao reads what the press reports about diplomacy and keeps a sourced, dated register of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0.dev0"
__all__ = ["Reading", "Story", "__version__", "read", "read_many", "read_text", "scan", "stories"]

if TYPE_CHECKING:
    from banggiao.api import Story, read, read_text, stories
    from banggiao.model import Reading
    from banggiao.scale.many import read_many, scan


def __getattr__(name: str) -> Any:
    # `import banggiao` stays cheap: the reader is imported when first asked for.
    if name in ("Story", "read", "read_text", "stories"):
        from banggiao import api

        return getattr(api, name)
    if name in ("read_many", "scan"):
        from banggiao.scale import many

        return getattr(many, name)
    if name == "Reading":
        from banggiao.model import Reading

        return Reading
    raise AttributeError(f"module 'banggiao' has no attribute {name!r}")
