"""How a command ends: exit codes that mean something, and errors in words."""

import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from inspect import signature
from typing import TypeVar, get_type_hints

import typer

from hearsay.errors import HearsayError, SettingsError

Options = TypeVar("Options")


class Outcome(IntEnum):
    """The exit codes."""

    WELL = 0
    FAILED = 1
    WRONG_USAGE = 2
    SOME_REFUSED = 3
    INTERRUPTED = 130  # by Ctrl-C, as shells count it: 128 and the signal's number


def command(options: type[Options]) -> Callable[[Callable[[Options], Outcome]], Callable[..., None]]:
    """Make a function of one record a command: the record's fields are its arguments and options."""

    def decorate(function: Callable[[Options], Outcome]) -> Callable[..., None]:
        @wraps(function)
        def run(**given: object) -> None:
            raise typer.Exit(int(_end(lambda: function(options(**given)))))

        run.__signature__ = signature(options)  # type: ignore[attr-defined]
        run.__annotations__ = get_type_hints(options, include_extras=True)
        return run

    return decorate


def _end(work: Callable[[], Outcome]) -> Outcome:
    """Run a command's work; errors are told on standard error and become its exit code."""
    try:
        outcome = work()
        sys.stdout.flush()
    except HearsayError as error:
        typer.echo(f"hearsay: {error}", err=True)
        return Outcome.WRONG_USAGE if isinstance(error, SettingsError) else Outcome.FAILED
    except KeyboardInterrupt:
        return Outcome.INTERRUPTED
    return outcome
