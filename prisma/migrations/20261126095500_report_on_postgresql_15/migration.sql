-- uuidv7() is PostgreSQL 18's own; 15 is promised. An id in the same form (RFC 9562: 48 bits of milliseconds, version, variant,
-- random), made of what both have.
-- Undo by hand: put the send_report() of 20261126091000_hear_readers back, drop id_of_now().

CREATE FUNCTION id_of_now() RETURNS uuid LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid $$;

CREATE OR REPLACE FUNCTION send_report(new_ticket text, of_kind text, on_kind text, on_slug text, seen_at text, said text, reach text, in_language text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  sent text;
  new_id uuid := id_of_now();
BEGIN
  IF on_kind IS NOT NULL AND NOT coalesce(CASE on_kind
      WHEN 'claim' THEN EXISTS (SELECT FROM claims WHERE slug = on_slug AND public_at IS NOT NULL AND discarded_at IS NULL)
      WHEN 'conflict' THEN EXISTS (SELECT FROM conflicts WHERE slug = on_slug AND public_at IS NOT NULL AND status <> 'suggested' AND status <> 'dismissed')
      WHEN 'dispatch' THEN EXISTS (SELECT FROM dispatches WHERE slug = on_slug AND public_at IS NOT NULL AND discarded_at IS NULL)
      WHEN 'event' THEN EXISTS (SELECT FROM events WHERE slug = on_slug AND public_at IS NOT NULL AND discarded_at IS NULL)
      WHEN 'source' THEN EXISTS (SELECT FROM sources WHERE slug = on_slug AND public_at IS NOT NULL AND NOT is_protected)
      END, false) THEN
    RAISE EXCEPTION 'nothing public is there (constraint "reports_are_about_what_is_public")' USING ERRCODE = '23503', CONSTRAINT = 'reports_are_about_what_is_public';
  END IF;
  SELECT r.ticket INTO sent FROM reports r WHERE r.state = 'received' AND r.received_at > clock_timestamp() - interval '10 minutes'
    AND (r.kind, r.words) = (of_kind, said) AND (r.about_kind, r.about_slug, r.place, r.contact) IS NOT DISTINCT FROM (on_kind, on_slug, seen_at, reach);
  IF sent IS NOT NULL THEN RETURN sent; END IF;
  PERFORM set_config('recoupe.actor', 'stranger', true);
  INSERT INTO reports (id, ticket, kind, about_kind, about_slug, place, words, contact, language, received_at)
  VALUES (new_id, new_ticket, of_kind, on_kind, on_slug, seen_at, said, reach, in_language, clock_timestamp());
  INSERT INTO audit_log (actor, action, entity, entity_id, payload)
  VALUES ('stranger', 'report.received', 'report', new_id::text, format('{"kind":"%s"}', of_kind));
  RETURN new_ticket;
END $$;
