-- A queue of long work on PostgreSQL: no other service is needed, and what waits survives a crash. A worker takes a row with
-- SKIP LOCKED and holds it by a lease; what must not happen (a job that runs and belongs to nobody, one that is over and still
-- held) is held here. A job that is over is never begun again: whoever wants it again queues another.
-- Undo by hand: drop table jobs; drop function job_is_over_once.

CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "run_after" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_by" TEXT,
    "locked_until" TIMESTAMPTZ(6),
    "error" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "jobs_state_run_after_idx" ON "jobs"("state", "run_after");
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE jobs
  ADD CONSTRAINT jobs_state_is_known CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  ADD CONSTRAINT jobs_name_their_kind CHECK (NOT is_blank(kind)),
  ADD CONSTRAINT jobs_running_are_held CHECK ((state = 'running') = (locked_by IS NOT NULL) AND (locked_by IS NULL) = (locked_until IS NULL)),
  ADD CONSTRAINT jobs_over_have_a_time CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT jobs_failed_say_why CHECK (state <> 'failed' OR NOT is_blank(error)),
  ADD CONSTRAINT jobs_progress_is_a_count CHECK (progress >= 0 AND tries >= 0 AND (total IS NULL OR total >= 0));

CREATE FUNCTION job_is_over_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL THEN RAISE EXCEPTION 'a job that is over stays as it ended' USING ERRCODE = '42501'; END IF;
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER is_over_once BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION job_is_over_once();
CREATE TRIGGER never_deleted BEFORE DELETE ON jobs FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON jobs EXECUTE FUNCTION deny();

GRANT SELECT, INSERT ON jobs TO app_rw;
GRANT UPDATE (state, progress, total, tries, run_after, locked_by, locked_until, error, updated_at, finished_at) ON jobs TO app_rw;
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON jobs TO app_rw USING (true) WITH CHECK (true);
