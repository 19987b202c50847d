-- Work on rows that are already public comes many times a second when a newsroom is busy. Its notice is '~': every server
-- gathers those of one second into one, so that pages are made anew once a second and not once a keystroke. What is
-- published, resolved or corrected still says '*' and is seen by the next request.
-- Undo by hand: put '*' back in these three functions.

CREATE OR REPLACE FUNCTION announce_public_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows WHERE public_at IS NOT NULL) THEN PERFORM pg_notify('recoupe_public', '~'); END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION announce_public_occurrences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN claims c ON c.id = n.claim_id WHERE c.public_at IS NOT NULL) THEN PERFORM pg_notify('recoupe_public', '~'); END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION announce_public_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN occurrences o ON o.id = n.occurrence_id JOIN claims c ON c.id = o.claim_id WHERE c.public_at IS NOT NULL) THEN PERFORM pg_notify('recoupe_public', '~'); END IF;
  RETURN NULL;
END $$;
