-- ClaimReviews others published come in by the page of imports too: received, compared and written in the same steps as a table
-- (decision 022). They have no columns; what they would do stands in one value, since nobody asks for a part of it.
-- Undo by hand: no row may have the format claimreview; put back the two constraints and the function as in import_tables, and
-- ALTER TABLE table_imports DROP COLUMN reviews.
ALTER TABLE "table_imports" ADD COLUMN "reviews" JSONB;

ALTER TABLE table_imports
  DROP CONSTRAINT table_imports_format_is_known,
  DROP CONSTRAINT table_imports_compared_have_columns,
  ADD CONSTRAINT table_imports_format_is_known CHECK (format IN ('csv', 'xlsx', 'cells', 'claimreview')),
  ADD CONSTRAINT table_imports_compared_have_columns CHECK (state IN ('receiving', 'received', 'cancelled')
    OR CASE format WHEN 'claimreview' THEN reviews IS NOT NULL ELSE columns IS NOT NULL END),
  -- What others published is not ours to take back: their next file says what stands.
  ADD CONSTRAINT table_imports_of_reviews_are_not_undone CHECK (format <> 'claimreview' OR state <> 'undone');

CREATE OR REPLACE FUNCTION table_import_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (CASE OLD.state
      WHEN 'receiving' THEN NEW.state IN ('receiving', 'received', 'cancelled')
      WHEN 'received' THEN NEW.state IN ('received', 'compared', 'cancelled')
      WHEN 'compared' THEN NEW.state IN ('received', 'compared', 'written', 'cancelled')
      WHEN 'written' THEN NEW.state IN ('written', 'undone')
      ELSE NEW.state = OLD.state END) THEN
    RAISE EXCEPTION 'an import goes forward' USING ERRCODE = '42501';
  END IF;
  IF OLD.state IN ('written', 'undone', 'cancelled') AND
     (OLD.sha256, OLD.bytes, OLD.columns, OLD.reviews, OLD."read", OLD.added, OLD.changed, OLD.unchanged, OLD.rejected, OLD.leaves_out)
     IS DISTINCT FROM (NEW.sha256, NEW.bytes, NEW.columns, NEW.reviews, NEW."read", NEW.added, NEW.changed, NEW.unchanged, NEW.rejected, NEW.leaves_out) THEN
    RAISE EXCEPTION 'an import that is over stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
GRANT UPDATE (reviews) ON table_imports TO app_rw;
