"""Sources over all articles: who it is that said something, and the tables that keep count of it."""
