"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3000
"""Characters that are enough to tell: py3langid is certain well before that."""
SURE_FROM = 300
"""Characters below which the language is noted and never a reason to refuse (as the README documents)."""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def language_of(text: str) -> str | None:
    """Code of the text's language, ISO 639-1 where it has one, null for a text without letters."""
    letters = re.sub(r"[\W\d_]+", " ", text[: SAMPLE * 2]).strip()[:SAMPLE]
    if 2 * sum(map(str.isupper, letters)) > len(letters):  # a transcript in capitals is taken for Lingala
        letters = letters.lower()
    return str(_identifier().classify(letters)[0]) if letters else None


def is_readable(text: str, language: str | None) -> bool:
    """English, or too short to be refused for its language."""
    return language in ("en", None) or len(text) < SURE_FROM
