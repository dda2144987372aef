"""What all tests share: Hypothesis profiles, the option --update, and where tests that need a browser are left out."""

import os
import shutil

import pytest
from hypothesis import settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# No deadlines: a busy machine would make the slowest example fail, and speed is measured in bench/. In CI the examples
# are the same at every run, so that a change is never blamed for what an older one left undiscovered.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update: what the program printed replaces what was expected, for a person to review in the diff."""
    parser.addoption("--update", action="store_true", help="rewrite golden reports and console examples")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out tests marked `browser` where there is none."""
    if any(map(shutil.which, BROWSERS)):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=f"needs one of {', '.join(BROWSERS)}: apt-get install chromium"))
