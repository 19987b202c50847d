-- Both languages where one column held both: notes on evidence, on what it bears on, on relations and sources, the reason of
-- a link between names, and why a verdict has no evidence.
--
-- What was written stays where it was, in the column that is now the French one: which half of an old text is in which
-- language is not guessed here, and what is published is never rewritten. Earlier revisions keep the old key (`note`).
-- To undo by hand: add the single column again, fill it with concat_ws(E'\n\n', …_fr, …_en) as the owner, restore the check of
-- entity_links and the function verdict_version_may_stand from the migration enforce_rules, drop the two columns.

ALTER TABLE "evidence" RENAME COLUMN "note" TO "note_fr";
ALTER TABLE "evidence" ADD COLUMN "note_en" TEXT;
ALTER TABLE "evidence_links" RENAME COLUMN "note" TO "note_fr";
ALTER TABLE "evidence_links" ADD COLUMN "note_en" TEXT;
ALTER TABLE "claim_relations" RENAME COLUMN "note" TO "note_fr";
ALTER TABLE "claim_relations" ADD COLUMN "note_en" TEXT;
ALTER TABLE "sources" RENAME COLUMN "note" TO "note_fr";
ALTER TABLE "sources" ADD COLUMN "note_en" TEXT;
ALTER TABLE "entity_links" RENAME COLUMN "reason" TO "reason_fr";
ALTER TABLE "entity_links" ALTER COLUMN "reason_fr" DROP NOT NULL;
ALTER TABLE "entity_links" ADD COLUMN "reason_en" TEXT;
ALTER TABLE "verdicts" RENAME COLUMN "no_evidence_reason" TO "no_evidence_reason_fr";
ALTER TABLE "verdicts" ADD COLUMN "no_evidence_reason_en" TEXT;
ALTER TABLE "verdict_versions" RENAME COLUMN "no_evidence_reason" TO "no_evidence_reason_fr";
ALTER TABLE "verdict_versions" ADD COLUMN "no_evidence_reason_en" TEXT;

-- ---------------------------------------------------------------------------------------------- one language at least

ALTER TABLE entity_links
  DROP CONSTRAINT entity_links_have_a_reason,
  ADD CONSTRAINT entity_links_have_a_reason CHECK (NOT (is_blank(reason_fr) AND is_blank(reason_en)));

CREATE OR REPLACE FUNCTION verdict_version_may_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_self_published AND coalesce((SELECT value FROM settings WHERE key = 'four_eyes'), 'true'::jsonb) <> 'false'::jsonb THEN
    RAISE EXCEPTION 'no publication by its author alone (constraint "verdict_versions_were_read_by_two")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_were_read_by_two';
  END IF;
  IF NEW.n <> coalesce((SELECT max(n) FROM verdict_versions WHERE verdict_id = NEW.verdict_id), 0) + 1 THEN
    RAISE EXCEPTION 'versions follow one another' USING ERRCODE = '40001';
  END IF;
  IF is_blank(NEW.no_evidence_reason_fr) AND is_blank(NEW.no_evidence_reason_en) AND NOT EXISTS (
       SELECT FROM verdicts v JOIN evidence_links l ON l.claim_id = v.claim_id AND l.ended_at IS NULL WHERE v.id = NEW.verdict_id)
     AND NOT EXISTS (SELECT FROM verdict_dependencies d WHERE d.verdict_id = NEW.verdict_id AND d.evidence_id IS NOT NULL) THEN
    RAISE EXCEPTION 'no verdict without evidence or an explicit reason (constraint "verdict_versions_have_evidence")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_have_evidence';
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------------------------------------- who may read

-- A renamed column keeps its grants; the new one gets the same. Whole tables (evidence_links, claim_relations) are granted
-- with every column they have; the notes on sources stay at the desk.
GRANT SELECT (note_en) ON evidence TO app_public;
GRANT SELECT (reason_en) ON entity_links TO app_public;
GRANT SELECT (no_evidence_reason_en) ON verdict_versions TO app_public;
