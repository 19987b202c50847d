-- What the lists of the desk need: changes made to many rows at once (to take them back at once), filters kept under a
-- name, and how far somebody is in the tour.
--
-- A batch is memory: it is written once, and only marked as undone. A saved filter is a convenience: its owner may delete it.
-- To undo by hand: drop the tables batches and saved_filters and the column users.tour_step. Nothing else refers to them;
-- the changes themselves stay, with their revisions.

CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "row_ids" UUID[],
    "versions" INTEGER[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "saved_filters" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_filters_user_id_name_key" ON "saved_filters"("user_id", "name");
ALTER TABLE "batches" ADD CONSTRAINT "batches_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "users" ADD COLUMN "tour_step" SMALLINT;

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE batches
  ADD CONSTRAINT batches_entity_is_known CHECK (entity IN ('claims', 'conflicts')),
  ADD CONSTRAINT batches_rows_have_versions CHECK (cardinality(row_ids) > 0 AND cardinality(row_ids) = cardinality(versions));
ALTER TABLE saved_filters
  ADD CONSTRAINT saved_filters_path_is_known CHECK (path IN ('claims', 'conflicts', 'verdicts')),
  ADD CONSTRAINT saved_filters_have_a_name CHECK (NOT is_blank(name) AND char_length(name) <= 80),
  ADD CONSTRAINT saved_filters_query_is_short CHECK (char_length(query) <= 2000);
-- Null: never taken; 0: put away; 1 to 5: at this step.
ALTER TABLE users ADD CONSTRAINT users_tour_has_five_steps CHECK (tour_step BETWEEN 0 AND 5);

CREATE TRIGGER never_deleted BEFORE DELETE ON batches FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON batches EXECUTE FUNCTION deny();

-- A batch is undone once.
CREATE FUNCTION batch_is_undone_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL THEN RAISE EXCEPTION 'a batch is undone once' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batch_is_undone_once BEFORE UPDATE ON batches FOR EACH ROW EXECUTE FUNCTION batch_is_undone_once();

-- ---------------------------------------------------------------------------------------------- who may read and write

GRANT SELECT, INSERT ON batches, saved_filters TO app_rw;
GRANT UPDATE (undone_at) ON batches TO app_rw;
GRANT UPDATE (name, is_shared), DELETE ON saved_filters TO app_rw;
ALTER TABLE batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_filters ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON batches TO app_rw USING (true) WITH CHECK (true);
CREATE POLICY desk ON saved_filters TO app_rw USING (true) WITH CHECK (true);
