"""The commands by name."""

from typing import Annotated

import typer

from hearsay.cli import demo, entities, export, gather, judge, link, pack, read, serve, show, watch
from hearsay.cli.outcomes import Outcome

app = typer.Typer(
    name="hearsay",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
packs = typer.Typer(no_args_is_help=True, help="Check, list, show or begin language packs.")
app.add_typer(packs, name="pack")
entity_tables = typer.Typer(no_args_is_help=True, help="Look entities up, check your own, build them from Wikidata.")
app.add_typer(entity_tables, name="entities")
tokens = typer.Typer(
    no_args_is_help=True, help="Make, list or take back the tokens of those who may judge on a server."
)
app.add_typer(tokens, name="token")

app.command("gather")(gather.gather)
app.command("read")(read.read)
app.command("link")(link.link)
app.command("show")(show.show)
app.command("why")(judge.why)
app.command("judge")(judge.judge)
app.command("export")(export.export)
app.command("watch")(watch.watch)
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)
packs.command("check")(pack.check)
packs.command("list")(pack.list_packs)
packs.command("show")(pack.show_pack)
packs.command("new")(pack.new)
entity_tables.command("show")(entities.show)
entity_tables.command("list")(entities.list_all)
entity_tables.command("check")(entities.check)
entity_tables.command("build")(entities.build)
tokens.command("new")(serve.new_token)
tokens.command("list")(serve.list_tokens)
tokens.command("drop")(serve.drop_token)


def _print_version(is_asked: bool) -> None:
    """Print the version and leave."""
    if is_asked:
        from importlib.metadata import version

        typer.echo(f"hearsay {version('hearsay')}")
        raise typer.Exit(Outcome.WELL)


@app.callback()
def hearsay(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who says so? hearsay reads news reports and keeps a ledger of claims: what is said, on whose word, through whom.

    **Examples**

    - `hearsay demo` reads a dozen bundled reports and writes a page
    - `hearsay read report.txt --published 2023-09-05` shows one report with its words marked
    - `hearsay read reports/ --html page.html` reads a folder and writes a page
    - `hearsay gather SOURCES.toml` brings in what outlets publish
    - `hearsay show sources` tells who said how much

    **Exit codes**: 0 all well, 1 a failure, 2 wrong usage, 3 some reports were refused.
    """
