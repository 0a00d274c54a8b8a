"""Connecting articles: copies, stories, happenings, lineage, origins, disputes."""
