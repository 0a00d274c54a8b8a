"""Intake: the outside world's bytes (plain text, saved pages, JSON Lines) → articles. The only place that touches them.

No network, no scripts. One article that cannot be read becomes an item with a fatal problem and stops no other.
"""

from reportedly.intake.continues import says_it_continues
from reportedly.intake.dates import iso_date
from reportedly.intake.files import Listed, list_files
from reportedly.intake.item import MAX_CHARS, Given, Item, text_id
from reportedly.intake.read import read_file, read_files, read_paths

__all__ = [
    "MAX_CHARS",
    "Given",
    "Item",
    "Listed",
    "iso_date",
    "list_files",
    "read_file",
    "read_files",
    "read_paths",
    "says_it_continues",
    "text_id",
]
