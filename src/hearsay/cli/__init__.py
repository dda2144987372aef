"""The command line. Everything but typer is imported when a command needs it, so that `--help` comes at once."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from hearsay.cli.app import app

    # Text comes out as UTF-8 wherever a terminal or a file would not take Bengali as it is.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf8", errors="replace")
    app()
