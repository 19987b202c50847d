-- Any public page as of a moment. A stranger's role reads no revision, for those hold drafts and people: so the views of the
-- past learn to look with a stranger's eyes. In a transaction that says so (recoupe.eyes, lib/data/as-known.ts), each gives
-- only the rows that the stranger's own policy let through at that moment, and lets through today: what was withdrawn from
-- readers since is shown in no moment, and what no policy opens is not there at all. The filter is made of the policies
-- themselves, so a policy added or changed later is followed when the views are built again, after every migration.
-- Undo by hand: DROP FUNCTION build_as_known(); ALTER FUNCTION build_as_known_rows() RENAME TO build_as_known;
-- SELECT build_as_known(); DROP FUNCTION IF EXISTS as_known.stands_in_public(uuid).

ALTER FUNCTION build_as_known() RENAME TO build_as_known_rows;

-- The same as before; views now stand on one another, so that one may be gone with another.
CREATE OR REPLACE FUNCTION drop_as_known() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT v.viewname AS name FROM pg_views v WHERE v.schemaname = 'as_known' LOOP
    EXECUTE format('DROP VIEW IF EXISTS as_known.%I CASCADE', t.name);
  END LOOP;
END $$;

CREATE FUNCTION build_as_known() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $build$
DECLARE
  t record;
  rows_of text;
  seen text;
BEGIN
  PERFORM public.build_as_known_rows();
  -- The rule of today's table, asked of the moment: the text an anchor stands in was published then, and is now.
  CREATE OR REPLACE FUNCTION as_known.stands_in_public(anchor uuid) RETURNS boolean LANGUAGE sql STABLE AS
    'SELECT EXISTS (SELECT FROM public.anchors a JOIN public.dispatch_versions v ON v.id = a.dispatch_version_id
       JOIN as_known.dispatches d ON d.id = v.dispatch_id WHERE a.id = anchor AND d.public_at IS NOT NULL AND d.discarded_at IS NULL)';
  GRANT EXECUTE ON FUNCTION as_known.stands_in_public(uuid) TO app_rw;
  FOR t IN
    SELECT v.viewname AS name, pg_get_viewdef(format('as_known.%I', v.viewname)::regclass) AS definition,
      (SELECT string_agg(format('(%s)', pg_get_expr(p.polqual, p.polrelid)), ' OR ') FROM pg_policy p
        WHERE p.polrelid = format('public.%I', v.viewname)::regclass AND p.polcmd = 'r'
          AND p.polroles @> ARRAY['app_public'::regrole::oid]) AS policy,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = format('public.%I', v.viewname)::regclass AND a.attname = 'id' AND NOT a.attisdropped) AS has_id
    FROM pg_views v WHERE v.schemaname = 'as_known' ORDER BY v.viewname
  LOOP
    -- Rows of other tables are those of the moment, filtered in their turn.
    seen := coalesce(regexp_replace(replace(t.policy, 'public.stands_in_public(', 'as_known.stands_in_public('),
      '(FROM|JOIN) (\(*)public\.', '\1 \2as_known.', 'g'), 'false');
    -- A policy that asks nothing of another table is asked of today's row as well; the others follow from these.
    IF t.has_id AND t.policy !~ 'FROM' THEN
      seen := format('(%s) AND EXISTS (SELECT FROM public.%I today WHERE today.id = %I.id AND (%s))', seen, t.name, t.name, t.policy);
    END IF;
    rows_of := rtrim(t.definition, '; ');
    EXECUTE format('CREATE OR REPLACE VIEW as_known.%I WITH (security_invoker = true) AS SELECT * FROM (%s) AS %I
      WHERE coalesce(current_setting(''recoupe.eyes'', true), '''') <> ''stranger'' OR (%s)', t.name, rows_of, t.name, seen);
  END LOOP;
END $build$;
REVOKE ALL ON FUNCTION build_as_known(), build_as_known_rows() FROM PUBLIC;

SELECT build_as_known();
