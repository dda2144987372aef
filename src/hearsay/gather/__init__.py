"""The outside: files, pages and JSON Lines become reports; what cannot be read becomes a refusal."""

from hearsay.gather.containers import read_reports
from hearsay.gather.files import find_files, make_report, read_content, read_file, read_paths
from hearsay.gather.lines import read_line, read_lines
from hearsay.gather.refusals import Reason, refuse

__all__ = [
    "Reason",
    "find_files",
    "make_report",
    "read_content",
    "read_file",
    "read_line",
    "read_lines",
    "read_paths",
    "read_reports",
    "refuse",
]
