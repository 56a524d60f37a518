"""The whole command line: importing a family adds its commands, in the order in which `--help` lists them."""

from __future__ import annotations

from banggiao.cli.commands import (  # isort: skip - the order is that of the help
    reading,
    asking,
    listing,
    deciding,
    keeping,
    harvesting,
    serving,
    users,
    scaling,
    developing,
)
from banggiao.cli.root import app

__all__ = [
    "app",
    "asking",
    "deciding",
    "developing",
    "harvesting",
    "keeping",
    "listing",
    "reading",
    "scaling",
    "serving",
    "users",
]
