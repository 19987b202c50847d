-- Search over a million claims (decision 023). What a claim says is kept ready as three texts to look in: its plain folded
-- words, their French stems and their English ones, with its filters (source:…, place:…, event:…, verdict:…, year:…) as words
-- of the first, so that one index answers any mixture of them. There are two such tables: `claim_search` for the desk and
-- `public_claim_search` for strangers, which holds published claims and of these only what a stranger may read. A condition
-- of a policy would keep PostgreSQL from using the index, and a row that is not there can leak nothing. A protected source is
-- in neither. A place is a filter and no word: one label stands for a town that is written in two ways, and a claim would be
-- said to hold the spelling it does not.
-- Triggers note which claims are touched, and each is read anew once, when the transaction commits: an import that adds
-- claims, then passages, then chains pays once, and two people who change one claim at the same time are read one after the
-- other. `search_rows` says what is kept; with `as_known` first on the search path it says what would have been kept then.
-- Undo by hand: SELECT drop_as_known(); drop the triggers search_* (on claims, occurrences, hops, sources, events, dispatches,
-- verdict_versions, names, entities), the tables claim_search, public_claim_search, search_due, the functions and aggregates
-- below; ALTER FUNCTION build_as_known_tables() RENAME TO build_as_known; SELECT build_as_known().

CREATE TABLE "claim_search" (
    "claim_id" UUID NOT NULL,
    "words" tsvector NOT NULL,
    "fr" tsvector NOT NULL,
    "en" tsvector NOT NULL,
    "facets" TEXT[],
    "time_from" DATE,
    "time_to" DATE,

    CONSTRAINT "claim_search_pkey" PRIMARY KEY ("claim_id")
);
CREATE TABLE "public_claim_search" (
    "claim_id" UUID NOT NULL,
    "words" tsvector NOT NULL,
    "fr" tsvector NOT NULL,
    "en" tsvector NOT NULL,
    "facets" TEXT[],
    "time_from" DATE,
    "time_to" DATE,

    CONSTRAINT "public_claim_search_pkey" PRIMARY KEY ("claim_id")
);
CREATE TABLE "search_due" (
    "id" BIGSERIAL NOT NULL,
    "transaction" BIGINT NOT NULL,
    "claims" UUID[],

    CONSTRAINT "search_due_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "search_due_transaction_idx" ON "search_due"("transaction");
-- Its rows live as long as one transaction: nothing of it is worth a log.
ALTER TABLE search_due SET UNLOGGED;

-- ---------------------------------------------------------------------------------------------- what is kept of a claim

-- These claims (null: all) as they are searched. No search path of its own, so that it can be asked of the past.
CREATE FUNCTION search_rows(ids uuid[], for_strangers boolean)
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
  )
  SELECT d.id,
    setweight(to_tsvector('simple', fold(left(concat_ws(E'\n', d.ref, d.statement_fr, d.statement_en), 20000))), 'A')
      || setweight(to_tsvector('simple', fold(left(coalesce(d.every, ''), 20000))), 'B')
      || setweight(to_tsvector('simple', fold(left(d.names, 5000))), 'C') || array_to_tsvector(d.all_facets),
    setweight(to_tsvector('french', fold(left(coalesce(d.statement_fr, ''), 20000))), 'A') || setweight(to_tsvector('french', fold(left(coalesce(d.fr, ''), 20000))), 'B'),
    setweight(to_tsvector('english', fold(left(coalesce(d.statement_en, ''), 20000))), 'A') || setweight(to_tsvector('english', fold(left(coalesce(d.en, ''), 20000))), 'B'),
    d.all_facets, d.time_from, d.time_to
  FROM dated d
$$;

-- Reads these claims anew. Whoever is at one of them too waits at its row, and then reads what the other wrote.
CREATE FUNCTION index_search(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  part uuid[];
  t text;
BEGIN
  FOR done IN 0 .. coalesce(cardinality(ids), 0) - 1 BY 20000 LOOP
    part := ids[done + 1 : done + 20000];
    PERFORM FROM claim_search s WHERE s.claim_id = ANY (part) ORDER BY s.claim_id FOR UPDATE;
    INSERT INTO claim_search SELECT * FROM search_rows(part, false)
      ON CONFLICT (claim_id) DO UPDATE SET (words, fr, en, facets, time_from, time_to) =
        (EXCLUDED.words, EXCLUDED.fr, EXCLUDED.en, EXCLUDED.facets, EXCLUDED.time_from, EXCLUDED.time_to)
      WHERE (claim_search.words, claim_search.fr, claim_search.en, claim_search.facets, claim_search.time_from, claim_search.time_to)
        IS DISTINCT FROM (EXCLUDED.words, EXCLUDED.fr, EXCLUDED.en, EXCLUDED.facets, EXCLUDED.time_from, EXCLUDED.time_to);
    DELETE FROM claim_search s WHERE s.claim_id = ANY (part)
      AND NOT EXISTS (SELECT FROM claims c WHERE c.id = s.claim_id AND c.discarded_at IS NULL);
    INSERT INTO public_claim_search SELECT * FROM search_rows(part, true)
      ON CONFLICT (claim_id) DO UPDATE SET (words, fr, en, facets, time_from, time_to) =
        (EXCLUDED.words, EXCLUDED.fr, EXCLUDED.en, EXCLUDED.facets, EXCLUDED.time_from, EXCLUDED.time_to)
      WHERE (public_claim_search.words, public_claim_search.fr, public_claim_search.en, public_claim_search.facets, public_claim_search.time_from, public_claim_search.time_to)
        IS DISTINCT FROM (EXCLUDED.words, EXCLUDED.fr, EXCLUDED.en, EXCLUDED.facets, EXCLUDED.time_from, EXCLUDED.time_to);
    DELETE FROM public_claim_search s WHERE s.claim_id = ANY (part)
      AND NOT EXISTS (SELECT FROM claims c WHERE c.id = s.claim_id AND c.discarded_at IS NULL AND c.public_at IS NOT NULL);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------- when it is read anew

CREATE FUNCTION search_is_due(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF cardinality(ids) > 0 THEN INSERT INTO search_due (transaction, claims) VALUES (txid_current(), ids); END IF;
END $$;
-- The first of a transaction's notes does the work of all of them; the others find nothing left.
CREATE FUNCTION index_search_at_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  ids uuid[];
BEGIN
  WITH noted AS (DELETE FROM search_due WHERE transaction = NEW.transaction RETURNING claims)
    SELECT array_agg(DISTINCT id ORDER BY id) INTO ids FROM noted, unnest(claims) id;
  PERFORM index_search(ids);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER search_at_commit AFTER INSERT ON search_due DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION index_search_at_commit();

CREATE FUNCTION search_new_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM search_is_due(ARRAY (SELECT id FROM new_rows)); RETURN NULL; END $$;
CREATE FUNCTION search_changed_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_is_due(ARRAY (SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
    WHERE (n.ref, n.statement_fr, n.statement_en, n.event_id, n.public_at IS NULL, n.discarded_at IS NULL)
      IS DISTINCT FROM (o.ref, o.statement_fr, o.statement_en, o.event_id, o.public_at IS NULL, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION search_new_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM search_is_due(ARRAY (SELECT DISTINCT claim_id FROM new_rows)); RETURN NULL; END $$;
CREATE FUNCTION search_changed_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_is_due(ARRAY (SELECT DISTINCT moved.claim_id FROM new_rows n JOIN old_rows o USING (id), LATERAL (VALUES (n.claim_id), (o.claim_id)) moved (claim_id)
    WHERE (n.claim_id, n.anchor_id, n.time_from, n.time_to, n.place_id, n.discarded_at IS NULL)
      IS DISTINCT FROM (o.claim_id, o.anchor_id, o.time_from, o.time_to, o.place_id, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION search_changed_chains() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM search_is_due(ARRAY (SELECT DISTINCT o.claim_id FROM rows h JOIN occurrences o ON o.id = h.occurrence_id)); RETURN NULL; END $$;
CREATE FUNCTION search_changed_sources() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM search_is_due(ARRAY (SELECT DISTINCT p.claim_id FROM new_rows n JOIN old_rows o USING (id) JOIN hops h ON h.source_id = n.id JOIN occurrences p ON p.id = h.occurrence_id
    WHERE (n.name, n.slug, n.is_protected, n.public_at IS NULL, n.discarded_at IS NULL) IS DISTINCT FROM (o.name, o.slug, o.is_protected, o.public_at IS NULL, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION search_changed_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM search_is_due(ARRAY (SELECT c.id FROM new_rows n JOIN old_rows o USING (id) JOIN claims c ON c.event_id = n.id
    WHERE (n.slug, n.time_from, n.time_to, n.place_id, n.public_at IS NULL, n.discarded_at IS NULL) IS DISTINCT FROM (o.slug, o.time_from, o.time_to, o.place_id, o.public_at IS NULL, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION search_changed_dispatches() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM search_is_due(ARRAY (SELECT DISTINCT p.claim_id FROM new_rows n JOIN old_rows o USING (id)
    JOIN dispatch_versions v ON v.dispatch_id = n.id JOIN anchors a ON a.dispatch_version_id = v.id JOIN occurrences p ON p.anchor_id = a.id
    WHERE (n.public_at IS NULL, n.discarded_at IS NULL) IS DISTINCT FROM (o.public_at IS NULL, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION search_new_ratings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN PERFORM search_is_due(ARRAY (SELECT DISTINCT v.claim_id FROM new_rows n JOIN verdicts v ON v.id = n.verdict_id)); RETURN NULL; END $$;
CREATE FUNCTION search_new_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM search_is_due(ARRAY (SELECT DISTINCT p.claim_id FROM new_rows n JOIN anchors a ON a.id = n.anchor_id
    JOIN anchors b ON b.dispatch_version_id = a.dispatch_version_id AND a.start < b."end" AND b.start < a."end" JOIN occurrences p ON p.anchor_id = b.id));
  RETURN NULL;
END $$;
CREATE FUNCTION search_changed_entities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM search_is_due(ARRAY (
    WITH changed AS (SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
      WHERE (n.slug, n.kind, n.public_at IS NULL) IS DISTINCT FROM (o.slug, o.kind, o.public_at IS NULL))
    SELECT p.claim_id FROM changed JOIN occurrences p ON p.place_id = changed.id
    UNION SELECT c.id FROM changed JOIN events e ON e.place_id = changed.id JOIN claims c ON c.event_id = e.id
    UNION SELECT p.claim_id FROM changed JOIN names m ON m.entity_id = changed.id JOIN anchors a ON a.id = m.anchor_id
      JOIN anchors b ON b.dispatch_version_id = a.dispatch_version_id AND a.start < b."end" AND b.start < a."end" JOIN occurrences p ON p.anchor_id = b.id));
  RETURN NULL;
END $$;
CREATE TRIGGER search_new AFTER INSERT ON claims REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_new_claims();
CREATE TRIGGER search_change AFTER UPDATE ON claims REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_claims();
CREATE TRIGGER search_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_new_passages();
CREATE TRIGGER search_change AFTER UPDATE ON occurrences REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_passages();
CREATE TRIGGER search_new AFTER INSERT ON hops REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_chains();
CREATE TRIGGER search_gone AFTER DELETE ON hops REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_chains();
CREATE TRIGGER search_change AFTER UPDATE ON sources REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_sources();
CREATE TRIGGER search_change AFTER UPDATE ON events REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_events();
CREATE TRIGGER search_change AFTER UPDATE ON dispatches REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_dispatches();
CREATE TRIGGER search_new AFTER INSERT ON verdict_versions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_new_ratings();
CREATE TRIGGER search_new AFTER INSERT ON names REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_new_names();
CREATE TRIGGER search_change AFTER UPDATE ON entities REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_changed_entities();

-- ---------------------------------------------------------------------------------------------- names, by letters

-- A name without what spellings differ in: Tombouctou and Timbuktu are both tmbkt.
CREATE FUNCTION name_skeleton(form text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SET search_path = public, pg_catalog AS $$
  SELECT left(bare, 1) || regexp_replace(substr(bare, 2), '[aeiouhw]', '', 'g')
  FROM (SELECT regexp_replace(translate(replace(regexp_replace(fold(form), '[^a-z]', '', 'g'), 'ph', 'f'), 'cqzy', 'kksi'), '(.)\1+', '\1', 'g') AS bare) it $$;
CREATE INDEX names_form_trgm_idx ON names USING gin (fold(form) gin_trgm_ops);
CREATE INDEX names_skeleton_idx ON names (name_skeleton(form));

-- Which people, places and groups are called like this, or nearly. Owner's rights, so that the indexes are used; it gives
-- ids only, and whoever asks then reads what they may.
CREATE FUNCTION entities_called(asked text) RETURNS TABLE (entity_id uuid, is_near boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT it.entity_id, bool_and(it.is_near) FROM (
    (SELECT DISTINCT n.entity_id, false AS is_near FROM names n WHERE fold(n.form) = fold(asked))
    UNION ALL
    SELECT near.entity_id, true FROM (
      SELECT n.entity_id, max(similarity(fold(n.form), fold(asked))) AS alike FROM names n
      WHERE length(fold(asked)) >= 4 AND fold(n.form) % fold(asked) AND similarity(fold(n.form), fold(asked)) >= 0.45
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12) near
    UNION ALL
    (SELECT DISTINCT n.entity_id, true FROM names n WHERE length(name_skeleton(asked)) >= 4 AND name_skeleton(n.form) = name_skeleton(asked) LIMIT 12)
  ) it GROUP BY 1 $$;

-- ---------------------------------------------------------------------------------------------- what a question looks for

CREATE AGGREGATE every_query(tsquery) (SFUNC = tsquery_and, STYPE = tsquery);
CREATE AGGREGATE any_query(tsquery) (SFUNC = tsquery_or, STYPE = tsquery);
-- One word of an index, whatever is in it.
CREATE FUNCTION word_query(word text, ending text DEFAULT '') RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT ('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''' || ending)::tsquery $$;

-- Other written forms of a name: `is_near` of one that nobody linked to it and only looks alike. Of the moment, as search_rows.
CREATE FUNCTION forms_of(asked text) RETURNS TABLE (form text, is_near boolean) LANGUAGE sql STABLE AS $$
  WITH called AS (SELECT * FROM entities_called(asked)
  ), linked AS (
    SELECT entity_id, is_near FROM called
    UNION SELECT l.to_id, c.is_near FROM called c JOIN entity_links l ON l.from_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL
    UNION SELECT l.from_id, c.is_near FROM called c JOIN entity_links l ON l.to_id = c.entity_id AND l.relation IN ('same', 'possibly_same') AND l.ended_at IS NULL
  )
  SELECT n.form, bool_and(linked.is_near) FROM linked JOIN names n ON n.entity_id = linked.entity_id
  WHERE fold(n.form) <> fold(asked) GROUP BY 1 ORDER BY 2, 1 LIMIT 24 $$;

-- What the parts of a question mean in the index: `asked` is what lib/domain/search-query.ts reads, as JSON. `typed` are the
-- words themselves, `linked` with the other forms of names, `near` with names that look alike; `must` are the filters and
-- what is to be left out. `unknown` are filters that name nothing there is.
CREATE FUNCTION search_plan(asked jsonb) RETURNS TABLE (typed tsquery, typed_fr tsquery, typed_en tsquery, linked tsquery, near tsquery, near_fr tsquery, near_en tsquery,
    must tsquery, variants text[], unknown jsonb) LANGUAGE sql STABLE AS $$
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
  FROM words w $$;

-- ---------------------------------------------------------------------------------------------- what there is already

SELECT index_search(ARRAY (SELECT id FROM claims ORDER BY id));
CREATE INDEX "claim_search_words_fr_en_idx" ON "claim_search" USING GIN ("words", "fr", "en") WITH (fastupdate = on, gin_pending_list_limit = 2048);
CREATE INDEX "public_claim_search_words_fr_en_idx" ON "public_claim_search" USING GIN ("words", "fr", "en") WITH (fastupdate = on, gin_pending_list_limit = 2048);
-- Index-only walks and fresh statistics after an import.
ALTER TABLE claim_search SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE public_claim_search SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- What was written since the last time waits in a list that every search reads through: a worker sorts it in.
CREATE FUNCTION tidy_search() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT gin_clean_pending_list('claim_search_words_fr_en_idx') + gin_clean_pending_list('public_claim_search_words_fr_en_idx') $$;

-- ---------------------------------------------------------------------------------------------- who may read and write

REVOKE ALL ON FUNCTION index_search(uuid[]), search_is_due(uuid[]), tidy_search(), search_rows(uuid[], boolean), entities_called(text), forms_of(text), search_plan(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_is_due(uuid[]), tidy_search(), search_rows(uuid[], boolean), entities_called(text), forms_of(text), search_plan(jsonb) TO app_rw;
GRANT EXECUTE ON FUNCTION entities_called(text), forms_of(text), search_plan(jsonb) TO app_public;
GRANT SELECT ON claim_search TO app_rw;
GRANT SELECT ON public_claim_search TO app_rw, app_public;
ALTER TABLE claim_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_claim_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON claim_search FOR SELECT TO app_rw USING (true);
CREATE POLICY desk ON public_claim_search FOR SELECT TO app_rw USING (true);
CREATE POLICY published ON public_claim_search FOR SELECT TO app_public USING (true);

-- ---------------------------------------------------------------------------------------------- as known at a moment

-- The past has no index: its views of the two tables read every claim of the moment as it would have been kept.
ALTER FUNCTION build_as_known() RENAME TO build_as_known_tables;
CREATE FUNCTION build_as_known() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $build$
BEGIN
  PERFORM public.build_as_known_tables();
  CREATE OR REPLACE VIEW as_known.claim_search WITH (security_invoker = true) AS
    SELECT * FROM public.search_rows(NULL, false) WHERE coalesce(current_setting('recoupe.eyes', true), '') <> 'stranger';
  CREATE OR REPLACE VIEW as_known.public_claim_search WITH (security_invoker = true) AS SELECT * FROM public.search_rows(NULL, true);
END $build$;
REVOKE ALL ON FUNCTION build_as_known(), build_as_known_tables() FROM PUBLIC;
SELECT build_as_known();
