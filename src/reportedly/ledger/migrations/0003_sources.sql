-- Who has said what over all articles: bookkeeping, made from the latest reading of each article when that changes. It
-- can be made again from the readings; `verify` compares it with them.

-- One source: whoever articles call so. A name is no proof of a person.
CREATE TABLE sources (
    source_key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,          -- made from its kind, its evened name and the country: the same in every ledger
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'outlet', 'document', 'group', 'anonymous')),
    name TEXT NOT NULL,               -- as an article has it
    words TEXT NOT NULL,              -- the same as a search knows it, each word after a blank
    country TEXT,                     -- of a body or group, part of what it is
    named INTEGER NOT NULL,           -- 0: only described: a kind of source, nobody in particular
    statements INTEGER NOT NULL,
    articles INTEGER NOT NULL,        -- in which it says something
    public INTEGER NOT NULL,          -- statements made in a public role; a person without any is not shown
    published INTEGER NOT NULL,       -- articles of an outlet
    first_day TEXT,                   -- of its statements
    last_day TEXT
) STRICT;
CREATE INDEX sources_by_number ON sources (statements, source_key) WHERE kind != 'person' OR public;

-- A statement of an article's latest reading, of a source that is somebody.
CREATE TABLE source_statements (
    source_key INTEGER NOT NULL REFERENCES sources,
    day TEXT NOT NULL,
    statement_key INTEGER NOT NULL,
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    act TEXT NOT NULL,
    public INTEGER NOT NULL,          -- 1: the article gives it a public role, or it is no person
    role TEXT,                        -- as the article has it
    country TEXT,
    outlet TEXT,                      -- that published it
    via TEXT,                         -- whom it was told to or taken from, as the article has it: the last before it
    via_words TEXT,                   -- the same as a search knows it
    addressee TEXT,
    PRIMARY KEY (source_key, day, statement_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_statements_of ON source_statements (article_key);
CREATE INDEX source_statements_by_outlet ON source_statements (outlet, source_key);
CREATE INDEX source_statements_via ON source_statements (via_words) WHERE via_words IS NOT NULL;

-- The outlet of an article's latest version.
CREATE TABLE source_articles (
    article_key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    source_key INTEGER NOT NULL REFERENCES sources,
    day TEXT NOT NULL
) STRICT;
CREATE INDEX source_articles_by_day ON source_articles (source_key, day, article_key);
