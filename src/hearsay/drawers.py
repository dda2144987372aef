"""Drawers: how notebooks show a record as HTML. Records know nothing of views, so views are registered here from above."""

from collections.abc import Callable
from typing import Any

Drawer = Callable[[Any], str]
_drawers: list[Drawer] = []


def register_drawer(drawer: Drawer) -> None:
    """Take what draws records from now on."""
    _drawers[:] = [drawer]


def draw_html(record: object) -> str | None:
    """Draw a record; None where nothing is registered, and notebooks show its plain form."""
    return _drawers[0](record) if _drawers else None
