import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/claims-search/route'
import { deskDb, transactionAs } from '@/lib/data/db'
import { claimsSearch } from '@/lib/web/claims-search'
import { aClaim, aDispatch, aPublishedClaim, aSource } from '@/tests/support/factories'

type Answer = {
  claims: {
    text: string
    claimant?: string
    claimDate?: string
    claimReview: {
      publisher: { name: string; site: string }
      url: string
      title: string
      reviewDate: string
      textualRating: string
      languageCode: string
    }[]
  }[]
  nextPageToken?: string
}
const ask = (asked: Record<string, string>) =>
  GET(new Request(`https://host/v1alpha1/claims:search?${new URLSearchParams(asked)}`))
const answerTo = async (asked: Record<string, string>) => (await ask(asked)).json() as Promise<Answer>
const problemOf = async (asked: Record<string, string>) => {
  const response = await ask(asked)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(((await response.json()) as { status: number }).status).toBe(response.status)
  return response.status
}
const pageOf = (claim: { slug: string }) => `http://localhost:3000/fr/claims/${claim.slug}`
const addressesIn = ({ claims }: Answer) => claims.map(({ claimReview }) => claimReview[0]?.url)
const published = async (n: number) => {
  const made = []
  for (let i = 0; i < n; i++) made.push(await aPublishedClaim({ statementFr: `Le barrage ${i} a cédé.` }))
  return made
}

let dams: Awaited<ReturnType<typeof published>>
beforeAll(async () => {
  dams = await published(13)
}, 180_000)

describe('claims:search', () => {
  test('gives ten a page by default; walking the tokens yields each claim once while claims are published', async () => {
    const seen: (string | undefined)[] = []
    let token = ''
    for (let page = 0; page < 10; page++) {
      const answer = await answerTo({ query: 'barrage', languageCode: 'fr', ...(token && { pageToken: token }) })
      if (page === 0) {
        expect(answer.claims).toHaveLength(10)
        await published(2)
      }
      seen.push(...addressesIn(answer))
      token = answer.nextPageToken ?? ''
      if (token === '') break
    }
    expect(token).toBe('')
    expect(seen).toHaveLength(new Set(seen).size)
    for (const dam of dams) expect(seen).toContain(pageOf(dam))
  })

  test('says who claims what and when, and each review in the words of its page', async () => {
    const speaker = await aSource({ name: 'Abdou Dardar', kind: 'person' })
    const claim = await aPublishedClaim({
      quote: { exact: 'ont pris Kona 😀' },
      statementFr: 'La digue tient.',
      chain: [{ sourceId: speaker.id, role: 'speaker' }],
      when: { edtf: '2013-01-10', basis: 'stated' },
    })
    const { claims } = await answerTo({ query: '"digue tient"' })
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({
      text: 'ont pris Kona 😀',
      claimant: 'Abdou Dardar',
      claimDate: '2013-01-10T00:00:00Z',
    })
    expect(claims[0]?.claimReview.map(({ languageCode, textualRating }) => [languageCode, textualRating])).toEqual([
      ['fr', 'Contesté'],
      ['en', 'Disputed'],
    ])
    expect(claims[0]?.claimReview[0]).toMatchObject({ url: pageOf(claim), publisher: { site: 'localhost' } })
    expect(claims[0]?.claimReview[0]?.title).toContain('La digue tient.')
    expect(Date.parse(claims[0]?.claimReview[0]?.reviewDate ?? '')).not.toBeNaN()
  })

  test('a region is not looked at, and a language we do not write has no reviews', async () => {
    const { claims } = await answerTo({ query: 'barrage', languageCode: 'en-GB', pageSize: '1' })
    expect(claims[0]?.claimReview.map(({ languageCode }) => languageCode)).toEqual(['en'])
    expect(await answerTo({ query: 'barrage', languageCode: 'de' })).toEqual({ claims: [] })
  })

  test('our site is a publisher with or without www., another site has nothing', async () => {
    expect((await answerTo({ reviewPublisherSiteFilter: 'www.localhost', pageSize: '3' })).claims).toHaveLength(3)
    expect(await answerTo({ reviewPublisherSiteFilter: 'nytimes.com' })).toEqual({ claims: [] })
  })

  test('an old review is left out by maxAgeDays, and offset skips', async () => {
    const all = addressesIn(await answerTo({ query: 'barrage', languageCode: 'fr', pageSize: '100' }))
    const some = { query: 'barrage', languageCode: 'fr', pageSize: '100' }
    expect(addressesIn(await answerTo({ ...some, maxAgeDays: '1' }))).toEqual(all)
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000)
    const later = await claimsSearch(new Request('https://host/?query=barrage&maxAgeDays=2'), inThreeDays)
    expect(await later.json()).toEqual({ claims: [] })
    expect(addressesIn(await answerTo({ ...some, offset: '2' }))).toEqual(all.slice(2))
  })

  test('knows neither a draft nor a withdrawn verdict', async () => {
    const { versionId } = await aDispatch()
    await aClaim({ dispatchVersionId: versionId, statementFr: 'Le phare est éteint.' })
    const gone = await aPublishedClaim({ statementFr: 'Le phare est allumé.' })
    expect((await answerTo({ query: 'phare' })).claims).toHaveLength(1)
    const withdrawn = { state: 'withdrawn', version: { increment: 1 } } as const
    await transactionAs(deskDb(), gone.verdict.reader.id, (tx) =>
      tx.verdict.update({ where: { id: gone.verdict.id }, data: withdrawn }),
    )
    expect(await answerTo({ query: 'phare' })).toEqual({ claims: [] })
  })

  test('query and filter both absent, a token with another question, a changed token: 400 as problem+json', async () => {
    const { nextPageToken: token = '' } = await answerTo({ query: 'barrage', languageCode: 'fr' })
    expect(token).not.toBe('')
    expect(await problemOf({ languageCode: 'fr' })).toBe(400)
    expect(await problemOf({ query: 'barrage', languageCode: 'en', pageToken: token })).toBe(400)
    expect(await problemOf({ query: 'digue', languageCode: 'fr', pageToken: token })).toBe(400)
    expect(await problemOf({ query: 'barrage', languageCode: 'fr', pageToken: `${token}A` })).toBe(400)
    expect(await problemOf({ query: 'barrage', languageCode: 'fr', pageToken: token, offset: '1' })).toBe(400)
    for (const more of [{ pageSize: 'ten' }, { pageSize: '0' }, { maxAgeDays: '-1' }, { languageCode: 'fr_FR' }])
      expect(await problemOf({ query: 'barrage', ...more })).toBe(400)
  })
})
