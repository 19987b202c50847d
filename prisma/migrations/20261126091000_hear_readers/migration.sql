-- Readers may speak: report an error, reply as somebody concerned, submit a claim, without an account (interchange.md 8). A
-- stranger sends a report through send_report() and reads its state and outcome by its ticket; the table itself is closed to
-- that role. What was sent is never changed. A report only goes forward, and what was decided stays: whoever sent it may have
-- read it. No revision keeps it, so that a contact that is erased is gone. Editors are told when one arrives, and a report is
-- something notes may stand on.
-- Undo by hand: drop the functions of this file with cascade, drop table reports, put note_stands() and the three constraints of
-- 20261126040200_work_together back after deleting the notes and notifications on reports.

CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "ticket" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about_kind" TEXT,
    "about_slug" TEXT,
    "place" TEXT,
    "words" TEXT NOT NULL,
    "contact" TEXT,
    "contact_erased_at" TIMESTAMPTZ(6),
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome_fr" TEXT,
    "outcome_en" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "claim_id" UUID,
    "correction_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "reports_ticket_key" ON "reports"("ticket");
CREATE INDEX "reports_state_received_at_idx" ON "reports"("state", "received_at");
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reports" ADD CONSTRAINT "reports_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reports" ADD CONSTRAINT "reports_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "corrections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- shapes (lib/domain/report.ts)

ALTER TABLE reports
  ADD CONSTRAINT reports_ticket_is_one CHECK (ticket ~ '^R(-[0-9A-HJKMNP-TV-Z]{4}){3}$'),
  ADD CONSTRAINT reports_kind_is_known CHECK (kind IN ('error', 'reply', 'claim')),
  ADD CONSTRAINT reports_language_is_known CHECK (language IN ('fr', 'en')),
  ADD CONSTRAINT reports_about_is_known CHECK (about_kind IN ('claim', 'conflict', 'dispatch', 'source', 'event')),
  ADD CONSTRAINT reports_about_is_whole CHECK ((about_kind IS NULL) = (about_slug IS NULL)),
  ADD CONSTRAINT reports_say_something CHECK (NOT is_blank(words)),
  ADD CONSTRAINT reports_fit_a_page CHECK (char_length(words) <= 5000 AND char_length(place) <= 1000 AND char_length(contact) <= 300),
  ADD CONSTRAINT reports_erased_contact_is_gone CHECK (contact_erased_at IS NULL OR contact IS NULL),
  ADD CONSTRAINT reports_state_is_known CHECK (state IN ('received', 'looking', 'accepted', 'refused')),
  ADD CONSTRAINT reports_are_decided_by_somebody CHECK (
    (state IN ('accepted', 'refused')) = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT reports_outcome_is_public CHECK ((decided_at IS NULL) = (is_blank(outcome_fr) AND is_blank(outcome_en))),
  ADD CONSTRAINT reports_led_somewhere CHECK (state = 'accepted' OR (claim_id IS NULL AND correction_id IS NULL));

CREATE FUNCTION report_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.ticket, NEW.kind, NEW.about_kind, NEW.about_slug, NEW.place, NEW.words, NEW.language, NEW.received_at)
      IS DISTINCT FROM (OLD.id, OLD.ticket, OLD.kind, OLD.about_kind, OLD.about_slug, OLD.place, OLD.words, OLD.language, OLD.received_at)
      OR (NEW.contact IS DISTINCT FROM OLD.contact AND NEW.contact_erased_at IS NULL) THEN
    RAISE EXCEPTION 'what was sent is not changed (constraint "reports_stay_as_sent")' USING ERRCODE = '23514', CONSTRAINT = 'reports_stay_as_sent';
  END IF;
  IF NEW.state <> OLD.state AND NOT (OLD.state = 'received' OR (OLD.state = 'looking' AND NEW.state IN ('accepted', 'refused')))
      OR OLD.decided_at IS NOT NULL AND (NEW.state, NEW.outcome_fr, NEW.outcome_en, NEW.decided_by_id, NEW.decided_at)
        IS DISTINCT FROM (OLD.state, OLD.outcome_fr, OLD.outcome_en, OLD.decided_by_id, OLD.decided_at) THEN
    RAISE EXCEPTION 'a report goes forward, and what was decided stays (constraint "reports_go_forward")' USING ERRCODE = '23514', CONSTRAINT = 'reports_go_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER next_version BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER report_goes_forward BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION report_goes_forward();
CREATE TRIGGER never_deleted BEFORE DELETE ON reports FOR EACH ROW EXECUTE FUNCTION deny();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON reports EXECUTE FUNCTION deny();

-- ---------------------------------------------------------------------------------------------- what a stranger may do

-- The one door. A form that was sent twice is one report. What a report is about must be public: what is not, and what is
-- nowhere, are refused alike.
CREATE FUNCTION send_report(new_ticket text, of_kind text, on_kind text, on_slug text, seen_at text, said text, reach text, in_language text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  sent text;
  new_id uuid := uuidv7();
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

-- What whoever has the ticket may know: how far it has come, and the public outcome.
CREATE FUNCTION report_of(of_ticket text)
RETURNS TABLE (kind text, state text, received_at timestamptz, decided_at timestamptz, outcome_fr text, outcome_en text, claim_slug text, corrected_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT r.kind, r.state, r.received_at, r.decided_at, r.outcome_fr, r.outcome_en, c.slug, k.at
  FROM reports r
    LEFT JOIN claims c ON c.id = r.claim_id AND c.public_at IS NOT NULL AND c.discarded_at IS NULL
    LEFT JOIN corrections k ON k.id = r.correction_id AND k.verdict_version_id IS NOT NULL
  WHERE r.ticket = of_ticket $$;

-- How long readers wait: of the reports settled within a year, how many, and the median of the days.
CREATE FUNCTION report_waits() RETURNS TABLE (settled int, median_days double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT count(*)::int, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.decided_at - r.received_at) / 86400.0)
  FROM reports r WHERE r.decided_at > now() - interval '1 year' $$;

CREATE FUNCTION tell_of_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM pg_notify('recoupe_public', '/fr/corrections'), pg_notify('recoupe_public', '/en/corrections');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_decision AFTER UPDATE ON reports FOR EACH ROW WHEN (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL) EXECUTE FUNCTION tell_of_decision();

REVOKE EXECUTE ON FUNCTION send_report(text, text, text, text, text, text, text, text), report_of(text), report_waits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION send_report(text, text, text, text, text, text, text, text), report_of(text), report_waits() TO app_public;

GRANT SELECT, UPDATE ON reports TO app_rw;
ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON reports TO app_rw USING (true) WITH CHECK (true);

-- ---------------------------------------------------------------------------------------------- notes and news

ALTER TABLE annotations DROP CONSTRAINT annotations_target_is_known,
  ADD CONSTRAINT annotations_target_is_known CHECK (target_kind IN ('claim', 'conflict', 'verdict', 'dispatch', 'source', 'event', 'report'));
ALTER TABLE notifications DROP CONSTRAINT notifications_target_is_known, DROP CONSTRAINT notifications_kind_is_known,
  ADD CONSTRAINT notifications_kind_is_known CHECK (kind IN ('mention', 'reply', 'assigned', 'asked_to_read', 'changes_requested', 'verdict_read', 'verdict_published', 'conflict_resolved', 'conflict_reopened', 'item_changed', 'report_received')),
  ADD CONSTRAINT notifications_target_is_known CHECK (target_kind IN ('claim', 'conflict', 'verdict', 'dispatch', 'source', 'event', 'report'));

-- The same as before, and a report.
CREATE OR REPLACE FUNCTION note_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first annotations%ROWTYPE;
  is_there boolean;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.target_kind, NEW.target_id, NEW.parent_id, NEW.author_id, NEW.motivation) IS DISTINCT FROM (OLD.target_kind, OLD.target_id, OLD.parent_id, OLD.author_id, OLD.motivation) THEN
      RAISE EXCEPTION 'a note does not move (constraint "annotations_do_not_move")' USING ERRCODE = '23514', CONSTRAINT = 'annotations_do_not_move';
    END IF;
    IF NEW.body <> OLD.body AND acting() <> OLD.author_id::text THEN
      RAISE EXCEPTION 'only its author changes a note (constraint "annotations_are_their_authors")' USING ERRCODE = '42501', CONSTRAINT = 'annotations_are_their_authors';
    END IF;
    RETURN NEW;
  END IF;
  is_there := CASE NEW.target_kind
      WHEN 'claim' THEN EXISTS (SELECT FROM claims WHERE id = NEW.target_id)
      WHEN 'conflict' THEN EXISTS (SELECT FROM conflicts WHERE id = NEW.target_id)
      WHEN 'verdict' THEN EXISTS (SELECT FROM verdicts WHERE id = NEW.target_id)
      WHEN 'dispatch' THEN EXISTS (SELECT FROM dispatches WHERE id = NEW.target_id)
      WHEN 'source' THEN EXISTS (SELECT FROM sources WHERE id = NEW.target_id)
      WHEN 'event' THEN EXISTS (SELECT FROM events WHERE id = NEW.target_id)
      WHEN 'report' THEN EXISTS (SELECT FROM reports WHERE id = NEW.target_id)
      ELSE false END;
  IF NOT is_there THEN
    RAISE EXCEPTION 'nothing stands there (constraint "annotations_target_is_there")' USING ERRCODE = '23503', CONSTRAINT = 'annotations_target_is_there';
  END IF;
  IF NEW.parent_id IS NOT NULL THEN
    SELECT * INTO first FROM annotations WHERE id = NEW.parent_id;
    IF first.parent_id IS NOT NULL OR (first.target_kind, first.target_id) IS DISTINCT FROM (NEW.target_kind, NEW.target_id) THEN
      RAISE EXCEPTION 'an answer stands under the first note of its thread (constraint "annotations_answer_the_first")' USING ERRCODE = '23514', CONSTRAINT = 'annotations_answer_the_first';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION tell_of_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM tell(u.id, 'report_received', 'report', NEW.id) FROM users u WHERE u.role IN ('editor', 'admin') AND u.disabled_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_report AFTER INSERT ON reports FOR EACH ROW EXECUTE FUNCTION tell_of_report();
