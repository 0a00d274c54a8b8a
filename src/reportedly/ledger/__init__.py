"""The ledger: articles, their versions and what was read in them, in one SQLite file that only grows."""
