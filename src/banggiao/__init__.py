"""Banggiao reads what the press reports about diplomacy and keeps a sourced, dated register of it."""

__version__ = "0.1.0.dev0"
