"""What tests of several rooms share: paths, a register of the test's own, and a PostgreSQL server."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .servers import NoServerError, postgres_server

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _register_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may touch the register of the person who runs it."""
    monkeypatch.setenv("BANGGIAO_REGISTER", str(tmp_path / "register.sqlite"))
    monkeypatch.delenv("BANGGIAO_LANG", raising=False)


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example articles that the package ships."""
    return PROJECT / "src" / "banggiao" / "examples"


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """The folder of labelled articles beside the checkout; skips where there is none."""
    folder = PROJECT.parent / "shared" / "gold"
    if not (folder / "score.py").is_file():
        pytest.skip("no labelled articles beside the project (../shared/gold)")
    return folder


# -- PostgreSQL --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests do, or the one of BANGGIAO_TEST_POSTGRES.

    Skips, with the reason, where no server can be had.
    """
    pytest.importorskip("psycopg", reason="the extra `postgres` is not installed")
    if given := os.environ.get("BANGGIAO_TEST_POSTGRES"):
        yield given
        return
    with ExitStack() as stack:
        try:
            url = stack.enter_context(postgres_server())
        except NoServerError as reason:
            pytest.skip(str(reason))
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database for one test, in a language, as most servers are set up: text is not compared letter
    by letter there unless a column says so."""
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        try:
            connection.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN'")
        except psycopg.Error:  # before PostgreSQL 15, or built without ICU
            connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{postgres_url.rsplit('/', 1)[0]}/{name}"
    finally:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
