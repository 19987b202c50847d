-- New and changed claims are compared with the whole archive. Triggers only write down which (nobody who saves waits for the
-- comparison); a worker makes each claim's keys anew and looks up who shares them. Keys are made of two things at once and a
-- week: one thing alone is held by more and more claims as an archive grows, and a cap on it loses what is there
-- (performance.md fact 11). What was proposed before and dismissed stays dismissed: see suggestions.
-- Undo by hand: drop the triggers pair_* on claims and occurrences, their functions, and the two tables.

CREATE TABLE "claim_keys" (
    "key" BIGINT NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "claim_keys_pkey" PRIMARY KEY ("key","claim_id")
);
CREATE TABLE "claims_to_pair" (
    "claim_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claims_to_pair_pkey" PRIMARY KEY ("claim_id")
);
CREATE INDEX "claim_keys_claim_id_idx" ON "claim_keys"("claim_id");

CREATE FUNCTION pair_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO claims_to_pair (claim_id) SELECT id FROM new_rows ORDER BY id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION pair_claims_of_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO claims_to_pair (claim_id) SELECT DISTINCT claim_id FROM new_rows ORDER BY claim_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER pair_new AFTER INSERT ON claims REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pair_claims();
CREATE TRIGGER pair_change AFTER UPDATE ON claims REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pair_claims();
CREATE TRIGGER pair_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pair_claims_of_passages();
CREATE TRIGGER pair_change AFTER UPDATE ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION pair_claims_of_passages();

-- The claims that are there already wait like new ones.
INSERT INTO claims_to_pair (claim_id) SELECT id FROM claims WHERE discarded_at IS NULL;

GRANT SELECT, INSERT, DELETE ON claim_keys, claims_to_pair TO app_rw;
-- To take a row with FOR UPDATE one must be allowed to change something of it.
GRANT UPDATE (since) ON claims_to_pair TO app_rw;
ALTER TABLE claim_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_to_pair ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON claim_keys TO app_rw USING (true) WITH CHECK (true);
CREATE POLICY desk ON claims_to_pair TO app_rw USING (true) WITH CHECK (true);
