import { describe, expect, test } from 'vitest'
import { RATINGS } from '@/lib/domain/rating'
import { LANGUAGES } from '@/lib/domain/vocabulary'
import { atomFeed, xmlText } from '@/lib/present/atom-feed'
import type { DocumentContext } from '@/lib/present/context'
import { correctionFeed, type FeedCorrection, type FeedVerdict, verdictFeed } from '@/lib/present/feed'
import { jsonFeed } from '@/lib/present/json-feed'

const ctx = (lang: 'fr' | 'en', baseUrl = 'https://recoupe.example'): DocumentContext => ({
  lang,
  baseUrl,
  stylesheet: '/assets/recoupe.css',
  newsroom: 'Recoupe',
})
const HARD = 'a & b < c > d "e" ]]> \u0000\u0008\u000b\u001f\ufffe\ud800 é 😀 𞤀\r\nf'
const verdict: FeedVerdict = {
  id: '01a2150c-5c4c-7000-8e68-53d0b8d51da7',
  claim: { ref: 'C1', slug: 'kona', statementFr: HARD, statementEn: 'Kona has fallen.' },
  state: 'published',
  n: 1,
  isWithdrawal: false,
  rating: 'unproven',
  summaryFr: HARD,
  summaryEn: null,
  firstPublishedAt: '2026-03-01T08:00:00.000Z',
  publishedAt: '2026-03-01T08:00:00.000Z',
}
const correction: FeedCorrection = {
  id: '01a2150c-5c4c-7000-8e68-53d0b8d51da8',
  claim: verdict.claim,
  severity: 'verdict_change',
  whatWasWrongFr: 'Nous avions mal lu la date.',
  whatWasWrongEn: 'We had misread the date.',
  before: RATINGS.true.fr,
  after: RATINGS.unproven.fr,
  at: '2026-03-02T08:00:00.000Z',
}

/** Every tag closes the one that is open, text holds no bare mark and no character XML forbids. */
function isWellFormed(xml: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml)) return false
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replace(/<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>/g, (_, close, name, __, empty) => {
      if (close) return open.pop() === name ? '' : '<'
      if (!empty) open.push(name)
      return ''
    })
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;|#13;)/.test(xml)
}
const read = (text: string): string =>
  text
    .replaceAll('&#13;', '\r')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
const idsOf = (xml: string): string[] => [...xml.matchAll(/<entry><id>([^<]*)</g)].map(([, id]) => id ?? '')
const feedIdOf = (xml: string): string | undefined => /<feed[^>]*>\n<id>([^<]*)</.exec(xml)?.[1]

describe('Atom', () => {
  test('a feed with hard characters is well-formed, and they come back but for those XML cannot hold', () => {
    const xml = atomFeed(verdictFeed([verdict], ctx('fr')))
    expect(isWellFormed(xml)).toBe(true)
    const summary = read(/<summary type="text">([^<]*)</.exec(xml)?.[1] ?? '')
    expect(summary).toBe('a & b < c > d "e" ]]> \ufffd\ufffd\ufffd\ufffd\ufffd\ufffd é 😀 𞤀\r\nf')
  })
  test('the end of a CDATA section is escaped like any other text', () => expect(xmlText(']]>')).toBe(']]&gt;'))
  test('an empty feed is valid: it has an id, a title, a date, an author and its own address', () => {
    for (const feed of [verdictFeed([], ctx('en')), correctionFeed([], ctx('en'))]) {
      const xml = atomFeed(feed)
      expect(isWellFormed(xml)).toBe(true)
      for (const part of ['<id>tag:', '<title ', '<updated>1970-01-01T00:00:00Z<', '<author><name>Recoupe<'])
        expect(xml.split(part)).toHaveLength(2)
      expect(xml).toContain(
        `<link rel="self" type="application/atom+xml" hreflang="en" href="https://recoupe.example/feeds/en/${feed.name}.atom"/>`,
      )
    }
  })
  test('an entry keeps its id when its words, slug, language or host change', () => {
    const changed = { ...verdict, n: 2, rating: 'false' as const, claim: { ...verdict.claim, slug: 'konna' } }
    const ids = LANGUAGES.flatMap((lang) =>
      [verdict, changed].flatMap((it) =>
        ['https://recoupe.example', 'https://autre.example/x'].flatMap((host) =>
          idsOf(atomFeed(verdictFeed([it], ctx(lang, host)))),
        ),
      ),
    )
    expect(ids).toHaveLength(8)
    expect(new Set(ids)).toEqual(new Set([`urn:uuid:${verdict.id}`]))
  })
  test('each feed has an id of its own, whatever the port', () => {
    const ids = LANGUAGES.flatMap((lang) => [
      feedIdOf(atomFeed(verdictFeed([], ctx(lang, 'http://localhost:3000')))),
      feedIdOf(atomFeed(correctionFeed([], ctx(lang, 'http://localhost:3000')))),
    ])
    expect(new Set(ids).size).toBe(4)
    expect(ids[0]).toBe('tag:localhost,2026:feeds/fr/verdicts')
  })
  test('a change of verdict moves `updated` and leaves `published`; the feed is as young as its youngest entry', () => {
    const xml = atomFeed(
      verdictFeed(
        [
          { ...verdict, publishedAt: '2026-04-01T00:00:00.000Z' },
          { ...verdict, id: 'x' },
        ],
        ctx('fr'),
      ),
    )
    expect(xml).toContain('<published>2026-03-01T08:00:00.000Z</published><updated>2026-04-01T00:00:00.000Z</updated>')
    expect(/<updated>([^<]*)/.exec(xml)?.[1]).toBe('2026-04-01T00:00:00.000Z')
  })
  test('a summary that exists in the other language only says which', () =>
    expect(atomFeed(verdictFeed([verdict], ctx('en')))).toContain('<summary type="text" xml:lang="fr">'))
  test('a verdict without a summary has none, rather than an empty one', () =>
    expect(atomFeed(verdictFeed([{ ...verdict, summaryFr: null }], ctx('fr')))).not.toContain('<summary'))
  test('a withdrawn verdict stays in the feed and is not called by its old rating', () => {
    const xml = atomFeed(verdictFeed([{ ...verdict, isWithdrawal: true, state: 'withdrawn' }], ctx('en')))
    expect(xml).toContain('<title type="text">Withdrawn: Kona has fallen.</title>')
  })
  test('a correction says what was wrong, what it said before and what it says now, in the reader’s language', () => {
    const xml = atomFeed(correctionFeed([correction], ctx('en')))
    expect(isWellFormed(xml)).toBe(true)
    expect(xml).toContain(`We had misread the date.\nwas: ${RATINGS.true.en}\nnow: ${RATINGS.unproven.en}<`)
    expect(xml).toContain('<title type="text">Verdict change: Kona has fallen.</title>')
    expect(xml).toContain('href="https://recoupe.example/en/claims/kona#corrections"')
  })
})

describe('JSON Feed', () => {
  test('is version 1.1 and each item has an id, an address, a text and dates', () => {
    const feed = JSON.parse(jsonFeed(verdictFeed([verdict, { ...verdict, id: 'y', summaryFr: null }], ctx('fr'))))
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'fr',
      feed_url: 'https://recoupe.example/feeds/fr/verdicts.json',
      authors: [{ name: 'Recoupe' }],
    })
    expect(feed).not.toHaveProperty('author')
    for (const item of feed.items) expect(item.content_text).not.toBe('')
    expect(feed.items[0]).toMatchObject({
      id: `urn:uuid:${verdict.id}`,
      url: 'https://recoupe.example/fr/claims/kona',
      date_published: verdict.firstPublishedAt,
      _claim: { claim_id: 'C1', verdict: 'unproven', rating_value: null },
    })
  })
  test('an item has the same id as the Atom entry', () => {
    const feed = correctionFeed([correction], ctx('fr'))
    expect(JSON.parse(jsonFeed(feed)).items[0].id).toBe(idsOf(atomFeed(feed))[0])
  })
  test('an empty feed has an empty list', () =>
    expect(JSON.parse(jsonFeed(verdictFeed([], ctx('fr')))).items).toEqual([]))
})
