-- next_version() keeps created_at and updated_at, which a report has not: it has the moment it was received and the one it was
-- decided. Its versions are counted by a rule of their own.
-- Undo by hand: drop the function with cascade, and put the trigger next_version of 20261126091000_hear_readers back.

CREATE FUNCTION next_report_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'reports: version % cannot follow %', NEW.version, OLD.version USING ERRCODE = '40001';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER next_version ON reports;
CREATE TRIGGER next_version BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION next_report_version();
