"""How much intake takes in, how long it waits, how often it asks: every bound, with its unit and reason."""

from __future__ import annotations

from reportedly.intake.item import MAX_CHARS

MAX_TEXT_BYTES = 4 * MAX_CHARS + 4
"""Bytes of a text file: the longest text that is read, in the characters that take most bytes, and its mark."""

MAX_PAGE_BYTES = 32_000_000
"""Bytes of a page, decompressed: some saved ones carry their images and reach 20 MB; parsing takes ten times that."""

MAX_ELEMENTS = 50_000
"""Elements of a page. Long live blogs have 20,000; the time for finding the main text is quadratic: here 4 seconds."""

MAX_EXPANSION = 200
"""Bytes of content for one compressed byte. Prose reaches 5, logs and repeated markup 50, a bomb of gzip 1,030."""

MAX_MEMBERS = 1_000
"""Members of gzip in one HTTP body; servers send one, and each costs time even where it holds nothing."""

FREE_BYTES = 4_000_000
"""Bytes of content that any compressed file may hold, whatever its ratio: a file that small harms nobody."""

MAX_FEED_BYTES = 5_000_000
"""Bytes of a feed or a list of feeds. Feeds of news stay below 2 MB; parsing 5 MB takes two seconds."""

MAX_ENTRIES = 500
"""Entries of one feed that are followed, the first ones: feeds of news hold 10 to 200, the newest first."""

MAX_FEEDS = 1_000
"""Feeds of one list of feeds (OPML)."""

MIN_FEED_CHARS = 500
"""Code points from which a feed's content stands for an article that cannot be fetched: below it is a teaser."""

MAX_DAMAGES = 100
"""Damaged places in one WARC file after which the rest is left: every one is reported, and such a file is lost."""

MAX_HEADER_BYTES = 64_000
"""Bytes of the header of a WARC record; real ones stay below 2 kB."""

MAX_ROBOTS_BYTES = 512_000
"""Bytes of a robots.txt that count; RFC 9309 asks for at least 500 KiB."""

MAX_ADDRESS_CHARS = 2_000
"""Code points of a web address; servers and browsers refuse longer ones."""

MAX_REDIRECTS = 5
"""Redirects that are followed for one address, as RFC 9309 asks for robots.txt."""

HOST_DELAY = 1.0
"""Seconds between two requests to one host, the customary courtesy of crawlers."""

MAX_CRAWL_DELAY = 30.0
"""Seconds: a longer Crawl-delay in robots.txt is cut to this, so that one host cannot stop an intake."""

MAX_RETRY_AFTER = 30.0
"""Seconds: a server that asks to come back within them is asked once more; others are left for a later run."""

CONNECT_TIMEOUT = 10.0
"""Seconds until a connection stands."""

READ_TIMEOUT = 20.0
"""Seconds without a byte."""

DEADLINE = 60.0
"""Seconds for one request from its start to its last byte, however slowly it drips."""

MAX_FEED_TAGS = 200_000
"""Tags of a feed. 500 rich entries have 20,000; parsing takes time in proportion to them, here 3 seconds."""
