-- Which passages stand, in which dispatch, and which of them a stranger may read, is kept ready. Whether one stands in a public
-- dispatch was asked row by row, past the policies, through a function: with 100,000 passages whatever counted or sorted them
-- as a stranger ran into its five seconds, and counting the claims of a dispatch walked through four tables. Now a table
-- holds a row per passage that is not discarded, of a claim that is not; `is_public` where both the claim and the dispatch are
-- published. The policies of passages, anchors, chains and statements ask it, which PostgreSQL does for all rows at once.
-- The triggers work at once and not at commit: what is being published is read with a stranger's eyes before it is committed.
-- Who adds a passage holds its claim and its dispatch, so that it meets who publishes one of them: whoever comes second sees
-- what the other wrote. As known at a moment the same name is a view of the moment.
-- Undo by hand: put back the policies `published` on occurrences, anchors, hops and statements as in enforce_rules; drop the
-- triggers live_passages_* (occurrences, claims, dispatches), the functions keep_live_passages and live_passages_of_*,
-- public_conflicts_of_dispatches; DROP TABLE live_passages CASCADE; SELECT drop_as_known(); DROP FUNCTION build_as_known();
-- ALTER FUNCTION build_as_known_search() RENAME TO build_as_known; SELECT build_as_known().

CREATE TABLE "live_passages" (
    "occurrence_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "anchor_id" UUID NOT NULL,
    "dispatch_id" UUID NOT NULL,
    "is_public" BOOLEAN NOT NULL,

    CONSTRAINT "live_passages_pkey" PRIMARY KEY ("occurrence_id")
);
CREATE INDEX "live_passages_anchor_id_idx" ON "live_passages"("anchor_id");
CREATE INDEX "live_passages_claim_id_idx" ON "live_passages"("claim_id");
CREATE INDEX "live_passages_dispatch_id_is_public_claim_id_idx" ON "live_passages"("dispatch_id", "is_public", "claim_id");

-- Reads these passages anew. Owner's rights: nobody else writes the table.
CREATE FUNCTION keep_live_passages(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF coalesce(cardinality(ids), 0) = 0 THEN RETURN; END IF;
  DELETE FROM live_passages p WHERE p.occurrence_id = ANY (ids);
  INSERT INTO live_passages (occurrence_id, claim_id, anchor_id, dispatch_id, is_public)
    SELECT o.id, o.claim_id, o.anchor_id, v.dispatch_id, c.public_at IS NOT NULL AND d.public_at IS NOT NULL AND d.discarded_at IS NULL
    FROM occurrences o JOIN claims c ON c.id = o.claim_id JOIN anchors a ON a.id = o.anchor_id
    JOIN dispatch_versions v ON v.id = a.dispatch_version_id JOIN dispatches d ON d.id = v.dispatch_id
    WHERE o.id = ANY (ids) AND o.discarded_at IS NULL AND c.discarded_at IS NULL
    ON CONFLICT (occurrence_id) DO NOTHING;
END $$;

CREATE FUNCTION live_passages_of_new() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  -- A claim made in this transaction is nobody else's yet.
  PERFORM FROM claims c WHERE c.id IN (SELECT claim_id FROM new_rows) AND c.xmin <> pg_current_xact_id()::xid ORDER BY c.id FOR SHARE;
  PERFORM FROM dispatches d WHERE d.id IN (SELECT v.dispatch_id FROM new_rows n JOIN anchors a ON a.id = n.anchor_id
    JOIN dispatch_versions v ON v.id = a.dispatch_version_id) AND d.xmin <> pg_current_xact_id()::xid ORDER BY d.id FOR SHARE;
  PERFORM keep_live_passages(ARRAY (SELECT id FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION live_passages_of_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM keep_live_passages(ARRAY (SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
    WHERE (n.claim_id, n.anchor_id, n.discarded_at IS NULL) IS DISTINCT FROM (o.claim_id, o.anchor_id, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION live_passages_of_claims() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM keep_live_passages(ARRAY (SELECT p.id FROM new_rows n JOIN old_rows o USING (id) JOIN occurrences p ON p.claim_id = n.id
    WHERE (n.public_at IS NULL, n.discarded_at IS NULL) IS DISTINCT FROM (o.public_at IS NULL, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE FUNCTION live_passages_of_dispatches() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM keep_live_passages(ARRAY (SELECT p.id FROM new_rows n JOIN old_rows o USING (id)
    JOIN dispatch_versions v ON v.dispatch_id = n.id JOIN anchors a ON a.dispatch_version_id = v.id JOIN occurrences p ON p.anchor_id = a.id
    WHERE (n.public_at IS NULL, n.discarded_at IS NULL) IS DISTINCT FROM (o.public_at IS NULL, o.discarded_at IS NULL)));
  RETURN NULL;
END $$;
CREATE TRIGGER live_passages_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION live_passages_of_new();
CREATE TRIGGER live_passages_change AFTER UPDATE ON occurrences REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION live_passages_of_changed();
CREATE TRIGGER live_passages_change AFTER UPDATE ON claims REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION live_passages_of_claims();
CREATE TRIGGER live_passages_change AFTER UPDATE ON dispatches REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION live_passages_of_dispatches();

-- In how many conflicts a stranger may see each of these dispatches has a side. Owner's rights and the policies' own
-- conditions, so that it is counted for all sides at once.
CREATE FUNCTION public_conflicts_of_dispatches(ids uuid[]) RETURNS TABLE (dispatch_id uuid, conflicts bigint) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT p.dispatch_id, count(DISTINCT x.id)
  FROM conflicts x JOIN positions po ON po.conflict_id = x.id JOIN position_statements ps ON ps.position_id = po.id
  JOIN statements s ON s.id = ps.statement_id JOIN live_passages p ON p.occurrence_id = s.occurrence_id AND p.is_public
  WHERE p.dispatch_id = ANY (ids) AND x.public_at IS NOT NULL AND x.status <> 'suggested' AND x.status <> 'dismissed'
  GROUP BY 1 $$;

-- The passages that are there already.
SELECT keep_live_passages(ARRAY (SELECT id FROM occurrences));

-- ---------------------------------------------------------------------------------------------- who may read

REVOKE ALL ON FUNCTION keep_live_passages(uuid[]), public_conflicts_of_dispatches(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_conflicts_of_dispatches(uuid[]) TO app_rw, app_public;
GRANT SELECT ON live_passages TO app_rw, app_public;
ALTER TABLE live_passages ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON live_passages FOR SELECT TO app_rw USING (true);
CREATE POLICY published ON live_passages FOR SELECT TO app_public USING (is_public);

ALTER POLICY published ON occurrences USING (discarded_at IS NULL
  AND EXISTS (SELECT FROM live_passages p WHERE p.occurrence_id = occurrences.id AND p.is_public));
ALTER POLICY published ON anchors USING (EXISTS (SELECT FROM dispatch_versions v WHERE v.id = dispatch_version_id)
  AND (EXISTS (SELECT FROM live_passages p WHERE p.anchor_id = anchors.id AND p.is_public) OR EXISTS (SELECT FROM names n WHERE n.anchor_id = anchors.id)));
ALTER POLICY published ON hops USING (EXISTS (SELECT FROM live_passages p WHERE p.occurrence_id = hops.occurrence_id AND p.is_public));
ALTER POLICY published ON statements USING (EXISTS (SELECT FROM live_passages p WHERE p.occurrence_id = statements.occurrence_id AND p.is_public));

-- ---------------------------------------------------------------------------------------------- as known at a moment

-- What stood and was public at the moment, by the rule that was asked before: the claim was, and the text of the passage.
ALTER FUNCTION build_as_known() RENAME TO build_as_known_search;
CREATE FUNCTION build_as_known() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $build$
BEGIN
  PERFORM public.build_as_known_search();
  CREATE OR REPLACE VIEW as_known.live_passages WITH (security_invoker = true) AS
    SELECT o.id AS occurrence_id, o.claim_id, o.anchor_id, v.dispatch_id,
      c.public_at IS NOT NULL AND EXISTS (SELECT FROM as_known.dispatches d WHERE d.id = v.dispatch_id AND d.public_at IS NOT NULL AND d.discarded_at IS NULL) AS is_public
    FROM (SELECT DISTINCT ON (r.entity_id) r.entity_id AS id, (r.content ->> 'claim_id')::uuid AS claim_id, (r.content ->> 'anchor_id')::uuid AS anchor_id,
        (r.content ->> 'discarded_at') IS NOT NULL AS is_discarded
      FROM public.revisions r WHERE r.entity = 'occurrences' AND r.at <= public.as_of() ORDER BY r.entity_id, r.n DESC) o
    JOIN as_known.claims c ON c.id = o.claim_id AND c.discarded_at IS NULL
    JOIN public.anchors a ON a.id = o.anchor_id JOIN public.dispatch_versions v ON v.id = a.dispatch_version_id
    WHERE NOT o.is_discarded;
  CREATE OR REPLACE FUNCTION as_known.public_conflicts_of_dispatches(ids uuid[]) RETURNS TABLE (dispatch_id uuid, conflicts bigint) LANGUAGE sql STABLE AS
    'SELECT p.dispatch_id, count(DISTINCT x.id)
     FROM as_known.conflicts x JOIN as_known.positions po ON po.conflict_id = x.id JOIN as_known.position_statements ps ON ps.position_id = po.id
     JOIN as_known.statements s ON s.id = ps.statement_id JOIN as_known.live_passages p ON p.occurrence_id = s.occurrence_id AND p.is_public
     WHERE p.dispatch_id = ANY (ids) AND x.public_at IS NOT NULL GROUP BY 1';
  GRANT EXECUTE ON FUNCTION as_known.public_conflicts_of_dispatches(uuid[]) TO app_rw;
END $build$;
REVOKE ALL ON FUNCTION build_as_known(), build_as_known_search() FROM PUBLIC;
SELECT build_as_known();
