"""Compile the tables of entities into src/hearsay/packs/entities.jsonl, which loads many times faster than the TOML files.

python tools/build_entities.py [--check]     --check writes nothing and ends with 1 if the compiled table is stale
"""

import sys
from pathlib import Path

from hearsay.packs.entity_files import COMPILED, compile_entities

FILE = Path(__file__).parents[1] / "src/hearsay/packs" / COMPILED


def is_fresh() -> bool:
    """Tell whether the compiled table is as it would be made now."""
    return FILE.is_file() and FILE.read_bytes() == compile_entities()


def main(arguments: list[str]) -> int:
    """Write the compiled table, or say that it is stale."""
    if is_fresh():
        return 0
    if "--check" in arguments:
        print(f"{FILE.name} is stale: run python tools/build_entities.py")
        return 1
    FILE.write_bytes(compile_entities())
    print(f"wrote {FILE.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
