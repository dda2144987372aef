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
    - `hearsay pack check drafts/fr.toml`

    **Exit codes**: 0 no problems, 1 problems were found.
    """
    from hearsay.packs.checker import check_pack
    from hearsay.packs.loading import list_languages

    found = 0
    for pack in options.packs or list_languages():
        problems = check_pack(pack)
        found += len(problems)
        print_line(f"{pack}: {f'{len(problems)} problems' if problems else 'well'}")
        for problem in problems:
            print_line(f"  {problem.where}: {problem.message}")
    return Outcome.FAILED if found else Outcome.WELL


@command(ListOptions)
def list_packs(options: ListOptions) -> Outcome:
    """List the bundled packs."""
    from hearsay.packs.loading import list_languages, load_pack_source, pack_version

    names = ("pack", "language", "own_name", "classes", "patterns")
    rows = []
    for code in list_languages():
        pack = load_pack_source(code)
        language = pack.language
        rows.append((pack_version(code), language.name, language.own_name, len(pack.classes), len(pack.patterns)))
    if options.json:
        for row in rows:
            print_json(dict(zip(names, row, strict=True)))
    else:
        _print_table(names, rows)
    return Outcome.WELL


@command(PackOptions)
def show_pack(options: PackOptions) -> Outcome:
    """Print a bundled pack as it is written.

    **Example**: `hearsay pack show bn > mine.toml`
    """
    from hearsay.cli.read import check_language
    from hearsay.packs.loading import pack_text

    check_language(options.language, "pack show was given")
    typer.echo(pack_text(options.language), nl=False)
    return Outcome.WELL


@command(NewPackOptions)
def new(options: NewPackOptions) -> Outcome:
    """Begin a pack: write the template of a new language.

    **Example**: `hearsay pack new fr` writes fr.toml
    """
    from hearsay.packs.loading import list_languages

    code = options.language
    if not (code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3)):
        raise SettingsError(f"'{code}' is no language code; wanted are two or three small letters of ISO 639, like fr.")
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


def _print_table(names: tuple[str, ...], rows: list[tuple[str, str, str, int, int]]) -> None:
    """Print packs as a table."""
    from hearsay.views.terminal import make_table

    table = make_table()
    for name in names:
        table.add_column(name.replace("_", " "))
    for row in rows:
        table.add_row(*map(str, row))
    make_console().print(table)
