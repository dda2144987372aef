"""`hearsay serve` and `hearsay token`: the pages over a ledger, and who may judge on them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from typer import Argument, Option

from hearsay.cli.options import Ledger
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import print_json, tell
from hearsay.cli.show import open_existing
from hearsay.errors import MissingExtra, SettingsError


@dataclass(frozen=True)
class ServeOptions:
    """What `hearsay serve` is told."""

    ledger: Ledger = None
    port: Annotated[int, Option("--port", min=0, max=65535, help="The port.", metavar="N")] = 8000
    host: Annotated[str, Option("--host", help="The address to listen at; others than these see it too.")] = "127.0.0.1"
    allow_judging: Annotated[
        bool, Option("--allow-judging", help="Let those who have a token judge; the ledger is linked again then.")
    ] = False


@dataclass(frozen=True)
class TokenNewOptions:
    """What `hearsay token new` is told."""

    by: Annotated[str, Option("--by", help="Whose judgements it signs.", metavar="NAME", show_default=False)]
    ledger: Ledger = None


@dataclass(frozen=True)
class TokenListOptions:
    """What `hearsay token list` is told."""

    json: Annotated[bool, Option("--json", help="Print JSON Lines, one object a line.")] = False
    ledger: Ledger = None


@dataclass(frozen=True)
class TokenDropOptions:
    """What `hearsay token drop` is told."""

    id: Annotated[str, Argument(help="The id that 'hearsay token list' shows.", show_default=False)]
    ledger: Ledger = None


@command(ServeOptions)
def serve(options: ServeOptions) -> Outcome:
    """Serve a ledger as pages and as an API (/api/v1, /openapi.json): to this machine only, and only to look at.

    **Examples**

    - `hearsay serve`, then open http://127.0.0.1:8000
    - `hearsay serve --ledger team.db --port 9000 --allow-judging`

    Nothing is encrypted: to serve others, put it behind a web server that does (docs/serving.md).
    """
    try:
        from hearsay.api.server import serve as serve_pages
        from hearsay.api.service import ServeSettings
    except ImportError as error:
        raise MissingExtra("hearsay serve", "serve") from error
    with open_existing(options.ledger, read_only=False) as ledger:  # brings an older file to the newest form
        path = ledger.path
        state = ledger.links.linked_state()
        shown = ledger.pages.shown()
        if state and (shown is None or shown.state != state):
            tell("making ready what pages look up …")
            ledger.pages.refresh(state)
    settings = ServeSettings(str(path.absolute()), options.host, options.port, options.allow_judging)
    serve_pages(settings, tell)
    return Outcome.WELL


@command(TokenNewOptions)
def new_token(options: TokenNewOptions) -> Outcome:
    """Make a token with which somebody may judge on a server; it is printed once and kept only as a digest.

    **Examples**

    - `hearsay token new --by mira`
    """
    if not options.by.strip():
        raise SettingsError("--by is empty; give the name that the judgements shall bear.")
    with open_existing(options.ledger, read_only=False) as ledger:
        token = ledger.tokens.add(options.by.strip(), datetime.now(UTC).isoformat(timespec="seconds"))
    print(token)
    return Outcome.WELL


@command(TokenListOptions)
def list_tokens(options: TokenListOptions) -> Outcome:
    """List the tokens: the beginning of each digest, whose it is, and when it was made.

    **Examples**

    - `hearsay token list`
    """
    with open_existing(options.ledger) as ledger:
        rows = list(ledger.tokens.list())
    for row in rows:
        if options.json:
            print_json(row)
        else:
            print(f"{row.id}  {row.made}  {row.by}")
    return Outcome.WELL


@command(TokenDropOptions)
def drop_token(options: TokenDropOptions) -> Outcome:
    """Take a token back: whoever holds it can judge no longer. Judgements that were made with it stay.

    **Examples**

    - `hearsay token drop 1f3870be`
    """
    with open_existing(options.ledger, read_only=False) as ledger:
        if not ledger.tokens.drop(options.id):
            raise SettingsError(f"there is no token '{options.id}'; 'hearsay token list' shows the ids.")
    return Outcome.WELL
