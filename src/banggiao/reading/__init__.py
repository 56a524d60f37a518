"""The reading room: an `Article` becomes a `Reading`. Pure, deterministic, no I/O."""

from banggiao.reading.pipeline import READER, Reader

__all__ = ["READER", "Reader"]
