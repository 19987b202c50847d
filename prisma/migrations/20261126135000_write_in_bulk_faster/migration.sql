-- A million rows are written in the time of their indexes (measured in docs/measured.md). What a claim says was folded twice
-- for its search row, `fold` looked at every letter's decomposition although only letters beyond U+02FF have one, who acts was
-- asked once a row, and an event was looked up in a table where none is named.
-- Undo by hand: the former bodies stand in enforce_rules (fold, remember, remember_chain), index_search (search_rows) and
-- take_back_what_was_just_made (the triggers).

-- A letter before U+0300 is composed already, and so is the punctuation from U+2002 to U+20CF (Unicode, NFC_Quick_Check=Yes):
-- a text of nothing else is as it was. Every name is written with its schema, so that no search path has to be set for it.
CREATE OR REPLACE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.lower(public.unaccent('public.unaccent'::regdictionary, pg_catalog.translate(
    CASE WHEN words OPERATOR(pg_catalog.~) '[^\u0001-\u02ff\u2002-\u20cf]' THEN pg_catalog.normalize(words, 'NFC') ELSE words END,
    E'\u2019\u2018\u00A0\u202F', E'''''  ')))
$$;

-- What is kept of a claim, each text folded once.
CREATE OR REPLACE FUNCTION search_rows(ids uuid[], for_strangers boolean)
  RETURNS TABLE (claim_id uuid, words tsvector, fr tsvector, en tsvector, facets text[], time_from date, time_to date) LANGUAGE sql STABLE AS $$
  WITH claim AS (
    SELECT c.id, c.ref, c.statement_fr, c.statement_en, c.event_id FROM claims c
    WHERE c.id = ANY (coalesce(ids, ARRAY (SELECT id FROM claims))) AND c.discarded_at IS NULL AND (NOT for_strangers OR c.public_at IS NOT NULL)
  ), passage AS (
    SELECT o.claim_id, o.id, o.time_from, o.time_to, o.place_id, a.exact, a.dispatch_version_id AS text_id, a.start, a."end", left(v.language, 2) AS language
    FROM claim JOIN occurrences o ON o.claim_id = claim.id AND o.discarded_at IS NULL
    JOIN anchors a ON a.id = o.anchor_id JOIN dispatch_versions v ON v.id = a.dispatch_version_id JOIN dispatches d ON d.id = v.dispatch_id
    WHERE NOT for_strangers OR (d.public_at IS NOT NULL AND d.discarded_at IS NULL)
  ), said AS (
    SELECT p.claim_id, string_agg(p.exact, E'\n') AS every, string_agg(p.exact, E'\n') FILTER (WHERE p.language = 'en') AS en,
      string_agg(p.exact, E'\n') FILTER (WHERE p.language <> 'en') AS fr, min(p.time_from) AS time_from, max(p.time_to) AS time_to
    FROM passage p GROUP BY 1
  ), cited AS (
    SELECT p.claim_id, array_agg(DISTINCT 'source:' || s.slug) AS facets, string_agg(DISTINCT s.name, E'\n') AS names
    FROM passage p JOIN hops h ON h.occurrence_id = p.id JOIN sources s ON s.id = h.source_id
    WHERE NOT s.is_protected AND s.discarded_at IS NULL AND (NOT for_strangers OR s.public_at IS NOT NULL) GROUP BY 1
  ), about AS (
    SELECT c.id AS claim_id, e.slug, e.time_from, e.time_to, e.place_id FROM claim c JOIN events e ON e.id = c.event_id
    WHERE e.discarded_at IS NULL AND (NOT for_strangers OR e.public_at IS NOT NULL)
  ), stands AS (
    SELECT p.claim_id, p.place_id FROM passage p WHERE p.place_id IS NOT NULL
    UNION SELECT about.claim_id, about.place_id FROM about WHERE about.place_id IS NOT NULL
    UNION SELECT p.claim_id, n.entity_id FROM passage p JOIN anchors a ON a.dispatch_version_id = p.text_id AND a.start < p."end" AND p.start < a."end"
      JOIN names n ON n.anchor_id = a.id
  ), placed AS (
    SELECT s.claim_id, array_agg(DISTINCT 'place:' || e.slug) AS facets
    FROM stands s JOIN entities e ON e.id = s.place_id WHERE e.kind = 'place' AND (NOT for_strangers OR e.public_at IS NOT NULL) GROUP BY 1
  ), rated AS (
    SELECT DISTINCT ON (v.claim_id) v.claim_id, w.rating_code, w.is_withdrawal FROM claim JOIN verdicts v ON v.claim_id = claim.id
    JOIN verdict_versions w ON w.verdict_id = v.id ORDER BY v.claim_id, w.n DESC
  ), gathered AS (
    SELECT c.id, c.ref, c.statement_fr, c.statement_en, said.every, said.fr, said.en,
      coalesce(cited.names, '') AS names,
      coalesce(said.time_from, CASE WHEN said.time_to IS NULL THEN about.time_from END) AS time_from,
      coalesce(said.time_to, CASE WHEN said.time_from IS NULL THEN about.time_to END) AS time_to,
      coalesce(cited.facets, '{}') || coalesce(placed.facets, '{}')
        || CASE WHEN about.slug IS NULL THEN '{}' ELSE ARRAY['event:' || about.slug] END
        || CASE WHEN rated.rating_code IS NULL OR rated.is_withdrawal THEN ARRAY['verdict:none'] ELSE ARRAY['verdict:' || rated.rating_code] END AS facets
    FROM claim c LEFT JOIN said ON said.claim_id = c.id LEFT JOIN cited ON cited.claim_id = c.id LEFT JOIN placed ON placed.claim_id = c.id
    LEFT JOIN about ON about.claim_id = c.id LEFT JOIN rated ON rated.claim_id = c.id
  ), dated AS (
    SELECT g.*, g.facets || ARRAY (SELECT DISTINCT 'year:' || extract(year FROM day)::integer FROM unnest(ARRAY[g.time_from, g.time_to]) day WHERE day IS NOT NULL ORDER BY 1) AS all_facets
    FROM gathered g
  ), folded AS MATERIALIZED (
    SELECT d.id, d.ref, d.all_facets, d.time_from, d.time_to, fold(left(d.statement_fr, 20000)) AS in_french, fold(left(d.statement_en, 20000)) AS in_english,
      fold(left(d.names, 5000)) AS names, fold(left(d.every, 20000)) AS every, d.fr IS NOT DISTINCT FROM d.every AS is_all_french, d.en IS NOT DISTINCT FROM d.every AS is_all_english,
      CASE WHEN d.fr IS DISTINCT FROM d.every THEN fold(left(d.fr, 20000)) END AS fr, CASE WHEN d.en IS DISTINCT FROM d.every THEN fold(left(d.en, 20000)) END AS en
    FROM dated d
  )
  SELECT f.id,
    setweight(to_tsvector('simple', concat_ws(E'\n', lower(f.ref), f.in_french, f.in_english)), 'A')
      || CASE WHEN f.every IS NULL THEN '' ELSE setweight(to_tsvector('simple', f.every), 'B') END
      || CASE WHEN f.names = '' THEN '' ELSE setweight(to_tsvector('simple', f.names), 'C') END || array_to_tsvector(f.all_facets),
    coalesce(setweight(to_tsvector('french', f.in_french), 'A'), '')
      || CASE WHEN f.every IS NULL THEN '' ELSE setweight(to_tsvector('french', coalesce(CASE WHEN f.is_all_french THEN f.every ELSE f.fr END, '')), 'B') END,
    coalesce(setweight(to_tsvector('english', f.in_english), 'A'), '')
      || CASE WHEN f.every IS NULL THEN '' ELSE setweight(to_tsvector('english', coalesce(CASE WHEN f.is_all_english THEN f.every ELSE f.en END, '')), 'B') END,
    f.all_facets, f.time_from, f.time_to
  FROM folded f
$$;

-- Asked once a statement, and not at all by one that changes nothing.
CREATE OR REPLACE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO revisions (entity, entity_id, n, content, actor, reason, at)
  SELECT TG_TABLE_NAME, r.id, r.version, to_jsonb(r), (SELECT acting()), nullif(current_setting('recoupe.reason', true), ''), clock_timestamp() FROM new_rows r;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION remember_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO revisions (entity, entity_id, n, content, actor, reason, at)
  SELECT 'chains', o.id, o.version, jsonb_agg(to_jsonb(h) ORDER BY h.position), (SELECT acting()), nullif(current_setting('recoupe.reason', true), ''), clock_timestamp()
  FROM new_rows h JOIN occurrences o ON o.id = h.occurrence_id GROUP BY o.id, o.version;
  RETURN NULL;
END $$;

DO $$ DECLARE t record; BEGIN
  FOR t IN
    SELECT c.relname AS table_name, split_part(encode(g.tgargs, 'escape'), '\000', 1) AS column_name, split_part(encode(g.tgargs, 'escape'), '\000', 2) AS what
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE g.tgname = 'stands_on_what_is_there' AND g.tgnargs = 2
  LOOP
    EXECUTE format('DROP TRIGGER stands_on_what_is_there ON %I', t.table_name);
    EXECUTE format('CREATE TRIGGER stands_on_what_is_there BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.%I IS NOT NULL) EXECUTE FUNCTION stands_on_what_is_there(%L, %L)',
      t.table_name, t.column_name, t.column_name, t.what);
  END LOOP;
END $$;
