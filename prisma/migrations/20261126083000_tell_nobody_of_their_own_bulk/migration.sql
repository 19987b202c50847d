-- A change of more than twenty rows only says that there is much. It says by whom now, so that whoever made it (and sees it
-- already) is not told "much changed at once" of their own work. The name stays on the server: what is sent to a page says nobody.
-- Undo by hand: put the announce_desk() of 20261126040200_work_together back.

CREATE OR REPLACE FUNCTION announce_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM new_rows LIMIT 21) few) > 20 THEN
    PERFORM pg_notify('recoupe_desk', jsonb_strip_nulls(jsonb_build_object('many', true,
      'by', (SELECT CASE WHEN min(r.actor) = max(r.actor) THEN min(r.actor) END FROM new_rows r)))::text);
  ELSE
    PERFORM pg_notify('recoupe_desk', jsonb_build_object('items', jsonb_agg(desk_news(r.entity, r.entity_id, r.n, r.actor, r.content, r.at)))::text)
    FROM new_rows r HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
