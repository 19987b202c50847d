-- The ledger of missing sides: who is spoken about and never quoted, whether they were asked, by which way, and what came of
-- it. The states and what each of them needs are held here as in lib/domain/missing-side.ts, so that no script can write that
-- somebody answered without their answer. It belongs to the desk: a stranger's role gets no grant.
-- Undo by hand: drop table comment_requests (its revisions stay).

CREATE TABLE "comment_requests" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID,
    "party" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'to_ask',
    "via" TEXT,
    "question" TEXT,
    "asked_at" DATE,
    "due_at" DATE,
    "answer" TEXT,
    "answered_at" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comment_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "comment_requests_state_idx" ON "comment_requests"("state");
CREATE UNIQUE INDEX "comment_requests_claim_id_party_key" ON "comment_requests"("claim_id", "party");
ALTER TABLE "comment_requests" ADD CONSTRAINT "comment_requests_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_requests" ADD CONSTRAINT "comment_requests_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_requests" ADD CONSTRAINT "comment_requests_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE comment_requests
  ADD CONSTRAINT comment_requests_name_a_party CHECK (NOT is_blank(party)),
  ADD CONSTRAINT comment_requests_state_is_known CHECK (state IN ('to_ask', 'asked', 'answered', 'declined', 'no_answer')),
  ADD CONSTRAINT comment_requests_were_asked_some_day CHECK (state = 'to_ask' OR asked_at IS NOT NULL),
  ADD CONSTRAINT comment_requests_answers_are_there CHECK (state <> 'answered' OR (NOT is_blank(answer) AND answered_at IS NOT NULL)),
  ADD CONSTRAINT comment_requests_days_are_in_order CHECK (asked_at <= due_at AND asked_at <= answered_at);

CREATE TRIGGER next_version BEFORE UPDATE ON comment_requests FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER remember_new AFTER INSERT ON comment_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember();
CREATE TRIGGER remember_change AFTER UPDATE ON comment_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember();
CREATE TRIGGER never_deleted BEFORE DELETE ON comment_requests FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON comment_requests EXECUTE FUNCTION deny();

GRANT SELECT, INSERT, UPDATE ON comment_requests TO app_rw;
ALTER TABLE comment_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON comment_requests TO app_rw USING (true) WITH CHECK (true);
