"""The nouns of a record; they import nothing else of this package."""

from reportedly.record.article import Article
from reportedly.record.entity import Entity
from reportedly.record.event import Count, Event, Participant
from reportedly.record.place import Place
from reportedly.record.record import Problem, Record, Run
from reportedly.record.span import Span, Why, covers, overlaps
from reportedly.record.statement import Addressee, Source, Statement
from reportedly.record.time import Time

__all__ = [
    "Addressee",
    "Article",
    "Count",
    "Entity",
    "Event",
    "Participant",
    "Place",
    "Problem",
    "Record",
    "Run",
    "Source",
    "Span",
    "Statement",
    "Time",
    "Why",
    "covers",
    "overlaps",
]
