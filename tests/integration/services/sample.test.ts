import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { firstAuditFault } from '@/lib/data/audit-log'
import { deskDb, poolOf, publicDb } from '@/lib/data/db'
import {
  loadPublication,
  loadPublicClaim,
  loadPublicConflict,
  loadPublicDispatch,
  loadPublicEvent,
} from '@/lib/services/load-public'
import { createFront } from '@/lib/web/front'
import { loadSample } from '@/seeds/load-sample'
import { SAMPLE } from '@/seeds/mali-2013/sample'

const text = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
const counts = async () => {
  const db = deskDb()
  return {
    dispatches: await db.dispatch.count(),
    sources: await db.source.count(),
    events: await db.event.count(),
    claims: await db.claim.count(),
    occurrences: await db.occurrence.count(),
    statements: await db.statement.count(),
    conflicts: await db.conflict.count(),
    evidence: await db.evidence.count(),
    versions: await db.verdictVersion.count(),
    publications: await db.publication.count(),
    audit: await db.auditEntry.count(),
  }
}

beforeAll(async () => {
  await loadSample(SAMPLE, () => undefined)
}, 60_000)

describe('the sample', () => {
  test('has what the careful reading has', async () => {
    expect(await counts()).toMatchObject({
      dispatches: 1,
      sources: 12,
      events: 8,
      claims: 49,
      occurrences: 49,
      conflicts: 28,
      evidence: 5,
    })
  })

  test('loaded again changes nothing', async () => {
    const before = await counts()
    await loadSample(SAMPLE, () => undefined)
    expect(await counts()).toEqual(before)
  })

  test('quotes the text letter for letter at every place, with both spellings', async () => {
    const anchors = await deskDb().anchor.findMany({ where: { occurrences: { some: {} } } })
    expect(anchors).toHaveLength(49)
    for (const { start, end, exact } of anchors) expect(exact).toBe(text.slice(start, end))
    const names = await deskDb().name.findMany({ where: { form: { in: ['Kona', 'Konna'] } } })
    expect(names.filter(({ form }) => form === 'Kona')).toHaveLength(6)
    expect(names.filter(({ form }) => form === 'Konna')).toHaveLength(1)
  })

  test('links Kona and Konna and merges neither', async () => {
    const link = await deskDb().entityLink.findFirstOrThrow({
      where: { relation: 'same', from: { slug: { in: ['kona', 'konna'] } }, to: { slug: { in: ['kona', 'konna'] } } },
    })
    expect(link.authority).toContain('2454857')
    expect(link.endedAt).toBeNull()
    expect([link.reasonFr, link.reasonEn]).not.toContain(null)
  })

  test('writes what it notes in French and in English, each in its own place', async () => {
    const pieces = await deskDb().evidence.findMany({ include: { links: true } })
    const relations = await deskDb().claimRelation.findMany()
    const noted = [...pieces, ...pieces.flatMap(({ links }) => links), ...relations]
    expect(noted.length).toBeGreaterThan(10)
    for (const { noteFr, noteEn } of noted) {
      expect(noteFr).toBeTruthy()
      expect(noteEn).toBeTruthy()
      expect(noteFr).not.toBe(noteEn)
      expect(`${noteFr}${noteEn}`).not.toMatch(/\n\n| · /)
    }
    const [version] = await deskDb().verdictVersion.findMany({ where: { noEvidenceReasonFr: { not: null } } })
    expect(version?.noEvidenceReasonEn).toBeTruthy()
  })

  test('settles X01 and X02 in public and leaves X08 and X09 open', async () => {
    const rows = await deskDb().conflict.findMany({
      where: { ref: { in: ['X01', 'X02', 'X08', 'X09'] } },
      orderBy: { ref: 'asc' },
      include: { resolutions: true },
    })
    expect(rows.map(({ ref, status }) => `${ref} ${status}`)).toEqual([
      'X01 resolved',
      'X02 resolved',
      'X08 open',
      'X09 open',
    ])
    for (const { resolutions } of rows.slice(0, 2)) {
      expect(resolutions[0]?.rationaleFr).toBeTruthy()
      expect(resolutions[0]?.rationaleEn).toBeTruthy()
    }
  })

  test('gives every occurrence a chain, in order, ending with who published', async () => {
    const occurrences = await deskDb().occurrence.findMany({
      include: { hops: { orderBy: { position: 'asc' }, include: { source: true } }, claim: true },
    })
    for (const { hops, claim } of occurrences) {
      expect(
        hops.map(({ position }) => position),
        claim.ref,
      ).toEqual(hops.map((_, i) => i + 1))
      expect(hops.at(-1)?.source.name, claim.ref).toBe('FRANCE 24')
    }
    const dardar = occurrences.find(({ claim }) => claim.ref === 'C14')
    expect(dardar?.hops.map(({ source, role }) => `${source.name} (${role})`).join(' > ')).toBe(
      'Abdou Dardar (speaker) > interprète nigérien (interpreter) > AFP (agency) > FRANCE 24 (outlet)',
    )
    const konna = occurrences.find(({ claim }) => claim.ref === 'C29')
    expect(konna?.hops.find(({ source }) => source.name === 'Le Figaro')?.scope).toBe('ambiguous')
  })

  test('is remembered in a log that holds from its first row to its last', async () => {
    expect(await firstAuditFault(deskDb())).toBeNull()
  })

  test('publishes verdicts whose hash is the one in the log', async () => {
    const publications = await deskDb().publication.findMany()
    expect(publications.length).toBeGreaterThanOrEqual(10)
    const log = (await deskDb().auditEntry.findMany({ where: { action: 'verdict.published' } }))
      .map(({ payload }) => payload)
      .join()
    for (const { sha256 } of publications) expect(log).toContain(Buffer.from(sha256).toString('hex'))
  })
})

describe('a stranger', () => {
  test('reads the published documents', async () => {
    const document = await loadPublication('/fr/claims/ansar-dine-controle-kona-presque-en-totalite')
    if (!document) throw new Error('nothing is published there')
    const body = gunzipSync(document.gzip)
    expect(createHash('sha256').update(body).digest()).toEqual(document.sha256)
    expect(brotliDecompressSync(document.brotli)).toEqual(body)
    expect(body.toString('utf8')).toContain('Nous contrôlons la cité presque en totalité.')
  })

  test('gets them from the front when nobody remembers them: read once for a hundred who ask at once', async () => {
    const front = createFront(process.env.DATABASE_URL)
    const path = '/fr/claims/ansar-dine-controle-kona-presque-en-totalite'
    const pool = poolOf('app_public')
    const query = vi.spyOn(pool, 'query')
    const sent: unknown[] = []
    const statuses: number[] = []
    const ask = (url: string) =>
      front.answerPublished(
        { method: 'GET', url, headers: {} } as never,
        {
          req: { method: 'GET' },
          writeHead: (status: number) => statuses.push(status),
          end: (body: unknown) => sent.push(body),
        } as never,
      )
    expect(await Promise.all(Array.from({ length: 100 }, () => ask(path)))).toEqual(Array(100).fill(true))
    expect(query).toHaveBeenCalledTimes(1)
    query.mockRestore()
    const plain = gunzipSync((await loadPublication(path))?.gzip ?? '')
    // As bytes: told apart number by number, five million of them take half a minute.
    expect(sent.map((body) => plain.equals(body as Buffer))).toEqual(Array(100).fill(true))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await ask('/en/claims/nobody')).toBe(true)
    expect(statuses.at(-1)).toBe(404)
    expect(String(sent.at(-1))).toContain('lang="en"')
    const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { ref: 'C09' } })
    for (const other of [`/fr/claims/${slug}`, `${path}?at=2026-01-01`, '/fr/dispatches/mali-kona-france-24'])
      expect(await ask(other), other).toBe(false)
  })

  test('reads the dispatch with its 49 marks, the matrix and both sides of a conflict', async () => {
    const dispatch = await loadPublicDispatch('mali-kona-france-24')
    expect(dispatch?.text).toBe(text)
    expect(dispatch?.occurrences).toHaveLength(49)
    const event = await loadPublicEvent('prise-de-kona-konna')
    expect(event?.rows.length).toBeGreaterThan(20)
    expect(event?.properties).toContain('extent')
    const conflict = await loadPublicConflict('kona-ou-konna')
    expect(conflict?.positions.map(({ value }) => value)).toEqual(['Kona', 'Konna'])
  })

  test('does not see a verdict that is only drafted or being read', async () => {
    for (const ref of ['C09', 'C47']) {
      const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { ref } })
      expect((await loadPublicClaim(slug))?.verdict, ref).toBeNull()
    }
    expect(await publicDb().verdict.count()).toBe(6)
  })
})
