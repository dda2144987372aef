"""The public surface: what is exported is there and told, and nothing is undocumented."""

import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

import hearsay


def find_modules() -> Iterator[ModuleType]:
    """Find the package and every module in it."""
    yield hearsay
    for module in pkgutil.walk_packages(hearsay.__path__, "hearsay."):
        yield import_module(module.name)


def find_undocumented(module: ModuleType) -> Iterator[str]:
    """Find the public functions, classes and methods of a module that do not say what they do."""
    if not module.__doc__:
        yield module.__name__
    for name, member in vars(module).items():
        if name.startswith("_") or getattr(member, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(member) and not member.__doc__:
            yield f"{module.__name__}.{name}"
        if inspect.isclass(member):
            yield from (f"{module.__name__}.{name}.{method}" for method in find_silent_methods(member))


def find_silent_methods(kind: type) -> Iterator[str]:
    """Find what a class does not tell: itself, its public methods and properties."""
    if not vars(kind).get("__doc__"):
        yield ""
    for name, member in vars(kind).items():
        told = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
        if not name.startswith("_") and inspect.isfunction(told) and not told.__doc__:
            yield name


def test_everything_exported_is_there() -> None:
    assert hearsay.__all__ == sorted(hearsay.__all__)
    assert [name for name in hearsay.__all__ if not hasattr(hearsay, name)] == []


@pytest.mark.parametrize("name", [name for name in hearsay.__all__ if not name.startswith("__")])
def test_everything_exported_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(hearsay, name))


def test_what_is_not_exported_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        hearsay.write  # noqa: B018


@pytest.mark.parametrize("module", list(find_modules()), ids=lambda module: module.__name__)
def test_nothing_is_undocumented(module: ModuleType) -> None:
    assert list(find_undocumented(module)) == []


def test_importing_loads_no_extra_and_no_command_line() -> None:
    heavy = "{'trafilatura', 'lxml', 'pyarrow', 'pandas', 'polars', 'typer', 'rich', 'py3langid'}"
    program = f"import sys, hearsay; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"
