-- A key of a claim now has its week in front: what is new lies together in the index, so that keeping a million claims' keys
-- costs no more each than keeping ten thousand's. Keys made before mean nothing any more: they go, and every claim waits to be
-- compared anew, behind whatever is new meanwhile. What was proposed and decided stays.
-- Undo by hand: the same two statements again, with the former version of the application.

DELETE FROM claim_keys;
INSERT INTO claims_to_pair (claim_id, since) SELECT id, 'infinity' FROM claims WHERE discarded_at IS NULL ON CONFLICT DO NOTHING;
