"""The house rules that no linter knows: how long functions and modules may be, and what names may not be."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("src", "bench", "tools") for path in (ROOT / room).rglob("*.py"))
FUNCTION_LINES = 60
MODULE_LINES = 500
BANNED = {"utils", "util", "helpers", "helper", "manager", "info", "obj"}


def name_module(path: Path) -> str:
    """Name a module by its place."""
    return path.relative_to(ROOT).as_posix()


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines, its docstring excluded."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_modules_and_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf8")
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert source.count("\n") <= MODULE_LINES
    assert [node.name for node in functions if body_length(node) > FUNCTION_LINES] == []


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_names_say_what_they_mean(path: Path) -> None:
    found = set(re.split(r"[^a-z]+", path.stem)) | {
        word for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))) for word in name_words(node)
    }
    assert found & BANNED == set()


def name_words(node: ast.AST) -> list[str]:
    """Return the words of the name that a node gives, if it gives one."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
            return re.findall("[a-z]+", name.lower())
        case ast.Name(id=name, ctx=ast.Store()):
            return re.findall("[a-z]+", name.lower())
        case _:
            return []


def test_no_path_of_a_machine_is_in_the_project() -> None:
    texts = [path for room in ("src", "bench", "tools", "docs", "tests") for path in (ROOT / room).rglob("*")]
    texts = [path for path in texts if path.suffix in {".py", ".md", ".toml", ".sql", ".html", ".css", ".json"}]
    machine = re.compile(r"(?<![\w.])/(?:root|home|tmp|opt|work)/\w")
    assert [name_module(path) for path in texts if machine.search(path.read_text(encoding="utf8"))] == []
