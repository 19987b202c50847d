import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import * as enums from '@/lib/data/generated/enums'
import { METHOD_VERSIONS } from '@/lib/domain/method'
import { ROLES } from '@/lib/domain/permission'
import { PROPERTIES } from '@/lib/domain/property'
import { RATINGS } from '@/lib/domain/rating'
import * as vocabulary from '@/lib/domain/vocabulary'
import { asRole } from '@/tests/support/as-role'

/** The list of the domain behind each enum of the database. */
const LISTS: Record<string, readonly string[]> = {
  ClaimRelationKind: vocabulary.CLAIM_RELATION_KINDS,
  ConflictClass: vocabulary.CONFLICT_CLASSES,
  ConflictStatus: vocabulary.CONFLICT_STATUSES,
  ConflictType: vocabulary.CONFLICT_TYPES,
  CorrectionSeverity: vocabulary.CORRECTION_SEVERITIES,
  CorrectionReason: vocabulary.CORRECTION_REASONS,
  DateBasis: vocabulary.DATE_BASES,
  EntityKind: vocabulary.ENTITY_KINDS,
  HopRole: vocabulary.HOP_ROLES,
  HopScope: vocabulary.HOP_SCOPES,
  Modality: vocabulary.MODALITIES,
  NameRelation: vocabulary.NAME_RELATIONS,
  OccurrenceKind: vocabulary.OCCURRENCE_KINDS,
  QuoteScope: vocabulary.QUOTE_SCOPES,
  ReadingDecision: vocabulary.READING_DECISIONS,
  ResolutionOutcome: vocabulary.RESOLUTION_OUTCOMES,
  Role: ROLES,
  Severity: vocabulary.SEVERITIES,
  SourceKind: vocabulary.SOURCE_KINDS,
  Stance: vocabulary.STANCES,
  StatementRank: vocabulary.STATEMENT_RANKS,
  VerdictState: vocabulary.VERDICT_STATES,
  WorkState: vocabulary.WORK_STATES,
}
/** Enums that are nobody's word outside the database. */
const MECHANISM = ['InvitationPurpose']

test('every enum of Prisma is a list of the domain, and no list of the domain is without its enum', () => {
  expect(Object.keys(enums).sort()).toEqual([...Object.keys(LISTS), ...MECHANISM].sort())
  const lists = Object.values(vocabulary).filter((it) => Array.isArray(it))
  const inDatabase = new Set<unknown>(Object.values(LISTS))
  expect(lists.filter((it) => !inDatabase.has(it))).toEqual([vocabulary.LANGUAGES])
})

test.each(Object.entries(LISTS))(
  '%s: the domain, Prisma and PostgreSQL say the same, in the same order',
  async (name, list) => {
    expect(Object.values((enums as Record<string, object>)[name] ?? {})).toEqual(list)
    const { rows } = await asRole('superuser', null, (ask) =>
      ask(
        `SELECT e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = $1 ORDER BY e.enumsortorder`,
        [name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()],
      ),
    )
    expect(rows.map(({ enumlabel }) => enumlabel)).toEqual(list)
  },
)

test('the properties in the database are those of the domain, in column order', async () => {
  const rows = await deskDb().property.findMany({ orderBy: { ordinal: 'asc' } })
  expect(rows).toEqual(
    Object.entries(PROPERTIES).map(([code, { fr, en }], i) => ({ code, labelFr: fr, labelEn: en, ordinal: i + 1 })),
  )
})

test('the ratings in the database are those of the domain, and only the five of the axis have a number', async () => {
  const rows = await deskDb().rating.findMany({ orderBy: { ordinal: 'asc' } })
  expect(rows).toEqual(
    Object.entries(RATINGS).map(([code, it], i) => ({
      code,
      ordinal: i + 1,
      axisValue: it.axis,
      labelFr: it.fr,
      labelEn: it.en,
      definitionFr: it.definitionFr,
      definitionEn: it.definitionEn,
      isInForce: true,
    })),
  )
  expect(rows.flatMap(({ axisValue }) => axisValue ?? [])).toEqual([5, 4, 3, 2, 1])
})

test('the versions of the method in the database are those of the domain, one after another', async () => {
  const rows = await deskDb().methodologyVersion.findMany({ orderBy: { version: 'asc' } })
  expect(rows.map(({ version, since }) => ({ version, since: since.toISOString().slice(0, 10) }))).toEqual(
    METHOD_VERSIONS,
  )
  expect(METHOD_VERSIONS.map(({ version }) => version)).toEqual(METHOD_VERSIONS.map((_, i) => i + 1))
  const days: string[] = METHOD_VERSIONS.map(({ since }) => since)
  expect(days).toEqual([...days].sort())
})
