-- A passage that stands says where in its text: what is shown in the order of a text (a dispatch in parts, all that a source
-- said, all that is said of an event) is found and sorted in one table, and only what is shown is read. Verdicts are walked
-- from the latest along an index.
-- Undo by hand: DROP INDEX verdict_versions_published_at_id_idx; ALTER TABLE live_passages DROP COLUMN start CASCADE, DROP
-- COLUMN "end" CASCADE; put back keep_live_passages and build_as_known as in keep_live_passages; SELECT build_as_known().

ALTER TABLE "live_passages" ADD COLUMN "start" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "end" INTEGER NOT NULL DEFAULT 0;
UPDATE live_passages p SET start = a.start, "end" = a."end" FROM anchors a WHERE a.id = p.anchor_id;
ALTER TABLE "live_passages" ALTER COLUMN "start" DROP DEFAULT, ALTER COLUMN "end" DROP DEFAULT;
CREATE INDEX "live_passages_dispatch_id_start_idx" ON "live_passages"("dispatch_id", "start");
CREATE INDEX "verdict_versions_published_at_id_idx" ON "verdict_versions"("published_at", "id");

CREATE OR REPLACE FUNCTION keep_live_passages(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF coalesce(cardinality(ids), 0) = 0 THEN RETURN; END IF;
  DELETE FROM live_passages p WHERE p.occurrence_id = ANY (ids);
  INSERT INTO live_passages (occurrence_id, claim_id, anchor_id, dispatch_id, is_public, start, "end")
    SELECT o.id, o.claim_id, o.anchor_id, v.dispatch_id, c.public_at IS NOT NULL AND d.public_at IS NOT NULL AND d.discarded_at IS NULL,
      a.start, a."end"
    FROM occurrences o JOIN claims c ON c.id = o.claim_id JOIN anchors a ON a.id = o.anchor_id
    JOIN dispatch_versions v ON v.id = a.dispatch_version_id JOIN dispatches d ON d.id = v.dispatch_id
    WHERE o.id = ANY (ids) AND o.discarded_at IS NULL AND c.discarded_at IS NULL
    ON CONFLICT (occurrence_id) DO NOTHING;
END $$;

-- With where it stands; else as in keep_live_passages.
CREATE OR REPLACE FUNCTION build_as_known() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $build$
BEGIN
  PERFORM public.build_as_known_search();
  CREATE OR REPLACE VIEW as_known.live_passages WITH (security_invoker = true) AS
    SELECT o.id AS occurrence_id, o.claim_id, o.anchor_id, v.dispatch_id,
      c.public_at IS NOT NULL AND EXISTS (SELECT FROM as_known.dispatches d WHERE d.id = v.dispatch_id AND d.public_at IS NOT NULL AND d.discarded_at IS NULL) AS is_public,
      a.start, a."end"
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
SELECT build_as_known();
