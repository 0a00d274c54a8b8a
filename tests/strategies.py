"""Texts for property tests: anything that Unicode has, and fragments of news put together at random."""

from __future__ import annotations

from hypothesis import strategies as st

_ODD = (
    "\u200b", "\u200d", "\ufeff", "\u202e", "\u2067", "\u2069", "\u00ad", "\x00", "\x07", "\x1b[31m", "\x85", "\u2028",
    "\u2029", "\r\n", "\r", "\t", "\xa0", "\u3000", "\n", "\n\n", "\n" * 40,
    "🙂", "👩‍👩‍👧", "é", "e\u0301", "İ", "ß", "ﬁ",
    "中文", "العربية", "עברית", "a" * 300, "x-" * 120, "1" * 250, "." * 90, "\U0001d518", "\ufffd", "\ue000",
)  # fmt: skip
_QUOTES = ('"', "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "'", "``", "''", "「", "」", "＂", "″")
_FRAGMENTS = (
    "said", "says", "told CNN", "told reporters", "declined to comment", "did not respond to a request for comment",
    "would not say whether", "according to", "reportedly", "allegedly", "It is understood that", "citing two officials",
    "on Friday", "last month", "at 9 p.m.", "late Tuesday", "in an interview with The Post", "who", "that", "she", "he",
    "they", "the spokesman", "the outlet", "the ministry", "Ana Resk", "Mr. Dema", "President Amadou Sy", "Sky Tirana",
    "two officials", "residents", "a report by the council", "– union chief", ": no new taxes", "believes", "wants",
    "denied", "has never said", "the port will close", "prices rose by 3 percent", "U.S.", "$1.5bn", "I", "my",
    ",", ".", ",”", ".”", "“", '"', '."', "(", ")", "—", "\n", "\n\n", "’s",
    "was reported to have", "There was no comment from",
)  # fmt: skip

any_text = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(_ODD) | st.sampled_from(_QUOTES),
    max_size=25,
).map("".join)
"""Any text without surrogates, rich in what breaks tokenisers."""

news_like = st.lists(st.sampled_from(_FRAGMENTS + _QUOTES), max_size=60).map(" ".join)
"""Words of news in any order: grammar for the rules, nonsense for the reader."""
