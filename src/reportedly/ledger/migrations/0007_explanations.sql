-- From here on how the fields of a record came about stands behind it in `readings.record`, in a frame (zstd) of its own:
-- lists like those of the record, each member with its `why`. Rows from before hold both in one. No table changes; but
-- whoever knows only one frame must not read, export or check such a ledger.
SELECT 1;
