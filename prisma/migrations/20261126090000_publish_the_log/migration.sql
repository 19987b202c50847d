-- The log can be read and checked by anybody (trust.md 4.2): rows from now on hash a salted hash of who acted instead of the
-- id of the person, and the salt stays here, so that the public rows tell nobody's working day and a blind reading stays blind.
-- What a row of an action that is public says is shown; of the others only its hash. Rows written before keep their form.
-- Checkpoints are kept for good: the head of the log, signed by the server.
-- Undo by hand: put audit_append() and audit_first_fault() of 20261125220100_enforce_rules back, drop the view and the table.

ALTER TABLE audit_log ADD COLUMN actor_salt bytea, ADD COLUMN actor_sha256 bytea;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_actor_is_sha256 CHECK (octet_length(actor_sha256) = 32);

CREATE FUNCTION audit_hash_of(l audit_log) RETURNS bytea LANGUAGE sql IMMUTABLE SET search_path = public, pg_catalog AS $$
  SELECT CASE WHEN l.actor_sha256 IS NULL
    THEN audit_hash(l.prev_hash, l.seq, l.at, l.actor, l.action, l.entity, l.entity_id, l.payload_sha256)
    ELSE sha256('\x02'::bytea || l.prev_hash || int8send(l.seq) || int8send((extract(epoch FROM l.at) * 1000000)::bigint)
      || l.actor_sha256 || audit_lp(convert_to(l.action, 'UTF8')) || audit_lp(convert_to(l.entity, 'UTF8'))
      || audit_lp(convert_to(l.entity_id, 'UTF8')) || l.payload_sha256) END $$;

CREATE OR REPLACE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE h audit_head%ROWTYPE;
BEGIN
  SELECT * INTO h FROM audit_head WHERE one FOR UPDATE;
  NEW.seq := h.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := h.hash;
  NEW.actor_salt := uuid_send(gen_random_uuid());
  NEW.actor_sha256 := sha256(NEW.actor_salt || convert_to(NEW.actor, 'UTF8'));
  NEW.payload_salt := uuid_send(gen_random_uuid());
  NEW.payload_sha256 := sha256(NEW.payload_salt || convert_to(coalesce(NEW.payload, ''), 'UTF8'));
  NEW.hash := audit_hash_of(NEW);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION audit_first_fault() RETURNS TABLE (seq bigint, fault text) LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT x.seq, x.fault FROM (
    SELECT l.seq,
      CASE
        WHEN l.seq <> coalesce(lag(l.seq) OVER w, 0) + 1 THEN 'a row is missing before this one'
        WHEN l.prev_hash <> coalesce(lag(l.hash) OVER w, decode(repeat('00', 32), 'hex')) THEN 'does not follow the row before it'
        WHEN l.payload IS NOT NULL AND l.payload_sha256 <> sha256(l.payload_salt || convert_to(l.payload, 'UTF8')) THEN 'the payload was changed'
        WHEN l.actor_salt IS NOT NULL AND l.actor_sha256 <> sha256(l.actor_salt || convert_to(l.actor, 'UTF8')) THEN 'who acted was changed'
        WHEN l.hash <> audit_hash_of(l) THEN 'the row was changed'
      END AS fault
    FROM audit_log l WINDOW w AS (ORDER BY l.seq)
    UNION ALL
    SELECT h.seq, 'the end of the log is not where it was left' FROM audit_head h
    WHERE h.seq <> coalesce((SELECT max(l.seq) FROM audit_log l), 0)
       OR h.seq > 0 AND h.hash IS DISTINCT FROM (SELECT l.hash FROM audit_log l WHERE l.seq = h.seq)
  ) x WHERE x.fault IS NOT NULL ORDER BY x.seq LIMIT 1 $$;

-- What anybody may read of the log: enough to compute every hash again, the payload where the action itself is public.
CREATE VIEW public_log AS
  SELECT seq, (extract(epoch FROM at) * 1000000)::bigint AS at_us, action, entity, entity_id,
    CASE WHEN actor_sha256 IS NULL THEN actor END AS actor, actor_sha256, payload_sha256,
    CASE WHEN action IN ('dispatch.published', 'verdict.published', 'verdict.corrected') THEN payload END AS payload,
    CASE WHEN action IN ('dispatch.published', 'verdict.published', 'verdict.corrected') THEN payload_salt END AS payload_salt,
    hash
  FROM audit_log;
GRANT SELECT ON public_log TO app_rw, app_public;

CREATE TABLE checkpoints (
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT NOT NULL,

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("seq")
);
ALTER TABLE checkpoints ADD CONSTRAINT checkpoints_hash_is_sha256 CHECK (octet_length(hash) = 32);
CREATE FUNCTION checkpoint_is_a_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_log l WHERE l.seq = NEW.seq AND l.hash = NEW.hash) THEN
    RAISE EXCEPTION 'a checkpoint is a row of the log (constraint "checkpoints_are_rows")' USING ERRCODE = '23514', CONSTRAINT = 'checkpoints_are_rows';
  END IF;
  NEW.at := clock_timestamp();
  PERFORM pg_notify('recoupe_public', '/transparency/checkpoint'), pg_notify('recoupe_public', '/transparency/checkpoints.ndjson');
  RETURN NEW;
END $$;
CREATE TRIGGER checkpoint_is_a_row BEFORE INSERT ON checkpoints FOR EACH ROW EXECUTE FUNCTION checkpoint_is_a_row();
CREATE TRIGGER never_changed BEFORE UPDATE ON checkpoints FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_deleted BEFORE DELETE ON checkpoints FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON checkpoints EXECUTE FUNCTION deny();
GRANT SELECT, INSERT ON checkpoints TO app_rw;
GRANT SELECT ON checkpoints TO app_public;
ALTER TABLE checkpoints ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON checkpoints TO app_rw USING (true) WITH CHECK (true);
CREATE POLICY published ON checkpoints FOR SELECT TO app_public USING (true);
