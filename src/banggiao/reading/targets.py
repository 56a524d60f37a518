"""Targets of an article."""

from __future__ import annotations

from banggiao.reading.document import Document


def find_targets(doc: Document) -> None:
    """Adds to `doc` what the article says."""
