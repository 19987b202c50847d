-- A source, or a side to be asked, that was added by mistake is taken back: marked, never deleted. Nothing is built on what
-- was taken back, whoever writes it: a source cannot be cited, an event not spoken of, a dispatch gives no passage. And a
-- second reader who sent a verdict back by mistake takes that back: the reading goes on as it was, with the rating they gave.
--
-- To undo by hand: DROP TRIGGER stands_on_what_is_there on each table of the list below, DROP TRIGGER source_is_free ON
-- sources, DROP FUNCTION stands_on_what_is_there, passage_is_of_a_dispatch_that_is_there, source_is_free; make
-- second_reading_is_fair as read_fairly made it; SELECT drop_as_known(); ALTER TABLE sources DROP COLUMN discarded_at,
-- ALTER TABLE comment_requests DROP COLUMN discarded_at; SELECT build_as_known().

ALTER TABLE "sources" ADD COLUMN "discarded_at" TIMESTAMPTZ(6);
ALTER TABLE "comment_requests" ADD COLUMN "discarded_at" TIMESTAMPTZ(6);

ALTER TABLE sources
  ADD CONSTRAINT sources_public_stay CHECK (discarded_at IS NULL OR public_at IS NULL);
ALTER TABLE comment_requests
  ADD CONSTRAINT comment_requests_asked_stay CHECK (discarded_at IS NULL OR state = 'to_ask');

-- FOR KEY SHARE waits for whoever is taking the thing back, who holds it FOR UPDATE.
CREATE FUNCTION stands_on_what_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  what text := TG_ARGV[1];
  it uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  gone timestamptz;
BEGIN
  IF it IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT discarded_at FROM %I WHERE id = $1 FOR KEY SHARE', what) INTO gone USING it;
  IF gone IS NOT NULL THEN
    RAISE EXCEPTION 'this was taken back (constraint "stands_on_what_is_there")' USING ERRCODE = '23514', CONSTRAINT = 'stands_on_what_is_there';
  END IF;
  RETURN NEW;
END $$;

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('hops', 'source_id', 'sources'), ('dispatches', 'publisher_id', 'sources'), ('names', 'writer_id', 'sources'),
    ('assessments', 'source_id', 'sources'), ('evidence', 'publisher_id', 'sources'), ('verdict_dependencies', 'source_id', 'sources'),
    ('comment_requests', 'source_id', 'sources'), ('source_identities', 'source_id', 'sources'),
    ('claims', 'event_id', 'events'), ('conflicts', 'event_id', 'events'), ('statements', 'event_id', 'events'),
    ('events', 'parent_id', 'events')
  ) AS it (table_name, column_name, what) LOOP
    EXECUTE format('CREATE TRIGGER stands_on_what_is_there BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION stands_on_what_is_there(%L, %L)',
      t.table_name, t.column_name, t.what);
  END LOOP;
END $$;

CREATE FUNCTION passage_is_of_a_dispatch_that_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone timestamptz;
BEGIN
  SELECT d.discarded_at INTO gone FROM dispatches d JOIN dispatch_versions v ON v.dispatch_id = d.id
  WHERE v.id = NEW.dispatch_version_id FOR KEY SHARE OF d;
  IF gone IS NOT NULL THEN
    RAISE EXCEPTION 'this dispatch was taken back (constraint "passage_is_of_a_dispatch_that_is_there")' USING ERRCODE = '23514', CONSTRAINT = 'passage_is_of_a_dispatch_that_is_there';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stands_on_what_is_there BEFORE INSERT ON anchors FOR EACH ROW EXECUTE FUNCTION passage_is_of_a_dispatch_that_is_there();

-- What is cited, anywhere and by anybody, is not taken back.
CREATE FUNCTION source_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM hops WHERE source_id = NEW.id) OR EXISTS (SELECT FROM dispatches WHERE publisher_id = NEW.id)
     OR EXISTS (SELECT FROM names WHERE writer_id = NEW.id) OR EXISTS (SELECT FROM assessments WHERE source_id = NEW.id)
     OR EXISTS (SELECT FROM evidence WHERE publisher_id = NEW.id) OR EXISTS (SELECT FROM verdict_dependencies WHERE source_id = NEW.id)
     OR EXISTS (SELECT FROM comment_requests WHERE source_id = NEW.id) OR EXISTS (SELECT FROM source_identities WHERE source_id = NEW.id) THEN
    RAISE EXCEPTION 'this source is cited (constraint "sources_cited_stay")' USING ERRCODE = '23514', CONSTRAINT = 'sources_cited_stay';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER source_is_free BEFORE UPDATE ON sources FOR EACH ROW
  WHEN (OLD.discarded_at IS NULL AND NEW.discarded_at IS NOT NULL) EXECUTE FUNCTION source_is_free();

-- As in read_fairly, but for one thing: the same words, put back by whoever had just sent them back, were sent when they were.
CREATE OR REPLACE FUNCTION second_reading_is_fair() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_sent boolean := NEW.state = 'second_reading' AND (TG_OP = 'INSERT' OR OLD.state <> 'second_reading');
BEGIN
  IF is_sent AND TG_OP = 'UPDATE' AND OLD.state = 'draft' AND EXISTS (
      SELECT FROM second_readings r WHERE r.verdict_id = NEW.id AND r.n = OLD.version - 1
        AND r.decision = 'changes_requested' AND r.reader_id::text = acting()) THEN
    is_sent := false;
  END IF;
  NEW.submitted_at := CASE WHEN is_sent THEN clock_timestamp() WHEN TG_OP = 'UPDATE' THEN OLD.submitted_at END;
  -- What is read, approved and published is what was sent; other words go back to a draft first.
  IF TG_OP = 'UPDATE' AND OLD.state = 'second_reading' AND NEW.state <> 'draft' AND
     (OLD.rating_code, OLD.summary_fr, OLD.summary_en, OLD.rationale_fr, OLD.rationale_en, OLD.would_change_fr, OLD.would_change_en, OLD.no_evidence_reason_fr, OLD.no_evidence_reason_en, OLD.author_id, OLD.is_blind)
     IS DISTINCT FROM
     (NEW.rating_code, NEW.summary_fr, NEW.summary_en, NEW.rationale_fr, NEW.rationale_en, NEW.would_change_fr, NEW.would_change_en, NEW.no_evidence_reason_fr, NEW.no_evidence_reason_en, NEW.author_id, NEW.is_blind) THEN
    RAISE EXCEPTION 'a verdict is read as it was sent (constraint "verdicts_are_read_as_sent")' USING ERRCODE = '23514', CONSTRAINT = 'verdicts_are_read_as_sent';
  END IF;
  IF NEW.is_blind AND NEW.second_reader_id IS NOT NULL
     AND (TG_OP = 'INSERT' OR NEW.second_reader_id IS DISTINCT FROM OLD.second_reader_id)
     AND NOT has_rated_since_sent(NEW.claim_id, NEW.second_reader_id, NEW.submitted_at) THEN
    RAISE EXCEPTION 'a blind reading begins with a rating of one’s own (constraint "verdicts_blind_reader_rates_first")' USING ERRCODE = '23514', CONSTRAINT = 'verdicts_blind_reader_rates_first';
  END IF;
  RETURN NEW;
END $$;

-- Strangers see no source that was taken back: it is not public. The column is read where lists leave such sources out.
GRANT SELECT (discarded_at) ON sources TO app_public;

SELECT build_as_known();
