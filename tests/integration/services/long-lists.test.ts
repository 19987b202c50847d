import { beforeAll, describe, expect, test } from 'vitest'
import { GET as claimsAfter } from '@/app/[lang]/claims/after/[after]/route'
import { GET as dispatchPart } from '@/app/[lang]/dispatches/[slug]/parts/[part]/route'
import { GET as passage } from '@/app/[lang]/dispatches/[slug]/passages/[id]/route'
import { GET as eventsAfter } from '@/app/[lang]/events/after/[after]/route'
import { occurrenceSelect } from '@/lib/data/briefs'
import { claimsWithVerdict } from '@/lib/data/claims'
import { conflictRecords } from '@/lib/data/conflicts'
import { deskDb, publicDb } from '@/lib/data/db'
import { dispatchesWithCounts } from '@/lib/data/dispatches'
import { eventBriefs } from '@/lib/data/events'
import { occurrenceViews } from '@/lib/data/occurrence-views'
import { passagePath } from '@/lib/present/addresses'
import { verdictDocument } from '@/lib/present/documents/verdict-document'
import { loadDeskReading, type ReadingPlace } from '@/lib/services/load-desk-reading'
import { loadPublicClaim, loadPublicDispatch } from '@/lib/services/load-public'
import { documentContext } from '@/lib/web/public-document'
import { loadSample } from '@/seeds/load-sample'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import { asRole } from '@/tests/support/as-role'
import { aClaim, aDispatch, aPerson, deskOf } from '@/tests/support/factories'

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
  let [slug, versionId] = ['', '']
  const db = deskDb()
  type Linked = { id: string; claim: { slug: string; ref: string } }
  const partPage = (part: string) =>
    dispatchPart(new Request(`http://localhost/fr/dispatches/${slug}/parts/${part}`), {
      params: Promise.resolve({ lang: 'fr', slug, part }),
    })

  beforeAll(async () => {
    const dispatch = await aDispatch({ text })
    for (const exact of ['Alinéa 3 ', 'Alinéa 100 '])
      await aClaim({ dispatchVersionId: dispatch.versionId, quote: { exact } })
    slug = dispatch.slug
    versionId = dispatch.versionId
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

  test('is entered at a passage: whoever follows a link to one comes to its mark, in whichever part that is by now', async () => {
    const [near, far] = (await db.occurrence.findMany({
      where: { anchor: { dispatchVersion: { dispatch: { slug } } } },
      select: { id: true, claim: { select: { slug: true, ref: true } } },
      orderBy: { anchor: { start: 'asc' } },
    })) as [Linked, Linked]
    const link = (it: Linked) => `/fr/dispatches/${slug}/passages/${it.id}`
    const claim = await loadPublicClaim(far.claim.slug)
    if (!claim) throw new Error('no claim')
    const html = verdictDocument(claim, documentContext('fr'))
    expect(html).toContain(`href="${link(far)}"`)
    expect(html).not.toContain(`href="/fr/dispatches/${slug}#`)
    const to = async (id: string, its = slug) => {
      const params = Promise.resolve({ lang: 'fr', slug: its, id })
      const answer = await passage(new Request(`http://localhost/fr/dispatches/${its}/passages/${id}`), { params })
      return [answer.status, answer.headers.get('location')]
    }
    expect(await to(near.id)).toEqual([302, `/fr/dispatches/${slug}#${near.claim.ref}`])
    const [status, location] = await to(far.id)
    const part = new RegExp(`^/fr/dispatches/${slug}/parts/(\\d+)#${far.claim.ref}$`).exec(String(location))?.[1]
    expect([status, Number(part)]).toEqual([302, expect.any(Number)])
    expect(await (await partPage(String(part))).text()).toMatch(new RegExp(`<mark[^>]* id="${far.claim.ref}"`))
    expect((await to('C14'))[0]).toBe(404)
    expect((await to(far.id, 'another-dispatch'))[0]).toBe(404)
    // Nor is the desk's own reading without its mark: it marks so many passages at once, and begins there when that is too few.
    const reading = async (place?: ReadingPlace) =>
      (await loadDeskReading(await deskOf(await aPerson()), slug, place)).record.occurrences.map(({ id }) => id)
    expect(await reading({ passage: far.id })).toEqual([near.id, far.id])
    expect(await reading({ from: 10_000 })).toEqual([far.id])
    // Nobody is led to what they may not read.
    const draft = await aClaim({ dispatchVersionId: versionId, quote: { exact: 'Alinéa 101 ' } })
    const { id } = await db.occurrence.findFirstOrThrow({ where: { claimId: draft.id } })
    expect((await to(id))[0]).toBe(404)
  })

  test('of ordinary length but with very many passages is entered the same way; any other keeps its one address', async () => {
    const linkOf = async (dispatchVersionId: string) => {
      const { occurrenceId } = await aClaim({ dispatchVersionId, quote: { exact: 'Un fait.' } })
      return async () => {
        const rows = await db.occurrence.findMany({ where: { id: occurrenceId }, select: occurrenceSelect })
        return (await occurrenceViews(db, rows)).map((it) =>
          passagePath('en', it).replace(it.id, 'ID').replace(it.claim.ref, 'REF'),
        )
      }
    }
    const dense = await aDispatch({ text: `Un fait.\n${'Il en est question ici. \n'.repeat(160)}` })
    const link = await linkOf(dense.versionId)
    expect(await link()).toEqual([`/en/dispatches/${dense.slug}#REF`])
    await asRole('superuser', 'x', (ask) =>
      ask(
        `insert into occurrences (id, claim_id, anchor_id, kind)
         select gen_random_uuid(), p.claim_id, p.anchor_id, 'narration' from live_passages p, generate_series(1, 375) where p.dispatch_id = $1`,
        [dense.id],
      ),
    )
    expect(await link()).toEqual([`/en/dispatches/${dense.slug}/passages/ID`])
  })

  test('has an address for each part but the first, which has its own, and none beyond the last', async () => {
    const page = await partPage('2')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`href="/fr/dispatches/${slug}/parts/3"`)
    for (const part of ['0', '1', '02', '99', 'x']) expect((await partPage(part)).status, part).toBe(404)
  })
})
