"""The command line: `banggiao COMMAND …`. Commands are thin; each imports what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from banggiao.errors import BanggiaoError


def run(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code. Every foreseen error ends as one sentence on stderr."""
    from banggiao.cli.app import app
    from banggiao.cli.notes import arguments

    arguments.set(sys.argv[1:] if args is None else args)
    try:
        app(args=None if args is None else list(args))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    except BanggiaoError as error:
        tell(error)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output (`head`) has left: nothing to say, and nothing to flush to at exit.
        sys.stdout = None
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"banggiao: {where}{error.strerror or error}.", file=sys.stderr)
        return 3
    return 0


def tell(error: BanggiaoError) -> None:
    """An error for a person: what is wrong, and what to do next on a line of its own."""
    from banggiao.cli.notes import wished

    words = wished()
    message, hint = words.error(error) if words else (error.message, error.hint)
    print(f"banggiao: {message}", file=sys.stderr)
    if hint:
        print(f"  {hint}", file=sys.stderr)


def main() -> None:
    """The entry point of the `banggiao` command."""
    sys.exit(run())
