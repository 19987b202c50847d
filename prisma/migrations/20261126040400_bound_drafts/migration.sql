-- A draft is words nobody has submitted: it is kept for its author only, and it is small. Until now only the application said
-- so; PostgreSQL says it too: the policy asks who acts (recoupe.actor, set by every transaction of the desk), so that a query
-- that forgets its author finds nothing instead of everybody's unfinished words.
--
-- To undo by hand:
--   DROP POLICY author ON drafts;
--   CREATE POLICY desk ON drafts TO app_rw USING (true) WITH CHECK (true);
--   ALTER TABLE drafts DROP CONSTRAINT drafts_key_is_short, DROP CONSTRAINT drafts_content_is_bounded;

-- The application refuses a draft above 256 kB as it was sent; jsonb writes itself back with spaces, at most half as much again.
ALTER TABLE drafts
  ADD CONSTRAINT drafts_key_is_short CHECK (key ~ '^[a-z][a-z-]*(:[A-Za-z0-9._-]+)*$' AND length(key) <= 200),
  ADD CONSTRAINT drafts_content_is_bounded CHECK (jsonb_typeof(content) = 'object' AND octet_length(content::text) <= 393216);

DROP POLICY desk ON drafts;
CREATE POLICY author ON drafts TO app_rw
  USING (user_id::text = current_setting('recoupe.actor', true))
  WITH CHECK (user_id::text = current_setting('recoupe.actor', true));
