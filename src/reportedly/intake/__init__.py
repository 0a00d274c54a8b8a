"""Intake: the outside world's bytes → articles. The only place that touches them.

Plain text, pages, JSON Lines (also compressed), WARC files, feeds and addresses. The web is asked only for what a user
names (`arrivals`); `read_paths` never asks it. No scripts are run. What cannot be read becomes an item with a fatal
problem and stops no other. Every limit and delay is in `limits`.
"""

from reportedly.intake.continues import says_it_continues
from reportedly.intake.dates import iso_date
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.files import Listed, list_files
from reportedly.intake.item import (
    MAX_CHARS,
    Arrival,
    Finished,
    Given,
    Item,
    Origin,
    Unchanged,
    Validators,
    text_id,
)
from reportedly.intake.read import read_file, read_files, read_paths
from reportedly.intake.sources import Blank, Memory, Options, Recheck, arrivals

__all__ = [
    "MAX_CHARS",
    "Arrival",
    "Blank",
    "FetchOptions",
    "Finished",
    "Given",
    "Item",
    "Listed",
    "Memory",
    "Options",
    "Origin",
    "Recheck",
    "Unchanged",
    "Validators",
    "arrivals",
    "iso_date",
    "list_files",
    "read_file",
    "read_files",
    "read_paths",
    "says_it_continues",
    "text_id",
]
