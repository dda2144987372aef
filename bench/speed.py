"""Speed and memory of reading, beside a naive baseline on the same texts in the same run: trust the ratio.

Both run in one process on one core, warmed up first, the best of three passes each, so that neither pays for loading.
Memory is the most that a fresh process held after 1,000 and after 10,000 reports (getrusage).
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import hearsay
from bench.naive import read_naively

# What a busy machine may cost of a ratio: both sides run on it, yet not at the same moment. Memory hardly varies.
SLACK = {"en ratio to naive": 0.4, "bn ratio to naive": 0.4, "memory flat": 0.05}

_PASSES = 3
_TEXTS = 60  # a few hundred kilobytes: enough for a steady figure, little enough for a bench run often

_MEMORY = """
import resource, sys, json
import hearsay
texts = json.load(sys.stdin)
for number in range(10_000):
    hearsay.read(texts[number % len(texts)], lang="en", published="2023-09-05")
    if number == 999:
        early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def scores(data: Path) -> dict[str, float]:
    """Measure both languages, and how flat memory stays; ratios get floors, absolute speeds are only printed."""
    texts = {"en": load_english(data), "bn": load_bengali(data)}
    figures = {f"{language} ratio to naive": compare_speed(some, language) for language, some in texts.items()}
    return figures | {"memory flat": measure_memory(texts["en"])}


def load_english(data: Path) -> list[str]:
    """Load English news."""
    lines = (data / "attribution/polnear/dev.jsonl").read_text(encoding="utf8").splitlines()
    return [json.loads(line)["text"] for line in lines[:_TEXTS]]


def load_bengali(data: Path) -> list[str]:
    """Load Bengali news."""
    lines = (data / "stories/ntrex/docs.jsonl").read_text(encoding="utf8").splitlines()
    reports = (json.loads(line) for line in lines)
    return [report["text"] for report in reports if report["lang"] == "bn"][:_TEXTS]


def compare_speed(texts: list[str], language: str) -> float:
    """Print both speeds and return the ratio of hearsay to naive."""
    hearsay_seconds = time_best(lambda text: hearsay.read(text, lang=language, published="2023-09-05"), texts)
    naive_seconds = time_best(lambda text: read_naively(text, language), texts)
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    for name, seconds in (("hearsay", hearsay_seconds), ("naive", naive_seconds)):
        print(f"{language} {name}: {megabytes / seconds:.2f} MB/s, {len(texts) / seconds:.0f} reports/s")
    return naive_seconds / hearsay_seconds


def time_best(function: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds of the best pass over all texts, after warming up on a few."""
    for text in texts[:3]:
        function(text)
    return min(_time_pass(function, texts) for _ in range(_PASSES))


def _time_pass(function: Callable[[str], object], texts: list[str]) -> float:
    started = time.perf_counter()
    for text in texts:
        function(text)
    return time.perf_counter() - started


def measure_memory(texts: list[str]) -> float:
    """Return memory after 1,000 reports as a share of memory after 10,000, short ones: 1 is flat."""
    short = [text[:1500] for text in texts]
    command = [sys.executable, "-c", _MEMORY]
    answer = subprocess.run(command, input=json.dumps(short), check=True, capture_output=True, text=True)
    early, late = map(int, answer.stdout.split())
    print(f"memory: {early / 1024:.1f} MiB after 1,000 reports, {late / 1024:.1f} MiB after 10,000")
    return early / late
