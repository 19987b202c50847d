-- What a table changed stands cell by cell in table_changes, under the id of its import. The record said [] beside it, which
-- reads as "nothing"; now it says nothing itself, and the cells of what was written stay as they are.
-- Undo by hand: DROP TRIGGER stay_once_written ON table_changes; DROP TRIGGER stay_as_written ON table_changes; DROP FUNCTION
-- written_changes_stay(); UPDATE cannot be (imports is written once): drop the CHECK and leave the column nullable.
ALTER TABLE "imports" ALTER COLUMN "changes" DROP NOT NULL;

-- Records of tables before this migration have '[]': history is not rewritten.
ALTER TABLE imports ADD CONSTRAINT imports_of_reviews_tell_changes CHECK (format <> 'claimreview' OR changes IS NOT NULL);

CREATE FUNCTION written_changes_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM former f JOIN table_imports i ON i.id = f.import_id WHERE i.state IN ('written', 'undone')) THEN
    RAISE EXCEPTION 'what an import changed stays as it was written' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stay_once_written AFTER DELETE ON table_changes
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION written_changes_stay();
CREATE TRIGGER stay_as_written AFTER UPDATE ON table_changes
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION written_changes_stay();
