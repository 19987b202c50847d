-- A piece of evidence bears on one thing in one way at a time: never for and against it, never twice, whoever says so. The
-- service has refused it since pieces can be linked again; now PostgreSQL does, also for two people at once. Where both stand
-- today, the latest link stays in force and the earlier ones end.
-- Undo by hand: DROP INDEX evidence_links_take_one_stance.

UPDATE evidence_links l SET ended_at = now()
WHERE l.ended_at IS NULL AND EXISTS (
  SELECT FROM evidence_links later WHERE later.ended_at IS NULL AND later.evidence_id = l.evidence_id
    AND (later.claim_id, later.conflict_id, later.position_id) IS NOT DISTINCT FROM (l.claim_id, l.conflict_id, l.position_id)
    AND later.id > l.id);

CREATE UNIQUE INDEX evidence_links_take_one_stance ON evidence_links (evidence_id, (coalesce(claim_id, conflict_id, position_id))) WHERE ended_at IS NULL;
