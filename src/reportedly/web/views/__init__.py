"""Views: what a page shows, from the ledger: `X_view(ledger, asked) -> XView`. They know nothing of HTTP."""
