-- A side may be added to a conflict that readers already see. What it holds must not come from a claim they may not see yet:
-- the words of the side are public with the conflict.
-- To undo by hand: drop the trigger and its function.

CREATE FUNCTION public_sides_stand_on_public_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM positions p JOIN conflicts c ON c.id = p.conflict_id WHERE p.id = NEW.position_id AND c.public_at IS NOT NULL)
     AND NOT EXISTS (SELECT FROM statements s JOIN occurrences o ON o.id = s.occurrence_id JOIN claims c ON c.id = o.claim_id
                      WHERE s.id = NEW.statement_id AND c.public_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the conflict is public and the claim is not (constraint "public_sides_stand_on_public_claims")' USING ERRCODE = '23514', CONSTRAINT = 'public_sides_stand_on_public_claims';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_sides_stand_on_public_claims BEFORE INSERT ON position_statements
  FOR EACH ROW EXECUTE FUNCTION public_sides_stand_on_public_claims();
