-- A file of reviews others published can come again, and later snapshots of it: what changed in substance (verdict, claim,
-- claimant, claim date) is told apart from bytes, records that are gone are marked and stay, and each import is kept with
-- who, when, its format, the SHA-256 of its bytes, its counts and what it changed. No verdict is guessed for a label: one of
-- ours stands beside it only when a person's table says so.
-- Undo by hand: DROP TABLE imports; DROP INDEX imported_reviews_by_address; ALTER TABLE imported_reviews DROP COLUMN
-- claimants, DROP COLUMN claim_date, DROP COLUMN is_republishable, DROP COLUMN mapped_rating, DROP COLUMN absent_at.

ALTER TABLE "imported_reviews"
    ADD COLUMN "claimants" TEXT[] NOT NULL DEFAULT '{}',
    ADD COLUMN "claim_date" TEXT,
    ADD COLUMN "is_republishable" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "mapped_rating" TEXT,
    ADD COLUMN "absent_at" TIMESTAMPTZ(6);

CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "read" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "absent" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "changes" TEXT NOT NULL,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- ---------------------------------------------------------------------------------------------- rules

-- Everything of one address: a review whose claim was reworded is found again by it.
CREATE INDEX imported_reviews_by_address ON imported_reviews (split_part(review_key, E'\n', 1));
ALTER TABLE imported_reviews
  ADD CONSTRAINT imported_reviews_claim_date_is_a_day_or_a_moment CHECK (claim_date ~ '^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$'),
  ADD CONSTRAINT imported_reviews_rating_is_ours CHECK (mapped_rating ~ '^[a-z_]+$'),
  ADD CONSTRAINT imported_reviews_rating_has_words CHECK (mapped_rating IS NULL OR rating_words IS NOT NULL);
ALTER TABLE imports
  ADD CONSTRAINT imports_say_where_from CHECK (NOT is_blank(source) AND NOT is_blank("by")),
  ADD CONSTRAINT imports_format_is_known CHECK (format IN ('text', 'html', 'csv', 'jsonl', 'claimreview')),
  ADD CONSTRAINT imports_have_a_fingerprint CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT imports_count CHECK (least("read", added, changed, unchanged, absent, rejected) >= 0);
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON imports FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON imports EXECUTE FUNCTION deny();

GRANT SELECT, INSERT ON imports TO app_rw;
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON imports TO app_rw USING (true) WITH CHECK (true);
