"""The command line: `banggiao COMMAND …`. Commands are thin; each imports what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise

from banggiao.errors import BanggiaoError


def run(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code. Every foreseen error ends as one sentence on stderr."""
    from banggiao.cli.app import app
    from banggiao.cli.notes import wished

    wished.set(_language(sys.argv[1:] if args is None else args))
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

    message, hint = error.message, error.hint
    if lang := wished.get():
        from banggiao import lexicon
        from banggiao.briefs.words import Words

        message, hint = Words(lang, lexicon.load().party_name).error(error)
    print(f"banggiao: {message}", file=sys.stderr)
    if hint:
        print(f"  {hint}", file=sys.stderr)


def _language(args: Sequence[str]) -> str | None:
    """The language of ours that somebody asked for, by the option or in the environment; None for nobody: then errors
    are told as the help is, in English."""
    from banggiao.settings import load_settings

    wishes = [after for option, after in pairwise(args) if option == "--lang"]
    wishes += [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    if wishes:
        return wishes[-1] if wishes[-1] in ("vi", "en") else None
    try:
        return load_settings().lang
    except BanggiaoError:
        return None


def main() -> None:
    """The entry point of the `banggiao` command."""
    sys.exit(run())
