-- What linking finds between articles. What was found is append-only, like the rest: a story or a happening that is
-- computed again and comes out otherwise gets a further state. Tables called linked_… and those before them are
-- bookkeeping: they say what holds at present, or can be made again from the readings.

-- Articles that wait to be linked: those whose latest reading has changed since.
CREATE TABLE to_link (article_key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE) STRICT;
INSERT INTO to_link SELECT article_key FROM latest;
CREATE TRIGGER latest_to_link AFTER INSERT ON latest BEGIN
    INSERT INTO to_link SELECT new.article_key WHERE new.article_key NOT IN (SELECT article_key FROM to_link);
END;
CREATE TRIGGER latest_to_link_again AFTER UPDATE ON latest BEGIN
    INSERT INTO to_link SELECT new.article_key WHERE new.article_key NOT IN (SELECT article_key FROM to_link);
END;

-- All that linking needs of an article, taken from its latest reading.
CREATE TABLE briefs (
    article_key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    brief_key INTEGER NOT NULL UNIQUE,  -- rises with each that is made: the order in which articles were put
    reading_key INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
    maker TEXT NOT NULL,
    brief BLOB NOT NULL,              -- JSON, compressed (zstd)
    profile BLOB NOT NULL,            -- what stories are found by, JSON, compressed
    terms BLOB NOT NULL,              -- hashes of its words, 8 bytes each: those counted in `spreads`
    keys BLOB NOT NULL                -- hashes of what it can be found by, 8 bytes each: those put in `holders`
) STRICT;
CREATE INDEX briefs_by_maker ON briefs (maker);

-- In how many articles each word stands, and which articles may be found by what they share. Hashes, no words.
CREATE TABLE spreads (term INTEGER PRIMARY KEY, articles INTEGER NOT NULL) STRICT;
CREATE TABLE holders (
    key INTEGER NOT NULL,
    brief_key INTEGER NOT NULL,
    article_key INTEGER NOT NULL,
    PRIMARY KEY (key, brief_key)
) STRICT, WITHOUT ROWID;

-- Two articles that belong together. Of one kind and pair the last row counts; its score is 0 where it was withdrawn.
CREATE TABLE links (
    link_key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    one_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,    -- the lower of the two keys
    other_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    score REAL NOT NULL,
    link TEXT NOT NULL,               -- the whole of it, JSON
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL              -- of all of the above, with the articles' ids
) STRICT;
CREATE INDEX links_of_one ON links (one_key, other_key);
CREATE INDEX links_of_other ON links (other_key);

CREATE TABLE stories (
    story_key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    since TEXT NOT NULL
) STRICT;
CREATE TABLE happenings (
    happening_key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    since TEXT NOT NULL
) STRICT;

-- Which articles a story holds or has held.
CREATE TABLE story_articles (
    story_key INTEGER NOT NULL REFERENCES stories,
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    since TEXT NOT NULL,
    PRIMARY KEY (story_key, article_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_articles_of ON story_articles (article_key);

-- A story as it was found (without its happenings), or one happening of it.
CREATE TABLE states (
    state_key INTEGER PRIMARY KEY,
    story_key INTEGER NOT NULL REFERENCES stories,
    happening_key INTEGER REFERENCES happenings,
    at TEXT NOT NULL,
    maker TEXT NOT NULL,
    state BLOB NOT NULL,              -- JSON, compressed (zstd)
    state_sha256 TEXT NOT NULL,       -- of what `state` unpacks to
    sha256 TEXT NOT NULL              -- of ids, at, maker and state_sha256
) STRICT;
CREATE INDEX states_of_story ON states (story_key, happening_key);
CREATE INDEX states_of_happening ON states (happening_key) WHERE happening_key IS NOT NULL;

-- What people have ruled: mentions that are of the same happening, mentions of which some are apart from the others.
CREATE TABLE rulings (
    ruling_key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('same', 'apart', 'undone')),
    undoes INTEGER UNIQUE REFERENCES rulings,
    who TEXT NOT NULL,
    because TEXT,
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL              -- of all of the above but the key
) STRICT;
CREATE TABLE ruled_mentions (
    ruling_key INTEGER NOT NULL REFERENCES rulings,
    side INTEGER NOT NULL,            -- "apart": those of side 1 from those of side 0
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    text_sha256 TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    happening TEXT NOT NULL,          -- the id of the happening that it was of when this was ruled
    sha256 TEXT NOT NULL,             -- of all of the above, with the article's id
    PRIMARY KEY (ruling_key, article_key, text_sha256, start, stop)
) STRICT, WITHOUT ROWID;
CREATE INDEX ruled_mentions_of ON ruled_mentions (article_key);

-- A story or happening that went into another (merged) or of which part became another (split). `into_id` is null where
-- nothing tells of it any more.
CREATE TABLE passages (
    passage_key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merged', 'split', 'ended', 'back')),
    from_id TEXT NOT NULL,
    into_id TEXT,
    at TEXT NOT NULL,
    maker TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX passages_from ON passages (from_id);
CREATE INDEX passages_into ON passages (into_id);

-- What is new, in the order in which it was found.
CREATE TABLE changes (
    change_key INTEGER PRIMARY KEY,
    story_key INTEGER NOT NULL REFERENCES stories,
    happening_key INTEGER REFERENCES happenings,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    change TEXT NOT NULL,             -- the whole of it, JSON
    sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_time ON changes (at, change_key);
CREATE INDEX changes_of_story ON changes (story_key);

-- From here on: what holds at present. A story without a state has to be computed again.
CREATE TABLE linked_stories (
    story_key INTEGER PRIMARY KEY REFERENCES stories,
    state_key INTEGER REFERENCES states ON DELETE SET NULL,
    day TEXT NOT NULL,                -- of its newest article
    first_day TEXT NOT NULL,
    articles INTEGER NOT NULL,
    happenings INTEGER NOT NULL       -- those that are listed
) STRICT;
CREATE INDEX linked_stories_state ON linked_stories (state_key);
CREATE INDEX linked_stories_by_day ON linked_stories (day, story_key);
CREATE TABLE linked_articles (
    article_key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    text_sha256 TEXT NOT NULL,        -- of the text that is linked
    story_key INTEGER NOT NULL REFERENCES linked_stories
) STRICT;
CREATE INDEX linked_articles_of ON linked_articles (story_key);
CREATE TABLE linked_happenings (
    happening_key INTEGER PRIMARY KEY REFERENCES happenings,
    story_key INTEGER NOT NULL REFERENCES linked_stories,
    state_key INTEGER NOT NULL REFERENCES states ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- in its story
    day TEXT NOT NULL,                -- of the newest article that tells of it
    first_day TEXT NOT NULL,
    listed INTEGER NOT NULL,           -- 1: it is shown where nobody asks for all events
    type TEXT,
    mode TEXT,
    status TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    name TEXT,
    place TEXT,
    country TEXT,
    lat REAL,
    lon REAL,
    articles INTEGER NOT NULL,
    at_least INTEGER NOT NULL,        -- independent origins
    at_most INTEGER NOT NULL,
    disputes TEXT NOT NULL            -- kinds, each between two blanks
) STRICT;
CREATE INDEX linked_happenings_of ON linked_happenings (story_key, position);
CREATE INDEX linked_happenings_state ON linked_happenings (state_key);
CREATE INDEX linked_happenings_by_day ON linked_happenings (day, happening_key) WHERE listed;
CREATE INDEX linked_happenings_by_type ON linked_happenings (type, day) WHERE type IS NOT NULL;
CREATE INDEX linked_happenings_by_status ON linked_happenings (status, day) WHERE listed;
CREATE INDEX linked_happenings_by_country ON linked_happenings (country) WHERE country IS NOT NULL;
CREATE TABLE linked_mentions (
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    event TEXT NOT NULL,              -- its id in the latest reading
    happening_key INTEGER NOT NULL REFERENCES happenings,
    PRIMARY KEY (article_key, start, stop, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX linked_mentions_of ON linked_mentions (happening_key);

-- Nothing is changed.
CREATE TRIGGER links_unchanged BEFORE UPDATE ON links BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: links'); END;
CREATE TRIGGER stories_unchanged BEFORE UPDATE ON stories BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: stories'); END;
CREATE TRIGGER happenings_unchanged BEFORE UPDATE ON happenings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: happenings'); END;
CREATE TRIGGER story_articles_unchanged BEFORE UPDATE ON story_articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: story_articles'); END;
CREATE TRIGGER states_unchanged BEFORE UPDATE ON states BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: states'); END;
CREATE TRIGGER rulings_unchanged BEFORE UPDATE ON rulings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: rulings'); END;
CREATE TRIGGER ruled_mentions_unchanged BEFORE UPDATE ON ruled_mentions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: ruled_mentions'); END;
CREATE TRIGGER passages_unchanged BEFORE UPDATE ON passages BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: passages'); END;
CREATE TRIGGER changes_unchanged BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: changes'); END;

-- Nothing is deleted, but in an erasure: what holds words of the article that is erased.
CREATE TRIGGER links_kept BEFORE DELETE ON links WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: links'); END;
CREATE TRIGGER stories_kept BEFORE DELETE ON stories
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: stories'); END;
CREATE TRIGGER happenings_kept BEFORE DELETE ON happenings
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: happenings'); END;
CREATE TRIGGER story_articles_kept BEFORE DELETE ON story_articles WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: story_articles'); END;
CREATE TRIGGER states_kept BEFORE DELETE ON states WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: states'); END;
CREATE TRIGGER rulings_kept BEFORE DELETE ON rulings
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: rulings'); END;
CREATE TRIGGER ruled_mentions_kept BEFORE DELETE ON ruled_mentions WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: ruled_mentions'); END;
CREATE TRIGGER passages_kept BEFORE DELETE ON passages
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: passages'); END;
CREATE TRIGGER changes_kept BEFORE DELETE ON changes WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: changes'); END;

-- Nothing is replaced.
CREATE TRIGGER links_not_replaced BEFORE INSERT ON links WHEN EXISTS (SELECT 1 FROM links WHERE link_key = new.link_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: links'); END;
CREATE TRIGGER stories_not_replaced BEFORE INSERT ON stories WHEN EXISTS (SELECT 1 FROM stories WHERE story_key = new.story_key)
    OR EXISTS (SELECT 1 FROM stories WHERE id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: stories'); END;
CREATE TRIGGER happenings_not_replaced BEFORE INSERT ON happenings WHEN EXISTS (SELECT 1 FROM happenings WHERE happening_key = new.happening_key)
    OR EXISTS (SELECT 1 FROM happenings WHERE id = new.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: happenings'); END;
CREATE TRIGGER story_articles_not_replaced BEFORE INSERT ON story_articles WHEN EXISTS (SELECT 1 FROM story_articles WHERE story_key = new.story_key AND article_key = new.article_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: story_articles'); END;
CREATE TRIGGER states_not_replaced BEFORE INSERT ON states WHEN EXISTS (SELECT 1 FROM states WHERE state_key = new.state_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: states'); END;
CREATE TRIGGER rulings_not_replaced BEFORE INSERT ON rulings WHEN EXISTS (SELECT 1 FROM rulings WHERE ruling_key = new.ruling_key)
    OR EXISTS (SELECT 1 FROM rulings WHERE undoes = new.undoes)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: rulings'); END;
CREATE TRIGGER ruled_mentions_not_replaced BEFORE INSERT ON ruled_mentions WHEN EXISTS (SELECT 1 FROM ruled_mentions WHERE ruling_key = new.ruling_key AND article_key = new.article_key AND text_sha256 = new.text_sha256 AND start = new.start AND stop = new.stop)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: ruled_mentions'); END;
CREATE TRIGGER passages_not_replaced BEFORE INSERT ON passages WHEN EXISTS (SELECT 1 FROM passages WHERE passage_key = new.passage_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: passages'); END;
CREATE TRIGGER changes_not_replaced BEFORE INSERT ON changes WHEN EXISTS (SELECT 1 FROM changes WHERE change_key = new.change_key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: changes'); END;
