-- Whoever says yes to an import names the comparison they saw. A version counts the states an import went through, by a trigger
-- and not by whoever writes: each comparison has its own, so that a yes meant for one is never taken for another.
-- Undo by hand: DROP TRIGGER counts_its_states ON table_imports; DROP FUNCTION table_import_counts_its_states(); ALTER TABLE
-- table_imports DROP COLUMN version.
ALTER TABLE "table_imports" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- ---------------------------------------------------------------------------------------------- rules

CREATE FUNCTION table_import_counts_its_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + CASE WHEN NEW.state IS DISTINCT FROM OLD.state THEN 1 ELSE 0 END;
  RETURN NEW;
END $$;
CREATE TRIGGER counts_its_states BEFORE UPDATE ON table_imports FOR EACH ROW EXECUTE FUNCTION table_import_counts_its_states();
