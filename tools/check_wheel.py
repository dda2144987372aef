"""Check that a wheel holds every file of the package: packs, SQL, style sheets and page templates as well as modules.

python tools/check_wheel.py WHEEL
"""

import sys
from pathlib import Path
from zipfile import ZipFile

SOURCE = Path(__file__).parents[1] / "src"


def find_files(folder: Path) -> set[str]:
    """Find the files that the package is made of."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if not any(map(is_left_over, path.parts))}


def is_left_over(name: str) -> bool:
    """Tell whether a file or folder was left by a tool: caches, compiled modules."""
    return name.startswith((".", "__pycache__")) or name.endswith((".pyc", ".egg-info"))


def main(wheel: str) -> int:
    """Tell what is missing from a wheel."""
    wanted = find_files(SOURCE)
    with ZipFile(wheel) as archive:
        missing = sorted(wanted - set(archive.namelist()))
    for name in missing:
        print(f"{wheel} lacks {name}")
    kinds = ", ".join(sorted({Path(name).suffix for name in wanted if Path(name).suffix}))
    print(f"{Path(wheel).name}: {len(wanted) - len(missing)} of {len(wanted)} files ({kinds})")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
