"""A brief: what linking needs of one article, taken once from its record."""

from reportedly.connect.brief.make import blank, brief_of
from reportedly.connect.brief.nouns import Answer, Brief, Credit, Mention, Number, Party, Passing, Spot, Voice

__all__ = ["Answer", "Brief", "Credit", "Mention", "Number", "Party", "Passing", "Spot", "Voice", "blank", "brief_of"]
