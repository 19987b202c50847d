-- Creates every record of product.md part 2, as the models describe them.
-- Undo by hand: drop schema public cascade; create schema public.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'reviewer', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "invitation_purpose" AS ENUM ('join', 'reset');

-- CreateEnum
CREATE TYPE "occurrence_kind" AS ENUM ('direct_quote', 'indirect', 'narration');

-- CreateEnum
CREATE TYPE "quote_scope" AS ENUM ('whole', 'partial', 'elided', 'translated');

-- CreateEnum
CREATE TYPE "modality" AS ENUM ('asserted', 'hedged', 'intention', 'possibility', 'denied', 'reported');

-- CreateEnum
CREATE TYPE "hop_role" AS ENUM ('speaker', 'interpreter', 'witness', 'correspondent', 'agency', 'outlet', 'unattributed');

-- CreateEnum
CREATE TYPE "hop_scope" AS ENUM ('explicit', 'ambiguous');

-- CreateEnum
CREATE TYPE "statement_rank" AS ENUM ('preferred', 'normal', 'deprecated');

-- CreateEnum
CREATE TYPE "work_state" AS ENUM ('to_review', 'in_review', 'reviewed');

-- CreateEnum
CREATE TYPE "claim_relation_kind" AS ENUM ('repeats', 'supports', 'part_of');

-- CreateEnum
CREATE TYPE "conflict_class" AS ENUM ('contradiction', 'tension', 'variant', 'ambiguity', 'gap', 'apparent');

-- CreateEnum
CREATE TYPE "conflict_type" AS ENUM ('name_spelling', 'actor', 'number', 'time', 'place', 'extent', 'status', 'modality', 'sequence', 'attribution_dropped', 'attribution_scope', 'confirmation_coverage', 'independence', 'quote_fidelity', 'missing_side', 'stale_statement', 'other');

-- CreateEnum
CREATE TYPE "conflict_status" AS ENUM ('suggested', 'open', 'under_review', 'resolved', 'dismissed', 'reopened');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "resolution_outcome" AS ENUM ('prefer_position', 'both_hold', 'unresolvable', 'not_a_conflict', 'same_entity');

-- CreateEnum
CREATE TYPE "date_basis" AS ENUM ('stated', 'inferred', 'unknown');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('person', 'organisation', 'outlet', 'agency', 'institution', 'anonymous_person', 'unspecified');

-- CreateEnum
CREATE TYPE "entity_kind" AS ENUM ('place', 'person', 'group');

-- CreateEnum
CREATE TYPE "name_relation" AS ENUM ('same', 'possibly_same', 'different', 'broader');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "verdict_state" AS ENUM ('draft', 'second_reading', 'published', 'needs_rereview', 'corrected', 'withdrawn');

-- CreateEnum
CREATE TYPE "correction_severity" AS ENUM ('clarification', 'correction', 'verdict_change', 'retraction');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "role" "role" NOT NULL,
    "is_source_keeper" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "single_keys" BOOLEAN NOT NULL DEFAULT true,
    "security_epoch" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "security_epoch" INTEGER NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "absolute_expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "purpose" "invitation_purpose" NOT NULL,
    "email" TEXT,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "drafts" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title_fr" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "time_words" TEXT,
    "time_edtf" TEXT,
    "time_from" DATE,
    "time_to" DATE,
    "time_basis" "date_basis" NOT NULL DEFAULT 'unknown',
    "place_id" UUID,
    "parent_id" UUID,
    "public_at" TIMESTAMPTZ(6),
    "discarded_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "statement_fr" TEXT,
    "statement_en" TEXT,
    "is_checkable" BOOLEAN NOT NULL DEFAULT true,
    "event_id" UUID,
    "work_state" "work_state" NOT NULL DEFAULT 'to_review',
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "assignee_id" UUID,
    "public_at" TIMESTAMPTZ(6),
    "discarded_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrences" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "anchor_id" UUID NOT NULL,
    "kind" "occurrence_kind" NOT NULL,
    "quote_scopes" "quote_scope"[] DEFAULT ARRAY[]::"quote_scope"[],
    "modality" "modality" NOT NULL DEFAULT 'asserted',
    "modality_note" TEXT,
    "time_words" TEXT,
    "time_edtf" TEXT,
    "time_from" DATE,
    "time_to" DATE,
    "time_basis" "date_basis" NOT NULL DEFAULT 'unknown',
    "time_note" TEXT,
    "place_words" TEXT,
    "place_id" UUID,
    "actors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "discarded_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "occurrences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hops" (
    "id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "source_id" UUID NOT NULL,
    "role" "hop_role" NOT NULL,
    "verb" TEXT,
    "medium" TEXT,
    "language" TEXT,
    "scope" "hop_scope" NOT NULL DEFAULT 'explicit',
    "spoken_words" TEXT,
    "spoken_edtf" TEXT,

    CONSTRAINT "hops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "properties" (
    "code" TEXT NOT NULL,
    "label_fr" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "properties_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "property_code" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "words" TEXT,
    "qualifiers" JSONB NOT NULL DEFAULT '{}',
    "rank" "statement_rank" NOT NULL DEFAULT 'normal',
    "rank_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_relations" (
    "id" UUID NOT NULL,
    "kind" "claim_relation_kind" NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "claim_relations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflicts" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "type" "conflict_type" NOT NULL,
    "class" "conflict_class" NOT NULL,
    "severity" "severity" NOT NULL DEFAULT 'medium',
    "status" "conflict_status" NOT NULL DEFAULT 'open',
    "event_id" UUID NOT NULL,
    "property_code" TEXT NOT NULL,
    "title_fr" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "explanation_fr" TEXT,
    "explanation_en" TEXT,
    "assignee_id" UUID,
    "public_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "conflicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "positions" (
    "id" UUID NOT NULL,
    "conflict_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "value" TEXT NOT NULL,
    "is_general" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "positions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_statements" (
    "position_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,

    CONSTRAINT "position_statements_pkey" PRIMARY KEY ("position_id","statement_id")
);

-- CreateTable
CREATE TABLE "resolutions" (
    "id" UUID NOT NULL,
    "conflict_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "outcome" "resolution_outcome" NOT NULL,
    "position_id" UUID,
    "rationale_fr" TEXT,
    "rationale_en" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispatches" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "language" TEXT NOT NULL,
    "publisher_id" UUID,
    "published_words" TEXT,
    "published_edtf" TEXT,
    "published_from" DATE,
    "published_to" DATE,
    "published_basis" "date_basis" NOT NULL DEFAULT 'unknown',
    "public_at" TIMESTAMPTZ(6),
    "discarded_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dispatches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispatch_versions" (
    "id" UUID NOT NULL,
    "dispatch_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "length" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "boilerplate" JSONB NOT NULL DEFAULT '[]',
    "retrieved_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dispatch_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchors" (
    "id" UUID NOT NULL,
    "dispatch_version_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "anchors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotations" (
    "id" UUID NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "parent_id" UUID,
    "motivation" TEXT NOT NULL DEFAULT 'commenting',
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(6),
    "resolved_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "annotations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentions" (
    "annotation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(6),

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("annotation_id","user_id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("entity","entity_id","n")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "payload" TEXT,
    "payload_salt" BYTEA,
    "payload_sha256" BYTEA NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("one")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "is_named" BOOLEAN NOT NULL DEFAULT true,
    "is_protected" BOOLEAN NOT NULL DEFAULT false,
    "affiliation" TEXT,
    "role_words" TEXT,
    "language" TEXT,
    "url" TEXT,
    "note" TEXT,
    "entity_id" UUID,
    "public_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_identities" (
    "source_id" UUID NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "nonce" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_identities_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "source_reveals" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_reveals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessments" (
    "id" UUID NOT NULL,
    "source_id" UUID,
    "occurrence_id" UUID,
    "reliability" CHAR(1),
    "credibility" SMALLINT,
    "rationale" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entities" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "entity_kind" NOT NULL,
    "label_fr" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "wikidata_id" TEXT,
    "geonames_id" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "is_generic" BOOLEAN NOT NULL DEFAULT false,
    "public_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "entities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "names" (
    "id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "language" TEXT,
    "script" TEXT,
    "writer_id" UUID,
    "anchor_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_links" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "relation" "name_relation" NOT NULL,
    "authority" TEXT,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "ended_reason" TEXT,

    CONSTRAINT "entity_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "url" TEXT,
    "file_sha256" BYTEA,
    "title" TEXT,
    "excerpt" TEXT,
    "language" TEXT,
    "publisher_id" UUID,
    "accessed_at" TIMESTAMPTZ(6),
    "archived_url" TEXT,
    "archived_sha256" BYTEA,
    "note" TEXT,
    "public_at" TIMESTAMPTZ(6),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_links" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "claim_id" UUID,
    "conflict_id" UUID,
    "position_id" UUID,
    "stance" "stance" NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "evidence_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "code" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "axis_value" SMALLINT,
    "label_fr" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "definition_fr" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "is_in_force" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "rating_code" TEXT NOT NULL,
    "note" TEXT,
    "is_blind" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "state" "verdict_state" NOT NULL DEFAULT 'draft',
    "rating_code" TEXT NOT NULL,
    "summary_fr" TEXT,
    "summary_en" TEXT,
    "rationale_fr" TEXT,
    "rationale_en" TEXT,
    "would_change_fr" TEXT,
    "would_change_en" TEXT,
    "no_evidence_reason" TEXT,
    "author_id" UUID NOT NULL,
    "second_reader_id" UUID,
    "is_blind" BOOLEAN NOT NULL DEFAULT false,
    "changes_requested" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_dependencies" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "conflict_id" UUID,
    "evidence_id" UUID,
    "source_id" UUID,

    CONSTRAINT "verdict_dependencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_versions" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "is_withdrawal" BOOLEAN NOT NULL DEFAULT false,
    "rating_code" TEXT NOT NULL,
    "summary_fr" TEXT,
    "summary_en" TEXT,
    "rationale_fr" TEXT,
    "rationale_en" TEXT,
    "would_change_fr" TEXT,
    "would_change_en" TEXT,
    "no_evidence_reason" TEXT,
    "scale_version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "second_reader_id" UUID,
    "publisher_id" UUID NOT NULL,
    "is_self_published" BOOLEAN NOT NULL DEFAULT false,
    "is_blind" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "id" UUID NOT NULL,
    "verdict_version_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "gzip" BYTEA NOT NULL,
    "brotli" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "etag" TEXT NOT NULL,
    "claim_review" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corrections" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "verdict_version_id" UUID,
    "severity" "correction_severity" NOT NULL,
    "what_was_wrong_fr" TEXT,
    "what_was_wrong_en" TEXT,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- CreateIndex
CREATE UNIQUE INDEX "events_ref_key" ON "events"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "events_slug_key" ON "events"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "claims_ref_key" ON "claims"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "claims_slug_key" ON "claims"("slug");

-- CreateIndex
CREATE INDEX "claims_event_id_idx" ON "claims"("event_id");

-- CreateIndex
CREATE INDEX "claims_work_state_idx" ON "claims"("work_state");

-- CreateIndex
CREATE INDEX "occurrences_claim_id_idx" ON "occurrences"("claim_id");

-- CreateIndex
CREATE INDEX "occurrences_anchor_id_idx" ON "occurrences"("anchor_id");

-- CreateIndex
CREATE INDEX "hops_source_id_idx" ON "hops"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "hops_occurrence_id_position_key" ON "hops"("occurrence_id", "position");

-- CreateIndex
CREATE INDEX "statements_occurrence_id_idx" ON "statements"("occurrence_id");

-- CreateIndex
CREATE INDEX "statements_event_id_property_code_idx" ON "statements"("event_id", "property_code");

-- CreateIndex
CREATE UNIQUE INDEX "claim_relations_kind_from_id_to_id_key" ON "claim_relations"("kind", "from_id", "to_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflicts_ref_key" ON "conflicts"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "conflicts_slug_key" ON "conflicts"("slug");

-- CreateIndex
CREATE INDEX "conflicts_event_id_property_code_idx" ON "conflicts"("event_id", "property_code");

-- CreateIndex
CREATE INDEX "conflicts_status_idx" ON "conflicts"("status");

-- CreateIndex
CREATE UNIQUE INDEX "positions_conflict_id_ordinal_key" ON "positions"("conflict_id", "ordinal");

-- CreateIndex
CREATE INDEX "position_statements_statement_id_idx" ON "position_statements"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_conflict_id_n_key" ON "resolutions"("conflict_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "dispatches_slug_key" ON "dispatches"("slug");

-- CreateIndex
CREATE INDEX "dispatches_public_at_idx" ON "dispatches"("public_at");

-- CreateIndex
CREATE UNIQUE INDEX "dispatch_versions_dispatch_id_n_key" ON "dispatch_versions"("dispatch_id", "n");

-- CreateIndex
CREATE INDEX "anchors_dispatch_version_id_start_idx" ON "anchors"("dispatch_version_id", "start");

-- CreateIndex
CREATE INDEX "annotations_target_kind_target_id_idx" ON "annotations"("target_kind", "target_id");

-- CreateIndex
CREATE INDEX "revisions_at_idx" ON "revisions"("at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_hash_key" ON "audit_log"("hash");

-- CreateIndex
CREATE INDEX "audit_log_entity_entity_id_idx" ON "audit_log"("entity", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_slug_key" ON "sources"("slug");

-- CreateIndex
CREATE INDEX "assessments_source_id_idx" ON "assessments"("source_id");

-- CreateIndex
CREATE INDEX "assessments_occurrence_id_idx" ON "assessments"("occurrence_id");

-- CreateIndex
CREATE UNIQUE INDEX "entities_slug_key" ON "entities"("slug");

-- CreateIndex
CREATE INDEX "names_entity_id_idx" ON "names"("entity_id");

-- CreateIndex
CREATE INDEX "entity_links_from_id_idx" ON "entity_links"("from_id");

-- CreateIndex
CREATE INDEX "entity_links_to_id_idx" ON "entity_links"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_ref_key" ON "evidence"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_slug_key" ON "evidence"("slug");

-- CreateIndex
CREATE INDEX "evidence_links_evidence_id_idx" ON "evidence_links"("evidence_id");

-- CreateIndex
CREATE INDEX "evidence_links_claim_id_idx" ON "evidence_links"("claim_id");

-- CreateIndex
CREATE INDEX "evidence_links_conflict_id_idx" ON "evidence_links"("conflict_id");

-- CreateIndex
CREATE INDEX "reviews_claim_id_idx" ON "reviews"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_claim_id_key" ON "verdicts"("claim_id");

-- CreateIndex
CREATE INDEX "verdicts_state_idx" ON "verdicts"("state");

-- CreateIndex
CREATE INDEX "verdict_dependencies_verdict_id_idx" ON "verdict_dependencies"("verdict_id");

-- CreateIndex
CREATE INDEX "verdict_dependencies_conflict_id_idx" ON "verdict_dependencies"("conflict_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_versions_verdict_id_n_key" ON "verdict_versions"("verdict_id", "n");

-- CreateIndex
CREATE INDEX "publications_address_created_at_idx" ON "publications"("address", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "publications_verdict_version_id_language_key" ON "publications"("verdict_version_id", "language");

-- CreateIndex
CREATE UNIQUE INDEX "corrections_verdict_version_id_key" ON "corrections"("verdict_version_id");

-- CreateIndex
CREATE INDEX "corrections_verdict_id_idx" ON "corrections"("verdict_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "anchors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hops" ADD CONSTRAINT "hops_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hops" ADD CONSTRAINT "hops_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_property_code_fkey" FOREIGN KEY ("property_code") REFERENCES "properties"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_property_code_fkey" FOREIGN KEY ("property_code") REFERENCES "properties"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "conflicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_statements" ADD CONSTRAINT "position_statements_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "positions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_statements" ADD CONSTRAINT "position_statements_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "conflicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "positions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch_versions" ADD CONSTRAINT "dispatch_versions_dispatch_id_fkey" FOREIGN KEY ("dispatch_id") REFERENCES "dispatches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_dispatch_version_id_fkey" FOREIGN KEY ("dispatch_version_id") REFERENCES "dispatch_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "annotations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_identities" ADD CONSTRAINT "source_identities_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reveals" ADD CONSTRAINT "source_reveals_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reveals" ADD CONSTRAINT "source_reveals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_occurrence_id_fkey" FOREIGN KEY ("occurrence_id") REFERENCES "occurrences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "names" ADD CONSTRAINT "names_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "names" ADD CONSTRAINT "names_writer_id_fkey" FOREIGN KEY ("writer_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "names" ADD CONSTRAINT "names_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "anchors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_links" ADD CONSTRAINT "entity_links_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_links" ADD CONSTRAINT "entity_links_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_links" ADD CONSTRAINT "entity_links_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "conflicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "positions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_rating_code_fkey" FOREIGN KEY ("rating_code") REFERENCES "ratings"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_rating_code_fkey" FOREIGN KEY ("rating_code") REFERENCES "ratings"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_second_reader_id_fkey" FOREIGN KEY ("second_reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_dependencies" ADD CONSTRAINT "verdict_dependencies_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_dependencies" ADD CONSTRAINT "verdict_dependencies_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "conflicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_dependencies" ADD CONSTRAINT "verdict_dependencies_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_dependencies" ADD CONSTRAINT "verdict_dependencies_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_rating_code_fkey" FOREIGN KEY ("rating_code") REFERENCES "ratings"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_second_reader_id_fkey" FOREIGN KEY ("second_reader_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

