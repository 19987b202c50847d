-- People decide about what is proposed of two claims. Whatever rule finds a pair again, it is the same proposal: the
-- fingerprint held the rule until now, so that a dismissed pair could have come back by another. And a tie between two claims
-- that was taken back can be made anew: one of a kind is in force at a time, the ended ones stay in the record.
-- Undo by hand: UPDATE suggestions SET fingerprint = kind || ' ' || rule WHERE claim_a_id IS NOT NULL (with its triggers
-- disabled); drop the index claim_relations_kind_in_force and make claim_relations_kind_from_id_to_id_key unique again.

ALTER TABLE suggestions DISABLE TRIGGER USER;
UPDATE suggestions SET fingerprint = CASE kind WHEN 'match' THEN 'match' ELSE 'conflict number' END WHERE claim_a_id IS NOT NULL;
ALTER TABLE suggestions ENABLE TRIGGER USER;

DROP INDEX "claim_relations_kind_from_id_to_id_key";
CREATE UNIQUE INDEX claim_relations_kind_in_force ON claim_relations (kind, from_id, to_id) WHERE ended_at IS NULL;
CREATE INDEX "claim_relations_from_id_to_id_idx" ON "claim_relations"("from_id", "to_id");
