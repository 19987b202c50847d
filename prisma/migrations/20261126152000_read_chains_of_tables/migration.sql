-- A table may say of a new passage who said it and through whom. What each row's chain leads to is kept with the row, and the
-- sources it cites with the import, so that a person sees both before they say yes; sources nobody knew are added with the table
-- when a person chose that, and taken back with it while nothing else stands on them.
-- Undo by hand: DROP TABLE table_sources; DROP TRIGGER bring_back_whom_it_cites ON claims, and ON occurrences; DROP FUNCTION
-- bring_back_whom_it_cites(); put back source_is_free as in take_back_what_was_just_made, table_import_goes_forward as in
-- import_tables; ALTER TABLE table_rows DROP COLUMN hop_sources, DROP COLUMN hop_roles, DROP COLUMN hop_scopes; ALTER TABLE
-- table_imports DROP COLUMN adds_sources.

ALTER TABLE "table_imports" ADD COLUMN "adds_sources" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "table_rows" ADD COLUMN "hop_sources" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN "hop_roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "hop_scopes" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE TABLE "table_sources" (
    "import_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "name" TEXT,
    "kind" TEXT,
    "slug" TEXT,

    CONSTRAINT "table_sources_pkey" PRIMARY KEY ("import_id","source_id")
);

ALTER TABLE "table_sources" ADD CONSTRAINT "table_sources_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "table_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- rules

-- Arrays of one length are empty together.
ALTER TABLE table_rows
  ADD CONSTRAINT table_rows_chain_is_whole CHECK (cardinality(hop_sources) = cardinality(hop_roles) AND cardinality(hop_sources) = cardinality(hop_scopes)
    AND cardinality(hop_sources) <= 12 AND (cardinality(hop_sources) = 0 OR occurrence_id IS NOT NULL));
ALTER TABLE table_sources
  ADD CONSTRAINT table_sources_new_have_a_name CHECK (CASE WHEN is_new THEN NOT is_blank(name) AND kind IS NOT NULL AND slug IS NOT NULL
    ELSE num_nonnulls(name, kind, slug) = 0 END);
-- What an import wrote of a passage, for those whose table said its chain.
CREATE INDEX table_rows_with_a_chain ON table_rows (occurrence_id) WHERE hop_sources <> '{}'::uuid[];

CREATE OR REPLACE FUNCTION table_import_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
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
     (OLD.sha256, OLD.bytes, OLD.columns, OLD."read", OLD.added, OLD.changed, OLD.unchanged, OLD.rejected, OLD.leaves_out, OLD.adds_sources)
     IS DISTINCT FROM (NEW.sha256, NEW.bytes, NEW.columns, NEW."read", NEW.added, NEW.changed, NEW.unchanged, NEW.rejected, NEW.leaves_out, NEW.adds_sources) THEN
    RAISE EXCEPTION 'an import that is over stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- What is cited is not taken back; a chain cites while its passage and its claim are there.
CREATE OR REPLACE FUNCTION source_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM hops h JOIN occurrences o ON o.id = h.occurrence_id JOIN claims c ON c.id = o.claim_id
        WHERE h.source_id = NEW.id AND o.discarded_at IS NULL AND c.discarded_at IS NULL)
     OR EXISTS (SELECT FROM dispatches WHERE publisher_id = NEW.id)
     OR EXISTS (SELECT FROM names WHERE writer_id = NEW.id) OR EXISTS (SELECT FROM assessments WHERE source_id = NEW.id)
     OR EXISTS (SELECT FROM evidence WHERE publisher_id = NEW.id) OR EXISTS (SELECT FROM verdict_dependencies WHERE source_id = NEW.id)
     OR EXISTS (SELECT FROM comment_requests WHERE source_id = NEW.id) OR EXISTS (SELECT FROM source_identities WHERE source_id = NEW.id) THEN
    RAISE EXCEPTION 'this source is cited (constraint "sources_cited_stay")' USING ERRCODE = '23514', CONSTRAINT = 'sources_cited_stay';
  END IF;
  RETURN NEW;
END $$;

-- A claim or a passage that comes back brings back whom its chain cites.
CREATE FUNCTION bring_back_whom_it_cites() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sources s SET discarded_at = NULL, version = s.version + 1
  WHERE s.discarded_at IS NOT NULL AND s.id IN (
    SELECT h.source_id FROM hops h JOIN occurrences o ON o.id = h.occurrence_id
    WHERE o.id = NEW.id OR o.claim_id = NEW.id);
  RETURN NULL;
END $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['claims', 'occurrences'] LOOP
    EXECUTE format('CREATE TRIGGER bring_back_whom_it_cites AFTER UPDATE ON %I FOR EACH ROW
      WHEN (OLD.discarded_at IS NOT NULL AND NEW.discarded_at IS NULL) EXECUTE FUNCTION bring_back_whom_it_cites()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------- who may read and write

GRANT UPDATE (adds_sources) ON table_imports TO app_rw;
GRANT SELECT, INSERT, DELETE ON table_sources TO app_rw;
ALTER TABLE table_sources ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON table_sources TO app_rw USING (true) WITH CHECK (true);
