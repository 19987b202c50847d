-- As known at a moment: a schema `as_known` with one view per table of `public`, each giving the rows as they stood at
-- current_setting('recoupe.as_of'). The desk reads any page through it with the loaders it has (lib/data/as-known.ts).
-- Whoever applies migrations takes the views away before and builds them again after (bin/migrations.mjs), so that a later
-- migration may add, change or drop a column without a thought for them; applied in another way, it begins with
-- `SELECT drop_as_known();` and ends with `SELECT build_as_known();` (tests/integration/rules/as-known.test.ts says so).
-- Undo by hand: DROP SCHEMA as_known CASCADE; DROP FUNCTION build_as_known(), drop_as_known(), as_of(), made_at(uuid),
-- in_todays_names(text, jsonb), as_known_columns(regclass, text, text); DROP TRIGGER
-- remember_no_dependencies ON verdict_dependencies; DROP FUNCTION remember_no_dependencies(); DROP INDEX revisions_entity_at_idx.

-- Emptying `public` by hand leaves this one behind: nothing in it is the only copy of anything.
DROP SCHEMA IF EXISTS as_known CASCADE;
CREATE SCHEMA as_known;
GRANT USAGE ON SCHEMA as_known TO app_rw;

-- A list emptied leaves no new row, so its trigger of insertion says nothing: the empty list is remembered at commit.
CREATE FUNCTION remember_no_dependencies() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO revisions (entity, entity_id, n, content, actor, reason, at)
  SELECT 'verdict_dependencies', v.id, v.version, '[]'::jsonb, acting(), nullif(current_setting('recoupe.reason', true), ''), clock_timestamp()
  FROM verdicts v WHERE v.id = OLD.verdict_id AND NOT EXISTS (SELECT FROM verdict_dependencies d WHERE d.verdict_id = v.id)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER remember_no_dependencies AFTER DELETE ON verdict_dependencies DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION remember_no_dependencies();

-- The latest revision of each row of a kind, before a moment.
CREATE INDEX "revisions_entity_at_idx" ON "revisions"("entity", "at");

-- The moment asked for; without one, now.
CREATE FUNCTION as_of() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('recoupe.as_of', true), '')::timestamptz, now()) $$;

-- When a row was made, for tables without a time of their own: the first 48 bits of a UUIDv7 are milliseconds.
CREATE FUNCTION made_at(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT CASE WHEN substr(id::text, 15, 1) = '7'
    THEN to_timestamp(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
    ELSE '-infinity'::timestamptz END $$;

-- A revision keeps the column names of its day; those renamed since are read under today's (see both_languages). A later
-- migration that renames a column adds a line here and builds the views again.
CREATE FUNCTION in_todays_names(entity text, content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN entity IN ('evidence', 'sources') AND content ? 'note' THEN content || jsonb_build_object('note_fr', content -> 'note')
    WHEN entity = 'verdicts' AND content ? 'no_evidence_reason' THEN content || jsonb_build_object('no_evidence_reason_fr', content -> 'no_evidence_reason')
    ELSE content END $$;

-- One select list for a row rebuilt from a revision: the id from its key, so that a look-up by id uses the index; a column
-- younger than the revision has its default.
CREATE FUNCTION as_known_columns(t regclass, rebuilt text, id_from text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT string_agg(CASE
      WHEN a.attname = 'id' AND id_from IS NOT NULL THEN format('%s AS id', id_from)
      WHEN a.attnotnull AND d.adbin IS NOT NULL THEN format('coalesce(%s.%I, %s) AS %I', rebuilt, a.attname, pg_get_expr(d.adbin, d.adrelid), a.attname)
      ELSE format('%s.%I', rebuilt, a.attname) END, ', ' ORDER BY a.attnum)
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = t AND a.attnum > 0 AND NOT a.attisdropped $$;

CREATE FUNCTION drop_as_known() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT v.viewname AS name FROM pg_views v WHERE v.schemaname = 'as_known' LOOP
    EXECUTE format('DROP VIEW as_known.%I CASCADE', t.name);
  END LOOP;
END $$;

-- Makes every view anew. security_invoker: the policies of the tables hold for whoever reads.
CREATE FUNCTION build_as_known() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_catalog AS $build$
DECLARE
  t record;
  made text;
  ends text;
  body text;
BEGIN
  PERFORM drop_as_known();
  FOR t IN
    SELECT c.oid::regclass AS rel, c.oid, c.relname AS name,
      EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'remember_new') AS is_revised
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname
  LOOP
    IF t.is_revised THEN
      body := format('SELECT %s FROM (SELECT DISTINCT ON (entity_id) entity_id, content FROM public.revisions
          WHERE entity = %L AND at <= public.as_of() ORDER BY entity_id, n DESC) r
        CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%I, public.in_todays_names(%L, r.content)) p',
        as_known_columns(t.rel, 'p', 'r.entity_id'), t.name, t.name, t.name);
      -- What is protected today is protected in every moment: a name known before is not brought back.
      IF t.name = 'sources' THEN
        body := body || format(' WHERE NOT EXISTS (SELECT FROM public.sources s WHERE s.id = r.entity_id AND s.is_protected)
          UNION ALL SELECT %s FROM public.sources s WHERE s.is_protected AND s.created_at <= public.as_of()', as_known_columns(t.rel, 's', NULL));
      -- A blind reading under way hides the verdict from its second reader: looking back would lift the veil.
      ELSIF t.name = 'verdicts' THEN
        body := body || format(' WHERE NOT EXISTS (SELECT FROM public.verdicts v WHERE v.id = r.entity_id AND %1$s)
          UNION ALL SELECT %2$s FROM public.verdicts v WHERE %1$s AND v.created_at <= public.as_of()',
          'v.is_blind AND v.second_reader_id IS NULL AND v.state IN (''draft'', ''second_reading'')', as_known_columns(t.rel, 'v', NULL));
      -- A note withdrawn since is shown to nobody, then as now.
      ELSIF t.name = 'annotations' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'discarded_at' AND NOT a.attisdropped) THEN
        body := body || format(' WHERE NOT EXISTS (SELECT FROM public.annotations n WHERE n.id = r.entity_id AND n.discarded_at IS NOT NULL)
          UNION ALL SELECT %s FROM public.annotations n WHERE n.discarded_at IS NOT NULL AND n.created_at <= public.as_of()', as_known_columns(t.rel, 'n', NULL));
      END IF;
    ELSIF t.name IN ('hops', 'verdict_dependencies') THEN
      body := format('SELECT %s FROM (SELECT DISTINCT ON (entity_id) content FROM public.revisions
          WHERE entity = %L AND at <= public.as_of() ORDER BY entity_id, n DESC) r
        CROSS JOIN LATERAL jsonb_populate_recordset(NULL::public.%I, r.content) p',
        as_known_columns(t.rel, 'p', NULL), CASE t.name WHEN 'hops' THEN 'chains' ELSE t.name END, t.name);
    ELSE
      -- People, settings, scales and what belongs to a session are as they are.
      made := CASE
        WHEN t.name IN ('users', 'sessions', 'invitations', 'settings', 'properties', 'ratings', 'rate_limits', 'drafts', 'audit_head', 'source_identities') THEN NULL
        ELSE coalesce(
          (SELECT quote_ident(a.attname) FROM pg_attribute a WHERE a.attrelid = t.oid AND NOT a.attisdropped AND a.attnotnull
             AND a.atttypid = 'timestamptz'::regtype AND a.attname IN ('created_at', 'at', 'decided_at', 'published_at', 'revealed_at')
           ORDER BY a.attname LIMIT 1),
          (SELECT format('greatest(%s)', string_agg(format('public.made_at(%I)', a.attname), ', ')) FROM pg_index i
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.atttypid = 'uuid'::regtype
           WHERE i.indrelid = t.oid AND i.indisprimary HAVING count(*) > 0))
        END;
      -- What had not ended yet had not ended: a later time is nothing, and so is the reason that came with it.
      SELECT string_agg(CASE
          WHEN made IS NULL THEN quote_ident(a.attname)
          WHEN NOT a.attnotnull AND a.atttypid = 'timestamptz'::regtype
            THEN format('CASE WHEN %1$I <= public.as_of() THEN %1$I END AS %1$I', a.attname)
          WHEN a.attname = 'ended_reason' THEN 'CASE WHEN ended_at <= public.as_of() THEN ended_reason END AS ended_reason'
          ELSE quote_ident(a.attname) END, ', ' ORDER BY a.attnum)
        INTO ends FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped;
      body := format('SELECT %s FROM public.%I', ends, t.name) || CASE WHEN made IS NULL THEN '' ELSE format(' WHERE %s <= public.as_of()', made) END;
    END IF;
    EXECUTE format('CREATE VIEW as_known.%I WITH (security_invoker = true) AS %s', t.name, body);
    EXECUTE format('GRANT SELECT ON as_known.%I TO app_rw', t.name);
  END LOOP;
  -- A rule that takes a row is asked with a row of the view: what is hidden today is hidden in every moment.
  IF to_regprocedure('public.verdict_is_hidden_from(public.verdicts, uuid)') IS NOT NULL THEN
    CREATE FUNCTION as_known.verdict_is_hidden_from(v as_known.verdicts, reader uuid) RETURNS boolean LANGUAGE sql STABLE AS
      'SELECT public.verdict_is_hidden_from(p, reader) FROM public.verdicts p WHERE p.id = v.id';
  END IF;
END $build$;
REVOKE ALL ON FUNCTION build_as_known(), drop_as_known() FROM PUBLIC;

SELECT build_as_known();
