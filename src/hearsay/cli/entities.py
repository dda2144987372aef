"""`hearsay entities`: look up who a name is, check entities of one's own, build the tables from Wikidata."""

import sys
from typing import TYPE_CHECKING, Any

from hearsay.cli.options import BuildOptions, EntitiesOptions, EntityCheckOptions, EntityOptions
from hearsay.cli.outcomes import Outcome, command
from hearsay.cli.output import make_console, print_json, print_line, tell
from hearsay.errors import HearsayError

if TYPE_CHECKING:
    from hearsay.packs.entity_schema import Entity
    from hearsay.packs.wikidata_build import Build, BuildState


@command(EntityOptions)
def show(options: EntityOptions) -> Outcome:
    """Show which entity a name is: its kind, its names in all languages, its offices with their terms.

    **Examples**

    - `hearsay entities show 新华社`
    - `hearsay entities show "Angela Merkel" --json`
    - `hearsay entities show Q159`

    **Exit codes**: 0 found, 1 no entity has this name or id.
    """
    from hearsay.packs.entity_files import load_entities
    from hearsay.packs.entity_lookup import find_entities, with_all_names
    from hearsay.views.entities import show_entity

    found = find_entities(options.name)
    if not found:
        raise HearsayError(f"no entity is called '{options.name}'; docs/entities.md tells how to add one of your own.")
    for entity in map(with_all_names, found):
        if options.json:
            print_json(_row(entity))
        else:
            make_console().print(show_entity(entity, load_entities()))
    return Outcome.WELL


@command(EntitiesOptions)
def list_all(options: EntitiesOptions) -> Outcome:
    """List the entities that hearsay knows, your own ones included.

    **Examples**

    - `hearsay entities list --kind agency`
    - `hearsay entities list --kind place --lang bn`
    - `hearsay entities list --json > entities.jsonl` prints each with its names in all languages
    """
    from hearsay.packs.entity_lookup import list_entities, with_all_names
    from hearsay.records import MentionKind
    from hearsay.views.entities import show_entities

    entities = map(with_all_names, list_entities(MentionKind(options.kind) if options.kind else None))
    if not options.json:
        make_console().print(show_entities(entities, options.lang))
        return Outcome.WELL
    for entity in entities:
        print_json(_row(entity))
    return Outcome.WELL


def _row(entity: "Entity") -> dict[str, Any]:
    """Return an entity as a row of JSON with every field, also the empty ones."""
    import msgspec

    row = {field: getattr(entity, field) for field in entity.__struct_fields__ if field != "stands_alone"}
    offices = ({**dict.fromkeys(("role", "of", "from", "until"), ""), **msgspec.to_builtins(o)} for o in entity.offices)
    return {**row, "offices": list(offices)}


@command(EntityCheckOptions)
def check(options: EntityCheckOptions) -> Outcome:
    """Check entities of your own: keys, kinds, states, dates, domains, and names that somebody else bears.

    **Example**: `hearsay entities check mine.toml`, then `HEARSAY_ENTITIES=mine.toml hearsay read report.txt`

    **Exit codes**: 0 no problems, 1 problems were found.
    """
    from hearsay.packs.entity_checks import check_own_entities

    found = check_own_entities(options.path)
    count = len(found.problems)
    verdict = f"{count} problem{'' if count == 1 else 's'}" if count else "well"
    print_line(f"{options.path}: {verdict}, {found.tables} read")
    for problem in found.problems:
        print_line(f"  {problem}")
    for note in found.notes:
        print_line(f"  note: {note}")
    return Outcome.FAILED if count else Outcome.WELL


@command(BuildOptions)
def build(options: BuildOptions) -> Outcome:
    """Build tables of entities from a Wikidata dump: states, cities, leaders with terms, newsrooms, organisations.

    **Examples**

    - `hearsay entities build --wikidata latest-all.json.gz --out entities`
    - `hearsay entities build --wikidata latest-all.json.gz --out entities --resume` goes on after an interruption
    - `HEARSAY_ENTITIES=entities hearsay read report.txt` reads with them

    The dump is read once, line by line; lines that cannot be read are counted and told.
    """
    from hearsay.packs.wikidata import load_choice
    from hearsay.packs.wikidata_build import Build

    work = Build(options.wikidata, options.out, load_choice(options.classes), options.resume)
    state = _watch_build(work)
    for told in state.told:
        tell(f"bad {told}")
    if state.bad > len(state.told):
        tell(f"bad lines: {state.bad - len(state.told)} more")
    tell(f"read {state.lines} lines · kept {state.kept} items · {state.bad} bad lines · tables in {options.out}")
    return Outcome.WELL


def _watch_build(work: "Build") -> "BuildState":
    """Run a build, with a bar where a person looks: bytes of the packed dump, their rate, and the time that remains."""
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[kept]} kept"),
    )
    with Progress(*columns, console=make_console(is_error=True), disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("dump", total=None, kept=0)
        for state in work.run():
            progress.update(task, total=work.size, completed=work.done, kept=state.kept)
    return work.state
