-- What a question means is worked out anew for each one, and PostgreSQL plans the body of a function in SQL at every call: that
-- alone took longer than the search. The same bodies in PL/pgSQL are planned once per connection.
-- Undo by hand: put back the three functions as the migration index_search made them.

CREATE OR REPLACE FUNCTION entities_called(asked text) RETURNS TABLE (entity_id uuid, is_near boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT it.entity_id, bool_and(it.is_near) FROM (
    (SELECT DISTINCT n.entity_id, false AS is_near FROM names n WHERE fold(n.form) = fold(asked))
    UNION ALL
    SELECT near.entity_id, true FROM (
      SELECT n.entity_id, max(similarity(fold(n.form), fold(asked))) AS alike FROM names n
      WHERE length(fold(asked)) >= 4 AND fold(n.form) % fold(asked) AND similarity(fold(n.form), fold(asked)) >= 0.45
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12) near
    UNION ALL
    (SELECT DISTINCT n.entity_id, true FROM names n WHERE length(name_skeleton(asked)) >= 4 AND name_skeleton(n.form) = name_skeleton(asked) LIMIT 12)
  ) it GROUP BY 1;
END $$;

CREATE OR REPLACE FUNCTION forms_of(asked text) RETURNS TABLE (form text, is_near boolean) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH called AS (SELECT * FROM entities_called(asked)
  ), linked AS (
    SELECT entity_id, is_near FROM called
    UNION SELECT l.to_id, c.is_near FROM called c JOIN entity_links l ON l.from_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL
    UNION SELECT l.from_id, c.is_near FROM called c JOIN entity_links l ON l.to_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL
  )
  SELECT n.form, bool_and(linked.is_near) FROM linked JOIN names n ON n.entity_id = linked.entity_id
  WHERE fold(n.form) <> fold(asked) GROUP BY 1 ORDER BY 2, 1 LIMIT 24;
END $$;

CREATE OR REPLACE FUNCTION search_plan(asked jsonb) RETURNS TABLE (typed tsquery, typed_fr tsquery, typed_en tsquery, linked tsquery, near tsquery, near_fr tsquery, near_en tsquery,
    must tsquery, variants text[], unknown jsonb) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH term AS (
    SELECT n, t ->> 'words' AS words, (t ->> 'isStart')::boolean AS is_start FROM jsonb_array_elements(asked -> 'terms') WITH ORDINALITY it (t, n)
  ), whole AS (
    SELECT string_agg(words, ' ' ORDER BY n) AS words, count(*) AS terms, bool_or(is_start) AS is_start FROM term
  ), form AS MATERIALIZED (
    SELECT t.n, f.form, f.is_near FROM term t, forms_of(t.words) f WHERE NOT t.is_start
    UNION ALL SELECT 0, f.form, f.is_near FROM whole w, forms_of(w.words) f WHERE w.terms BETWEEN 2 AND 6 AND NOT w.is_start
  ), other AS (
    SELECT n, any_query(phraseto_tsquery('simple', fold(form))) FILTER (WHERE NOT is_near) AS linked, any_query(phraseto_tsquery('simple', fold(form))) AS near,
      any_query(phraseto_tsquery('french', fold(form))) AS fr, any_query(phraseto_tsquery('english', fold(form))) AS en
    FROM form GROUP BY n
  ), spelled AS (
    SELECT t.n, CASE WHEN t.is_start THEN coalesce((SELECT every_query(word_query(lexeme, ':*')) FROM unnest(to_tsvector('simple', fold(t.words)))), '')
        ELSE phraseto_tsquery('simple', fold(t.words)) END AS typed,
      CASE WHEN t.is_start THEN '' ELSE phraseto_tsquery('french', fold(t.words)) END AS fr, CASE WHEN t.is_start THEN '' ELSE phraseto_tsquery('english', fold(t.words)) END AS en
    FROM term t
  ), words AS (
    SELECT every_query(s.typed) AS typed, every_query(s.fr) AS typed_fr, every_query(s.en) AS typed_en,
      every_query(s.typed || coalesce(o.linked, '')) AS linked, every_query(s.typed || coalesce(o.near, '')) AS near,
      every_query(s.fr || coalesce(o.fr, '')) AS near_fr, every_query(s.en || coalesce(o.en, '')) AS near_en
    FROM spelled s LEFT JOIN other o USING (n)
  ), filter AS (
    SELECT n, f ->> 'key' AS key, f ->> 'value' AS value, (f ->> 'isNot')::boolean AS is_not FROM jsonb_array_elements(asked -> 'filters') WITH ORDINALITY it (f, n)
  ), meant AS (
    SELECT f.n, 'source:' || s.slug AS facet FROM filter f JOIN sources s ON (s.slug = f.value OR fold(s.name) = fold(f.value)) AND NOT s.is_protected WHERE f.key = 'source'
    UNION SELECT f.n, 'event:' || e.slug FROM filter f JOIN events e ON e.slug = f.value OR e.ref = upper(f.value) OR fold(e.title_fr) = fold(f.value) OR fold(e.title_en) = fold(f.value) WHERE f.key = 'event'
    UNION SELECT f.n, 'verdict:' || r.code FROM filter f JOIN ratings r ON r.code = replace(replace(fold(f.value), ' ', '_'), '-', '_') OR fold(r.label_fr) = fold(f.value) OR fold(r.label_en) = fold(f.value) WHERE f.key = 'verdict'
    UNION SELECT f.n, 'verdict:none' FROM filter f WHERE f.key = 'verdict' AND fold(f.value) IN ('none', 'aucun')
    UNION SELECT f.n, 'year:' || f.value::integer FROM filter f WHERE f.key = 'year' AND f.value ~ '^[0-9]{1,4}$'
    UNION SELECT f.n, 'place:' || e.slug FROM filter f JOIN entities e ON e.slug = f.value AND e.kind = 'place' WHERE f.key = 'place'
    UNION SELECT f.n, 'place:' || e.slug FROM filter f, entities_called(f.value) c, entities e WHERE f.key = 'place' AND NOT c.is_near AND e.kind = 'place'
      AND (e.id = c.entity_id OR EXISTS (SELECT FROM entity_links l WHERE l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL AND (l.from_id, l.to_id) IN ((c.entity_id, e.id), (e.id, c.entity_id))))
  ), narrowed AS (
    SELECT f.n, CASE WHEN f.is_not THEN !!coalesce(any_query(word_query(m.facet)), word_query('nothing:')) ELSE coalesce(any_query(word_query(m.facet)), word_query('nothing:')) END AS query
    FROM filter f LEFT JOIN meant m USING (n) GROUP BY f.n, f.is_not
    UNION ALL SELECT 0, !!phraseto_tsquery('simple', fold(left_out)) FROM jsonb_array_elements_text(asked -> 'without') left_out
  )
  SELECT w.typed, w.typed_fr, w.typed_en,
    w.linked || coalesce((SELECT o.linked FROM other o WHERE o.n = 0), ''), w.near || coalesce((SELECT o.near FROM other o WHERE o.n = 0), ''),
    w.near_fr || coalesce((SELECT o.fr FROM other o WHERE o.n = 0), ''), w.near_en || coalesce((SELECT o.en FROM other o WHERE o.n = 0), ''),
    (SELECT every_query(query) FROM narrowed),
    ARRAY (SELECT form FROM form GROUP BY form ORDER BY bool_and(is_near), form LIMIT 12),
    coalesce((SELECT jsonb_agg(jsonb_build_object('key', f.key, 'value', f.value) ORDER BY f.n) FROM filter f WHERE NOT EXISTS (SELECT FROM meant m WHERE m.n = f.n)), '[]')
  FROM words w;
END $$;
