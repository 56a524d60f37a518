"""The desk: the register in a browser, on this machine or a team's server.

    app = create_app(register)                     # an ASGI application; `banggiao serve` runs it

Pages are rendered here and readable without script; each has a JSON twin under `/api`. `app.py` puts it together,
`desk.py` holds what every page needs, `guard.py` and `users.py` who may do what, `views/` a file a page. Needs the
extra `web`; importing this package alone does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banggiao.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from banggiao.register import Register
    from banggiao.web.options import Options

__all__ = ["create_app"]


def create_app(register: Register, options: Options | None = None) -> FastAPI:
    """The desk on an open register. Raises UsageError where the extra `web` is not installed."""
    try:
        from banggiao.web.app import build
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "banggiao":
            raise
        raise UsageError(f"The desk needs {error.name}.", hint="Run: pip install 'banggiao[web]'") from error
    return build(register, options)
