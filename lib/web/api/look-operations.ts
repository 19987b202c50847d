import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Scope } from '@/lib/domain/api-token'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { NOTE_TARGETS } from '@/lib/domain/note'
import { REPORT_KINDS, REPORT_STATES } from '@/lib/domain/report'
import { REVISED_KINDS } from '@/lib/domain/revision'
import { cursorText, readCursor, readSearch, type SearchQuery } from '@/lib/domain/search-query'
import { FindOnDesk, findOnDesk } from '@/lib/services/find-on-desk'
import { FindSimilarClaims, findSimilarClaims } from '@/lib/services/find-similar-claims'
import { loadDeskReports } from '@/lib/services/load-desk-reports'
import { loadDeskSearch } from '@/lib/services/load-desk-search'
import { LoadDraft, loadDraft } from '@/lib/services/load-draft'
import { loadHistory } from '@/lib/services/load-history'
import { loadJobs } from '@/lib/services/load-jobs'
import { loadNotifications } from '@/lib/services/load-notifications'
import { LoadPairs, loadPairs } from '@/lib/services/load-pairs'
import { loadPeople } from '@/lib/services/load-people'
import { loadSuggestions } from '@/lib/services/load-suggestions'
import { loadThread } from '@/lib/services/load-thread'
import { ID, type Operation } from './operation'

type Look<S extends z.ZodObject> = Pick<Operation, 'id' | 'path' | 'tag' | 'summary' | 'example'> & {
  input: S
  scope?: Scope
  run: (desk: Desk<PrismaClient>, input: z.output<S>) => Promise<unknown>
}
/** What a page of the desk shows besides its records, as the page is given it. */
const look = <S extends z.ZodObject>({ scope = 'read', run, ...it }: Look<S>): Operation => ({
  ...it,
  scope,
  method: 'GET',
  isOpen: false,
  status: 200,
  answer: z.looseObject({}),
  run: (desk, raw: unknown) => run(desk, readInput(it.input, raw)),
})
const Nobody = z.strictObject({})

/** Begins the cursor of the page before a row; one without it is of the page after. */
const BACK = 'back.'
function pageOf(query: SearchQuery, cursor: string) {
  const isBack = cursor.startsWith(BACK)
  const row = readCursor(query, isBack ? cursor.slice(BACK.length) : cursor)
  if (row === null) throw invalid({ field: 'cursor', reason: 'not_a_choice' })
  return isBack ? { back: row } : { after: row }
}

export const LOOK_OPERATIONS: Operation[] = [
  look({
    id: 'loadDeskSearch',
    path: '/search',
    tag: 'search',
    summary:
      'Search claims as the desk does: words, phrases, source:, verdict:, place:, before:; best first, with facets.',
    input: z.strictObject({
      q: z.string().max(1_000),
      cursor: z.string().max(500).optional().describe('Which page: prev or next of another, or from its Link'),
    }),
    example: { q: 'Konna verdict:true' },
    async run(desk, { q, cursor }) {
      const query = readSearch(q)
      const page = cursor === undefined ? null : pageOf(query, cursor)
      const { next, previous, ...found } = await loadDeskSearch(desk, query, page)
      return {
        ...found,
        prev: previous && BACK + cursorText(query, previous),
        next: next && cursorText(query, next),
      }
    },
  }),
  look({
    id: 'findOnDesk',
    path: '/desk-search',
    tag: 'search',
    summary: 'Find claims, conflicts, dispatches, events and sources that hold these words.',
    input: FindOnDesk,
    example: { q: 'Konna' },
    run: async (desk, input) => ({ items: await findOnDesk(desk, input) }),
  }),
  look({
    id: 'findSimilarClaims',
    path: '/similar-claims',
    tag: 'search',
    summary: 'Find claims, and reviews of others, that are like a text.',
    input: FindSimilarClaims,
    example: { text: 'Les islamistes ont pris la ville de Konna.' },
    run: findSimilarClaims,
  }),
  look({
    id: 'loadPairs',
    path: '/pairs',
    tag: 'suggestions',
    summary: 'List what the rules propose about two claims and nobody has decided.',
    input: LoadPairs,
    example: { claimId: ID },
    run: loadPairs,
  }),
  look({
    id: 'loadSuggestions',
    path: '/dispatch-versions/{dispatchVersionId}/suggestions',
    tag: 'suggestions',
    summary: 'List what is proposed about one text.',
    input: z.strictObject({ dispatchVersionId: uuid() }),
    example: { dispatchVersionId: ID },
    run: (desk, { dispatchVersionId }) => loadSuggestions(desk, dispatchVersionId),
  }),
  look({
    id: 'loadHistory',
    path: '/revisions/{entity}/{id}',
    tag: 'revisions',
    summary: 'List every version of a thing: who, when, why and what changed.',
    input: z.strictObject({ entity: z.enum(REVISED_KINDS), id: uuid() }),
    example: { entity: 'claims', id: ID },
    run: loadHistory,
  }),
  look({
    id: 'loadThread',
    path: '/notes/{kind}/{id}',
    tag: 'notes',
    summary: 'List the notes on one thing, each with its answers.',
    input: z.strictObject({ kind: z.enum(NOTE_TARGETS), id: uuid() }),
    example: { kind: 'claim', id: ID },
    run: loadThread,
  }),
  look({
    id: 'loadDeskReports',
    path: '/reports',
    tag: 'reports',
    summary: 'List what readers reported, without how to reach them.',
    input: z.strictObject({ state: z.enum(REPORT_STATES).optional(), kind: z.enum(REPORT_KINDS).optional() }),
    example: { state: 'received' },
    run: async (desk, { state = null, kind = null }) => {
      const { reports, counts } = await loadDeskReports(desk, { state, kind })
      return { items: reports, counts: Object.fromEntries(counts) }
    },
  }),
  look({
    id: 'loadNotifications',
    path: '/notifications',
    tag: 'account',
    summary: 'List what you were told, and how much of it is unread.',
    input: z.strictObject({
      isSeen: z.stringbool().optional(),
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
    }),
    example: {},
    run: (desk, { isSeen = false, after }) =>
      loadNotifications(desk, after === undefined ? null : { isSeen, id: after }),
  }),
  look({
    id: 'loadDraft',
    path: '/drafts/{key}',
    tag: 'account',
    summary: 'Read a draft of yours.',
    input: LoadDraft,
    example: { key: `claim:${ID}` },
    run: async (desk, input) => ({ draft: await loadDraft(desk, input) }),
  }),
  look({
    id: 'loadJobs',
    path: '/jobs',
    tag: 'jobs',
    summary: 'List the latest jobs and how far they are.',
    input: Nobody,
    example: {},
    run: (desk) => loadJobs(desk),
  }),
  look({
    id: 'loadPeople',
    path: '/people',
    tag: 'people',
    summary: 'List the people of the newsroom, open invitations and settings.',
    scope: 'manage',
    input: Nobody,
    example: {},
    run: (desk) => loadPeople(desk),
  }),
]
