"""`hearsay pack`: check, list, show and begin language packs."""

from importlib.resources import files
from pathlib import Path

import typer

from hearsay.cli.options import CheckOptions, ListOptions, NewPackOptions, PackOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, print_json, print_line
from hearsay.errors import PackError, SettingsError

TEMPLATE = "template.toml"
# The code that stands in the template for the language's own.
PLACEHOLDER = "xx"


@command(CheckOptions)
def check(options: CheckOptions) -> Outcome:
    """Check packs: keys, spelling, every pattern on its own examples, sentences that must stay silent.

    **Examples**

    - `hearsay pack check` checks all bundled packs
    - `hearsay pack check bn`
    - `hearsay pack check drafts/cy.toml`

    **Exit codes**: 0 no problems, 1 problems were found.
    """
    from hearsay.packs.loading import list_languages
    from hearsay.reading.checker import check_pack

    found = 0
    for pack in options.packs or list_languages():
        problems = check_pack(pack)
        found += len(problems)
        noun = "problem" if len(problems) == 1 else "problems"
        print_line(f"{pack}: {f'{len(problems)} {noun}' if problems else 'well'}")
        for problem in problems:
            print_line(f"  {problem.where}: {problem.message}")
    return Outcome.FAILED if found else Outcome.WELL


@command(ListOptions)
def list_packs(options: ListOptions) -> Outcome:
    """List the bundled packs and how much each knows."""
    from msgspec import to_builtins

    from hearsay.packs.loading import list_languages, load_pack_source, pack_version
    from hearsay.packs.summary import summarise

    rows = [{"pack": pack_version(code), **to_builtins(summarise(load_pack_source(code)))} for code in list_languages()]
    if options.json:
        for row in rows:
            print_json(row)
    else:
        _print_table(rows)
    return Outcome.WELL


@command(PackOptions)
def show_pack(options: PackOptions) -> Outcome:
    """Show what a pack holds: its reporting words by class, its patterns with an example each.

    **Examples**

    - `hearsay pack show bn`
    - `hearsay pack show bn --toml > mine.toml` prints it as it is written
    """
    from hearsay.cli.read import check_language
    from hearsay.packs.loading import load_pack_source, pack_text, pack_version
    from hearsay.views.packs import show_pack as show

    check_language(options.language, "pack show was given")
    if options.toml:
        typer.echo(pack_text(options.language), nl=False)
    else:
        make_console().print(show(load_pack_source(options.language), pack_version(options.language)))
    return Outcome.WELL


@command(NewPackOptions)
def new(options: NewPackOptions) -> Outcome:
    """Begin a pack: write the template of a new language.

    **Example**: `hearsay pack new cy` writes cy.toml
    """
    from hearsay.packs.loading import list_languages

    code = options.language
    if not (code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3)):
        raise SettingsError(f"'{code}' is no language code; wanted are two or three small letters of ISO 639, like cy.")
    if code in list_languages():
        raise SettingsError(f"there is a pack for '{code}' already: 'hearsay pack show {code}' prints it.")
    out = options.out or Path(f"{code}.toml")
    _write_template(code, out)
    print_line(f"wrote {out}: fill in words, write patterns with examples, then run 'hearsay pack check {out}'.")
    return Outcome.WELL


def _write_template(code: str, out: Path) -> None:
    """Write the template; a file that is there is never overwritten."""
    template = (files("hearsay.packs") / TEMPLATE).read_text(encoding="utf8")
    try:
        with out.open("x", encoding="utf8") as file:
            file.write(template.replace(f'"{PLACEHOLDER}', f'"{code}'))
    except FileExistsError as error:
        raise PackError(f"{out} is there already; name another file with --out.") from error
    except OSError as error:
        raise PackError(f"{out} cannot be written: {error.strerror}; name another file with --out.") from error


def _print_table(rows: list[dict[str, str]]) -> None:
    """Print packs as a table."""
    from hearsay.views.terminal import make_table

    table = make_table()
    names = [name for name in rows[0] if name != "classes"]  # so that the rest fits into 80 columns
    for name in names:
        table.add_column(name.replace("_", " "))
    for row in rows:
        table.add_row(*(str(row[name]) for name in names))
    make_console().print(table)
