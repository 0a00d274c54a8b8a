-- What lists are counted by, so that 50,000 entries can be counted without looking at each row.
CREATE INDEX events_counted ON events (
    day, event_key, type, status, country, place_name, reading_key, according_to
) WHERE type IS NOT NULL;
CREATE INDEX statements_counted ON statements (day, statement_key, source_kind, act, source_name, source, reading_key);
