-- Tables of claims from a spreadsheet or another newsroom (decision 022). The bytes are kept in parts with their SHA-256, so
-- that a worker killed midway is followed by another that begins from them; the comparison with ours is kept cell by cell, so
-- that a person says yes to exactly what will be written; what was written names its versions, so that it can be taken back.
-- Undo by hand: DROP TABLE import_keys, table_problems, table_changes, table_rows, table_chunks, table_imports; DROP FUNCTION
-- table_import_goes_forward, id_in_turn.

CREATE TABLE "table_imports" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'receiving',
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "columns" JSONB,
    "base_at" TIMESTAMPTZ(6),
    "leaves_out" BOOLEAN NOT NULL DEFAULT false,
    "moved_on" BOOLEAN NOT NULL DEFAULT false,
    "job_id" UUID,
    "read" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER,
    "left" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "table_imports_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "table_chunks" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "table_chunks_pkey" PRIMARY KEY ("import_id","n")
);

CREATE TABLE "table_rows" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "is_refused" BOOLEAN NOT NULL,
    "cells" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "claim_id" UUID,
    "makes_claim" BOOLEAN NOT NULL DEFAULT false,
    "key" TEXT,
    "key_sender" TEXT,
    "slug" TEXT,
    "statement_fr" TEXT,
    "statement_en" TEXT,
    "event_id" UUID,
    "occurrence_id" UUID,
    "version_id" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "kind" TEXT,
    "quote_scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "modality" TEXT,
    "publisher_id" UUID,

    CONSTRAINT "table_rows_pkey" PRIMARY KEY ("import_id","row")
);

CREATE TABLE "table_changes" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "seen_version" INTEGER NOT NULL,
    "before" TEXT,
    "base" TEXT,
    "after" TEXT NOT NULL,
    "former_id" UUID,
    "value_id" UUID,
    "is_conflict" BOOLEAN NOT NULL DEFAULT false,
    "takes_theirs" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "table_changes_pkey" PRIMARY KEY ("import_id","row","field")
);

CREATE TABLE "table_problems" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "field" TEXT,
    "code" TEXT NOT NULL,
    "value" TEXT,
    "told" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "table_problems_pkey" PRIMARY KEY ("import_id","n")
);

CREATE TABLE "import_keys" (
    "sender" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_keys_pkey" PRIMARY KEY ("sender","key")
);

CREATE INDEX "table_imports_created_at_idx" ON "table_imports"("created_at");

CREATE INDEX "import_keys_claim_id_idx" ON "import_keys"("claim_id");

ALTER TABLE "table_imports" ADD CONSTRAINT "table_imports_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "table_chunks" ADD CONSTRAINT "table_chunks_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "table_rows" ADD CONSTRAINT "table_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "table_changes" ADD CONSTRAINT "table_changes_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "table_problems" ADD CONSTRAINT "table_problems_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "import_keys" ADD CONSTRAINT "import_keys_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "import_keys" ADD CONSTRAINT "import_keys_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE table_imports
  ADD CONSTRAINT table_imports_have_a_name CHECK (NOT is_blank(name) AND NOT is_blank(sender)),
  ADD CONSTRAINT table_imports_format_is_known CHECK (format IN ('csv', 'xlsx', 'cells')),
  ADD CONSTRAINT table_imports_state_is_known CHECK (state IN ('receiving', 'received', 'compared', 'written', 'undone', 'cancelled')),
  ADD CONSTRAINT table_imports_whole_have_a_fingerprint CHECK (state IN ('receiving', 'cancelled') OR (sha256 ~ '^[0-9a-f]{64}$' AND bytes > 0)),
  ADD CONSTRAINT table_imports_compared_have_columns CHECK (state IN ('receiving', 'received', 'cancelled') OR columns IS NOT NULL),
  ADD CONSTRAINT table_imports_over_have_a_time CHECK ((state IN ('written', 'undone', 'cancelled')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT table_imports_count CHECK (least("read", added, changed, unchanged, rejected, conflicts) >= 0 AND added + changed + unchanged + rejected = "read"),
  ADD CONSTRAINT table_imports_leave_out_what_is_refused CHECK (state NOT IN ('written', 'undone') OR rejected = 0 OR leaves_out);
ALTER TABLE table_changes
  ADD CONSTRAINT table_changes_entity_is_known CHECK (entity IN ('claims', 'occurrences')),
  ADD CONSTRAINT table_changes_field_is_known CHECK (field IN ('statement_fr', 'statement_en', 'event', 'kind', 'quote_scope', 'modality')),
  ADD CONSTRAINT table_changes_never_erase CHECK (after <> ''),
  ADD CONSTRAINT table_changes_take_theirs_in_a_conflict CHECK (is_conflict OR NOT takes_theirs);
ALTER TABLE import_keys ADD CONSTRAINT import_keys_say_something CHECK ("key" <> '');

-- An import goes forward: what was written is never written again, and stays as it was but for being undone.
CREATE FUNCTION table_import_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (CASE OLD.state
      WHEN 'receiving' THEN NEW.state IN ('receiving', 'received', 'cancelled')
      WHEN 'received' THEN NEW.state IN ('received', 'compared', 'cancelled')
      WHEN 'compared' THEN NEW.state IN ('received', 'compared', 'written', 'cancelled')
      WHEN 'written' THEN NEW.state IN ('written', 'undone')
      ELSE NEW.state = OLD.state END) THEN
    RAISE EXCEPTION 'an import goes forward' USING ERRCODE = '42501';
  END IF;
  IF OLD.state IN ('written', 'undone', 'cancelled') AND
     (OLD.sha256, OLD.bytes, OLD.columns, OLD."read", OLD.added, OLD.changed, OLD.unchanged, OLD.rejected, OLD.leaves_out)
     IS DISTINCT FROM (NEW.sha256, NEW.bytes, NEW.columns, NEW."read", NEW.added, NEW.changed, NEW.unchanged, NEW.rejected, NEW.leaves_out) THEN
    RAISE EXCEPTION 'an import that is over stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_forward BEFORE UPDATE ON table_imports FOR EACH ROW EXECUTE FUNCTION table_import_goes_forward();
CREATE TRIGGER never_deleted BEFORE DELETE ON table_imports FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON table_imports EXECUTE FUNCTION deny();

-- A UUID version 7 (RFC 9562) for the n-th of many rows made in one statement, so that their ids sort in the order of the file.
CREATE FUNCTION id_in_turn(began timestamptz, n bigint) RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM began) * 1000)::bigint + n / 4096), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
    || '8' || substr(replace(gen_random_uuid()::text, '-', ''), 18))::uuid $$;

-- ---------------------------------------------------------------------------------------------- who may read and write

-- The working rows of an import go when it is compared anew, written or given up; what it did stands in revisions and `imports`.
GRANT SELECT, INSERT ON table_imports, import_keys TO app_rw;
GRANT UPDATE (sender, state, bytes, sha256, columns, base_at, leaves_out, moved_on, job_id, "read", added, changed, unchanged, rejected, conflicts, undone, "left", finished_at) ON table_imports TO app_rw;
GRANT UPDATE (claim_id, import_id) ON import_keys TO app_rw;
GRANT SELECT, INSERT, DELETE ON table_chunks, table_rows, table_changes, table_problems TO app_rw;
GRANT UPDATE (takes_theirs) ON table_changes TO app_rw;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['table_imports', 'table_chunks', 'table_rows', 'table_changes', 'table_problems', 'import_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY desk ON %I TO app_rw USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
