"""Is everything that linking found as it was written, and does what holds at present agree with it?"""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from reportedly.connect.brief import Brief
from reportedly.connect.nouns import Happening, Story
from reportedly.connect.profile import Profile
from reportedly.ledger.linked import pairs
from reportedly.ledger.linked.news import change_of, seal_of_change
from reportedly.ledger.linked.packed import content_sha256, hashed, hashes_of, noun_of
from reportedly.ledger.linked.rulings import RULED, RULINGS, mention_row, rulings_in, seal_of_ruling
from reportedly.ledger.linked.states import ROW, Days, Place, row_of
from reportedly.ledger.nouns import Fault
from reportedly.ledger.seals import seal_of


def briefs(db: apsw.Connection) -> Iterator[Fault]:
    """Briefs can be read, and their words are counted."""
    counted: dict[int, int] = {}
    for key, id, brief, profile, terms in db.execute(
        "SELECT article_key, id, brief, profile, terms FROM briefs JOIN articles USING (article_key)"
    ):
        try:
            made = noun_of(Profile, profile)
            if noun_of(Brief, brief).id != id or made.id != id:
                yield Fault(table="briefs", key=str(key), message="it is of another article")
            words = hashes_of(terms)
        except ValueError as error:
            yield Fault(table="briefs", key=str(key), message=f"it cannot be read: {error}")
            continue
        if set(words) != {hashed(t) for t in made.vocabulary}:
            yield Fault(table="briefs", key=str(key), message="its words differ from its profile's")
        for word in words:
            counted[word] = counted.get(word, 0) + 1
    if counted != dict(db.execute("SELECT term, articles FROM spreads")):
        yield Fault(table="spreads", key="", message="the counts of words differ from the briefs")
    stray = """
    SELECT DISTINCT article_key FROM holders
    WHERE (article_key, brief_key) NOT IN (SELECT article_key, brief_key FROM briefs)
    """
    for (key,) in db.execute(stray):
        yield Fault(table="holders", key=str(key), message="it has no brief")


def links(db: apsw.Connection) -> Iterator[Fault]:
    """Links between articles are as they were written."""
    for key, message in pairs.faults(db):
        yield Fault(table="links", key=str(key), message=message)


def states(db: apsw.Connection) -> Iterator[Fault]:
    """So are the states of stories and happenings."""
    asked = """
    SELECT state_key, s.id, h.id, at, maker, state, state_sha256, sha256 FROM states JOIN stories s USING (story_key)
    LEFT JOIN happenings h USING (happening_key)
    """
    for key, story, happening, at, maker, blob, digest, seal in db.execute(asked):
        try:
            if content_sha256(blob) != digest:
                yield Fault(table="states", key=str(key), message="it is not what was written: its hash differs")
            noun: Story | Happening = noun_of(Happening, blob) if happening else noun_of(Story, blob)
        except ValueError as error:
            yield Fault(table="states", key=str(key), message=f"it cannot be read: {error}")
            continue
        if seal_of((story, happening, at, maker, digest)) != seal:
            yield Fault(table="states", key=str(key), message="what is noted of it was changed: its hash differs")
        if noun.id != (happening or story):
            yield Fault(table="states", key=str(key), message="it is of another story or happening than its row says")


def said_by_people(db: apsw.Connection) -> Iterator[Fault]:
    """Rulings are as they were made."""
    for key, *told, seal in db.execute("SELECT ruling_key, kind, undoes, who, because, at, sha256 FROM rulings"):
        if seal_of_ruling(told) != seal:
            yield Fault(table="rulings", key=str(key), message="it was changed: its hash differs")
    seals = {(r, a, t, s, e): seal for r, a, t, s, e, seal in db.execute(
        "SELECT ruling_key, id, text_sha256, start, stop, sha256 FROM ruled_mentions JOIN articles USING (article_key)"
    )}  # fmt: skip
    for ruling in rulings_in(db.execute(RULINGS), db.execute(RULED)):
        for m in ruling.mentions:
            where = (ruling.number, m.mention.article, m.text_sha256, *m.mention.trigger)
            if ruling.kind != "undone" and mention_row(ruling.number, m)[-1] != seals.get(where):
                yield Fault(table="ruled_mentions", key=str(ruling.number), message="one was changed: its hash differs")


def passages(db: apsw.Connection) -> Iterator[Fault]:
    """Mergers and splits are as they were noted."""
    for key, *told, seal in db.execute("SELECT passage_key, kind, from_id, into_id, at, maker, sha256 FROM passages"):
        if seal_of(told) != seal:
            yield Fault(table="passages", key=str(key), message="it was changed: its hash differs")


def changes(db: apsw.Connection) -> Iterator[Fault]:
    """So is what was new."""
    asked = """
    SELECT change_key, s.id, h.id, kind, at, change, sha256 FROM changes JOIN stories s USING (story_key)
    LEFT JOIN happenings h USING (happening_key)
    """
    for key, story, happening, kind, at, told, seal in db.execute(asked):
        if seal_of_change(story, happening, kind, at, told) != seal:
            yield Fault(table="changes", key=str(key), message="it was changed: its hash differs")
        try:
            change_of(told)
        except ValueError as error:
            yield Fault(table="changes", key=str(key), message=f"it cannot be read: {error}")


def present(db: apsw.Connection) -> Iterator[Fault]:
    """What holds at present is what the last states say. Stories that wait to be computed again are passed over."""
    unlinked = """
    SELECT article_key FROM briefs
    WHERE article_key NOT IN (SELECT article_key FROM linked_articles UNION ALL SELECT article_key FROM waiting)
    UNION SELECT article_key FROM latest
    WHERE article_key NOT IN (SELECT article_key FROM briefs UNION ALL SELECT article_key FROM waiting)
    """
    for (key,) in db.execute(unlinked):
        yield Fault(table="linked_articles", key=str(key), message="the article is in no story, and does not wait")
    stories = "SELECT t.story_key, state FROM linked_stories t JOIN states USING (state_key)"
    for key, blob in db.execute(stories):
        of = "SELECT id FROM linked_articles JOIN articles USING (article_key) WHERE linked_articles.story_key = ?"
        articles = {str(id) for (id,) in db.execute(of, (key,))}
        try:
            differs = articles != set(noun_of(Story, blob).articles)
        except ValueError:
            continue  # told of the state
        if differs:
            yield Fault(table="linked_stories", key=str(key), message="its articles are not those of its state")
        yield from _happenings(db, key)


def _happenings(db: apsw.Connection, story: int) -> Iterator[Fault]:
    columns = ", ".join(f"l.{c}" for c in ROW)
    asked = f"SELECT state, {columns} FROM linked_happenings l JOIN states USING (state_key) WHERE l.story_key = ?"
    for blob, *row in db.execute(asked, (story,)):
        shown = dict(zip(ROW, row, strict=True))
        key = shown["happening_key"]
        mentions = set(db.execute(_MENTIONS, (key,)))
        try:
            h = noun_of(Happening, blob)
        except ValueError:
            continue
        place = Place(key, story, shown["position"], Days(shown["day"], shown["first_day"]), listed=h.listed)
        if row_of(h, place, shown["state_key"]) != tuple(row):
            yield Fault(table="linked_happenings", key=str(key), message="it differs from its state")
        if mentions != {(m.article, m.event, *m.trigger) for m in h.mentions}:
            yield Fault(table="linked_mentions", key=str(key), message="its mentions are not those of its state")


_MENTIONS = """
SELECT id, event, start, stop FROM linked_mentions JOIN articles USING (article_key) WHERE happening_key = ?
"""
CHECKS = (briefs, links, states, said_by_people, passages, changes, present)
"""All of them, in order."""
