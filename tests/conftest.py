"""What tests of several rooms share: paths, a register of the test's own, and a PostgreSQL server.

The server is our own fixture: `initdb` refuses to run for root, and root is who runs the tests in a container, so it is
started as an unprivileged user.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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


def _postgres_program(name: str) -> str | None:
    """The newest installed server's program. Debian keeps them off the PATH."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name.split(".")[0]))
    found = [home / name for home in homes if (home / name).exists()]
    return str(found[-1]) if found else shutil.which(name)


def _unprivileged() -> dict[str, Any]:
    """Arguments of `subprocess` that step down from root; none for anybody else."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    pytest.skip("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int, server: subprocess.Popen[bytes], seconds: float = 30) -> bool:
    """Whether the server takes connections before the time is up; False at once if it has ended."""
    import psycopg

    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(f"postgresql://banggiao@127.0.0.1:{port}/postgres", connect_timeout=2).close()
            return True
        except psycopg.OperationalError:
            time.sleep(0.05)
    return False


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests do, or the one of BANGGIAO_TEST_POSTGRES.

    Skips, with the reason, where no server can be had.
    """
    pytest.importorskip("psycopg", reason="the extra `postgres` is not installed")
    if given := os.environ.get("BANGGIAO_TEST_POSTGRES"):
        yield given
        return
    initdb, postgres = _postgres_program("initdb"), _postgres_program("postgres")
    if not (initdb and postgres):
        pytest.skip("no PostgreSQL server installed (Debian: apt-get install postgresql)")
    as_user = _unprivileged()
    # Not under pytest's own temporary folder, which only the user who runs the tests may enter.
    home = Path(tempfile.mkdtemp(prefix="banggiao-postgres-"))
    log = home / "log"
    try:
        if as_user:
            os.chown(home, as_user["user"], as_user["group"])
        options: dict[str, Any] = {**as_user, "cwd": home, "stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
        data = str(home / "data")
        with log.open("wb") as out:
            subprocess.run(
                [initdb, "-D", data, "-U", "banggiao", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
                check=True,
                stdout=out,
                **options,
            )
            # Another program may take the port between our look and the server's: hence more than one try.
            for _ in range(3):
                port = _free_port()
                command = [postgres, "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", str(home)]
                server = subprocess.Popen([*command, "-c", "fsync=off"], stdout=out, **options)
                if _answers(port, server):
                    break
                _stop(server)
            else:
                pytest.fail(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            yield f"postgresql://banggiao@127.0.0.1:{port}/postgres"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Fast shutdown: open connections are cut."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database for one test."""
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{postgres_url.rsplit('/', 1)[0]}/{name}"
    finally:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
