-- From what a happening of a larger story was found when it came to this state, as a hash: where that is the same when
-- the story is computed again, the happening is not.
CREATE TABLE grounds (
    happening_key INTEGER PRIMARY KEY REFERENCES happenings,
    state_key INTEGER NOT NULL REFERENCES states ON DELETE CASCADE,
    grounds BLOB NOT NULL
) STRICT;
CREATE INDEX grounds_state ON grounds (state_key);
