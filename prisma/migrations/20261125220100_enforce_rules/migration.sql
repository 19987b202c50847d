-- Repeats in SQL what the domain says in TypeScript, so that no script, import or bug can bend a rule of product.md part 3:
-- quotations are the text at their place, history is append-only, every change leaves a revision and has an actor,
-- a verdict is read by two people, and a stranger's role can read published things only.
-- Undo by hand: drop the functions below with cascade, disable row level security on each table, drop role app_public, app_rw.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Roles belong to the cluster, not the database: another Recoupe on the same server may have made them.
DO $$ BEGIN CREATE ROLE app_rw NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; WHEN unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE app_public NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; WHEN unique_violation THEN NULL; END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'app_rw', 'MEMBER') THEN EXECUTE format('GRANT app_rw TO %I', current_user); END IF;
  IF NOT pg_has_role(current_user, 'app_public', 'MEMBER') THEN EXECUTE format('GRANT app_public TO %I', current_user); END IF;
END $$;

-- ---------------------------------------------------------------------------------------------- words

-- The folded shadow used to compare and to search; never stored over the words.
CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  SET search_path = public, pg_catalog
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, translate(normalize(words, NFC), E'\u2019\u2018\u00A0\u202F', E'''''  '))) $$;

CREATE FUNCTION is_blank(words text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT words IS NULL OR words !~ '[^[:space:]]' $$;

-- ---------------------------------------------------------------------------------------------- shapes

ALTER TABLE users
  ADD CONSTRAINT users_email_is_folded CHECK (email = lower(email) AND email ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND length(email) <= 254),
  ADD CONSTRAINT users_locale_is_known CHECK (locale IN ('fr', 'en'));
ALTER TABLE dispatches
  ADD CONSTRAINT dispatches_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT dispatches_title_is_there CHECK (NOT is_blank(title)),
  ADD CONSTRAINT dispatches_url_is_web CHECK (url ~ '^https?://'),
  ADD CONSTRAINT dispatches_date_has_basis CHECK ((published_edtf IS NULL) = (published_basis = 'unknown') AND published_from <= published_to);
ALTER TABLE dispatch_versions
  ADD CONSTRAINT dispatch_versions_text_is_there CHECK (length > 0 AND length = char_length(text)),
  ADD CONSTRAINT dispatch_versions_hash_is_of_text CHECK (sha256 = sha256(convert_to(text, 'UTF8')));
ALTER TABLE anchors
  ADD CONSTRAINT anchors_place_is_ordered CHECK (0 <= start AND start < "end");
ALTER TABLE sources
  ADD CONSTRAINT sources_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT sources_name_is_there CHECK (NOT is_blank(name)),
  ADD CONSTRAINT sources_url_is_web CHECK (url ~ '^https?://');
ALTER TABLE assessments
  ADD CONSTRAINT assessments_reliability_is_admiralty CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  ADD CONSTRAINT assessments_credibility_is_admiralty CHECK (credibility BETWEEN 1 AND 6),
  ADD CONSTRAINT assessments_say_something CHECK (num_nonnulls(reliability, credibility) >= 1),
  ADD CONSTRAINT assessments_have_one_subject CHECK (num_nonnulls(source_id, occurrence_id) = 1),
  ADD CONSTRAINT assessments_have_a_reason CHECK (NOT is_blank(rationale));
ALTER TABLE entities
  ADD CONSTRAINT entities_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT entities_wikidata_is_an_item CHECK (wikidata_id ~ '^Q[1-9][0-9]*$'),
  ADD CONSTRAINT entities_coordinates_are_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
ALTER TABLE entity_links
  ADD CONSTRAINT entity_links_join_two CHECK (from_id <> to_id),
  ADD CONSTRAINT entity_links_have_a_reason CHECK (NOT is_blank(reason)),
  ADD CONSTRAINT entity_links_end_with_a_reason CHECK ((ended_at IS NULL) = (ended_reason IS NULL));
ALTER TABLE events
  ADD CONSTRAINT events_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT events_are_not_their_own_part CHECK (parent_id <> id),
  ADD CONSTRAINT events_date_has_basis CHECK ((time_edtf IS NULL) = (time_basis = 'unknown') AND time_from <= time_to);
ALTER TABLE claims
  ADD CONSTRAINT claims_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT claims_say_something CHECK (NOT is_blank(statement_fr) OR NOT is_blank(statement_en));
ALTER TABLE occurrences
  ADD CONSTRAINT occurrences_date_has_basis CHECK ((time_edtf IS NULL) = (time_basis = 'unknown') AND time_from <= time_to),
  ADD CONSTRAINT occurrences_scope_is_of_a_quote CHECK (kind <> 'narration' OR quote_scopes = '{}');
ALTER TABLE hops
  ADD CONSTRAINT hops_start_at_one CHECK (position >= 1);
ALTER TABLE statements
  ADD CONSTRAINT statements_say_something CHECK (NOT is_blank(value)),
  ADD CONSTRAINT statements_are_deprecated_with_a_reason CHECK (rank <> 'deprecated' OR NOT is_blank(rank_reason));
ALTER TABLE claim_relations
  ADD CONSTRAINT claim_relations_join_two CHECK (from_id <> to_id);
ALTER TABLE conflicts
  ADD CONSTRAINT conflicts_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE positions
  ADD CONSTRAINT positions_start_at_one CHECK (ordinal >= 1),
  ADD CONSTRAINT positions_say_something CHECK (NOT is_blank(value));
ALTER TABLE resolutions
  ADD CONSTRAINT resolutions_have_a_public_rationale CHECK (NOT is_blank(rationale_fr) OR NOT is_blank(rationale_en)),
  ADD CONSTRAINT resolutions_prefer_a_position CHECK ((outcome = 'prefer_position') = (position_id IS NOT NULL));
ALTER TABLE evidence
  ADD CONSTRAINT evidence_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT evidence_is_somewhere CHECK (url IS NOT NULL OR file_sha256 IS NOT NULL),
  ADD CONSTRAINT evidence_url_is_web CHECK (url ~ '^https?://' AND archived_url ~ '^https?://');
ALTER TABLE evidence_links
  ADD CONSTRAINT evidence_links_have_one_subject CHECK (num_nonnulls(claim_id, conflict_id, position_id) = 1);
ALTER TABLE ratings
  ADD CONSTRAINT ratings_axis_is_one_to_five CHECK (axis_value BETWEEN 1 AND 5);
ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_second_reader_is_another CHECK (second_reader_id <> author_id);
ALTER TABLE verdict_dependencies
  ADD CONSTRAINT verdict_dependencies_have_one_subject CHECK (num_nonnulls(conflict_id, evidence_id, source_id) = 1);
ALTER TABLE verdict_versions
  ADD CONSTRAINT verdict_versions_were_read_by_two CHECK (is_self_published OR (second_reader_id IS NOT NULL AND second_reader_id <> author_id)),
  ADD CONSTRAINT verdict_versions_say_something CHECK (NOT is_blank(summary_fr) OR NOT is_blank(summary_en));
ALTER TABLE publications
  ADD CONSTRAINT publications_language_is_known CHECK (language IN ('fr', 'en')),
  ADD CONSTRAINT publications_hash_is_of_body CHECK (sha256 = sha256(body));
ALTER TABLE corrections
  ADD CONSTRAINT corrections_say_what_was_wrong CHECK (NOT is_blank(what_was_wrong_fr) OR NOT is_blank(what_was_wrong_en));
ALTER TABLE annotations
  ADD CONSTRAINT annotations_say_something CHECK (NOT is_blank(body)),
  ADD CONSTRAINT annotations_resolved_by_someone CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL));

-- One decision in force between two entities.
CREATE FUNCTION one_link_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ended_at IS NULL AND EXISTS (SELECT FROM entity_links l WHERE l.id <> NEW.id AND l.ended_at IS NULL
      AND ((l.from_id = NEW.from_id AND l.to_id = NEW.to_id) OR (l.from_id = NEW.to_id AND l.to_id = NEW.from_id))) THEN
    RAISE EXCEPTION 'these two entities already have a link in force (constraint "entity_links_one_in_force")' USING ERRCODE = '23505', CONSTRAINT = 'entity_links_one_in_force';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_link_in_force BEFORE INSERT OR UPDATE ON entity_links FOR EACH ROW EXECUTE FUNCTION one_link_in_force();

-- ---------------------------------------------------------------------------------------------- anchors

-- The integrity rule of this house: a quotation is the text at its place. Offsets are code points, as substr counts.
CREATE FUNCTION anchor_is_the_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v dispatch_versions%ROWTYPE;
BEGIN
  SELECT * INTO v FROM dispatch_versions WHERE id = NEW.dispatch_version_id;
  IF NEW."end" > v.length OR substr(v.text, NEW.start + 1, NEW."end" - NEW.start) IS DISTINCT FROM NEW.exact THEN
    RAISE EXCEPTION 'the quotation is not the text at %..% (constraint "anchors_exact_is_the_text")', NEW.start, NEW."end" USING ERRCODE = '23514', CONSTRAINT = 'anchors_exact_is_the_text';
  END IF;
  IF NEW.prefix <> '' AND (char_length(NEW.prefix) > NEW.start OR substr(v.text, NEW.start + 1 - char_length(NEW.prefix), char_length(NEW.prefix)) IS DISTINCT FROM NEW.prefix)
     OR NEW.suffix <> '' AND substr(v.text, NEW."end" + 1, char_length(NEW.suffix)) IS DISTINCT FROM NEW.suffix THEN
    RAISE EXCEPTION 'the words around the quotation are not the text around %..% (constraint "anchors_context_is_the_text")', NEW.start, NEW."end" USING ERRCODE = '23514', CONSTRAINT = 'anchors_context_is_the_text';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER anchor_is_the_text BEFORE INSERT ON anchors FOR EACH ROW EXECUTE FUNCTION anchor_is_the_text();

CREATE FUNCTION name_is_its_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.anchor_id IS NOT NULL AND NEW.form IS DISTINCT FROM (SELECT exact FROM anchors WHERE id = NEW.anchor_id) THEN
    RAISE EXCEPTION 'the name is not what stands at its anchor (constraint "names_form_is_the_text")' USING ERRCODE = '23514', CONSTRAINT = 'names_form_is_the_text';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER name_is_its_anchor BEFORE INSERT ON names FOR EACH ROW EXECUTE FUNCTION name_is_its_anchor();

-- ---------------------------------------------------------------------------------------------- memory

CREATE FUNCTION deny() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['dispatch_versions','anchors','names','resolutions','verdict_versions','publications','corrections','reviews','source_reveals','assessments','revisions','audit_log'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I EXECUTE FUNCTION deny()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['users','dispatches','sources','source_identities','entities','entity_links','events','claims','occurrences','statements','claim_relations','conflicts','positions','position_statements','evidence','evidence_links','verdicts','annotations','invitations'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny()', t);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I EXECUTE FUNCTION deny()', t);
  END LOOP;
END $$;

-- Optimistic locking: a write carries the version it saw; the database refuses any other step than +1.
CREATE FUNCTION next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION '%: version % cannot follow %', TG_TABLE_NAME, NEW.version, OLD.version USING ERRCODE = '40001';
  END IF;
  IF NEW.id <> OLD.id THEN RAISE EXCEPTION 'an id never changes' USING ERRCODE = '42501'; END IF;
  NEW.created_at := OLD.created_at;
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;

-- Who acts is set once per transaction by the services; without it nothing that has history can change.
CREATE FUNCTION acting() RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE who text := current_setting('recoupe.actor', true);
BEGIN
  IF who IS NULL OR who = '' THEN RAISE EXCEPTION 'nobody is acting: recoupe.actor is not set in this transaction' USING ERRCODE = '42501'; END IF;
  RETURN who;
END $$;

-- One row of history per changed row, written in one statement whatever the number of rows.
CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO revisions (entity, entity_id, n, content, actor, reason, at)
  SELECT TG_TABLE_NAME, r.id, r.version, to_jsonb(r), acting(), nullif(current_setting('recoupe.reason', true), ''), clock_timestamp()
  FROM new_rows r;
  RETURN NULL;
END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['dispatches','sources','entities','events','claims','occurrences','statements','conflicts','evidence','verdicts','annotations'] LOOP
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION next_version()', t);
    EXECUTE format('CREATE TRIGGER remember_new AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember()', t);
    EXECUTE format('CREATE TRIGGER remember_change AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember()', t);
  END LOOP;
END $$;

-- A chain is replaced as a whole under the version of its occurrence, and remembered as a whole.
CREATE FUNCTION remember_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO revisions (entity, entity_id, n, content, actor, reason, at)
  SELECT 'chains', o.id, o.version, jsonb_agg(to_jsonb(h) ORDER BY h.position), acting(), nullif(current_setting('recoupe.reason', true), ''), clock_timestamp()
  FROM new_rows h JOIN occurrences o ON o.id = h.occurrence_id GROUP BY o.id, o.version;
  RETURN NULL;
END $$;
CREATE TRIGGER remember_chain AFTER INSERT ON hops REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_chain();

CREATE FUNCTION remember_dependencies() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO revisions (entity, entity_id, n, content, actor, reason, at)
  SELECT 'verdict_dependencies', v.id, v.version, jsonb_agg(to_jsonb(d) ORDER BY d.id), acting(), nullif(current_setting('recoupe.reason', true), ''), clock_timestamp()
  FROM new_rows d JOIN verdicts v ON v.id = d.verdict_id GROUP BY v.id, v.version;
  RETURN NULL;
END $$;
CREATE TRIGGER remember_dependencies AFTER INSERT ON verdict_dependencies REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_dependencies();

-- The tamper-evident log. Length prefixes stop two splits of the same bytes from having one hash; the salt stops
-- guessing a short payload from its public hash; payload and salt may be erased together without breaking the chain.
INSERT INTO audit_head (one, seq, hash) VALUES (true, 0, decode(repeat('00', 32), 'hex'));
ALTER TABLE audit_head ADD CONSTRAINT audit_head_is_one CHECK (one);
ALTER TABLE audit_log
  ADD CONSTRAINT audit_log_hashes_are_sha256 CHECK (octet_length(payload_sha256) = 32 AND octet_length(prev_hash) = 32 AND octet_length(hash) = 32);

CREATE FUNCTION audit_lp(b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT int8send(octet_length(b)::bigint) || b $$;

CREATE FUNCTION audit_hash(prev bytea, seq bigint, at timestamptz, actor text, action text, entity text, entity_id text, payload_sha256 bytea) RETURNS bytea
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_catalog AS $$
  SELECT sha256('\x00'::bytea || prev || int8send(seq) || int8send((extract(epoch FROM at) * 1000000)::bigint)
    || audit_lp(convert_to(actor, 'UTF8')) || audit_lp(convert_to(action, 'UTF8')) || audit_lp(convert_to(entity, 'UTF8'))
    || audit_lp(convert_to(entity_id, 'UTF8')) || payload_sha256) $$;

CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE h audit_head%ROWTYPE;
BEGIN
  SELECT * INTO h FROM audit_head WHERE one FOR UPDATE;
  NEW.seq := h.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := h.hash;
  NEW.payload_salt := uuid_send(gen_random_uuid());
  NEW.payload_sha256 := sha256(NEW.payload_salt || convert_to(coalesce(NEW.payload, ''), 'UTF8'));
  NEW.hash := audit_hash(h.hash, NEW.seq, NEW.at, NEW.actor, NEW.action, NEW.entity, NEW.entity_id, NEW.payload_sha256);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_append BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_append();

-- The first row that does not hold, or nothing: run it to verify the whole log.
CREATE FUNCTION audit_first_fault() RETURNS TABLE (seq bigint, fault text) LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT x.seq, x.fault FROM (
    SELECT l.seq,
      CASE
        WHEN l.seq <> coalesce(lag(l.seq) OVER w, 0) + 1 THEN 'a row is missing before this one'
        WHEN l.prev_hash <> coalesce(lag(l.hash) OVER w, decode(repeat('00', 32), 'hex')) THEN 'does not follow the row before it'
        WHEN l.payload IS NOT NULL AND l.payload_sha256 <> sha256(l.payload_salt || convert_to(l.payload, 'UTF8')) THEN 'the payload was changed'
        WHEN l.hash <> audit_hash(l.prev_hash, l.seq, l.at, l.actor, l.action, l.entity, l.entity_id, l.payload_sha256) THEN 'the row was changed'
      END AS fault
    FROM audit_log l WINDOW w AS (ORDER BY l.seq)
    UNION ALL
    SELECT h.seq, 'the end of the log is not where it was left' FROM audit_head h
    WHERE h.seq <> coalesce((SELECT max(l.seq) FROM audit_log l), 0)
       OR h.seq > 0 AND h.hash IS DISTINCT FROM (SELECT l.hash FROM audit_log l WHERE l.seq = h.seq)
  ) x WHERE x.fault IS NOT NULL ORDER BY x.seq LIMIT 1 $$;

-- ---------------------------------------------------------------------------------------------- conflicts

CREATE FUNCTION position_is_on_the_property() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT c.property_code FROM positions p JOIN conflicts c ON c.id = p.conflict_id WHERE p.id = NEW.position_id)
     IS DISTINCT FROM (SELECT property_code FROM statements WHERE id = NEW.statement_id) THEN
    RAISE EXCEPTION 'the statement is about another property than the conflict (constraint "positions_are_on_the_property")' USING ERRCODE = '23514', CONSTRAINT = 'positions_are_on_the_property';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER position_is_on_the_property BEFORE INSERT ON position_statements FOR EACH ROW EXECUTE FUNCTION position_is_on_the_property();

CREATE FUNCTION conflict_has_two_positions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(DISTINCT p.id) FROM positions p JOIN position_statements s ON s.position_id = p.id WHERE p.conflict_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'a conflict has at least two positions, each made of statements (constraint "conflicts_have_two_positions")' USING ERRCODE = '23514', CONSTRAINT = 'conflicts_have_two_positions';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER conflict_has_two_positions AFTER INSERT ON conflicts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION conflict_has_two_positions();

CREATE FUNCTION resolved_has_a_resolution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'resolved' AND NOT EXISTS (SELECT FROM resolutions r WHERE r.conflict_id = NEW.id) THEN
    RAISE EXCEPTION 'a resolved conflict has a resolution (constraint "conflicts_resolved_have_a_resolution")' USING ERRCODE = '23514', CONSTRAINT = 'conflicts_resolved_have_a_resolution';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER resolved_has_a_resolution AFTER INSERT OR UPDATE ON conflicts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resolved_has_a_resolution();

CREATE FUNCTION resolution_prefers_its_own_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position_id IS NOT NULL AND NOT EXISTS (SELECT FROM positions p WHERE p.id = NEW.position_id AND p.conflict_id = NEW.conflict_id) THEN
    RAISE EXCEPTION 'the preferred position belongs to another conflict (constraint "resolutions_prefer_their_own_position")' USING ERRCODE = '23514', CONSTRAINT = 'resolutions_prefer_their_own_position';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER resolution_prefers_its_own_position BEFORE INSERT ON resolutions FOR EACH ROW EXECUTE FUNCTION resolution_prefers_its_own_position();

-- ---------------------------------------------------------------------------------------------- verdicts

CREATE FUNCTION verdict_version_may_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_self_published AND coalesce((SELECT value FROM settings WHERE key = 'four_eyes'), 'true'::jsonb) <> 'false'::jsonb THEN
    RAISE EXCEPTION 'no publication by its author alone (constraint "verdict_versions_were_read_by_two")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_were_read_by_two';
  END IF;
  IF NEW.n <> coalesce((SELECT max(n) FROM verdict_versions WHERE verdict_id = NEW.verdict_id), 0) + 1 THEN
    RAISE EXCEPTION 'versions follow one another' USING ERRCODE = '40001';
  END IF;
  IF is_blank(NEW.no_evidence_reason) AND NOT EXISTS (
       SELECT FROM verdicts v JOIN evidence_links l ON l.claim_id = v.claim_id AND l.ended_at IS NULL WHERE v.id = NEW.verdict_id)
     AND NOT EXISTS (SELECT FROM verdict_dependencies d WHERE d.verdict_id = NEW.verdict_id AND d.evidence_id IS NOT NULL) THEN
    RAISE EXCEPTION 'no verdict without evidence or an explicit reason (constraint "verdict_versions_have_evidence")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_have_evidence';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_version_may_stand BEFORE INSERT ON verdict_versions FOR EACH ROW EXECUTE FUNCTION verdict_version_may_stand();

CREATE FUNCTION change_has_a_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.n > 1 AND NOT EXISTS (SELECT FROM corrections c WHERE c.verdict_version_id = NEW.id AND c.verdict_id = NEW.verdict_id) THEN
    RAISE EXCEPTION 'a published verdict changes only with a correction (constraint "verdict_versions_have_a_correction")' USING ERRCODE = '23514', CONSTRAINT = 'verdict_versions_have_a_correction';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER change_has_a_correction AFTER INSERT ON verdict_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_has_a_correction();

CREATE FUNCTION published_has_a_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('published', 'needs_rereview', 'corrected', 'withdrawn') AND NOT EXISTS (SELECT FROM verdict_versions v WHERE v.verdict_id = NEW.id) THEN
    RAISE EXCEPTION 'a published verdict has a published version (constraint "verdicts_published_have_a_version")' USING ERRCODE = '23514', CONSTRAINT = 'verdicts_published_have_a_version';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER published_has_a_version AFTER INSERT OR UPDATE ON verdicts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION published_has_a_version();

-- ---------------------------------------------------------------------------------------------- people

CREATE FUNCTION an_admin_remains() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role = 'admin' AND OLD.disabled_at IS NULL AND (NEW.role <> 'admin' OR NEW.disabled_at IS NOT NULL) THEN
    PERFORM pg_advisory_xact_lock(hashtext('recoupe.last_admin'));
    IF NOT EXISTS (SELECT FROM users WHERE role = 'admin' AND disabled_at IS NULL AND id <> NEW.id) THEN
      RAISE EXCEPTION 'the last administrator stays (constraint "users_an_admin_remains")' USING ERRCODE = '23514', CONSTRAINT = 'users_an_admin_remains';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER an_admin_remains BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION an_admin_remains();

-- A revoked session never comes back.
CREATE FUNCTION revoked_stays_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL THEN RAISE EXCEPTION 'a revoked session stays revoked' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revoked_stays_revoked BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION revoked_stays_revoked();

-- Short names people say aloud (C14, X02) count up per database.
CREATE SEQUENCE claim_refs;
CREATE SEQUENCE conflict_refs;
CREATE SEQUENCE event_refs;
CREATE SEQUENCE evidence_refs;

-- ---------------------------------------------------------------------------------------------- who may read and write

GRANT USAGE ON SCHEMA public TO app_rw, app_public;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO app_rw;
REVOKE INSERT, UPDATE ON revisions, audit_log, audit_head, properties FROM app_rw;
-- Replaced or added to as a whole, never rewritten in place: that would leave no history.
REVOKE UPDATE ON hops, positions, position_statements, verdict_dependencies FROM app_rw;
REVOKE UPDATE ON dispatch_versions, anchors, names, resolutions, verdict_versions, publications, corrections, reviews, source_reveals, assessments FROM app_rw;
GRANT INSERT (actor, action, entity, entity_id, payload) ON audit_log TO app_rw;
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO app_rw;
GRANT DELETE ON hops, drafts, rate_limits, verdict_dependencies, mentions TO app_rw;
REVOKE ALL ON TABLE _prisma_migrations FROM app_rw;
GRANT SELECT ON TABLE _prisma_migrations TO app_rw;

DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY desk ON %I TO app_rw USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A stranger's role. Each subquery runs as that role too, so a child is visible only where its parent is.
GRANT SELECT (id, slug, title, url, language, publisher_id, published_words, published_edtf, published_from, published_to, published_basis, public_at, discarded_at, updated_at, version) ON dispatches TO app_public;
CREATE POLICY published ON dispatches FOR SELECT TO app_public USING (public_at IS NOT NULL AND discarded_at IS NULL);
GRANT SELECT ON dispatch_versions TO app_public;
CREATE POLICY published ON dispatch_versions FOR SELECT TO app_public USING (EXISTS (SELECT FROM dispatches d WHERE d.id = dispatch_id));
GRANT SELECT (id, slug, name, kind, is_named, is_protected, affiliation, role_words, language, url, entity_id, public_at, updated_at, version) ON sources TO app_public;
CREATE POLICY published ON sources FOR SELECT TO app_public USING (public_at IS NOT NULL);
GRANT SELECT ON entities, names TO app_public;
CREATE POLICY published ON entities FOR SELECT TO app_public USING (public_at IS NOT NULL);
CREATE POLICY published ON names FOR SELECT TO app_public USING (EXISTS (SELECT FROM entities e WHERE e.id = entity_id));
GRANT SELECT (id, from_id, to_id, relation, authority, reason, decided_at, ended_at, ended_reason) ON entity_links TO app_public;
CREATE POLICY published ON entity_links FOR SELECT TO app_public USING (EXISTS (SELECT FROM entities e WHERE e.id = from_id) AND EXISTS (SELECT FROM entities e WHERE e.id = to_id));
GRANT SELECT (id, ref, slug, title_fr, title_en, time_words, time_edtf, time_from, time_to, time_basis, place_id, parent_id, public_at, discarded_at, updated_at, version) ON events TO app_public;
CREATE POLICY published ON events FOR SELECT TO app_public USING (public_at IS NOT NULL AND discarded_at IS NULL);
GRANT SELECT (id, ref, slug, statement_fr, statement_en, is_checkable, event_id, public_at, discarded_at, updated_at, version) ON claims TO app_public;
CREATE POLICY published ON claims FOR SELECT TO app_public USING (public_at IS NOT NULL AND discarded_at IS NULL);
GRANT SELECT ON occurrences, hops, statements, properties, ratings TO app_public;
-- A published claim may be found again in a dispatch that is not published: that appearance stays inside. Asked past the
-- policies (security definer), because the policy of anchors asks back about occurrences.
CREATE FUNCTION stands_in_public(anchor uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM anchors a JOIN dispatch_versions v ON v.id = a.dispatch_version_id JOIN dispatches d ON d.id = v.dispatch_id
    WHERE a.id = anchor AND d.public_at IS NOT NULL AND d.discarded_at IS NULL) $$;
CREATE POLICY published ON occurrences FOR SELECT TO app_public USING (discarded_at IS NULL AND EXISTS (SELECT FROM claims c WHERE c.id = claim_id) AND stands_in_public(anchor_id));
CREATE POLICY published ON hops FOR SELECT TO app_public USING (EXISTS (SELECT FROM occurrences o WHERE o.id = occurrence_id));
CREATE POLICY published ON statements FOR SELECT TO app_public USING (EXISTS (SELECT FROM occurrences o WHERE o.id = occurrence_id));
CREATE POLICY published ON properties FOR SELECT TO app_public USING (true);
CREATE POLICY published ON ratings FOR SELECT TO app_public USING (true);
GRANT SELECT ON anchors TO app_public;
CREATE POLICY published ON anchors FOR SELECT TO app_public USING (EXISTS (SELECT FROM dispatch_versions v WHERE v.id = dispatch_version_id)
  AND (EXISTS (SELECT FROM occurrences o WHERE o.anchor_id = anchors.id) OR EXISTS (SELECT FROM names n WHERE n.anchor_id = anchors.id)));
GRANT SELECT ON claim_relations TO app_public;
CREATE POLICY published ON claim_relations FOR SELECT TO app_public USING (ended_at IS NULL AND EXISTS (SELECT FROM claims c WHERE c.id = from_id) AND EXISTS (SELECT FROM claims c WHERE c.id = to_id));
GRANT SELECT (id, ref, slug, type, class, severity, status, event_id, property_code, title_fr, title_en, explanation_fr, explanation_en, public_at, updated_at, version) ON conflicts TO app_public;
CREATE POLICY published ON conflicts FOR SELECT TO app_public USING (public_at IS NOT NULL AND status <> 'suggested' AND status <> 'dismissed');
GRANT SELECT ON positions, position_statements TO app_public;
CREATE POLICY published ON positions FOR SELECT TO app_public USING (EXISTS (SELECT FROM conflicts c WHERE c.id = conflict_id));
CREATE POLICY published ON position_statements FOR SELECT TO app_public USING (EXISTS (SELECT FROM positions p WHERE p.id = position_id) AND EXISTS (SELECT FROM statements s WHERE s.id = statement_id));
GRANT SELECT (id, conflict_id, n, outcome, position_id, rationale_fr, rationale_en, at) ON resolutions TO app_public;
CREATE POLICY published ON resolutions FOR SELECT TO app_public USING (EXISTS (SELECT FROM conflicts c WHERE c.id = conflict_id));
GRANT SELECT (id, ref, slug, url, file_sha256, title, excerpt, language, publisher_id, accessed_at, archived_url, archived_sha256, note, public_at, updated_at, version) ON evidence TO app_public;
CREATE POLICY published ON evidence FOR SELECT TO app_public USING (public_at IS NOT NULL);
GRANT SELECT ON evidence_links TO app_public;
CREATE POLICY published ON evidence_links FOR SELECT TO app_public USING (ended_at IS NULL AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id)
  AND (claim_id IS NULL OR EXISTS (SELECT FROM claims c WHERE c.id = claim_id))
  AND (conflict_id IS NULL OR EXISTS (SELECT FROM conflicts c WHERE c.id = conflict_id))
  AND (position_id IS NULL OR EXISTS (SELECT FROM positions p WHERE p.id = position_id)));
GRANT SELECT (id, claim_id, state) ON verdicts TO app_public;
GRANT SELECT (id, verdict_id, conflict_id, evidence_id) ON verdict_dependencies TO app_public;
CREATE POLICY published ON verdict_dependencies FOR SELECT TO app_public USING (EXISTS (SELECT FROM verdicts v WHERE v.id = verdict_id));
CREATE POLICY published ON verdicts FOR SELECT TO app_public USING (EXISTS (SELECT FROM verdict_versions v WHERE v.verdict_id = verdicts.id));
GRANT SELECT (id, verdict_id, n, is_withdrawal, rating_code, summary_fr, summary_en, rationale_fr, rationale_en, would_change_fr, would_change_en, no_evidence_reason, scale_version, is_self_published, is_blind, published_at) ON verdict_versions TO app_public;
CREATE POLICY published ON verdict_versions FOR SELECT TO app_public USING (true);
GRANT SELECT ON publications TO app_public;
CREATE POLICY published ON publications FOR SELECT TO app_public USING (true);
GRANT SELECT (id, verdict_id, verdict_version_id, severity, what_was_wrong_fr, what_was_wrong_en, before, after, at) ON corrections TO app_public;
CREATE POLICY published ON corrections FOR SELECT TO app_public USING (verdict_version_id IS NOT NULL);
GRANT SELECT ON settings TO app_public;
CREATE POLICY published ON settings FOR SELECT TO app_public USING (key = 'four_eyes' OR key LIKE 'public.%');

-- ---------------------------------------------------------------------------------------------- telling the readers

-- Public documents are remembered by every process; a change of what the public sees clears them at commit.
-- '*' clears what is made on demand, an address clears that one page. Postgres sends equal notices of one transaction once.
CREATE FUNCTION announce_public_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows WHERE public_at IS NOT NULL) THEN PERFORM pg_notify('recoupe_public', '*'); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION announce_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('recoupe_public', '*'); RETURN NULL; END $$;
CREATE FUNCTION announce_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('recoupe_public', NEW.address); PERFORM pg_notify('recoupe_public', '*'); RETURN NULL; END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['dispatches','sources','entities','events','claims','conflicts','evidence'] LOOP
    EXECUTE format('CREATE TRIGGER announce_new AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_rows()', t);
    EXECUTE format('CREATE TRIGGER announce_change AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_rows()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['resolutions','entity_links','corrections','ratings'] LOOP
    EXECUTE format('CREATE TRIGGER announce AFTER INSERT OR UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_public_change()', t);
  END LOOP;
END $$;
CREATE TRIGGER announce AFTER INSERT ON publications FOR EACH ROW EXECUTE FUNCTION announce_publication();

-- A published verdict that needs another look says so at its own address.
CREATE FUNCTION announce_verdict_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM pg_notify('recoupe_public', p.address) FROM publications p JOIN verdict_versions v ON v.id = p.verdict_version_id WHERE v.verdict_id = NEW.id GROUP BY p.address;
  PERFORM pg_notify('recoupe_public', '*') FROM verdict_versions v WHERE v.verdict_id = NEW.id LIMIT 1;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_state AFTER UPDATE ON verdicts FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION announce_verdict_state();

CREATE FUNCTION announce_public_occurrences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN claims c ON c.id = n.claim_id WHERE c.public_at IS NOT NULL) THEN PERFORM pg_notify('recoupe_public', '*'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_occurrences();
CREATE TRIGGER announce_change AFTER UPDATE ON occurrences REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_occurrences();
CREATE FUNCTION announce_public_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN occurrences o ON o.id = n.occurrence_id JOIN claims c ON c.id = o.claim_id WHERE c.public_at IS NOT NULL) THEN PERFORM pg_notify('recoupe_public', '*'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_new AFTER INSERT ON statements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_statements();
CREATE TRIGGER announce_change AFTER UPDATE ON statements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_statements();
CREATE TRIGGER announce_hops AFTER INSERT ON hops REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_public_statements();

-- ---------------------------------------------------------------------------------------------- the closed lists

INSERT INTO properties (code, label_fr, label_en, ordinal) VALUES
  ('actor', 'acteur', 'actor', 1),
  ('act', 'acte', 'act', 2),
  ('place_spelling', 'graphie du lieu', 'spelling of the place', 3),
  ('place', 'lieu', 'place', 4),
  ('place_type', 'type de lieu', 'kind of place', 5),
  ('admin', 'région administrative', 'administrative area', 6),
  ('extent', 'étendue', 'extent', 7),
  ('time', 'moment', 'time', 8),
  ('announcement_time', 'moment de l’annonce', 'time of the announcement', 9),
  ('planned_time', 'date prévue', 'planned time', 10),
  ('duration', 'durée', 'duration', 11),
  ('sequence', 'ordre des faits', 'sequence', 12),
  ('movement', 'mouvement', 'movement', 13),
  ('direction', 'direction', 'direction', 14),
  ('fighting', 'combats', 'fighting', 15),
  ('fighting_status', 'état des combats', 'state of the fighting', 16),
  ('army_status', 'état de l’armée', 'state of the army', 17),
  ('force_status', 'état des forces', 'state of the forces', 18),
  ('previous_holder', 'détenteur précédent', 'previous holder', 19),
  ('line_position', 'position par rapport à la ligne', 'position on the line', 20),
  ('line_name', 'nom de la ligne', 'name of the line', 21),
  ('nationality', 'nationalité', 'nationality', 22),
  ('requester', 'demandeur', 'requester', 23),
  ('addressee', 'destinataire', 'addressee', 24),
  ('help', 'aide', 'help', 25),
  ('demand', 'demande', 'demand', 26),
  ('tense', 'temps du verbe', 'tense', 27),
  ('french_answer', 'réponse de la France', 'French answer', 28),
  ('position', 'position exprimée', 'position expressed', 29),
  ('assessment', 'appréciation', 'assessment', 30),
  ('victims', 'victimes', 'victims', 31),
  ('harm', 'atteintes', 'harm', 32),
  ('count', 'nombre', 'count', 33),
  ('members', 'membres', 'members', 34),
  ('perpetrator', 'auteur des faits', 'perpetrator', 35),
  ('label', 'appellation', 'label', 36),
  ('event_certainty', 'certitude des faits', 'certainty of the event', 37),
  ('form', 'forme', 'form', 38),
  ('document_identity', 'identité du document', 'identity of the document', 39),
  ('attribution', 'attribution', 'attribution', 40),
  ('attribution_scope', 'portée de l’attribution', 'scope of the attribution', 41),
  ('confirms', 'ce qui est confirmé', 'what is confirmed', 42),
  ('confirmer_location', 'lieu de qui confirme', 'location of the confirmer', 43),
  ('source_independence', 'indépendance des sources', 'independence of the sources', 44),
  ('quote_fidelity', 'fidélité de la citation', 'fidelity of the quotation', 45),
  ('coverage', 'parties entendues', 'sides heard', 46),
  ('speaker_affiliation', 'appartenance de qui parle', 'affiliation of the speaker', 47),
  ('speaker_role', 'fonction de qui parle', 'role of the speaker', 48),
  ('speaker_location', 'lieu de qui parle', 'location of the speaker', 49),
  ('channel', 'canal', 'channel', 50),
  ('translated_by', 'traduit par', 'translated by', 51),
  ('translated_for', 'traduit pour', 'translated for', 52),
  ('publication_date', 'date de publication', 'publication date', 53),
  ('byline', 'signature', 'byline', 54),
  ('other', 'autre', 'other', 55);

INSERT INTO ratings (code, ordinal, axis_value, label_fr, label_en, definition_fr, definition_en) VALUES
  ('true', 1, 5, 'Vrai', 'True', 'Les pièces réunies établissent l’affirmation, sans réserve qui en change le sens.', 'The evidence gathered establishes the claim, with no reservation that changes its meaning.'),
  ('mostly_true', 2, 4, 'Plutôt vrai', 'Mostly true', 'L’essentiel est établi ; un détail manque, reste imprécis ou se discute.', 'The substance is established; a detail is missing, imprecise or debatable.'),
  ('half_true', 3, 3, 'À moitié vrai', 'Half true', 'Une partie de l’affirmation est établie, une autre est inexacte ou trompeuse.', 'Part of the claim is established, another part is inaccurate or misleading.'),
  ('mostly_false', 4, 2, 'Plutôt faux', 'Mostly false', 'L’affirmation contient un élément exact, mais l’ensemble est contredit par les pièces.', 'The claim contains something accurate, but as a whole it is contradicted by the evidence.'),
  ('false', 5, 1, 'Faux', 'False', 'Les pièces réunies contredisent l’affirmation.', 'The evidence gathered contradicts the claim.'),
  ('unproven', 6, NULL, 'Non étayé', 'Unproven', 'Aucune pièce ne permet d’établir ni d’écarter l’affirmation.', 'No evidence establishes the claim or rules it out.'),
  ('disputed', 7, NULL, 'Contesté', 'Disputed', 'Des sources identifiables se contredisent et les pièces réunies ne permettent pas de trancher.', 'Identifiable sources contradict each other and the evidence gathered does not settle it.'),
  ('outdated', 8, NULL, 'Dépassé', 'Outdated', 'L’affirmation a pu être exacte quand elle a été faite ; elle ne l’est plus.', 'The claim may have been accurate when it was made; it no longer is.'),
  ('missing_context', 9, NULL, 'Contexte manquant', 'Missing context', 'Les mots peuvent être exacts, mais il manque de quoi les comprendre sans se tromper.', 'The words may be accurate, but what is needed to understand them correctly is missing.'),
  ('satire', 10, NULL, 'Satire', 'Satire', 'L’affirmation est une plaisanterie ou une parodie et n’a pas été faite pour être crue.', 'The claim is a joke or a parody and was not made to be believed.');
