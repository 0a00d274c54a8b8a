"""What linking has found, in the ledger: briefs and how they are found again, links, states, rulings, changes."""
