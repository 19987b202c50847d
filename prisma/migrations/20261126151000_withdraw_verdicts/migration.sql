-- A published verdict can be withdrawn: a last version says so, with what was wrong, and its page keeps its address. Taking back
-- must be possible whatever became of what it stood on: the version that withdraws repeats what was published, so it is not asked
-- for evidence again, nor for a second reader where there was none. Nothing follows it, and it follows something.
-- Undo by hand: the former function stands in both_languages.
CREATE OR REPLACE FUNCTION verdict_version_may_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_self_published AND NOT NEW.is_withdrawal AND coalesce((SELECT value FROM settings WHERE key = 'four_eyes'), 'true'::jsonb) <> 'false'::jsonb THEN
    RAISE EXCEPTION 'no publication by its author alone (constraint "verdict_versions_were_read_by_two")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_were_read_by_two';
  END IF;
  IF NEW.n <> coalesce((SELECT max(n) FROM verdict_versions WHERE verdict_id = NEW.verdict_id), 0) + 1 THEN
    RAISE EXCEPTION 'versions follow one another' USING ERRCODE = '40001';
  END IF;
  IF NEW.is_withdrawal AND NEW.n = 1 THEN
    RAISE EXCEPTION 'only what was published is withdrawn (constraint "verdict_versions_withdraw_what_was_published")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_withdraw_what_was_published';
  END IF;
  IF EXISTS (SELECT FROM verdict_versions v WHERE v.verdict_id = NEW.verdict_id AND v.is_withdrawal) THEN
    RAISE EXCEPTION 'what was withdrawn stays withdrawn (constraint "verdict_versions_withdrawn_stay")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_withdrawn_stay';
  END IF;
  IF NOT NEW.is_withdrawal AND is_blank(NEW.no_evidence_reason_fr) AND is_blank(NEW.no_evidence_reason_en) AND NOT EXISTS (
       SELECT FROM verdicts v JOIN evidence_links l ON l.claim_id = v.claim_id AND l.ended_at IS NULL WHERE v.id = NEW.verdict_id)
     AND NOT EXISTS (SELECT FROM verdict_dependencies d WHERE d.verdict_id = NEW.verdict_id AND d.evidence_id IS NOT NULL) THEN
    RAISE EXCEPTION 'no verdict without evidence or an explicit reason (constraint "verdict_versions_have_evidence")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_have_evidence';
  END IF;
  RETURN NEW;
END $$;
