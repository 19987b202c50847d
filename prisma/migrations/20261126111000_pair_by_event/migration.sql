-- Claims that people linked to one event are now found by it whatever the days they give, so that two of them that put it on
-- different days are compared. Every claim waits to have its keys made anew, behind whatever is new meanwhile; the keys it
-- has stay good until then. What was proposed and decided stays.
-- Undo by hand: nothing to undo; the former version of the application leaves the new keys alone.

INSERT INTO claims_to_pair (claim_id, since) SELECT id, 'infinity' FROM claims WHERE discarded_at IS NULL ON CONFLICT DO NOTHING;
