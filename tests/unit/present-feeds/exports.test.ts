import { describe, expect, test } from 'vitest'
import { CodePoints, locate, quoteAt } from '@/lib/domain/quote'
import {
  type AnchoredOccurrence,
  annotationCollection,
  annotationOf,
  annotationPage,
} from '@/lib/present/annotations-jsonld'
import { claimsJsonl } from '@/lib/present/claims-jsonl'
import { columnNames, dataPackage } from '@/lib/present/datapackage'
import { claimAt, oembed, pixels } from '@/lib/present/oembed'
import { occurrences, text } from '../present/mali'

const BASE = 'https://recoupe.example'
const anchored: AnchoredOccurrence[] = occurrences.map((it) => ({
  ...it,
  textVersion: { n: 1, retrievedAt: '2026-03-01T08:00:00.000Z' },
}))
const [first] = anchored
if (!first) throw new Error('the fixture has occurrences')

type Selectors = { target: { source: string; selector: [{ start: number; end: number }, { exact: string }] } }
type Back = {
  canonical: string
  body: { value?: string; language?: string; source?: string }[]
  target: {
    state: { sourceDate: string }
    selector: [{ start: number; end: number }, { exact: string; prefix: string; suffix: string }]
  }
}

describe('annotations', () => {
  test('each position selects, counted in code points, exactly the words of the quotation', () => {
    const points = Array.from(text)
    for (const it of anchored) {
      const { target } = annotationOf(it, BASE) as Selectors
      const [{ start, end }, { exact }] = target.selector
      expect(points.slice(start, end).join('')).toBe(exact)
    }
  })
  test('after an emoji and Adlam letters the places are code points, not UTF-16 units', () => {
    const words = new CodePoints('😀 𞤀𞤣 Kona est prise')
    const { start, ...quote } = quoteAt(words, { start: 5, end: 9 })
    const { target } = annotationOf({ ...first, ...quote, start, end: 9 }, BASE) as Selectors
    expect(target.selector[0]).toMatchObject({ start: 5, end: 9 })
    expect(target.selector[1]).toMatchObject({ exact: 'Kona' })
  })
  test('read back from the file, nothing of a passage and its claim is lost', () => {
    const points = new CodePoints(text)
    const items = anchored.map((it) => ({ ...it, ...quoteAt(points, it) }))
    const file = JSON.parse(annotationPage({ items, page: 1, pages: 1, startIndex: 0, total: items.length }, BASE)) as {
      items: Back[]
    }
    for (const [i, it] of items.entries()) {
      const back = file.items[i] as Back
      const [{ start, end }, quote] = back.target.selector
      expect({ ...quote, start, end }).toMatchObject({ ...quoteAt(points, it), end: it.end })
      expect(locate(points, { ...quote, start })).toEqual({ start: it.start, end: it.end })
      // Without the place too, wherever the words around it tell it from the others.
      expect([null, it.start]).toContain(locate(points, { ...quote, start: points.length })?.start ?? null)
      expect(back.canonical).toBe(`urn:uuid:${it.id}`)
      expect(back.target.state.sourceDate).toBe(it.textVersion.retrievedAt)
      const said = (language: string) => back.body.find((part) => part.language === language)?.value ?? null
      expect([said('fr'), said('en')]).toEqual([it.claim.statementFr, it.claim.statementEn])
      expect(back.body.flatMap(({ source }) => source ?? [])).toEqual(
        ['fr', 'en'].map((lang) => `${BASE}/${lang}/claims/${it.claim.slug}`),
      )
    }
  })
  test('the source is the text at its version, and the body says each statement with its language', () => {
    const it = annotationOf(first, BASE)
    expect((it as Selectors).target.source).toBe(`${BASE}/fr/dispatches/${first.dispatch.slug}?version=1`)
    expect(it.body).toContainEqual({
      type: 'TextualBody',
      value: first.claim.statementFr,
      language: 'fr',
      format: 'text/plain',
      purpose: 'describing',
    })
    expect((it as Selectors).target).not.toHaveProperty('id')
    const long = annotationOf({ ...first, isInParts: true }, BASE) as Selectors
    expect(long.target).toMatchObject({ id: `${BASE}/fr/dispatches/${first.dispatch.slug}/passages/${first.id}` })
  })
  test('a statement nobody wrote has no body', () => {
    const it = annotationOf({ ...first, claim: { ...first.claim, statementEn: null } }, BASE)
    expect(JSON.stringify(it.body)).not.toContain('"language":"en"')
  })
  test('a collection holds its first page and counts them all; pages point to one another', () => {
    const part = { items: anchored.slice(0, 2), page: 1, pages: 2, startIndex: 0, total: 3 }
    const whole = JSON.parse(annotationCollection(part, BASE))
    expect(whole).toMatchObject({ type: 'AnnotationCollection', total: 3, last: `${whole.id}?page=2` })
    expect(whole.first.next).toBe(`${whole.id}?page=2`)
    const second = JSON.parse(annotationPage({ ...part, page: 2, startIndex: 2, items: anchored.slice(2, 3) }, BASE))
    expect(second).toMatchObject({ prev: `${whole.id}?page=1`, startIndex: 2, partOf: { id: whole.id } })
    expect(second).not.toHaveProperty('next')
  })
  test('an empty collection has no page', () => {
    const it = JSON.parse(annotationCollection({ items: [], page: 1, pages: 1, startIndex: 0, total: 0 }, BASE))
    expect(it).toMatchObject({ total: 0 })
    expect(it).not.toHaveProperty('first')
  })
})

describe('claims.jsonl', () => {
  test('is one record a line, whatever the quotation holds', () => {
    const hard = { ...first, exact: 'a\nb\r\nc\u2028d "e"' }
    const lines = claimsJsonl([hard, ...anchored.slice(1)], BASE).split('\n')
    expect(lines.pop()).toBe('')
    expect(lines).toHaveLength(anchored.length)
    expect(JSON.parse(lines[0] ?? '').quote).toBe(hard.exact)
  })
  test('has every column of claims.csv', () => {
    const record = JSON.parse(claimsJsonl([first], BASE))
    expect(Object.keys(record)).toEqual(expect.arrayContaining(columnNames('claims')))
  })
  test('leads to the page claims.csv leads to', () =>
    expect(JSON.parse(claimsJsonl([first], BASE)).url).toBe(`${BASE}/fr/claims/${first.claim.slug}`))
  test('a withdrawn verdict is not in force', () => {
    const verdict = { rating: 'false', state: 'withdrawn', publishedAt: 'x', n: 2, isWithdrawal: true } as const
    const record = JSON.parse(claimsJsonl([{ ...first, claim: { ...first.claim, verdict } }], BASE))
    expect(record).toMatchObject({ verdict: null, verdict_label_fr: null, published_at: null })
  })
})

describe('datapackage.json', () => {
  const it = JSON.parse(dataPackage(BASE))
  test('describes the four tables under the Data Package 2.0 profile', () => {
    expect(it.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(it.resources.map(({ path }: { path: string }) => path)).toEqual([
      'claims.csv',
      'conflicts.csv',
      'sources.csv',
      'evidence.csv',
    ])
  })
  test('a column is named once in its table, in small ASCII letters', () => {
    for (const { schema } of it.resources) {
      const names = schema.fields.map(({ name }: { name: string }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
    }
  })
  test('a settlement is an outcome, with the letter of a side when it prefers one and only then', () => {
    const { fields } = it.resources.find(({ name }: { name: string }) => name === 'conflicts').schema
    const { pattern } = fields.find(({ name }: { name: string }) => name === 'resolution').constraints
    const matches = (value: string) => new RegExp(pattern, 'u').test(value)
    for (const value of ['prefer_position A', 'both_hold', 'same_entity']) expect(matches(value), value).toBe(true)
    for (const value of ['prefer_position', 'both_hold A', 'xboth_hold', '']) expect(matches(value), value).toBe(false)
  })
  test('the columns of claims.csv are those promised, in order', () =>
    expect(columnNames('claims').join(', ')).toBe(
      'claim_id, claim_slug, dispatch_slug, occurrence_id, quote, start, end, statement_fr, statement_en, kind, quote_scope, modality, source, source_kind, attribution_chain, event, event_date, event_date_basis, place, actors, conflict_ids, verdict, verdict_label_fr, verdict_label_en, published_at, url',
    ))
  test('the columns of conflicts.csv are those promised, in order', () =>
    expect(columnNames('conflicts').join(', ')).toBe(
      'conflict_id, slug, type, class, status, event, property, positions, claim_ids, explanation_fr, explanation_en, resolution, rationale, url',
    ))
})

describe('oEmbed', () => {
  const card = {
    lang: 'fr',
    slug: 'kona',
    title: 'a "b" <i>&',
    baseUrl: BASE,
    newsroom: 'Recoupe',
    maxWidth: null,
    maxHeight: null,
  } as const
  test('knows the claims of this site, and of no other', () => {
    expect(claimAt(`${BASE}/fr/claims/kona-prise?x=1#review`, BASE)).toEqual({ lang: 'fr', slug: 'kona-prise' })
    for (const other of [
      'https://evil.example/fr/claims/kona',
      'http://recoupe.example/fr/claims/kona',
      'https://recoupe.example.evil.example/fr/claims/kona',
      'https://recoupe.example@evil.example/fr/claims/kona',
      'https://u:p@recoupe.example/fr/claims/kona',
      `${BASE}/de/claims/kona`,
      `${BASE}/fr/events/kona`,
      `${BASE}/fr/claims/../desk`,
      `${BASE}/fr/claims/%22onload`,
      'javascript:alert(1)',
      '/fr/claims/kona',
      '',
    ])
      expect(claimAt(other, BASE)).toBeNull()
  })
  test('obeys both limits', () => {
    expect(JSON.parse(oembed({ ...card, maxWidth: 200, maxHeight: 90 }))).toMatchObject({ width: 200, height: 90 })
    expect(JSON.parse(oembed({ ...card, maxWidth: 5000, maxHeight: 5000 })).width).toBe(600)
    const heights = [600, 500, 300, 200].map((maxWidth) => JSON.parse(oembed({ ...card, maxWidth })).height)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  })
  test('a limit that is no number is no limit', () => {
    for (const written of [null, '', '0', '-1', '1e3', '12px']) expect(pixels(written)).toBeNull()
    expect(pixels('200')).toBe(200)
  })
  test('is one frame with a title and no script; what the claim says cannot leave its attribute', () => {
    const { html, type, version } = JSON.parse(oembed(card))
    expect([type, version]).toEqual(['rich', '1.0'])
    expect(html).toMatch(/^<iframe (?:[a-z]+="[^"<>]*" ?)+><\/iframe>$/)
    expect(html).toContain('title="a &quot;b&quot; &lt;i&gt;&amp;"')
    expect(html).toContain(`src="${BASE}/embed/fr/claims/kona"`)
  })
})
