-- "Has this been checked?" also by others: ClaimReviews that other publishers made stand beside the claims of the archive, and
-- their words are counted in claim_terms under their own ids, in their language when it is French or English, and folded in
-- any. The likest reviews come besides the likest claims, never instead of them, however many were imported. They are private
-- to the desk: nothing of them is a claim or a verdict of ours.
-- Undo by hand: drop the triggers index_* on imported_reviews and their functions; delete their rows from claim_terms and take
-- them off claim_term_totals; put index_claims and claims_like back as 20261126050200 has them; drop the table.

CREATE TABLE "imported_reviews" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "review_key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "language" TEXT,
    "match_language" TEXT,
    "publisher_name" TEXT,
    "publisher_url" TEXT,
    "rating_words" TEXT,
    "score" DOUBLE PRECISION,
    "date_published" TEXT,
    "sha256" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "imported_reviews_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "imported_reviews_review_key_key" ON "imported_reviews"("review_key");

-- ---------------------------------------------------------------------------------------------- rules

ALTER TABLE imported_reviews
  ADD CONSTRAINT imported_reviews_say_where_from CHECK (NOT is_blank(source) AND NOT is_blank(review_key)),
  ADD CONSTRAINT imported_reviews_are_read_somewhere CHECK (url ~* '^https?://'),
  ADD CONSTRAINT imported_reviews_publisher_is_a_web_address CHECK (publisher_url ~* '^https?://'),
  ADD CONSTRAINT imported_reviews_have_a_claim CHECK (NOT is_blank(claim)),
  ADD CONSTRAINT imported_reviews_match_language_is_known CHECK (match_language IN ('fr', 'en')),
  ADD CONSTRAINT imported_reviews_score_is_a_share CHECK (score BETWEEN 0 AND 1),
  ADD CONSTRAINT imported_reviews_date_is_a_day_or_a_moment CHECK (date_published ~ '^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$'),
  ADD CONSTRAINT imported_reviews_have_a_fingerprint CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT imported_reviews_are_seen_in_order CHECK (last_seen_at >= first_seen_at);
CREATE TRIGGER never_deleted BEFORE DELETE ON imported_reviews FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON imported_reviews EXECUTE FUNCTION deny();

-- ---------------------------------------------------------------------------------------------- finding them

-- As before, and the words of imported reviews.
CREATE OR REPLACE FUNCTION index_claims(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
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
    UNION
    SELECT id, match_language, claim FROM imported_reviews WHERE id = ANY (ids)
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

CREATE FUNCTION index_new_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(ARRAY (SELECT id FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION index_changed_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(ARRAY (
    SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE (n.claim, n.match_language) IS DISTINCT FROM (o.claim, o.match_language)));
  RETURN NULL;
END $$;
CREATE TRIGGER index_new AFTER INSERT ON imported_reviews REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION index_new_reviews();
CREATE TRIGGER index_change AFTER UPDATE ON imported_reviews REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION index_changed_reviews();

-- As before, with the likest reviews besides the likest claims.
DROP FUNCTION claims_like(text, text, integer);
CREATE FUNCTION claims_like(words text, in_language text, top integer)
  RETURNS TABLE (claim_id uuid, score double precision, share double precision, is_review boolean) LANGUAGE sql STABLE
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
  ), placed AS (
    SELECT s.claim_id, s.score, r.id IS NOT NULL AS is_review,
      row_number() OVER (PARTITION BY r.id IS NOT NULL ORDER BY round(s.score::numeric, 6) DESC, s.claim_id) AS place
    FROM scored s LEFT JOIN imported_reviews r ON r.id = s.claim_id
  )
  SELECT p.claim_id, p.score, p.score / (SELECT greatest(sum(weight), 0.000001) FROM weighed), p.is_review
  FROM placed p WHERE p.place <= top ORDER BY round(p.score::numeric, 6) DESC, p.claim_id
$$;

-- ---------------------------------------------------------------------------------------------- who may read and write

GRANT SELECT, INSERT, UPDATE ON imported_reviews TO app_rw;
ALTER TABLE imported_reviews ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON imported_reviews TO app_rw USING (true) WITH CHECK (true);
