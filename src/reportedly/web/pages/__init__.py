"""Pages: an address each, which asks a view and shows it."""
