"""What the surroundings decide: read once, handed on as one object. Nothing else in the house reads the environment.

BANGGIAO_REGISTER: file or `postgresql://` URL of the register. BANGGIAO_LANG: `vi` or `en` for what is printed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from banggiao.errors import UsageError

APP = "banggiao"


@dataclass(slots=True, frozen=True)
class Settings:
    """register: a path or a database URL. lang: language of answers, None to go by the locale."""

    register: str
    lang: str | None = None


def data_folder() -> Path:
    """The user's data folder for this program; it need not exist yet."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment. Raises UsageError for a language that the program does not speak."""
    env = os.environ if environment is None else environment
    lang = env.get("BANGGIAO_LANG") or None
    if lang not in (None, "vi", "en"):
        raise UsageError(f"BANGGIAO_LANG is {lang!r}.", hint="Set it to vi or en, or leave it out.")
    return Settings(register=env.get("BANGGIAO_REGISTER") or str(data_folder() / "register.sqlite"), lang=lang)


def who_decides(name: str | None = None) -> str:
    """Who decides: as given, else the name of the system's user. Raises UsageError where nobody is named."""
    import getpass

    try:
        who = (name or getpass.getuser()).strip()
    except (KeyError, OSError):
        who = ""
    if not who:
        raise UsageError("Nobody is named who decides this.", hint="Say who: --by NAME, or set BANGGIAO_USER.")
    return who
