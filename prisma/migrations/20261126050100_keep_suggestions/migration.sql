-- What rules propose, and what people decided about it. A suggestion is no claim, no link and no conflict; it becomes one only
-- under the name of whoever accepts it. What was proposed is never rewritten, so that an edited one keeps its original; a
-- decision stands until the person who took it takes it back; the same proposal found again is the same row (fingerprint), so
-- that a dismissed one never returns. rule_counts holds the sums for the page on how good the rules are: numbers only, kept by
-- a trigger, open to everyone. The suggestions themselves belong to the desk.
-- Undo by hand: drop table suggestions, rule_counts; drop function suggestion_is_decided_once, count_decision.

CREATE TABLE "suggestions" (
    "id" UUID NOT NULL,
    "dispatch_version_id" UUID,
    "claim_a_id" UUID,
    "claim_b_id" UUID,
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "ruleset" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "provider" TEXT NOT NULL DEFAULT 'rules',
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "reason" TEXT,
    "made_kind" TEXT,
    "made_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "rule_counts" (
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "edited" INTEGER NOT NULL DEFAULT 0,
    "dismissed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rule_counts_pkey" PRIMARY KEY ("kind","rule")
);
CREATE UNIQUE INDEX "suggestions_dispatch_version_id_fingerprint_key" ON "suggestions"("dispatch_version_id", "fingerprint");
CREATE UNIQUE INDEX "suggestions_claim_a_id_claim_b_id_fingerprint_key" ON "suggestions"("claim_a_id", "claim_b_id", "fingerprint");
CREATE INDEX "suggestions_claim_b_id_idx" ON "suggestions"("claim_b_id");
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_dispatch_version_id_fkey" FOREIGN KEY ("dispatch_version_id") REFERENCES "dispatch_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_claim_a_id_fkey" FOREIGN KEY ("claim_a_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_claim_b_id_fkey" FOREIGN KEY ("claim_b_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE suggestions
  ADD CONSTRAINT suggestions_kind_is_known CHECK (kind IN ('claim', 'name', 'conflict', 'match')),
  ADD CONSTRAINT suggestions_status_is_known CHECK (status IN ('proposed', 'accepted', 'edited', 'dismissed')),
  ADD CONSTRAINT suggestions_are_about_something CHECK (
    (dispatch_version_id IS NOT NULL AND claim_a_id IS NULL AND claim_b_id IS NULL)
    OR (dispatch_version_id IS NULL AND claim_a_id IS NOT NULL AND claim_b_id IS NOT NULL AND claim_a_id <> claim_b_id)),
  ADD CONSTRAINT suggestions_name_their_rule CHECK (NOT is_blank(rule) AND NOT is_blank(ruleset) AND NOT is_blank(fingerprint)),
  ADD CONSTRAINT suggestions_confidence_is_a_share CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT suggestions_are_decided_by_somebody CHECK ((status = 'proposed') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT suggestions_made_something_when_accepted CHECK (
    (status IN ('accepted', 'edited')) = (made_id IS NOT NULL) AND (made_id IS NULL) = (made_kind IS NULL)),
  ADD CONSTRAINT suggestions_made_is_known CHECK (made_kind IN ('claim', 'entity_link', 'entity', 'conflict', 'claim_relation')),
  ADD CONSTRAINT suggestions_reason_is_of_a_dismissal CHECK (reason IS NULL OR status = 'dismissed');

-- One decision for each; only whoever took it takes it back. Whoever decides is whoever acts.
CREATE FUNCTION suggestion_is_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'proposed' THEN RAISE EXCEPTION 'a suggestion begins as proposed' USING ERRCODE = '42501'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.dispatch_version_id, NEW.claim_a_id, NEW.claim_b_id, NEW.kind, NEW.rule, NEW.ruleset, NEW.value, NEW.fingerprint, NEW.confidence, NEW.provider)
     IS DISTINCT FROM
     (OLD.dispatch_version_id, OLD.claim_a_id, OLD.claim_b_id, OLD.kind, OLD.rule, OLD.ruleset, OLD.value, OLD.fingerprint, OLD.confidence, OLD.provider)
  THEN RAISE EXCEPTION 'what was proposed is never rewritten' USING ERRCODE = '42501'; END IF;
  IF OLD.status <> 'proposed' AND NEW.status <> 'proposed' THEN
    RAISE EXCEPTION 'a suggestion is decided once' USING ERRCODE = '42501';
  END IF;
  IF OLD.status <> 'proposed' AND OLD.decided_by_id::text <> acting() THEN
    RAISE EXCEPTION 'a decision is taken back by whoever took it' USING ERRCODE = '42501';
  END IF;
  IF NEW.status <> 'proposed' AND NEW.decided_by_id::text <> acting() THEN
    RAISE EXCEPTION 'nobody decides in the name of another' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_decided_once BEFORE INSERT OR UPDATE ON suggestions FOR EACH ROW EXECUTE FUNCTION suggestion_is_decided_once();

CREATE FUNCTION count_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF OLD.status = NEW.status THEN RETURN NULL; END IF;
  INSERT INTO rule_counts AS c (kind, rule, accepted, edited, dismissed)
  VALUES (NEW.kind, NEW.rule,
    (NEW.status = 'accepted')::int - (OLD.status = 'accepted')::int,
    (NEW.status = 'edited')::int - (OLD.status = 'edited')::int,
    (NEW.status = 'dismissed')::int - (OLD.status = 'dismissed')::int)
  ON CONFLICT (kind, rule) DO UPDATE SET
    accepted = c.accepted + excluded.accepted, edited = c.edited + excluded.edited, dismissed = c.dismissed + excluded.dismissed;
  RETURN NULL;
END $$;
CREATE TRIGGER count_decision AFTER UPDATE OF status ON suggestions FOR EACH ROW EXECUTE FUNCTION count_decision();

CREATE TRIGGER next_version BEFORE UPDATE ON suggestions FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER remember_new AFTER INSERT ON suggestions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember();
CREATE TRIGGER remember_change AFTER UPDATE ON suggestions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember();
CREATE TRIGGER never_deleted BEFORE DELETE ON suggestions FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON suggestions EXECUTE FUNCTION deny();

-- ---------------------------------------------------------------------------------------------- who may read and write

GRANT SELECT, INSERT ON suggestions TO app_rw;
GRANT UPDATE (status, decided_by_id, decided_at, reason, made_kind, made_id, version) ON suggestions TO app_rw;
ALTER TABLE suggestions ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON suggestions TO app_rw USING (true) WITH CHECK (true);

GRANT SELECT ON rule_counts TO app_rw, app_public;
ALTER TABLE rule_counts ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON rule_counts FOR SELECT TO app_rw USING (true);
CREATE POLICY published ON rule_counts FOR SELECT TO app_public USING (true);
