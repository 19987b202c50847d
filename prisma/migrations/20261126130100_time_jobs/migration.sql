-- When a job was begun the last time, so that a page can say how long it will still take.
-- Undo by hand: ALTER TABLE jobs DROP COLUMN started_at;
ALTER TABLE "jobs" ADD COLUMN "started_at" TIMESTAMPTZ(6);
GRANT UPDATE (started_at) ON jobs TO app_rw;
