"""What the pages show, as frozen values: queries of the ledger, and nothing of pages."""
