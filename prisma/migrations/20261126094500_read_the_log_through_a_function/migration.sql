-- A view reads with the eyes of its owner, past every policy: there is none here. What anybody may read of the log comes from a
-- function that says so: rows after one, up to the last checkpoint, at most so many.
-- Undo by hand: drop the function, make the view of 20261126090000_publish_the_log again.

DROP VIEW public_log;
CREATE FUNCTION public_log(after bigint, most int) RETURNS TABLE (
  seq bigint, at_us bigint, action text, entity text, entity_id text, actor text, actor_sha256 bytea, payload_sha256 bytea,
  payload text, payload_salt bytea, hash bytea
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT l.seq, (extract(epoch FROM l.at) * 1000000)::bigint, l.action, l.entity, l.entity_id,
    CASE WHEN l.actor_sha256 IS NULL THEN l.actor END, l.actor_sha256, l.payload_sha256,
    CASE WHEN l.action IN ('dispatch.published', 'verdict.published', 'verdict.corrected') THEN l.payload END,
    CASE WHEN l.action IN ('dispatch.published', 'verdict.published', 'verdict.corrected') THEN l.payload_salt END,
    l.hash
  FROM audit_log l
  WHERE l.seq > after AND l.seq <= (SELECT max(c.seq) FROM checkpoints c)
  ORDER BY l.seq LIMIT most $$;
REVOKE ALL ON FUNCTION public_log(bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_log(bigint, int) TO app_rw, app_public;
