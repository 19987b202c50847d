-- "Has this been checked?": claims ranked by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) for the words somebody
-- types. PostgreSQL's own ranking knows no rarity of words, and on the CheckThat! 2020 queries that is worth a tenth of the
-- score (suggestions.md part 4). What BM25 needs is kept here by triggers, so that no import or script can forget it: stems
-- in the claim's own language (french, english: accents are taken away by no one before stemming, which would break it), and
-- the plain folded words for names, which also match across languages.
-- How many claims hold a word is counted when somebody asks: a counter per word would make everybody who saves wait for the
-- rows of the commonest words.
-- Undo by hand: drop the triggers index_* on claims and occurrences, the functions below and the two tables.

CREATE TABLE "claim_terms" (
    "claim_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "tf" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,

    CONSTRAINT "claim_terms_pkey" PRIMARY KEY ("language","term","claim_id")
);
CREATE TABLE "claim_term_totals" (
    "language" TEXT NOT NULL,
    "part" SMALLINT NOT NULL,
    "claims" BIGINT NOT NULL,
    "words" BIGINT NOT NULL,

    CONSTRAINT "claim_term_totals_pkey" PRIMARY KEY ("language","part")
);
CREATE INDEX "claim_terms_claim_id_idx" ON "claim_terms"("claim_id");

ALTER TABLE claim_terms ADD CONSTRAINT claim_terms_language_is_known CHECK (language IN ('fr', 'en', 'any'));

-- The words of a text as they are counted: stems of a language, or (any) plain folded words without the small ones.
CREATE FUNCTION terms_of(words text, in_language text) RETURNS TABLE (term text, tf integer) LANGUAGE sql STABLE
  SET search_path = public, pg_catalog AS $$
  SELECT lexeme, cardinality(positions) FROM unnest(CASE in_language
      WHEN 'fr' THEN to_tsvector('french', left(words, 20000))
      WHEN 'en' THEN to_tsvector('english', left(words, 20000))
      ELSE to_tsvector('simple', fold(left(words, 20000))) END)
  WHERE in_language <> 'any' OR (ts_lexize('french_stem', lexeme) <> '{}' AND ts_lexize('english_stem', lexeme) <> '{}')
$$;

-- Counts the words of these claims anew. Owner's rights: the desk reads these tables and never writes them.
CREATE FUNCTION index_claims(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  gone jsonb;
BEGIN
  IF cardinality(ids) = 0 OR ids IS NULL THEN RETURN; END IF;
  WITH deleted AS (
    DELETE FROM claim_terms WHERE claim_id = ANY (ids) RETURNING claim_id, language, length
  ), whole AS (SELECT DISTINCT claim_id, language, length FROM deleted
  ), counted AS (SELECT language, count(*) AS claims, sum(length) AS words FROM whole GROUP BY 1)
  SELECT coalesce(jsonb_agg(to_jsonb(counted)), '[]') INTO gone FROM counted;
  WITH texts AS (
    SELECT id AS claim_id, 'fr' AS language, statement_fr AS words FROM claims WHERE id = ANY (ids) AND discarded_at IS NULL AND statement_fr IS NOT NULL
    UNION
    SELECT id, 'en', statement_en FROM claims WHERE id = ANY (ids) AND discarded_at IS NULL AND statement_en IS NOT NULL
    UNION
    SELECT o.claim_id, left(v.language, 2), a.exact
      FROM occurrences o JOIN claims c ON c.id = o.claim_id JOIN anchors a ON a.id = o.anchor_id JOIN dispatch_versions v ON v.id = a.dispatch_version_id
      WHERE o.claim_id = ANY (ids) AND o.discarded_at IS NULL AND c.discarded_at IS NULL
  ), gathered AS (
    SELECT claim_id, language, string_agg(words, E'\n') AS words FROM texts WHERE language IN ('fr', 'en') GROUP BY 1, 2
    UNION ALL
    SELECT claim_id, 'any', string_agg(words, E'\n') FROM texts GROUP BY 1
  )
  INSERT INTO claim_terms (claim_id, language, term, tf, length)
    SELECT g.claim_id, g.language, t.term, t.tf, sum(t.tf) OVER (PARTITION BY g.claim_id, g.language)
    FROM gathered g, terms_of(g.words, g.language) t
    ON CONFLICT (language, term, claim_id) DO UPDATE SET tf = EXCLUDED.tf, length = EXCLUDED.length;
  INSERT INTO claim_term_totals (language, part, claims, words)
    SELECT language, pg_backend_pid() % 16, sum(claims), sum(words) FROM (
      SELECT language, -(it ->> 'claims')::bigint AS claims, -(it ->> 'words')::bigint AS words
        FROM jsonb_array_elements(gone) it, LATERAL (VALUES (it ->> 'language')) l (language)
      UNION ALL
      SELECT language, count(DISTINCT claim_id), sum(tf) FROM claim_terms WHERE claim_id = ANY (ids) GROUP BY 1
    ) change GROUP BY 1 ORDER BY 1
    ON CONFLICT (language, part) DO UPDATE SET claims = claim_term_totals.claims + EXCLUDED.claims, words = claim_term_totals.words + EXCLUDED.words;
END $$;

CREATE FUNCTION index_new_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(ARRAY (SELECT id FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION index_changed_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(ARRAY (
    SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
    WHERE (n.statement_fr, n.statement_en, n.discarded_at IS NULL) IS DISTINCT FROM (o.statement_fr, o.statement_en, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION index_claims_of_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(ARRAY (SELECT DISTINCT claim_id FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION index_claims_of_changed_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(ARRAY (
    SELECT DISTINCT moved.claim_id FROM new_rows n JOIN old_rows o USING (id), LATERAL (VALUES (n.claim_id), (o.claim_id)) moved (claim_id)
    WHERE (n.claim_id, n.anchor_id, n.discarded_at IS NULL) IS DISTINCT FROM (o.claim_id, o.anchor_id, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE TRIGGER index_new AFTER INSERT ON claims REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION index_new_claims();
CREATE TRIGGER index_change AFTER UPDATE ON claims REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION index_changed_claims();
CREATE TRIGGER index_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION index_claims_of_passages();
CREATE TRIGGER index_change AFTER UPDATE ON occurrences REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION index_claims_of_changed_passages();

-- The claims likest a text, the oldest first of those that are equally like it. `share` says how much of what is rare in the
-- text a claim holds, 0 to about 1, so that a weak likeness can be left out. The rarest words come first, and a question reads
-- at most 200,000 entries: an archive of a million claims answers about as fast as one of ten thousand.
CREATE FUNCTION claims_like(words text, in_language text, top integer)
  RETURNS TABLE (claim_id uuid, score double precision, share double precision) LANGUAGE sql STABLE
  SET search_path = public, pg_catalog AS $$
  WITH total AS (
    SELECT language, sum(claims)::float8 AS claims, greatest(sum(words)::float8 / nullif(sum(claims), 0), 1) AS usual
    FROM claim_term_totals GROUP BY language
  ), asked AS (
    SELECT l.language, l.weight, t.term
    FROM (VALUES (in_language, 1.0::float8), ('any', 0.1::float8)) l (language, weight), terms_of(words, l.language) t
  ), counted AS (
    SELECT a.*, n.held_by FROM asked a,
      LATERAL (SELECT count(*) AS held_by FROM (SELECT FROM claim_terms c WHERE c.language = a.language AND c.term = a.term LIMIT 50000) few) n
  ), weighed AS MATERIALIZED (
    SELECT c.language, c.term, t.usual, c.weight * ln(1 + (t.claims - least(c.held_by, t.claims) + 0.5) / (c.held_by + 0.5)) AS weight,
      sum(c.held_by) OVER by_rarity AS read_so_far, row_number() OVER by_rarity AS n
    FROM counted c JOIN total t USING (language)
    WINDOW by_rarity AS (ORDER BY c.held_by, c.language, c.term)
  ), scored AS (
    SELECT c.claim_id, sum(w.weight * c.tf * 2.2 / (c.tf + 1.2 * (0.25 + 0.75 * c.length / w.usual))) AS score
    FROM weighed w JOIN claim_terms c ON c.language = w.language AND c.term = w.term
    WHERE w.read_so_far <= 200000 OR w.n = 1
    GROUP BY c.claim_id
  )
  SELECT claim_id, score, score / (SELECT greatest(sum(weight), 0.000001) FROM weighed)
  FROM scored ORDER BY round(score::numeric, 6) DESC, claim_id LIMIT top
$$;

-- The claims that are there already.
SELECT index_claims(ARRAY (SELECT id FROM claims));

REVOKE ALL ON FUNCTION index_claims(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION index_claims(uuid[]) TO app_rw;
GRANT SELECT ON claim_terms, claim_term_totals TO app_rw;
ALTER TABLE claim_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_term_totals ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON claim_terms FOR SELECT TO app_rw USING (true);
CREATE POLICY desk ON claim_term_totals FOR SELECT TO app_rw USING (true);
