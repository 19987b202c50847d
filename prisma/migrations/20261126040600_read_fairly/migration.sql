-- A blind second reading is blind for PostgreSQL too: nobody approves, or sends back, a verdict they were to read blind
-- before a rating of their own, given after it was sent, is in the record. What a second reader asks for is kept field by
-- field, and a published verdict that needs another look carries the draft of its correction.
--
-- To undo by hand: DROP TABLE reading_comments, second_readings; DROP TRIGGER second_reading_is_fair ON verdicts;
-- DROP TRIGGER review_is_dated ON reviews; DROP FUNCTION second_reading_is_fair, review_is_dated, reading_follows_rating,
-- verdict_is_hidden_from, has_rated_since_sent; ALTER TABLE verdicts DROP COLUMN submitted_at, DROP COLUMN correction_reason,
-- DROP COLUMN correction_draft_fr, DROP COLUMN correction_draft_en; DROP TYPE reading_decision, correction_reason.

CREATE TYPE "correction_reason" AS ENUM ('conflict_resolved', 'conflict_reopened');
CREATE TYPE "reading_decision" AS ENUM ('approved', 'changes_requested');

ALTER TABLE "verdicts" ADD COLUMN "submitted_at" TIMESTAMPTZ(6),
ADD COLUMN "correction_reason" "correction_reason",
ADD COLUMN "correction_draft_fr" TEXT,
ADD COLUMN "correction_draft_en" TEXT;

CREATE TABLE "second_readings" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "reader_id" UUID NOT NULL,
    "decision" "reading_decision" NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_readings_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "reading_comments" (
    "reading_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "reading_comments_pkey" PRIMARY KEY ("reading_id","field")
);
CREATE UNIQUE INDEX "second_readings_verdict_id_n_key" ON "second_readings"("verdict_id", "n");
ALTER TABLE "second_readings" ADD CONSTRAINT "second_readings_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_readings" ADD CONSTRAINT "second_readings_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reading_comments" ADD CONSTRAINT "reading_comments_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "second_readings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_draft_a_correction_for_a_reason CHECK ((correction_reason IS NULL) = (correction_draft_fr IS NULL AND correction_draft_en IS NULL));
ALTER TABLE second_readings
  ADD CONSTRAINT second_readings_n_counts CHECK (n >= 1);
ALTER TABLE reading_comments
  ADD CONSTRAINT reading_comments_say_something CHECK (NOT is_blank(body)),
  ADD CONSTRAINT reading_comments_field_is_known CHECK (field IN ('ratingCode', 'summaryFr', 'summaryEn', 'rationaleFr', 'rationaleEn', 'wouldChangeFr', 'wouldChangeEn', 'noEvidenceReasonFr', 'noEvidenceReasonEn', 'dependsOn'));

-- What was sent before this rule was sent when it last changed. No row of history: only the new column is filled.
ALTER TABLE verdicts DISABLE TRIGGER USER;
UPDATE verdicts SET submitted_at = updated_at WHERE state = 'second_reading';
ALTER TABLE verdicts ENABLE TRIGGER USER;

CREATE FUNCTION has_rated_since_sent(claim uuid, reader uuid, sent timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT sent IS NOT NULL AND EXISTS (SELECT FROM reviews r WHERE r.claim_id = claim AND r.reader_id = reader AND r.created_at >= sent) $$;

-- The one rule of what a blind reading hides, for every list and page of the desk (isHiddenFrom in lib/domain says it too).
-- A draft whose author has left is open again: somebody has to take it over.
CREATE FUNCTION verdict_is_hidden_from(v verdicts, reader uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT v.is_blind AND v.second_reader_id IS NULL AND v.author_id <> reader
    AND (v.state = 'second_reading' OR v.state = 'draft' AND EXISTS (SELECT FROM users u WHERE u.id = v.author_id AND u.disabled_at IS NULL))
    AND NOT has_rated_since_sent(v.claim_id, reader, v.submitted_at) $$;

CREATE FUNCTION second_reading_is_fair() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_sent boolean := NEW.state = 'second_reading' AND (TG_OP = 'INSERT' OR OLD.state <> 'second_reading');
BEGIN
  NEW.submitted_at := CASE WHEN is_sent THEN clock_timestamp() WHEN TG_OP = 'UPDATE' THEN OLD.submitted_at END;
  -- What is read, approved and published is what was sent; other words go back to a draft first.
  IF TG_OP = 'UPDATE' AND OLD.state = 'second_reading' AND NEW.state <> 'draft' AND
     (OLD.rating_code, OLD.summary_fr, OLD.summary_en, OLD.rationale_fr, OLD.rationale_en, OLD.would_change_fr, OLD.would_change_en, OLD.no_evidence_reason_fr, OLD.no_evidence_reason_en, OLD.author_id, OLD.is_blind)
     IS DISTINCT FROM
     (NEW.rating_code, NEW.summary_fr, NEW.summary_en, NEW.rationale_fr, NEW.rationale_en, NEW.would_change_fr, NEW.would_change_en, NEW.no_evidence_reason_fr, NEW.no_evidence_reason_en, NEW.author_id, NEW.is_blind) THEN
    RAISE EXCEPTION 'a verdict is read as it was sent (constraint "verdicts_are_read_as_sent")' USING ERRCODE = '23514', CONSTRAINT = 'verdicts_are_read_as_sent';
  END IF;
  IF NEW.is_blind AND NEW.second_reader_id IS NOT NULL
     AND (TG_OP = 'INSERT' OR NEW.second_reader_id IS DISTINCT FROM OLD.second_reader_id)
     AND NOT has_rated_since_sent(NEW.claim_id, NEW.second_reader_id, NEW.submitted_at) THEN
    RAISE EXCEPTION 'a blind reading begins with a rating of one’s own (constraint "verdicts_blind_reader_rates_first")' USING ERRCODE = '23514', CONSTRAINT = 'verdicts_blind_reader_rates_first';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_reading_is_fair BEFORE INSERT OR UPDATE ON verdicts FOR EACH ROW EXECUTE FUNCTION second_reading_is_fair();

-- A rating is dated by the database. It is called blind only when its reader could not have seen the first one: the
-- reading is blind, nobody has approved yet, and this is the reader's first word on the claim.
CREATE FUNCTION review_is_dated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.created_at := clock_timestamp();
  IF NEW.is_blind AND (
       EXISTS (SELECT FROM reviews r WHERE r.claim_id = NEW.claim_id AND r.reader_id = NEW.reader_id)
       OR NOT EXISTS (SELECT FROM verdicts v WHERE v.claim_id = NEW.claim_id AND v.is_blind AND v.state = 'second_reading' AND v.second_reader_id IS NULL AND v.author_id <> NEW.reader_id)) THEN
    RAISE EXCEPTION 'this rating was not given blind (constraint "reviews_blind_before_seeing")' USING ERRCODE = '23514', CONSTRAINT = 'reviews_blind_before_seeing';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_is_dated BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION review_is_dated();

CREATE FUNCTION reading_follows_rating() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v verdicts%ROWTYPE;
BEGIN
  SELECT * INTO v FROM verdicts WHERE id = NEW.verdict_id;
  NEW.at := clock_timestamp();
  IF v.author_id = NEW.reader_id THEN
    RAISE EXCEPTION 'the second reader is another person (constraint "second_readings_are_by_another")' USING ERRCODE = '23514', CONSTRAINT = 'second_readings_are_by_another';
  END IF;
  IF v.is_blind AND NOT has_rated_since_sent(v.claim_id, NEW.reader_id, v.submitted_at) THEN
    RAISE EXCEPTION 'a blind reading begins with a rating of one’s own (constraint "second_readings_blind_reader_rates_first")' USING ERRCODE = '23514', CONSTRAINT = 'second_readings_blind_reader_rates_first';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_follows_rating BEFORE INSERT ON second_readings FOR EACH ROW EXECUTE FUNCTION reading_follows_rating();

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['second_readings','reading_comments'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I EXECUTE FUNCTION deny()', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_rw', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY desk ON %I TO app_rw USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
