-- Programs may do what people do on the desk: a person gives one a token (its hash is all that is kept), with what it may do
-- and until when; what was answered to a request that brought an Idempotency-Key is kept for a day, in the transaction of the
-- work itself. Neither exists outside the desk.
-- Undo by hand: DROP TABLE api_answers; DROP TABLE api_tokens; DROP FUNCTION token_stays();

CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "tail" TEXT NOT NULL,
    "scopes" TEXT[],
    "security_epoch" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "api_answers" (
    "user_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "body" TEXT NOT NULL,
    "location" TEXT,
    "language" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_answers_pkey" PRIMARY KEY ("user_id","route","key")
);
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens"("hash");
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");
CREATE INDEX "api_answers_created_at_idx" ON "api_answers"("created_at");
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE api_tokens
  ADD CONSTRAINT api_tokens_have_a_name CHECK (NOT is_blank(name) AND length(name) <= 100),
  ADD CONSTRAINT api_tokens_are_hashed CHECK (octet_length(hash) = 32 AND length(tail) = 4),
  ADD CONSTRAINT api_tokens_scopes_are_known CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'write', 'publish', 'manage']),
  ADD CONSTRAINT api_tokens_end CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days');
ALTER TABLE api_answers
  ADD CONSTRAINT api_answers_have_a_fingerprint CHECK (octet_length(fingerprint) = 32),
  ADD CONSTRAINT api_answers_keys_are_short CHECK (length(key) BETWEEN 1 AND 255 AND length(route) <= 500),
  ADD CONSTRAINT api_answers_status_is_final CHECK (status BETWEEN 200 AND 299 OR status IN (404, 409, 412, 422));

-- What a token may do is said when it is made; afterwards it is used, and revoked once.
CREATE FUNCTION token_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.user_id, NEW.hash, NEW.scopes, NEW.security_epoch, NEW.created_at, NEW.expires_at)
      IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.hash, OLD.scopes, OLD.security_epoch, OLD.created_at, OLD.expires_at)
      OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'a token does not change (constraint "api_tokens_do_not_change")' USING ERRCODE = '23514', CONSTRAINT = 'api_tokens_do_not_change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER token_stays BEFORE UPDATE ON api_tokens FOR EACH ROW EXECUTE FUNCTION token_stays();

GRANT SELECT, INSERT, UPDATE ON api_tokens TO app_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON api_answers TO app_rw;
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON api_tokens TO app_rw USING (true) WITH CHECK (true);
CREATE POLICY desk ON api_answers TO app_rw USING (true) WITH CHECK (true);
