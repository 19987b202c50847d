-- Counting the words of a new claim, for "has this been checked?", takes longer than everything else an import writes. Within a
-- transaction that sets recoupe.bulk it is left to the round that compares new claims with the archive, which comes by each of
-- them anyway and counts what was left out first. The search does not wait: its index has no part in this.
--
-- To undo by hand: run index_new_claims of the migration match_claims again and drop index_left_out.
CREATE OR REPLACE FUNCTION index_new_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('recoupe.bulk', true) = 'on' THEN RETURN NULL; END IF;
  PERFORM index_claims(ARRAY (SELECT id FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION index_left_out(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT index_claims(ARRAY (SELECT id FROM unnest(ids) id WHERE NOT EXISTS (SELECT FROM claim_terms t WHERE t.claim_id = id)))
$$;
REVOKE ALL ON FUNCTION index_left_out(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION index_left_out(uuid[]) TO app_rw;
