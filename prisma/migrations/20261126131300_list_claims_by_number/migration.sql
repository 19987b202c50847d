-- The desk's list of claims stands by number, C9 before C10, a page beginning after a row. Without an index in that order
-- every page read and sorted all claims; with it a page reads what it shows, the ten-thousandth as fast as the first.
-- Undo by hand: DROP INDEX claims_by_number_idx.

CREATE INDEX claims_by_number_idx ON claims ((length(ref)::bigint), ref COLLATE "C") WHERE discarded_at IS NULL;
