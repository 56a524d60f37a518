"""Every error that a user may see: one base, and each says what was given and what to do next.

`BanggiaoError` stops the command. `InputError` is the milder kind: it condemns one input (a page, a file), and a
batch reports it and goes on with the next.
"""

from __future__ import annotations


class BanggiaoError(Exception):
    """Base of all errors raised on purpose. The text is a sentence for a person; `hint` is what to do next."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(BanggiaoError):
    """One input cannot be read; the others of the batch can. `source` is its path or URL."""

    exit_code = 2

    def __init__(self, source: str, message: str, *, hint: str = "") -> None:
        super().__init__(f"{source}: {message}", hint=hint)
        self.source = source
        self.reason = message


class LanguageError(InputError):
    """The article is in a language that no grammar here reads."""


class UsageError(BanggiaoError):
    """The words of a call are off: an unknown party, a day that does not exist, an option out of range."""

    exit_code = 2


class LexiconError(BanggiaoError):
    """The data contradicts itself or its schema; the text names file, entry and field."""


class RegisterError(BanggiaoError):
    """The register cannot be opened, is of another version, or could not be written (full disk)."""

    exit_code = 3
