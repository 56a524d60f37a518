"""A PostgreSQL server of our own, for tests and measurements.

`initdb` refuses to run for root, and root is who runs the tests in a container, so it is started as an unprivileged
user.
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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class NoServerError(Exception):
    """Why no server can be had here."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a server that lives as long as the context. Raises NoServerError where none can be had."""
    initdb, postgres = _postgres_program("initdb"), _postgres_program("postgres")
    if not (initdb and postgres):
        raise NoServerError("no PostgreSQL server installed (Debian: apt-get install postgresql)")
    as_user = _unprivileged()
    # Not under a temporary folder of the caller's, which only the user who runs the tests may enter.
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
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}")
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
    raise NoServerError("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody")


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
