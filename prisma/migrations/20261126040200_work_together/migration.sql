-- Working together: notes can be withdrawn and stand on something that exists, a verdict's second reading can be asked of one
-- person, people are told what concerns them, and open desk pages hear at commit what changed. Telling people is a trigger for
-- the same reason as history is: no code path can forget it, and nobody is ever told of what they did themselves.
-- Undo by hand: drop the triggers and functions below with cascade, drop table notifications, drop the columns added to
-- annotations (discarded_at), verdicts (asked_reader_id) and users (digest, mails_direct, digest_sent_at).

-- ---------------------------------------------------------------------------------------------- columns and tables

ALTER TABLE "annotations" ADD COLUMN "discarded_at" TIMESTAMPTZ(6);
CREATE INDEX "annotations_parent_id_idx" ON "annotations"("parent_id");

ALTER TABLE "users" ADD COLUMN "digest" TEXT NOT NULL DEFAULT 'off',
ADD COLUMN "digest_sent_at" TIMESTAMPTZ(6),
ADD COLUMN "mails_direct" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "verdicts" ADD COLUMN "asked_reader_id" UUID;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_asked_reader_id_fkey" FOREIGN KEY ("asked_reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "notifications" (
    "id" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "actor_id" UUID,
    "params" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(6),
    "mailed_at" TIMESTAMPTZ(6),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "notifications_user_id_id_idx" ON "notifications"("user_id", "id");
CREATE INDEX "notifications_user_id_seen_at_idx" ON "notifications"("user_id", "seen_at");
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------- shapes

ALTER TABLE annotations
  ADD CONSTRAINT annotations_target_is_known CHECK (target_kind IN ('claim', 'conflict', 'verdict', 'dispatch', 'source', 'event')),
  ADD CONSTRAINT annotations_motivation_is_known CHECK (motivation IN ('commenting', 'replying', 'requesting_changes')),
  ADD CONSTRAINT annotations_fit_a_page CHECK (char_length(body) <= 20000),
  ADD CONSTRAINT annotations_settle_a_thread CHECK (parent_id IS NULL OR resolved_at IS NULL);
ALTER TABLE users
  ADD CONSTRAINT users_digest_is_known CHECK (digest IN ('off', 'daily', 'weekly'));
ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_asked_reader_is_another CHECK (asked_reader_id <> author_id);
ALTER TABLE notifications
  ADD CONSTRAINT notifications_kind_is_known CHECK (kind IN ('mention', 'reply', 'assigned', 'asked_to_read', 'changes_requested', 'verdict_read', 'verdict_published', 'conflict_resolved', 'conflict_reopened', 'item_changed')),
  ADD CONSTRAINT notifications_target_is_known CHECK (target_kind IN ('claim', 'conflict', 'verdict', 'dispatch', 'source', 'event')),
  ADD CONSTRAINT notifications_are_of_others CHECK (actor_id <> user_id);

-- A note stands on something that is there; an answer stands under the first note of the same thread; words are its author's.
CREATE FUNCTION note_stands() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER note_stands BEFORE INSERT OR UPDATE ON annotations FOR EACH ROW EXECUTE FUNCTION note_stands();

-- ---------------------------------------------------------------------------------------------- telling people

-- One person is told of one thing. Never whoever acts, never somebody who cannot sign in any more; the same unread news from
-- the same person is told once in ten minutes. In a blind second reading nobody's name is told.
CREATE FUNCTION tell(who uuid, what text, on_kind text, on_id uuid, more jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE teller uuid;
BEGIN
  IF who IS NULL OR who::text = acting() THEN RETURN; END IF;
  IF NOT (on_kind = 'verdict' AND EXISTS (SELECT FROM verdicts v WHERE v.id = on_id AND v.is_blind AND v.state = 'second_reading')) THEN
    SELECT u.id INTO teller FROM users u WHERE u.id::text = acting();
  END IF;
  INSERT INTO notifications (user_id, kind, target_kind, target_id, actor_id, params, created_at)
  SELECT u.id, what, on_kind, on_id, teller, more, clock_timestamp() FROM users u
  WHERE u.id = who AND u.disabled_at IS NULL AND NOT EXISTS (
    SELECT FROM notifications n WHERE n.user_id = who AND n.seen_at IS NULL AND n.kind = what AND n.target_id = on_id
      AND n.params = more AND n.actor_id IS NOT DISTINCT FROM teller AND n.created_at > clock_timestamp() - interval '10 minutes');
END $$;
REVOKE EXECUTE ON FUNCTION tell(uuid, text, text, uuid, jsonb) FROM PUBLIC;

CREATE FUNCTION tell_of_reply() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM tell(a.author_id, 'reply', NEW.target_kind, NEW.target_id, jsonb_build_object('note', NEW.id))
  FROM (SELECT DISTINCT author_id FROM annotations WHERE (id = NEW.parent_id OR parent_id = NEW.parent_id) AND discarded_at IS NULL) a;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_reply AFTER INSERT ON annotations FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION tell_of_reply();

-- Somebody who is named in an answer is told that they were named, not also that there is an answer.
CREATE FUNCTION tell_of_mention() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE note annotations%ROWTYPE;
BEGIN
  SELECT * INTO note FROM annotations WHERE id = NEW.annotation_id;
  DELETE FROM notifications WHERE user_id = NEW.user_id AND kind = 'reply' AND seen_at IS NULL AND target_id = note.target_id AND params->>'note' = note.id::text;
  PERFORM tell(NEW.user_id, 'mention', note.target_kind, note.target_id, jsonb_build_object('note', note.id));
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_mention AFTER INSERT ON mentions FOR EACH ROW EXECUTE FUNCTION tell_of_mention();

CREATE FUNCTION tell_of_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.assignee_id IS DISTINCT FROM OLD.assignee_id THEN
    PERFORM tell(NEW.assignee_id, 'assigned', 'claim', NEW.id);
  ELSIF (NEW.statement_fr, NEW.statement_en, NEW.is_checkable, NEW.event_id, NEW.work_state, NEW.discarded_at)
      IS DISTINCT FROM (OLD.statement_fr, OLD.statement_en, OLD.is_checkable, OLD.event_id, OLD.work_state, OLD.discarded_at) THEN
    PERFORM tell(NEW.assignee_id, 'item_changed', 'claim', NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_claim AFTER UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION tell_of_claim();

CREATE FUNCTION tell_of_conflict() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE what text := CASE WHEN NEW.status IS NOT DISTINCT FROM OLD.status THEN NULL WHEN NEW.status = 'reopened' THEN 'conflict_reopened' WHEN NEW.status IN ('resolved', 'dismissed') THEN 'conflict_resolved' END;
BEGIN
  IF NEW.assignee_id IS DISTINCT FROM OLD.assignee_id THEN
    PERFORM tell(NEW.assignee_id, 'assigned', 'conflict', NEW.id);
  ELSIF what IS NULL AND (NEW.title_fr, NEW.title_en, NEW.explanation_fr, NEW.explanation_en, NEW.class, NEW.type, NEW.severity, NEW.status)
      IS DISTINCT FROM (OLD.title_fr, OLD.title_en, OLD.explanation_fr, OLD.explanation_en, OLD.class, OLD.type, OLD.severity, OLD.status) THEN
    PERFORM tell(NEW.assignee_id, 'item_changed', 'conflict', NEW.id);
  END IF;
  IF what IS NOT NULL THEN
    PERFORM tell(p.id, what, 'conflict', NEW.id) FROM (
      SELECT v.author_id AS id FROM verdicts v JOIN verdict_dependencies d ON d.verdict_id = v.id WHERE d.conflict_id = NEW.id
      UNION SELECT NEW.assignee_id) p;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_conflict AFTER UPDATE ON conflicts FOR EACH ROW EXECUTE FUNCTION tell_of_conflict();

CREATE FUNCTION tell_of_verdict() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.asked_reader_id IS DISTINCT FROM OLD.asked_reader_id THEN
    PERFORM tell(NEW.asked_reader_id, 'asked_to_read', 'verdict', NEW.id);
  END IF;
  IF NEW.changes_requested IS NOT NULL AND NEW.changes_requested IS DISTINCT FROM OLD.changes_requested THEN
    PERFORM tell(NEW.author_id, 'changes_requested', 'verdict', NEW.id);
  END IF;
  IF NEW.second_reader_id IS NOT NULL AND NEW.second_reader_id IS DISTINCT FROM OLD.second_reader_id THEN
    PERFORM tell(NEW.author_id, 'verdict_read', 'verdict', NEW.id);
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state AND NEW.state IN ('published', 'corrected') THEN
    PERFORM tell(NEW.author_id, 'verdict_published', 'verdict', NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_verdict AFTER UPDATE ON verdicts FOR EACH ROW EXECUTE FUNCTION tell_of_verdict();

-- ---------------------------------------------------------------------------------------------- telling open pages

-- What an open desk page is told of a change: which row, which version, who, and what it stands on. Never a word of its content.
-- Whose verdict it is is not told: a second reader may be reading it blind.
CREATE FUNCTION desk_news(entity text, entity_id uuid, n int, actor text, content jsonb, at timestamptz) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'e', entity, 'i', entity_id, 'n', n, 't', (extract(epoch FROM at) * 1000)::bigint,
    'a', CASE WHEN entity IN ('verdicts', 'verdict_dependencies') OR content->>'target_kind' = 'verdict' THEN NULL ELSE actor END,
    'on', CASE entity
      WHEN 'annotations' THEN content->>'target_id'
      WHEN 'occurrences' THEN content->>'claim_id'
      WHEN 'verdicts' THEN content->>'claim_id'
      WHEN 'statements' THEN content->>'occurrence_id'
      WHEN 'conflicts' THEN content->>'event_id' END,
    'd', CASE WHEN entity = 'occurrences' AND n = 1 THEN
      (SELECT v.dispatch_id FROM anchors a JOIN dispatch_versions v ON v.id = a.dispatch_version_id WHERE a.id = (content->>'anchor_id')::uuid) END)) $$;

-- A payload holds less than 8,000 bytes: twenty rows fit, a bulk change only says that there is much.
CREATE FUNCTION announce_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM new_rows LIMIT 21) few) > 20 THEN
    PERFORM pg_notify('recoupe_desk', '{"many":true}');
  ELSE
    PERFORM pg_notify('recoupe_desk', jsonb_build_object('items', jsonb_agg(desk_news(r.entity, r.entity_id, r.n, r.actor, r.content, r.at)))::text)
    FROM new_rows r HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_desk AFTER INSERT ON revisions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_desk();

CREATE FUNCTION announce_notifications() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM pg_notify('recoupe_desk', jsonb_build_object('told', r.user_id)::text) FROM (SELECT DISTINCT user_id FROM new_rows) r;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_new AFTER INSERT ON notifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_notifications();
CREATE TRIGGER announce_change AFTER UPDATE ON notifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_notifications();

-- A session that ends closes what it holds open, at once and in every process. The hash opens nothing.
CREATE FUNCTION announce_sign_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM pg_notify('recoupe_desk', jsonb_build_object('out', encode(NEW.id_hash, 'hex'))::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_sign_out AFTER UPDATE ON sessions FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION announce_sign_out();

-- ---------------------------------------------------------------------------------------------- who may read and write

-- The desk reads what people were told and says what was seen or mailed; only the triggers tell. A stranger sees none of it.
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON notifications TO app_rw USING (true) WITH CHECK (true);
GRANT SELECT ON notifications TO app_rw;
GRANT UPDATE (seen_at, mailed_at) ON notifications TO app_rw;
