-- The public page on how good the rules are is remembered like the others: a decision clears it, and nothing else.
-- Undo by hand: drop trigger tell_public on rule_counts; drop function tell_of_rule_counts.
CREATE FUNCTION tell_of_rule_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('recoupe_public', '/fr/suggestions'), pg_notify('recoupe_public', '/en/suggestions');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_public AFTER INSERT OR UPDATE ON rule_counts FOR EACH STATEMENT EXECUTE FUNCTION tell_of_rule_counts();
