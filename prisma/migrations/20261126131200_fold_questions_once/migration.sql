-- Reading a question took longer than answering it: every place in a query that folds a text costs PostgreSQL about a third of
-- a millisecond before its first row, and names were looked up once per word. Now a question is folded once, all its names are
-- looked up together, and an index has the folded forms ready. What a question means is what it meant.
-- Undo by hand: put back entities_called(text), forms_of and search_plan as the migration plan_searches_once made them; drop
-- entities_called(text[]) and the index names_folded_idx.

CREATE INDEX names_folded_idx ON names (fold(form));

DROP FUNCTION forms_of(text);
DROP FUNCTION entities_called(text);
DROP FUNCTION word_query(text, text);

-- Which people, places and groups are called like each of these folded names (n: which), or nearly. Owner's rights, so that
-- the indexes are used; it gives ids only, and whoever asks then reads what they may.
CREATE FUNCTION entities_called(asked text[]) RETURNS TABLE (n bigint, entity_id uuid, is_near boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH name AS MATERIALIZED (
    SELECT it.n, it.folded, name_skeleton(it.folded) AS skeleton FROM unnest(asked) WITH ORDINALITY it (folded, n) WHERE it.folded <> ''
  ), called AS (
    SELECT DISTINCT a.n, m.entity_id, false AS is_near FROM name a JOIN names m ON fold(m.form) = a.folded
    UNION ALL
    SELECT a.n, near.entity_id, true FROM name a, LATERAL (
      SELECT m.entity_id, max(m.alike) AS alike FROM (SELECT entity_id, similarity(fold(form), a.folded) AS alike FROM names WHERE fold(form) % a.folded) m
      -- Of several words together more must be alike, or “Konna ville” would be Konna.
      WHERE m.alike >= CASE WHEN a.folded LIKE '% %' THEN 0.7 ELSE 0.45 END GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12) near
    WHERE length(a.folded) >= 4
    UNION ALL
    SELECT a.n, near.entity_id, true FROM name a, LATERAL (
      SELECT DISTINCT m.entity_id FROM names m WHERE name_skeleton(m.form) = a.skeleton ORDER BY 1 LIMIT 12) near
    WHERE length(a.skeleton) >= 4
  )
  SELECT c.n, c.entity_id, bool_and(c.is_near) FROM called c GROUP BY 1, 2;
END $$;

CREATE OR REPLACE FUNCTION search_plan(asked jsonb) RETURNS TABLE (typed tsquery, typed_fr tsquery, typed_en tsquery, linked tsquery, near tsquery, near_fr tsquery, near_en tsquery,
    must tsquery, variants text[], unknown jsonb) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  terms integer := jsonb_array_length(asked -> 'terms');
  filters integer := jsonb_array_length(asked -> 'filters');
  starts boolean[];
  folded text[];
  names text[];
  form_of integer[];
  form text[];
  form_is_near boolean[];
  form_folded text[];
BEGIN
  -- The words of each term, the value of each filter, what is to be left out: folded together, in this order.
  SELECT array_agg(fold(it.words) ORDER BY it.part, it.n) INTO folded FROM (
    SELECT 1 AS part, n, t ->> 'words' AS words FROM jsonb_array_elements(asked -> 'terms') WITH ORDINALITY a (t, n)
    UNION ALL SELECT 2, n, f ->> 'value' FROM jsonb_array_elements(asked -> 'filters') WITH ORDINALITY a (f, n)
    UNION ALL SELECT 3, n, w FROM jsonb_array_elements_text(asked -> 'without') WITH ORDINALITY a (w, n)) it;
  starts := ARRAY (SELECT (t ->> 'isStart')::boolean FROM jsonb_array_elements(asked -> 'terms') WITH ORDINALITY a (t, n) ORDER BY n);
  -- Each term may be a name, and all of them together may be one.
  names := ARRAY (SELECT CASE WHEN starts[n] THEN '' ELSE folded[n] END FROM generate_series(1, terms) n ORDER BY n);
  IF terms BETWEEN 2 AND 6 AND NOT true = ANY (starts) THEN names := names || array_to_string(names, ' '); END IF;
  -- Other written forms, by a link somebody made or by their letters. Of the moment, as search_rows.
  IF terms > 0 THEN
    WITH called AS MATERIALIZED (SELECT * FROM entities_called(names)
    ), linked AS (
      SELECT n, entity_id, is_near FROM called
      UNION SELECT c.n, l.to_id, c.is_near FROM called c JOIN entity_links l ON l.from_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL
      UNION SELECT c.n, l.from_id, c.is_near FROM called c JOIN entity_links l ON l.to_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL
    ), other AS (
      SELECT l.n, m.form, bool_and(l.is_near) AS is_near FROM linked l JOIN names m ON m.entity_id = l.entity_id GROUP BY 1, 2
    ), spelled AS (
      SELECT o.n, o.form, o.is_near, fold(o.form) AS folded FROM other o
    ), few AS (
      SELECT s.*, row_number() OVER (PARTITION BY s.n ORDER BY s.is_near, s.form) AS place FROM spelled s WHERE s.folded <> names[s.n]
    )
    SELECT array_agg(f.n::integer), array_agg(f.form), array_agg(f.is_near), array_agg(f.folded) INTO form_of, form, form_is_near, form_folded FROM few f WHERE f.place <= 24;
  END IF;
  RETURN QUERY
  WITH other AS (
    SELECT f.n, any_query(phraseto_tsquery('simple', f.folded)) FILTER (WHERE NOT f.is_near) AS linked, any_query(phraseto_tsquery('simple', f.folded)) AS near,
      any_query(phraseto_tsquery('french', f.folded)) AS fr, any_query(phraseto_tsquery('english', f.folded)) AS en
    FROM unnest(form_of, form_is_near, form_folded) f (n, is_near, folded) GROUP BY 1
  ), spelled AS (
    SELECT n, CASE WHEN starts[n] THEN coalesce((SELECT every_query(('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''':*')::tsquery) FROM unnest(to_tsvector('simple', folded[n]))), '')
        ELSE phraseto_tsquery('simple', folded[n]) END AS typed,
      CASE WHEN starts[n] THEN '' ELSE phraseto_tsquery('french', folded[n]) END AS fr, CASE WHEN starts[n] THEN '' ELSE phraseto_tsquery('english', folded[n]) END AS en
    FROM generate_series(1, terms) n
  ), words AS (
    SELECT every_query(s.typed) AS typed, every_query(s.fr) AS typed_fr, every_query(s.en) AS typed_en,
      every_query(s.typed || coalesce(o.linked, '')) AS linked, every_query(s.typed || coalesce(o.near, '')) AS near,
      every_query(s.fr || coalesce(o.fr, '')) AS near_fr, every_query(s.en || coalesce(o.en, '')) AS near_en
    FROM spelled s LEFT JOIN other o USING (n)
  ), filter AS MATERIALIZED (
    SELECT n, f ->> 'key' AS key, f ->> 'value' AS value, folded[terms + n] AS folded, (f ->> 'isNot')::boolean AS is_not FROM jsonb_array_elements(asked -> 'filters') WITH ORDINALITY it (f, n)
  ), meant AS (
    SELECT f.n, 'source:' || s.slug AS facet FROM filter f JOIN sources s ON s.slug = f.value AND NOT s.is_protected WHERE f.key = 'source'
    UNION SELECT f.n, 'source:' || s.slug FROM filter f JOIN sources s ON fold(s.name) = f.folded AND NOT s.is_protected
      WHERE f.key = 'source' AND NOT EXISTS (SELECT FROM sources t WHERE t.slug = f.value)
    UNION SELECT f.n, 'event:' || e.slug FROM filter f JOIN events e ON e.slug = f.value OR e.ref = upper(f.value) WHERE f.key = 'event'
    UNION SELECT f.n, 'event:' || e.slug FROM filter f JOIN events e ON f.folded IN (fold(e.title_fr), fold(e.title_en))
      WHERE f.key = 'event' AND NOT EXISTS (SELECT FROM events t WHERE t.slug = f.value OR t.ref = upper(f.value))
    UNION SELECT f.n, 'verdict:' || r.code FROM filter f JOIN ratings r ON r.code = replace(replace(f.folded, ' ', '_'), '-', '_') OR f.folded IN (fold(r.label_fr), fold(r.label_en)) WHERE f.key = 'verdict'
    UNION SELECT f.n, 'verdict:none' FROM filter f WHERE f.key = 'verdict' AND f.folded IN ('none', 'aucun')
    UNION SELECT f.n, 'year:' || f.value::integer FROM filter f WHERE f.key = 'year' AND f.value ~ '^[0-9]{1,4}$'
    UNION SELECT f.n, 'place:' || e.slug FROM filter f JOIN entities e ON e.slug = f.value AND e.kind = 'place' WHERE f.key = 'place'
    UNION SELECT f.n, 'place:' || e.slug FROM filter f CROSS JOIN LATERAL entities_called(ARRAY[f.folded]) c JOIN entities e
        ON e.id = c.entity_id OR e.id IN (SELECT l.to_id FROM entity_links l WHERE l.from_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL)
          OR e.id IN (SELECT l.from_id FROM entity_links l WHERE l.to_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL)
      WHERE f.key = 'place' AND NOT c.is_near AND e.kind = 'place'
  ), narrowed AS (
    SELECT f.n, CASE WHEN f.is_not THEN !!coalesce(any_query(('''' || m.facet || '''')::tsquery), '''nothing:''') ELSE coalesce(any_query(('''' || m.facet || '''')::tsquery), '''nothing:''') END AS query
    FROM filter f LEFT JOIN meant m USING (n) GROUP BY f.n, f.is_not
    UNION ALL SELECT 0, !!phraseto_tsquery('simple', folded[n]) FROM generate_series(terms + filters + 1, coalesce(cardinality(folded), 0)) n
  )
  SELECT w.typed, w.typed_fr, w.typed_en,
    w.linked || coalesce(o.linked, ''), w.near || coalesce(o.near, ''), w.near_fr || coalesce(o.fr, ''), w.near_en || coalesce(o.en, ''),
    (SELECT every_query(query) FROM narrowed),
    ARRAY (SELECT f.form FROM unnest(form, form_is_near) f (form, is_near) GROUP BY f.form ORDER BY bool_and(f.is_near), f.form LIMIT 12),
    coalesce((SELECT jsonb_agg(jsonb_build_object('key', f.key, 'value', f.value) ORDER BY f.n) FROM filter f WHERE NOT EXISTS (SELECT FROM meant m WHERE m.n = f.n)), '[]')
  FROM words w LEFT JOIN other o ON o.n = terms + 1;
END $$;

REVOKE ALL ON FUNCTION entities_called(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entities_called(text[]) TO app_rw, app_public;
