"""What a screen shows: a pure question to the ledger, `X_view(ledger, asked) -> XView`."""
