-- Articles whose kin are found and whose stories wait to be computed, each story once for all of its articles.
CREATE TABLE to_settle (article_key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE) STRICT;

-- Articles of which linking has not said its last word.
CREATE VIEW waiting AS SELECT article_key FROM to_link UNION ALL SELECT article_key FROM to_settle;
