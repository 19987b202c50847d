import { beforeAll, describe, expect, test } from 'vitest'
import { GET as claimsAfter } from '@/app/[lang]/claims/after/[after]/route'
import { GET as dispatchPart } from '@/app/[lang]/dispatches/[slug]/parts/[part]/route'
import { GET as eventsAfter } from '@/app/[lang]/events/after/[after]/route'
import { claimsWithVerdict } from '@/lib/data/claims'
import { conflictRecords } from '@/lib/data/conflicts'
import { publicDb } from '@/lib/data/db'
import { dispatchesWithCounts } from '@/lib/data/dispatches'
import { eventBriefs } from '@/lib/data/events'
import { loadPublicDispatch } from '@/lib/services/load-public'
import { loadSample } from '@/seeds/load-sample'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import { asRole } from '@/tests/support/as-role'
import { aClaim, aDispatch } from '@/tests/support/factories'

beforeAll(async () => {
  await loadSample(SAMPLE, () => undefined)
}, 240_000)

describe('a list walked page after page, a row at a time', () => {
  const db = publicDb()
  type Row = { id: string }
  const lists: Record<string, (take: number, after: string | null) => Promise<Row[]>> = {
    verdicts: async (take, after) =>
      (await claimsWithVerdict(db, take, after)).map(({ versionId }) => ({ id: versionId })),
    conflicts: (take, after) => conflictRecords(db, {}, take, after),
    dispatches: (take, after) => dispatchesWithCounts(db, 'stranger', { take, after }),
    events: (take, after) => eventBriefs(db, take, after),
  }
  test.each(Object.entries(lists))('of %s shows every row once, in the order of the whole list', async (_, read) => {
    const all = (await read(500, null)).map(({ id }) => id)
    const walked: string[] = []
    for (let after: string | null = null; walked.length <= all.length; ) {
      const [row]: Row[] = await read(1, after)
      if (!row) break
      walked.push(row.id)
      after = row.id
    }
    expect(all.length).toBeGreaterThan(0)
    expect(walked).toEqual(all)
    expect(await read(5, '01900000-0000-7000-8000-000000000000')).toEqual([])
  })

  test('an address that begins after nothing there is is not found', async () => {
    const ask = async (page: typeof claimsAfter, list: string, after: string) =>
      (
        await page(new Request(`http://localhost/fr/${list}/after/${after}`), {
          params: Promise.resolve({ lang: 'fr', after }),
        })
      ).status
    expect(await ask(claimsAfter, 'claims', '01900000-0000-7000-8000-000000000000')).toBe(404)
    expect(await ask(claimsAfter, 'claims', 'page-2')).toBe(404)
    expect(await ask(eventsAfter, 'events', '01900000-0000-7000-8000-000000000000')).toBe(404)
  })
})

describe('a long dispatch', () => {
  const line = (n: number) => `Alinéa ${n} : ${'les combats ont repris autour de la ville. '.repeat(12)}\n\n`
  const text = Array.from({ length: 120 }, (_, n) => line(n)).join('')
  let slug = ''
  const partPage = (part: string) =>
    dispatchPart(new Request(`http://localhost/fr/dispatches/${slug}/parts/${part}`), {
      params: Promise.resolve({ lang: 'fr', slug, part }),
    })

  beforeAll(async () => {
    const dispatch = await aDispatch({ text })
    for (const exact of ['Alinéa 3 ', 'Alinéa 100 '])
      await aClaim({ dispatchVersionId: dispatch.versionId, quote: { exact } })
    slug = dispatch.slug
    await asRole('superuser', 'x', async (ask) => {
      await ask('update dispatches set public_at = now(), version = version + 1 where id = $1', [dispatch.id])
      await ask(
        'update claims set public_at = now(), version = version + 1 where id in (select claim_id from live_passages where dispatch_id = $1)',
        [dispatch.id],
      )
      await ask(
        'update sources set public_at = now(), version = version + 1 where public_at is null and not is_protected',
      )
    })
  }, 120_000)

  test('is read in parts that joined are the text, each passage in the part where it stands', async () => {
    const first = await loadPublicDispatch(slug)
    const parts = [first]
    for (let n = 2; n <= (first?.part.of ?? 0); n++) parts.push(await loadPublicDispatch(slug, undefined, n))
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.map((it) => it?.text).join('')).toBe(text)
    const marked = parts.flatMap((it) => it?.occurrences.map(({ start, end }) => it.text.slice(start, end)) ?? [])
    expect(marked).toEqual(['Alinéa 3 ', 'Alinéa 100 '])
    expect(first?.total).toBe(2)
    expect(await loadPublicDispatch(slug, undefined, parts.length + 1)).toBeNull()
  })

  test('has an address for each part but the first, which has its own, and none beyond the last', async () => {
    const page = await partPage('2')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`href="/fr/dispatches/${slug}/parts/3"`)
    for (const part of ['0', '1', '02', '99', 'x']) expect((await partPage(part)).status, part).toBe(404)
  })
})
