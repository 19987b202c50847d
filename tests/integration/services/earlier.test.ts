import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { claimPath } from '@/lib/present/addresses'
import { documentMemory, prepared } from '@/lib/web/document-memory'
import { earlierAsked, earlierPage } from '@/lib/web/earlier-page'
import { createFront } from '@/lib/web/front'
import { asRole } from '@/tests/support/as-role'
import { aClaim, aPublishedClaim } from '@/tests/support/factories'

const ask = async (slug: string, query: string) => {
  const url = `http://localhost${claimPath('en', slug)}?${query}`
  const question = earlierAsked(url)
  if (!question) throw new Error('asks for the present')
  const answer = await earlierPage(new Request(url), { lang: 'en', slug }, question)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const slugOf = async (id: string) => (await deskDb().claim.findUniqueOrThrow({ where: { id } })).slug

test('a version is answered byte for byte: its hash is the one that was published', async () => {
  const slug = await slugOf((await aPublishedClaim()).id)
  const kept = await deskDb().publication.findFirstOrThrow({ where: { address: claimPath('en', slug) } })
  const { text, headers } = await ask(slug, 'version=1')
  expect(createHash('sha256').update(text).digest('hex')).toBe(Buffer.from(kept.sha256).toString('hex'))
  expect(headers.get('x-robots-tag')).toBe('noindex')
  expect((await ask(slug, 'version=2')).text).toContain('no published version with that number')
})

test('a moment shows what was in force then, and says so above it', async () => {
  const slug = await slugOf((await aPublishedClaim()).id)
  const kept = await deskDb().publication.findFirstOrThrow({ where: { address: claimPath('en', slug) } })
  const { text, headers } = await ask(slug, `at=${new Date().toISOString().slice(0, 10)}`)
  expect(text).toContain('This page is version 1, the one in force on')
  expect(text.replace(/<p class="banner" role="note">.*?<\/p>/s, '')).toBe(Buffer.from(kept.body).toString())
  expect(headers.get('cache-control')).not.toMatch(/stale|max-age=[1-9]\d/)
})

test('before the first publication there was nothing; the future and nonsense are told apart', async () => {
  const slug = await slugOf((await aPublishedClaim()).id)
  expect((await ask(slug, 'at=2020-01-01T08:00:00Z')).text).toContain('Nothing was published here on 1 January 2020')
  expect((await ask(slug, 'at=2999-01-01')).text).toContain('has not come yet')
  expect((await ask(slug, 'at=2026-02-31')).text).toContain('not a moment we can read')
})

test('a claim that is not public, or no longer, has no past either', async () => {
  expect((await ask(await slugOf((await aClaim()).id), 'at=2026-01-01')).status).toBe(404)
  const gone = await aPublishedClaim()
  const slug = await slugOf(gone.id)
  await asRole('superuser', 'x', (it) =>
    it('update claims set discarded_at = now(), version = version + 1 where id = $1', [gone.id]),
  )
  for (const query of ['version=1', 'at=2026-11-30', `at=${new Date().toISOString().slice(0, 10)}`])
    expect((await ask(slug, query)).status).toBe(404)
})

test('the front answers the present from memory whatever else is asked, and leaves an earlier page to Next', () => {
  const memory = documentMemory()
  memory.isListening = true
  const bytes = Buffer.from('now')
  const path = '/en/claims/kona'
  memory.keep(prepared(path, '"a"', { identity: bytes, gzip: bytes, br: bytes }, []), memory.generation)
  const response = { writeHead: () => undefined, end: () => undefined }
  const answers = (query: string) =>
    createFront(undefined).answer({ method: 'GET', url: path + query, headers: {} } as never, response as never)
  expect(['', '?from=feed', '?format=x'].map(answers)).toEqual([true, true, true])
  expect(['?at=2026-01-01', '?version=1', '?from=feed&at=2026-01-01'].map(answers)).toEqual([false, false, false])
  for (const other of ['/en', '/en/events', '/en/events/kona']) {
    memory.keep(prepared(other, '"b"', { identity: bytes, gzip: bytes, br: bytes }, []), memory.generation)
    const answered = (query: string) =>
      createFront(undefined).answer({ method: 'GET', url: other + query, headers: {} } as never, response as never)
    expect(['', '?from=feed', '?at=2026-01-01'].map(answered), other).toEqual([true, true, false])
  }
})
