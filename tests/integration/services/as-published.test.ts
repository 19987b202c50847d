import { describe, expect, test } from 'vitest'
import { GET as claimsPage } from '@/app/[lang]/claims/route'
import { GET as conflictPage } from '@/app/[lang]/conflicts/[slug]/route'
import { GET as correctionsPage } from '@/app/[lang]/corrections/route'
import { GET as dispatchPage } from '@/app/[lang]/dispatches/[slug]/route'
import { GET as eventPage } from '@/app/[lang]/events/[slug]/route'
import { GET as homePage } from '@/app/[lang]/route'
import { GET as searchPage } from '@/app/[lang]/search/route'
import { GET as sourcePage } from '@/app/[lang]/sources/[slug]/route'
import { GET as statisticsPage } from '@/app/[lang]/statistics/route'
import { readAsKnown, readAsPublished } from '@/lib/data/as-known'
import { deskDb } from '@/lib/data/db'
import { changeEvent } from '@/lib/services/change-event'
import * as present from '@/lib/services/load-public'
import {
  loadPublicConflicts,
  loadPublicDispatches,
  loadPublicEvents,
  loadPublicVerdicts,
} from '@/lib/services/load-public-lists'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { press } from '@/lib/web/press'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import { asRole } from '@/tests/support/as-role'
import {
  aClaim,
  aConflict,
  anEvent,
  aPerson,
  aPublishedClaim,
  aReadVerdict,
  aSource,
  deskOf,
} from '@/tests/support/factories'
import '@/tests/support/with-sample'

type Page = (request: Request, context: { params: Promise<{ lang: string; slug: string }> }) => Promise<Response>
const ask = async (page: unknown, path: string) => {
  const [, lang = '', , slug = ''] = new URL(path, 'http://localhost').pathname.split('/')
  const answer = await (page as Page)(new Request(`http://localhost${path}`), {
    params: Promise.resolve({ lang, slug }),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
/** The time of the database, to the microsecond. */
const momentNow = async () => {
  const [row] = await deskDb().$queryRaw<{ at: string }[]>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`
  return row?.at ?? ''
}
const eventOf = (slug: string) => deskDb().event.findUniqueOrThrow({ where: { slug } })
const change = (sql: string, ...values: string[]) => asRole('superuser', 'x', (it) => it(sql, values))

describe('with a stranger’s eyes, the views of now', () => {
  const slugOf = (it: readonly { slug: string }[]) => it[0]?.slug ?? ''
  const pages: [string, (at?: string) => Promise<unknown>][] = [
    ['the front page', present.loadPublicHome],
    ['a dispatch', (at) => present.loadPublicDispatch(SAMPLE.dispatch.slug, at)],
    ...SAMPLE.events.map(({ slug }): [string, (at?: string) => Promise<unknown>] => [
      `the event ${slug}`,
      (at) => present.loadPublicEvent(slug, at),
    ]),
    ['a conflict', (at) => present.loadPublicConflict(slugOf(SAMPLE.conflicts), at)],
    ['the conflicts', (at) => loadPublicConflicts({ at })],
    ['the verdicts', (at) => loadPublicVerdicts({ at })],
    ['the dispatches', (at) => loadPublicDispatches({ at })],
    ['the events', (at) => loadPublicEvents({ at })],
    ['a source', (at) => present.loadPublicSource('abdou-dardar', at)],
    ['the corrections', present.loadPublicCorrections],
    ['the statistics', present.loadPublicStatistics],
    ['a search', (at) => present.loadPublicSearch('Konna', at)],
  ]
  test.each(pages)('show of %s what the stranger’s own role reads', async (_, load) => {
    // A draft, an unpublished claim and a suggested conflict are in the database beside them.
    await aClaim({ eventId: (await eventOf(slugOf(SAMPLE.events))).id })
    const now = await load()
    expect(now).toBeTruthy()
    expect(await load('2099-01-01T00:00:00Z')).toEqual(now)
  })

  test('give no row of a table that no policy opens, and none of a draft', async () => {
    await aClaim()
    const read = <T>(eyes: typeof readAsKnown, work: (db: ReturnType<typeof deskDb>) => Promise<T>) =>
      eyes('2099-01-01T00:00:00Z', work)
    const counts = async (db: ReturnType<typeof deskDb>) => ({
      people: await db.user.count(),
      notes: await db.annotation.count(),
      reviews: await db.review.count(),
      revisions: await db.revision.count(),
      mail: await db.notification.count(),
      drafts: await db.claim.count({ where: { publicAt: null } }),
      suggested: await db.conflict.count({ where: { status: { in: ['suggested', 'dismissed'] } } }),
      unread: await db.verdict.count({ where: { versions: { none: {} } } }),
    })
    await aReadVerdict((await aClaim()).id)
    expect((await read(readAsKnown, counts)).drafts).toBeGreaterThan(0)
    expect(Object.values(await read(readAsPublished, counts))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('a public page as of a moment', () => {
  test('has the words there were; the present page has the new ones', async () => {
    const event = await anEvent({ titleFr: 'Prise de la ville', titleEn: 'Capture of the town' })
    await aPublishedClaim({ eventId: event.id })
    const { slug, version } = await eventOf(event.slug)
    const before = await momentNow()
    await changeEvent(await deskOf(await aPerson({ role: 'editor' })), {
      eventId: event.id,
      version,
      titleFr: 'Combats en ville',
      titleEn: 'Fighting in town',
      when: {},
    })
    const past = await ask(eventPage, `/en/events/${slug}?at=${before}`)
    expect(past.status).toBe(200)
    expect(past.text).toContain('Capture of the town')
    expect(past.text).not.toContain('Fighting in town')
    expect(past.text).toContain('This page shows what was published on')
    expect(past.text).toContain(`<a href="/en/events/${slug}">The page as it is now</a>`)
    expect(past.text).toMatch(new RegExp(`<link rel="canonical" href="[^"?]*/en/events/${slug}"`))
    expect(past.text).toContain('<meta name="robots" content="noindex"')
    expect(past.headers.get('x-robots-tag')).toBe('noindex')
    const now = await ask(eventPage, `/en/events/${slug}`)
    expect(now.text).toContain('Fighting in town')
    expect(now.text).not.toContain('noindex')
  })

  test('does not know a decision that came later: the conflict is open', async () => {
    const conflict = await aConflict()
    for (const claim of conflict.claims) {
      const verdict = await aReadVerdict(claim.id)
      const editor = await deskOf(verdict.reader)
      await publishVerdict(editor, { verdictId: verdict.id, version: verdict.version }, press)
    }
    const saved = await deskDb().conflict.findUniqueOrThrow({ where: { id: conflict.id } })
    const before = await momentNow()
    const editor = await deskOf(await aPerson({ role: 'editor' }))
    await resolveConflict(editor, {
      conflictId: saved.id,
      version: saved.version,
      outcome: 'same_entity',
      rationaleFr: 'Deux graphies d’une ville.',
      rationaleEn: 'Two spellings of one town.',
    })
    const path = `/en/conflicts/${saved.slug}`
    expect((await ask(conflictPage, path)).text).toContain('Two spellings of one town.')
    const past = await ask(conflictPage, `${path}?at=${before}`)
    expect(past.status).toBe(200)
    expect(past.text).not.toContain('Two spellings of one town.')
  })

  test('shows no claim that was a draft then, although it is public now', async () => {
    const event = await anEvent()
    const first = await aPublishedClaim({ eventId: event.id })
    const later = await aClaim({ eventId: event.id })
    const before = await momentNow()
    const verdict = await aReadVerdict(later.id)
    await publishVerdict(await deskOf(verdict.reader), { verdictId: verdict.id, version: verdict.version }, press)
    expect((await ask(eventPage, `/en/events/${event.slug}`)).text).toContain(`/en/claims/${later.slug}`)
    const past = (await ask(eventPage, `/en/events/${event.slug}?at=${before}`)).text
    expect(past).toContain(`/en/claims/${first.slug}`)
    expect(past).not.toContain(`/en/claims/${later.slug}`)
  })

  test('shows nothing that was taken from readers since', async () => {
    const event = await anEvent()
    const gone = await aPublishedClaim({ eventId: event.id })
    const before = await momentNow()
    const past = () => ask(eventPage, `/en/events/${event.slug}?at=${before}`)
    expect((await past()).text).toContain(gone.slug)
    await change('update claims set discarded_at = now(), version = version + 1 where id = $1', gone.id)
    expect((await past()).text).not.toContain(gone.slug)
    await change('update events set discarded_at = now(), version = version + 1 where id = $1', event.id)
    expect((await past()).status).toBe(404)
  })

  test('a name protected since is in no page of any moment', async () => {
    const source = await aSource({ name: 'Zébulon Quetzal', kind: 'person' })
    const event = await anEvent()
    await aPublishedClaim({ eventId: event.id, chain: [{ sourceId: source.id, role: 'speaker' }] })
    const before = await momentNow()
    expect((await ask(eventPage, `/fr/events/${event.slug}?at=${before}`)).text).toContain('Zébulon Quetzal')
    await change(
      `update sources set version = version + 1, is_protected = true, name = 'Une source protégée' where id = $1`,
      source.id,
    )
    for (const [page, path] of [
      [eventPage, `/fr/events/${event.slug}`],
      [sourcePage, `/fr/sources/${source.slug}`],
      [homePage, '/fr'],
      [searchPage, '/fr/search?q=Konna'],
      [statisticsPage, '/fr/statistics'],
    ] as const)
      expect((await ask(page, `${path}${path.includes('?') ? '&' : '?'}at=${before}`)).text, path).not.toContain(
        'Quetzal',
      )
  })
})

describe('a moment with nothing to show', () => {
  const event = SAMPLE.events[0]?.slug ?? ''
  test('before anything was published: a thing’s page says so and is not found; a list is empty', async () => {
    for (const [page, path] of [
      [eventPage, `/en/events/${event}`],
      [conflictPage, `/en/conflicts/${SAMPLE.conflicts[0]?.slug}`],
      [sourcePage, '/en/sources/abdou-dardar'],
      [dispatchPage, `/en/dispatches/${SAMPLE.dispatch.slug}`],
    ] as const) {
      const past = await ask(page, `${path}?at=2020-01-01`)
      expect(past.status, path).toBe(404)
      expect(past.text, path).toContain('Nothing was published here on 1 January 2020')
    }
    for (const [page, path] of [
      [homePage, '/en'],
      [claimsPage, '/en/claims'],
      [correctionsPage, '/en/corrections'],
      [statisticsPage, '/en/statistics'],
      [searchPage, '/en/search'],
    ] as const) {
      const past = await ask(page, `${path}?at=2020-01-01`)
      expect(past.status, path).toBe(200)
      expect(past.text, path).toContain('This page shows what was published on 1 January 2020')
      expect(past.text, path).not.toContain('kona')
    }
  })

  test.each([
    ['en', 'hier', 'not a moment we can read'],
    ['fr', 'hier', 'pas un moment que nous savons lire'],
    ['en', '', 'not a moment we can read'],
    ['en', '2026-02-31', 'not a moment we can read'],
    ['en', '2999-01-01', 'has not come yet'],
    ['fr', '2999-01-01', 'pas encore venu'],
  ])('%s, at=%s is the mistake of whoever asks, told in their language', async (lang, at, said) => {
    for (const [page, path] of [
      [eventPage, `/${lang}/events/${event}`],
      [homePage, `/${lang}`],
      [searchPage, `/${lang}/search`],
    ] as const) {
      const answer = await ask(page, `${path}?at=${at}`)
      expect(answer.status, path).toBe(400)
      expect(answer.text, path).toContain(said)
    }
  })

  test('what is not public has no past, whatever is asked', async () => {
    const { eventId } = await aClaim()
    const { slug } = await deskDb().event.findUniqueOrThrow({ where: { id: eventId } })
    for (const at of ['hier', '2999-01-01', await momentNow()])
      expect((await ask(eventPage, `/en/events/${slug}?at=${at}`)).status).toBe(404)
  })
})
