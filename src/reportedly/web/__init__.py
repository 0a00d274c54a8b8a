"""What people and programs see: the page of `read`, and the desk with its pages and its API over a ledger."""
