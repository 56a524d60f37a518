"""Ctrl-C for programs that tests start."""

from __future__ import annotations

import signal


def heed() -> None:
    """For a child process before it begins (`preexec_fn`): a shell that runs the tests behind `&` has had Ctrl-C ignored,
    and what they start would ignore it too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
