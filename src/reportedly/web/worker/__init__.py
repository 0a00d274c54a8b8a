"""Reading for the desk, in a process of its own: what an article does to the reader, it does to its request only."""
