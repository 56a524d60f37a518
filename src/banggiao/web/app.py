"""The desk put together: guard, files, pages, their JSON twins, errors."""

from __future__ import annotations

from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from banggiao import __version__, lexicon
from banggiao.register import Register
from banggiao.web import failing
from banggiao.web.desk import Desk
from banggiao.web.forms import from_this_desk
from banggiao.web.guard import Guard
from banggiao.web.memory import Memory
from banggiao.web.options import Options
from banggiao.web.users import current_user
from banggiao.web.views import ROUTERS, signing
from banggiao.web.work import Works

_STATIC = Path(__file__).with_name("static")


def build(register: Register, options: Options | None = None) -> FastAPI:
    """See `banggiao.web.create_app`."""
    chosen = options or Options()
    # No pages of documentation by FastAPI: they load their script from elsewhere. The description itself is served.
    app = FastAPI(
        title="Banggiao",
        version=__version__,
        description="The register of diplomacy as the press reports it. Every fact carries the words that it rests on.",
        license_info={"name": "Apache-2.0"},
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = Desk(register, lexicon.load(), chosen, Memory(register))
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.state.tries = signing.Tries()
    app.state.works = Works()
    app.include_router(signing.router, dependencies=[Depends(from_this_desk)])
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(current_user), Depends(from_this_desk)])
    failing.install(app)
    app.add_middleware(Guard, hosts=chosen.hosts, failed=failing.unforeseen)
    return app
