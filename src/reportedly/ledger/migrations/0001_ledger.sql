-- The ledger as first released. Times are UTC, ISO 8601 with seconds; hashes are sha256 in lower-case hex.
-- Evidence (articles to times) is append-only: triggers below refuse to change it, and to delete it outside an erasure.
-- Bookkeeping (latest, problems, fetched) may change: it can be made again or only says what to do next.

PRAGMA application_id = 1383101044; -- "Rprt"; another value in a file: not ours

-- One article: what stands at one address; without an address, one text (with the id and outlet that it came with).
CREATE TABLE articles (
    article_key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,          -- made from the content of its identity: the same in every ledger
    address TEXT UNIQUE,              -- canonical address without its scheme; null where it has none
    given TEXT NOT NULL,              -- article.id of its first record: the caller's id, a path, an address
    given_id TEXT,                    -- the id that came with it, part of its identity where it has no address
    added TEXT NOT NULL
) STRICT;

-- One text of an article. The same text again is no new version.
CREATE TABLE versions (
    version_key INTEGER PRIMARY KEY,
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,          -- 1, 2 … in the order in which they were added
    text_sha256 TEXT NOT NULL,        -- of the text in UTF-8
    text TEXT NOT NULL,
    meta TEXT NOT NULL,               -- the article as intake made it, JSON, without its text
    title TEXT,
    outlet TEXT,
    url TEXT,
    published TEXT,                   -- as given
    day TEXT NOT NULL,                -- of publication, else the day on which it was seen: what lists are ordered by
    source TEXT NOT NULL,             -- what was asked for: an absolute path, an address, "-"
    name TEXT NOT NULL,               -- the file, line or address within it
    seen TEXT NOT NULL,               -- when the text first stood there: fetched, archived, else added
    added TEXT NOT NULL,
    sha256 TEXT NOT NULL,             -- of all of the above but the keys and the text, which has a hash of its own
    UNIQUE (article_key, number),
    UNIQUE (article_key, text_sha256)
) STRICT;
CREATE INDEX versions_by_text ON versions (text_sha256);
CREATE INDEX versions_by_day ON versions (day);
CREATE INDEX versions_by_outlet ON versions (outlet, day);

-- A text that was met again where it matters: in an archive, with a later date; or after another text had taken its place.
CREATE TABLE sightings (
    version_key INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    seen TEXT NOT NULL,
    PRIMARY KEY (version_key, seen)
) STRICT, WITHOUT ROWID;
CREATE VIEW last_seen (version_key, seen) AS
SELECT version_key, max(seen, coalesce((SELECT max(s.seen) FROM sightings s WHERE s.version_key = v.version_key), seen))
FROM versions v;

-- What read: version, weights, configuration. Reading again with others adds a run.
CREATE TABLE runs (
    run_key INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,      -- of `run`
    run TEXT NOT NULL,                -- the record's `run`, canonical JSON
    reportedly TEXT NOT NULL,
    started TEXT NOT NULL
) STRICT;

-- One record: one version read by one run.
CREATE TABLE readings (
    reading_key INTEGER PRIMARY KEY,
    version_key INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    run_key INTEGER NOT NULL REFERENCES runs,
    read_at TEXT NOT NULL,
    failed INTEGER NOT NULL,          -- 1: a fatal problem, nothing was read
    record BLOB NOT NULL,             -- the record's canonical JSON without article.text, compressed (zstd)
    record_sha256 TEXT NOT NULL,      -- of what `record` unpacks to; the text has a hash of its own
    sha256 TEXT NOT NULL              -- of run, read_at, failed and record_sha256
) STRICT;
CREATE INDEX readings_of_version ON readings (version_key, run_key);
CREATE INDEX readings_of_run ON readings (run_key);

-- Which reading stands for an article: the last of its version that was seen last.
CREATE TABLE latest (
    article_key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    version_key INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
    reading_key INTEGER NOT NULL UNIQUE REFERENCES readings ON DELETE CASCADE
) STRICT;

-- From here on: the record's parts as far as they are asked for. The record itself is in `readings`.
CREATE TABLE entities (
    reading_key INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT,
    role TEXT,
    country TEXT,
    sector TEXT,
    mentions INTEGER NOT NULL,        -- how many
    PRIMARY KEY (reading_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
    reading_key INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    name TEXT,
    feature TEXT,
    use TEXT NOT NULL,
    geonames_id INTEGER,
    lat REAL,
    lon REAL,
    country TEXT,
    PRIMARY KEY (reading_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    reading_key INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    earliest TEXT,
    latest TEXT,
    PRIMARY KEY (reading_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    statement_key INTEGER PRIMARY KEY,
    reading_key INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    id TEXT NOT NULL,
    day TEXT NOT NULL,                -- of its version
    source TEXT,                      -- the words
    source_kind TEXT NOT NULL,
    named INTEGER NOT NULL,
    source_name TEXT,                 -- of its entity: name, and role where it has one
    source_key TEXT,                  -- of its entity
    act TEXT NOT NULL,
    form TEXT NOT NULL,
    content TEXT NOT NULL,            -- the words; '' for a refusal that reports nothing
    relay TEXT NOT NULL,              -- names, JSON list
    said_earliest TEXT,
    said_latest TEXT,
    UNIQUE (reading_key, id)
) STRICT;
CREATE INDEX statements_by_day ON statements (day);
CREATE INDEX statements_by_kind ON statements (source_kind, day);
CREATE INDEX statements_by_act ON statements (act, day);

CREATE TABLE events (
    event_key INTEGER PRIMARY KEY,
    reading_key INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    id TEXT NOT NULL,
    day TEXT NOT NULL,                -- of its version
    trigger TEXT NOT NULL,            -- the words
    type TEXT,
    mode TEXT,
    quad TEXT,
    cameo TEXT,
    status TEXT NOT NULL,
    factuality REAL,
    according_to TEXT,                -- id of a statement of the same reading
    same_as TEXT,
    place_name TEXT,
    country TEXT,                     -- of its place
    lat REAL,
    lon REAL,
    earliest TEXT,                    -- of its time
    latest TEXT,
    UNIQUE (reading_key, id)
) STRICT;
CREATE INDEX events_by_day ON events (day, event_key, type);
CREATE INDEX events_by_type ON events (type, day) WHERE type IS NOT NULL;
CREATE INDEX events_by_status ON events (status, day) WHERE type IS NOT NULL;
CREATE INDEX events_by_mode ON events (mode, day) WHERE mode IS NOT NULL;
CREATE INDEX events_by_country ON events (country) WHERE country IS NOT NULL;

CREATE TABLE parties (
    party_key INTEGER PRIMARY KEY,
    event_key INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    name TEXT,                        -- of its entity, like the rest
    key TEXT,
    country TEXT,
    sector TEXT,
    UNIQUE (event_key, role, position)
) STRICT;
CREATE INDEX parties_by_country ON parties (country, role) WHERE country IS NOT NULL;

-- What could not be read: open until `solved`. One row however often it was met.
CREATE TABLE problems (
    problem_key INTEGER PRIMARY KEY,
    source TEXT NOT NULL,             -- what was asked for: an absolute path, an address, "-"
    name TEXT NOT NULL,               -- the file, line, address or article it concerns
    stage TEXT NOT NULL,
    message TEXT NOT NULL,
    version_key INTEGER REFERENCES versions ON DELETE CASCADE,  -- where a text was kept that could not be read
    given TEXT NOT NULL,              -- what the caller said of the articles (outlet …), JSON; said again by a retry
    met TEXT NOT NULL,
    solved TEXT,
    UNIQUE (source, name, message)
) STRICT;

-- What a server said of an address, for conditional requests. Written once everything behind it is kept.
CREATE TABLE fetched (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    at TEXT NOT NULL,
    article_key INTEGER REFERENCES articles ON DELETE CASCADE   -- what came of it; null for a feed
) STRICT, WITHOUT ROWID;

-- What is left of a forgotten article: one row for each of its texts.
CREATE TABLE forgotten (
    forgotten_key INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX forgotten_texts ON forgotten (text_sha256);

-- The article that is being erased; empty but inside that one transaction.
CREATE TABLE erasing (article_key INTEGER PRIMARY KEY) STRICT;

CREATE VIRTUAL TABLE versions_text USING fts5 (
    title, text, content = 'versions', content_rowid = 'version_key',
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE VIRTUAL TABLE statements_text USING fts5 (
    content, source, source_name, content = 'statements', content_rowid = 'statement_key',
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE VIRTUAL TABLE events_text USING fts5 (
    place_name, content = 'events', content_rowid = 'event_key',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE parties_text USING fts5 (
    text, name, content = 'parties', content_rowid = 'party_key',
    tokenize = "unicode61 remove_diacritics 2"
);
-- Words of a forgotten article leave the index's pages, too, not only its answers.
INSERT INTO versions_text (versions_text, rank) VALUES ('secure-delete', 1);
INSERT INTO statements_text (statements_text, rank) VALUES ('secure-delete', 1);
INSERT INTO events_text (events_text, rank) VALUES ('secure-delete', 1);
INSERT INTO parties_text (parties_text, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER versions_indexed AFTER INSERT ON versions BEGIN
    INSERT INTO versions_text (rowid, title, text) VALUES (new.version_key, new.title, new.text);
END;
CREATE TRIGGER versions_unindexed AFTER DELETE ON versions BEGIN
    INSERT INTO versions_text (versions_text, rowid, title, text) VALUES ('delete', old.version_key, old.title, old.text);
END;
CREATE TRIGGER statements_indexed AFTER INSERT ON statements BEGIN
    INSERT INTO statements_text (rowid, content, source, source_name)
    VALUES (new.statement_key, new.content, new.source, new.source_name);
END;
CREATE TRIGGER statements_unindexed AFTER DELETE ON statements BEGIN
    INSERT INTO statements_text (statements_text, rowid, content, source, source_name)
    VALUES ('delete', old.statement_key, old.content, old.source, old.source_name);
END;

CREATE TRIGGER events_indexed AFTER INSERT ON events BEGIN
    INSERT INTO events_text (rowid, place_name) VALUES (new.event_key, new.place_name);
END;
CREATE TRIGGER events_unindexed AFTER DELETE ON events BEGIN
    INSERT INTO events_text (events_text, rowid, place_name) VALUES ('delete', old.event_key, old.place_name);
END;
CREATE TRIGGER parties_indexed AFTER INSERT ON parties BEGIN
    INSERT INTO parties_text (rowid, text, name) VALUES (new.party_key, new.text, new.name);
END;
CREATE TRIGGER parties_unindexed AFTER DELETE ON parties BEGIN
    INSERT INTO parties_text (parties_text, rowid, text, name) VALUES ('delete', old.party_key, old.text, old.name);
END;

-- Nothing is changed.
CREATE TRIGGER articles_unchanged BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: articles'); END;
CREATE TRIGGER versions_unchanged BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: versions'); END;
CREATE TRIGGER sightings_unchanged BEFORE UPDATE ON sightings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: sightings'); END;
CREATE TRIGGER runs_unchanged BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: runs'); END;
CREATE TRIGGER readings_unchanged BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: readings'); END;
CREATE TRIGGER entities_unchanged BEFORE UPDATE ON entities BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entities'); END;
CREATE TRIGGER places_unchanged BEFORE UPDATE ON places BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: places'); END;
CREATE TRIGGER times_unchanged BEFORE UPDATE ON times BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: times'); END;
CREATE TRIGGER statements_unchanged BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: statements'); END;
CREATE TRIGGER events_unchanged BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: events'); END;
CREATE TRIGGER parties_unchanged BEFORE UPDATE ON parties BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: parties'); END;
CREATE TRIGGER forgotten_unchanged BEFORE UPDATE ON forgotten BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: forgotten'); END;

-- Nothing is deleted, but in an erasure: the article that is being erased and its versions; and what hangs on these, which
-- goes after them, so that its article can no longer be asked for.
CREATE TRIGGER articles_kept BEFORE DELETE ON articles WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE article_key = old.article_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: articles'); END;
CREATE TRIGGER versions_kept BEFORE DELETE ON versions WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE article_key = old.article_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: versions'); END;
CREATE TRIGGER sightings_kept BEFORE DELETE ON sightings WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: sightings'); END;
CREATE TRIGGER runs_kept BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: runs'); END;
CREATE TRIGGER readings_kept BEFORE DELETE ON readings WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: readings'); END;
CREATE TRIGGER entities_kept BEFORE DELETE ON entities WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entities'); END;
CREATE TRIGGER places_kept BEFORE DELETE ON places WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: places'); END;
CREATE TRIGGER times_kept BEFORE DELETE ON times WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: times'); END;
CREATE TRIGGER statements_kept BEFORE DELETE ON statements WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: statements'); END;
CREATE TRIGGER events_kept BEFORE DELETE ON events WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: events'); END;
CREATE TRIGGER parties_kept BEFORE DELETE ON parties WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: parties'); END;
CREATE TRIGGER forgotten_kept BEFORE DELETE ON forgotten BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: forgotten'); END;

-- Nothing is replaced. (REPLACE deletes without asking the triggers above, unless PRAGMA recursive_triggers is on.)
CREATE TRIGGER articles_not_replaced BEFORE INSERT ON articles WHEN EXISTS (SELECT 1 FROM articles WHERE article_key = new.article_key)
    OR EXISTS (SELECT 1 FROM articles WHERE id = new.id)
    OR EXISTS (SELECT 1 FROM articles WHERE address = new.address)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: articles'); END;
CREATE TRIGGER versions_not_replaced BEFORE INSERT ON versions WHEN EXISTS (SELECT 1 FROM versions WHERE version_key = new.version_key)
    OR EXISTS (SELECT 1 FROM versions WHERE article_key = new.article_key AND number = new.number)
    OR EXISTS (SELECT 1 FROM versions WHERE article_key = new.article_key AND text_sha256 = new.text_sha256)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: versions'); END;
CREATE TRIGGER sightings_not_replaced BEFORE INSERT ON sightings WHEN EXISTS (SELECT 1 FROM sightings WHERE version_key = new.version_key AND seen = new.seen)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: sightings'); END;
CREATE TRIGGER runs_not_replaced BEFORE INSERT ON runs WHEN EXISTS (SELECT 1 FROM runs WHERE run_key = new.run_key)
    OR EXISTS (SELECT 1 FROM runs WHERE sha256 = new.sha256)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: runs'); END;
CREATE TRIGGER readings_not_replaced BEFORE INSERT ON readings WHEN EXISTS (SELECT 1 FROM readings WHERE reading_key = new.reading_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: readings'); END;
CREATE TRIGGER entities_not_replaced BEFORE INSERT ON entities WHEN EXISTS (SELECT 1 FROM entities WHERE reading_key = new.reading_key AND id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entities'); END;
CREATE TRIGGER places_not_replaced BEFORE INSERT ON places WHEN EXISTS (SELECT 1 FROM places WHERE reading_key = new.reading_key AND id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: places'); END;
CREATE TRIGGER times_not_replaced BEFORE INSERT ON times WHEN EXISTS (SELECT 1 FROM times WHERE reading_key = new.reading_key AND id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: times'); END;
CREATE TRIGGER statements_not_replaced BEFORE INSERT ON statements WHEN EXISTS (SELECT 1 FROM statements WHERE statement_key = new.statement_key)
    OR EXISTS (SELECT 1 FROM statements WHERE reading_key = new.reading_key AND id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: statements'); END;
CREATE TRIGGER events_not_replaced BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE event_key = new.event_key)
    OR EXISTS (SELECT 1 FROM events WHERE reading_key = new.reading_key AND id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: events'); END;
CREATE TRIGGER parties_not_replaced BEFORE INSERT ON parties WHEN EXISTS (SELECT 1 FROM parties WHERE party_key = new.party_key)
    OR EXISTS (SELECT 1 FROM parties WHERE event_key = new.event_key AND role = new.role AND position = new.position)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: parties'); END;
CREATE TRIGGER forgotten_not_replaced BEFORE INSERT ON forgotten WHEN EXISTS (SELECT 1 FROM forgotten WHERE forgotten_key = new.forgotten_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: forgotten'); END;
