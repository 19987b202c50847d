-- Other machines are told what is published (Standard Webhooks). What each is to be told is written in the transaction of what
-- happened, by triggers, so that no way of publishing forgets it: ids, slugs and numbers of public things, nothing of the work
-- on them. Secrets are not kept: they are made from the server's own.
-- Undo by hand: DROP TRIGGER tell_machines ON verdict_versions; DROP TRIGGER tell_machines ON conflicts;
-- DROP FUNCTION tell_machines_of_verdict(), tell_machines_of_conflict(), tell_machines(text, jsonb);
-- DROP TABLE webhook_deliveries; DROP TABLE webhooks;

CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret_n" INTEGER NOT NULL DEFAULT 1,
    "rotated_at" TIMESTAMPTZ(6),
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "gone_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(6) DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(6),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_deliveries_webhook_id_created_at_idx" ON "webhook_deliveries"("webhook_id", "created_at");
CREATE INDEX "webhook_deliveries_next_at_idx" ON "webhook_deliveries"("next_at");
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE webhooks
  ADD CONSTRAINT webhooks_url_is_web CHECK (url ~ '^https?://[^/@[:space:]]+(/|$)' AND length(url) <= 2048),
  ADD CONSTRAINT webhooks_events_are_known CHECK (cardinality(events) > 0 AND events <@ ARRAY['claim.verdict_published', 'claim.verdict_corrected', 'claim.verdict_withdrawn', 'conflict.resolved', 'conflict.reopened']),
  ADD CONSTRAINT webhooks_gone_are_off CHECK (gone_at IS NULL OR NOT is_on);
ALTER TABLE webhook_deliveries
  ADD CONSTRAINT webhook_deliveries_state_is_known CHECK (state IN ('waiting', 'delivered', 'failed')),
  ADD CONSTRAINT webhook_deliveries_wait_for_a_moment CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
  ADD CONSTRAINT webhook_deliveries_are_heard_once CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
  ADD CONSTRAINT webhook_deliveries_are_thin CHECK (octet_length(data::text) < 2000);

CREATE FUNCTION tell_machines(what text, said jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO webhook_deliveries (webhook_id, event, data) SELECT id, what, said FROM webhooks WHERE is_on AND what = ANY (events)
$$;

CREATE FUNCTION tell_machines_of_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_machines(
    CASE WHEN NEW.is_withdrawal THEN 'claim.verdict_withdrawn' WHEN NEW.n = 1 THEN 'claim.verdict_published' ELSE 'claim.verdict_corrected' END,
    jsonb_build_object('verdictId', v.id, 'claimId', c.id, 'claim', c.slug, 'n', NEW.n, 'rating', NEW.rating_code))
  FROM verdicts v JOIN claims c ON c.id = v.claim_id WHERE v.id = NEW.verdict_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_machines AFTER INSERT ON verdict_versions FOR EACH ROW EXECUTE FUNCTION tell_machines_of_verdict();

-- A conflict the public does not see is nobody's business.
CREATE FUNCTION tell_machines_of_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_machines('conflict.' || NEW.status::text, jsonb_build_object('conflictId', NEW.id, 'conflict', NEW.slug));
  RETURN NULL;
END $$;
CREATE TRIGGER tell_machines AFTER UPDATE ON conflicts FOR EACH ROW
  WHEN (NEW.public_at IS NOT NULL AND NEW.status IN ('resolved', 'reopened') AND OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION tell_machines_of_conflict();

GRANT SELECT, INSERT, UPDATE ON webhooks, webhook_deliveries TO app_rw;
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON webhooks TO app_rw USING (true) WITH CHECK (true);
CREATE POLICY desk ON webhook_deliveries TO app_rw USING (true) WITH CHECK (true);
