import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ListPage } from '@/lib/domain/long-list'
import { METHOD_VERSIONS } from '@/lib/domain/method'
import type { ClaimRecord } from '@/lib/domain/record'
import type { TicketView } from '@/lib/domain/report'
import { UNKNOWN_DATE } from '@/lib/domain/vague-date'
import type { Language } from '@/lib/domain/vocabulary'
import { methodVersionWords } from '@/lib/i18n/method-version'
import type { DocumentContext } from '@/lib/present/context'
import { conflictDocument } from '@/lib/present/documents/conflict-document'
import { correctionsDocument } from '@/lib/present/documents/corrections-document'
import { dispatchDocument } from '@/lib/present/documents/dispatch-document'
import { errorDocument } from '@/lib/present/documents/error-document'
import { eventDocument } from '@/lib/present/documents/event-document'
import { homeDocument } from '@/lib/present/documents/home-document'
import {
  claimsDocument,
  conflictsDocument,
  dispatchesDocument,
  eventsDocument,
} from '@/lib/present/documents/list-documents'
import { methodologyDocument } from '@/lib/present/documents/methodology-document'
import { notFoundDocument } from '@/lib/present/documents/not-found-document'
import { reportDocument } from '@/lib/present/documents/report-document'
import { sourceDocument } from '@/lib/present/documents/source-document'
import { statisticsDocument } from '@/lib/present/documents/statistics-document'
import { sentDocument, ticketDocument } from '@/lib/present/documents/ticket-document'
import { verdictDocument } from '@/lib/present/documents/verdict-document'
import { verdictEmbed } from '@/lib/present/documents/verdict-embed'
import { compressed } from '@/lib/web/compress'
import { noFigures, someFigures } from './figures'
import { dataOf, inside, textOf } from './html'
import { claim, conflict, contextIn, dispatchRecord, emptyHome, eventRecord, home, source } from './mali'

const letter = {
  kind: 'error',
  about: { text: 'claims/kona', fr: 'Kona est prise', en: 'Kona is taken' },
  place: '',
  words: 'Kona s’écrit Konna.',
  contact: '',
  subject: '',
}
const ticket: TicketView = {
  ticket: 'R-7K2M-9QXD-4WTB',
  kind: 'error',
  state: 'accepted',
  receivedAt: '2026-11-20T08:00:00Z',
  decidedAt: '2026-11-22T08:00:00Z',
  outcomeFr: 'Vous aviez raison.',
  outcomeEn: null,
  claimSlug: 'kona',
  correctedAt: null,
}
const NEXT = '01900000-0000-7000-8000-000000000000'
/** All of a list on one page. */
const whole = <T>(items: readonly T[]): ListPage<T> => ({ items, total: items.length, next: null, isFirst: true })
const DOCUMENTS: Record<string, (ctx: DocumentContext) => string> = {
  verdict: (ctx) => verdictDocument(claim, ctx),
  'claim without a verdict': (ctx) => verdictDocument({ ...claim, verdict: null, versions: [] }, ctx),
  dispatch: (ctx) => dispatchDocument(dispatchRecord, ctx),
  event: (ctx) => eventDocument(eventRecord, ctx),
  'open conflict': (ctx) => conflictDocument(conflict('X02'), ctx),
  'settled conflict': (ctx) => conflictDocument(conflict('X01'), ctx),
  source: (ctx) => sourceDocument(source, ctx),
  home: (ctx) => homeDocument(home, ctx),
  'empty home': (ctx) => homeDocument(emptyHome, ctx),
  verdicts: (ctx) => claimsDocument(whole(home.verdicts), ctx),
  'no verdicts': (ctx) => claimsDocument(whole([]), ctx),
  events: (ctx) => eventsDocument(whole(home.events), ctx),
  dispatches: (ctx) => dispatchesDocument(whole(home.dispatches), ctx),
  conflicts: (ctx) => conflictsDocument(whole(home.openConflicts), ctx),
  'a page of verdicts': (ctx) =>
    claimsDocument({ ...whole(home.verdicts), total: 1_000, next: NEXT, isFirst: false }, ctx, NEXT),
  corrections: (ctx) => correctionsDocument(home.corrections, { settled: 8, medianDays: 2.4 }, ctx),
  'no corrections': (ctx) => correctionsDocument([], { settled: 0, medianDays: null }, ctx),
  report: (ctx) => reportDocument(letter, null, ctx),
  'refused report': (ctx) =>
    reportDocument(letter, { fields: [{ field: 'words', reason: 'too_long', values: { max: 5000 } }] }, ctx),
  'report in the other language': (ctx) => reportDocument(letter, 'turned', ctx),
  'report sent': (ctx) => sentDocument('R-7K2M-9QXD-4WTB', ctx),
  ticket: (ctx) => ticketDocument(ticket, ctx),
  methodology: methodologyDocument,
  statistics: (ctx) => statisticsDocument(someFigures, ctx),
  'statistics of nothing': (ctx) => statisticsDocument(noFigures, ctx),
  'not found': notFoundDocument,
  error: (ctx) => errorDocument(500, ctx, 'a1b2'),
  embed: (ctx) => verdictEmbed(claim, ctx),
}

describe.each(Object.entries(DOCUMENTS))('the %s document', (_, documentIn) => {
  describe.each(['fr', 'en'] as const)('in %s', (lang) => {
    const html = documentIn(contextIn(lang))
    test('has one title, one main and one first heading, and says its language', () => {
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
      expect(html.match(/<main[\s>]/g)).toHaveLength(1)
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}" dir="ltr">`))
      expect(inside(html, /<title>/)).not.toBe('')
    })
    test('runs no script and carries no style of its own', () => {
      expect(html.match(/<script(?! type="application\/ld\+json">)/g)).toBeNull()
      expect(html).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/)
      expect(html).not.toContain('<style')
    })
    test('fetches nothing from another host', () => {
      const fetched = [
        ...html.matchAll(/<(?:link rel="(?:stylesheet|icon|preload)"|img|iframe|source|script)[^>]*>/g),
      ].join()
      expect(fetched).not.toMatch(/(?:href|src)="(?:https?:)?\/\//)
    })
    test('has headings in order, none skipped', () => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
      const jumps = levels.filter((level, i) => level - (levels[i - 1] ?? 0) > 1)
      expect(levels[0]).toBe(1)
      expect(jumps).toEqual([])
    })
    test('repeats no id and points at none that is missing', () => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.length).toBe(new Set(ids).size)
      const wanted = [...html.matchAll(/\s(?:href="#|aria-(?:labelledby|details)=")([^"]+)"/g)].map(([, id]) => id)
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
    })
    test('leaves no word undefined', () => {
      expect(textOf(html)).not.toMatch(/\bundefined\b|\bnull\b|\[object|NaN/)
    })
    test('names every table header and every image', () => {
      expect(html.match(/<th(?![^>]*scope=)[\s>]/g)).toBeNull()
      expect(html.match(/<svg(?![^>]*aria-hidden)/g)).toBeNull()
    })
    test('says how wide each drawing is, so that none fills the page of who has no stylesheet', () => {
      expect(html.match(/<svg(?![^>]*\swidth=)/g)).toBeNull()
    })
  })
})

describe('the whole text of a dispatch', () => {
  const html = dispatchDocument(dispatchRecord, contextIn('fr'))
  const withoutOurs = (it: string): string =>
    it
      .replace(/<div lang=".." class="margin">[\s\S]*?<\/ol><\/div>/g, '')
      .replace(/<p class="small dim"[\s\S]*?<\/p>/g, '')
      .replace(/<a class="n[ "][\s\S]*?<\/a>/g, '')
  test('is there letter for letter, with its no-break and double spaces and its line breaks', () => {
    expect(textOf(withoutOurs(inside(html, /<article class="whole"[^>]*>/)))).toBe(dispatchRecord.text)
    expect(dispatchRecord.text).toContain('\u00a0')
    expect(dispatchRecord.text).toMatch(/un retour[ \u00a0]{2}à la table/)
  })
  test('marks every claim once and takes its reader to its note and back', () => {
    for (const { claim: it } of dispatchRecord.occurrences) {
      expect(html).toContain(`id="${it.ref}"`)
      expect(html).toContain(`href="#n-${it.ref}"`)
      expect(html).toContain(`id="n-${it.ref}"`)
    }
  })
  test('says in which language it is, on an English page', () => {
    expect(dispatchDocument(dispatchRecord, contextIn('en'))).toMatch(/<article class="whole" lang="fr">/)
  })
  test('keeps a carriage return, which an HTML parser would turn into a line feed', () => {
    const odd = dispatchDocument(
      { ...dispatchRecord, text: 'A\r\nB', occurrences: [], boilerplate: [] },
      contextIn('fr'),
    )
    expect(odd).toContain('A&#13;')
  })
})

describe('the data of a verdict', () => {
  describe.each(['fr', 'en'] as const)('in %s', (lang) => {
    const html = verdictDocument(claim, contextIn(lang))
    const [data] = dataOf(html)
    const rating = data?.reviewRating as Record<string, unknown>
    test('is one ClaimReview that says what the page shows', () => {
      expect(dataOf(html)).toHaveLength(1)
      expect(data?.['@type']).toBe('ClaimReview')
      expect(textOf(inside(html, /<h1 class="claim">/))).toBe(data?.claimReviewed)
      expect(textOf(inside(html, /<p class="word">/)).replace(/^Verdict\s?:\s/, '')).toBe(rating.alternateName)
      expect(textOf(inside(html, /<p class="sum">/))).toBe(rating.ratingExplanation)
      expect(html).toContain(`<link rel="canonical" href="${data?.url}"`)
    })
    test('names the claimant, not us, and where it appeared', () => {
      const item = data?.itemReviewed as Record<string, Record<string, unknown>>
      expect(item.author?.name).toBe('Abdou Dardar')
      expect(item.text).toBe('Nous contrôlons la cité presque en totalité.')
      expect(item.appearance?.headline).toBe(dispatchRecord.title)
    })
    test('carries no number off the truth axis', () => expect(rating).not.toHaveProperty('ratingValue'))
  })
  test('carries 1 to 5 on the truth axis', () => {
    const [first] = claim.versions
    if (!first) throw new Error('no version')
    const [data] = dataOf(
      verdictDocument({ ...claim, versions: [{ ...first, rating: 'mostly_true' }] }, contextIn('en')),
    )
    expect(data?.reviewRating).toMatchObject({
      ratingValue: 4,
      worstRating: 1,
      bestRating: 5,
      alternateName: 'Mostly true',
    })
  })
  test('is absent while there is no verdict, and once it is withdrawn', () => {
    const [first] = claim.versions
    if (!first) throw new Error('no version')
    expect(dataOf(verdictDocument({ ...claim, versions: [], verdict: null }, contextIn('en')))).toEqual([])
    const unsaid = { ...first, isWithdrawal: true, correction: null }
    const withdrawn = verdictDocument({ ...claim, versions: [unsaid] }, contextIn('en'))
    expect(dataOf(withdrawn)).toEqual([])
    expect(textOf(withdrawn)).toContain('This verdict has been withdrawn')
  })
  test('gives way, once it is withdrawn, to when and why, above all else, on the page and on the card', () => {
    const [first] = claim.versions
    if (!first) throw new Error('no version')
    const correction: NonNullable<(typeof first)['correction']> = {
      ...{ severity: 'retraction', before: first.rating, after: 'withdrawn', at: '2026-11-26T21:15:00Z' },
      ...{ whatWasWrongFr: 'La vidéo n’était pas de Konna.', whatWasWrongEn: 'The video was not from Konna.' },
    }
    const gone: ClaimRecord = { ...claim, versions: [{ ...first, isWithdrawal: true, correction }] }
    const told = {
      fr: 'Retiré le 26 novembre 2026 à 21 h 15 UTC. Pourquoi\u202f: La vidéo n’était pas de Konna. La page garde',
      en: 'Withdrawn on 26 November 2026, 21:15 UTC. Why: The video was not from Konna. The page keeps',
    }
    for (const lang of ['fr', 'en'] as const) {
      const html = verdictDocument(gone, contextIn(lang))
      expect(textOf(inside(html, /<p class="banner">/))).toContain(told[lang])
      const why = lang === 'fr' ? correction.whatWasWrongFr : correction.whatWasWrongEn
      expect(html).toContain(`<meta name="description" content="${why}`)
      const card = textOf(verdictEmbed(gone, contextIn(lang)))
      expect(card).toContain(why)
      expect(card).not.toContain(lang === 'fr' ? first.summaryFr : first.summaryEn)
    }
  })
  test('cannot be closed or escaped by what it holds', () => {
    const nasty = '</script><script>alert(1)</script> "quoted" \u2028 <!-- 🏜 ߒߞߏ'
    const html = verdictDocument({ ...claim, statementEn: nasty, statementFr: nasty }, contextIn('en'))
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(dataOf(html)[0]?.claimReviewed).toBe(nasty)
    expect(textOf(inside(html, /<h1 class="claim">/))).toBe(nasty)
  })
  test('carries the name the newsroom gave itself, and leads readers of feeds to both feeds', () => {
    const html = verdictDocument(claim, { ...contextIn('fr'), newsroom: 'Sahel & Vérif' })
    expect(html).toMatch(/<title>[^<]+ \| Sahel &amp; Vérif<\/title>/)
    expect(html).toContain('<meta property="og:site_name" content="Sahel &amp; Vérif"/>')
    expect(dataOf(html)[0]?.author).toMatchObject({ name: 'Sahel & Vérif' })
    for (const feed of ['verdicts', 'corrections'])
      expect(html).toMatch(
        new RegExp(`<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="/feeds/fr/${feed}.atom"`),
      )
  })
  test('follows no address a browser would run', () => {
    const evidence = claim.evidence.map((it) => ({
      ...it,
      url: 'javascript:alert(1)',
      archivedUrl: 'data:text/html,x',
    }))
    expect(verdictDocument({ ...claim, evidence }, contextIn('fr'))).not.toMatch(/href="(?:javascript|data):/)
  })
  test('says a note in the language of the page, else in the other one, marked as such', () => {
    const [piece] = claim.evidence
    if (!piece) throw new Error('the claim has no evidence')
    const noted = (noteFr: string | null, noteEn: string | null, lang: Language) =>
      inside(
        verdictDocument({ ...claim, evidence: [{ ...piece, noteFr, noteEn }] }, contextIn(lang)),
        /<div class="ev"/,
      )
    expect(noted('Le même entretien.', 'The same interview.', 'fr')).toContain('. Le même entretien.')
    expect(noted('Le même entretien.', 'The same interview.', 'en')).toContain('. The same interview.')
    expect(noted(null, 'The same interview.', 'fr')).toContain('<span lang="en">The same interview.</span>')
    const none = {
      ...claim,
      evidence: [],
      versions: claim.versions.map((it) => ({ ...it, noEvidenceReasonFr: 'Rien.' })),
    }
    expect(verdictDocument(none, contextIn('en'))).toContain('<span lang="fr">Rien.</span>')
    expect(verdictDocument(none, contextIn('fr'))).toContain('</b> Rien.')
  })
})

describe('the verdict page', () => {
  const html = verdictDocument(claim, contextIn('fr'))
  test('shows the paragraph of the claim untouched', () => {
    const [first] = claim.occurrences
    expect(textOf(inside(html, /<blockquote class="said"[^>]*>/))).toBe(first?.paragraph.text)
  })
  test('counts origins, not outlets', () => expect(textOf(html)).toContain('2 diffuseurs, 1 origine'))
  test('says a silence aloud', () => expect(textOf(html)).toContain('ne dit rien'))
  test('says in words when another look is needed, and when one person read it alone', () => {
    const [first] = claim.versions
    if (!first || !claim.verdict) throw new Error('no version')
    const page = verdictDocument(
      {
        ...claim,
        verdict: { ...claim.verdict, state: 'needs_rereview' },
        versions: [{ ...first, isSelfPublished: true }],
      },
      contextIn('en'),
    )
    expect(textOf(page)).toContain('Needs another look')
    expect(textOf(page)).toContain('One reader only')
  })
  test('how a voice reached us is said in the language of the reader, however it was written', () => {
    expect(textOf(verdictDocument(claim, contextIn('fr')))).toContain('par téléphone')
    expect(textOf(verdictDocument(claim, contextIn('en')))).toContain('by telephone')
  })
  test('weighs less than 60 kB with its stylesheet, compressed', async () => {
    const css = await compressed(readFileSync('public/assets/recoupe.css'))
    const page = await compressed(Buffer.from(html))
    const total = { gzip: page.gzip.length + css.gzip.length, brotli: page.brotli.length + css.brotli.length }
    console.info(
      `fullest verdict: html ${Buffer.byteLength(html)} B, with stylesheet gzip ${total.gzip} B, brotli ${total.brotli} B`,
    )
    expect(total.gzip).toBeLessThan(60_000)
  })
})

describe('the matrix', () => {
  const html = eventDocument(eventRecord, contextIn('en'))
  test('has one row a voice, every passage in one of them, and no cell without a word', () => {
    const body = inside(html, /<tbody>/)
    const chains = new Set(
      eventRecord.rows.map(({ occurrence: { chain } }) =>
        JSON.stringify(chain.map((it) => [it.sourceSlug, it.role, it.scope])),
      ),
    )
    expect(body.match(/<tr>/g)).toHaveLength(chains.size)
    for (const { occurrence } of eventRecord.rows) expect(body).toContain(`id="${occurrence.claim.ref}"`)
    for (const [cell] of body.matchAll(/<td[^>]*>[\s\S]*?<\/td>/g)) expect(textOf(cell).trim()).not.toBe('')
  })

  test('never marks a disagreement by colour alone', () => {
    for (const [cell] of html.matchAll(/<td[^>]*class="c-no[^>]*>[\s\S]*?<\/td>/g)) {
      expect(cell).toContain('href="#i-neq"')
      expect(textOf(cell)).toMatch(/differs|tension/)
    }
  })
})

describe('when and where an event was', () => {
  const html = eventDocument(eventRecord, contextIn('en'))
  test('say in a table all that the drawings show', () => {
    const drawn = [...html.matchAll(/<text class="s"[^>]*>([^<]+)</g)].map(([, name]) => name)
    expect(drawn).toEqual(['Kona', 'Sévaré'])
    const table = inside(html, /<table class="figure" aria-labelledby="h-where">/)
    for (const words of ['Kona', '14.943°', '3.895°', 'https://www.geonames.org/2454857'])
      expect(table).toContain(words)
    expect(inside(html, /<table class="figure" aria-labelledby="h-when">/)).toContain('10 January 2013')
  })
  test('are left out when nothing is known of them', () => {
    const unknown = eventDocument({ ...eventRecord, rows: [], date: UNKNOWN_DATE, places: [] }, contextIn('en'))
    expect(unknown).not.toMatch(/id="(?:when|where)"/)
  })
})

describe('the statistics', () => {
  const html = statisticsDocument(someFigures, contextIn('fr'))
  test('say every number they draw, and no number only by a length', () => {
    const cells = [...html.matchAll(/<td[^>]*>[\s\S]*?<\/td>/g)].map(([cell]) => cell)
    expect(cells.length).toBeGreaterThan(20)
    for (const cell of cells) expect(textOf(cell)).toMatch(/\d|moins d’une minute/)
  })
  test('draw the longest for the most, and nothing for none', () => {
    expect(html).toContain('<rect width="100" height="8"')
    expect(html).toContain('<rect width="0" height="8"')
  })
  test('lead from the foot of every page', () => expect(html).toContain('href="/fr/statistics"'))
})

describe('a protected source', () => {
  test('is named only by the words of the text, and linked nowhere', () => {
    const guarded = {
      ...claim,
      occurrences: claim.occurrences.map((it) => ({
        ...it,
        chain: it.chain.map((hop) => ({ ...hop, isProtected: true })),
      })),
    }
    const html = verdictDocument({ ...guarded, others: [], conflicts: [] }, contextIn('fr'))
    expect(html).not.toContain('/fr/sources/')
    expect(textOf(html)).toContain('identité protégée par la rédaction')
  })
})

describe('how long readers waited', () => {
  const said = (settled: number, medianDays: number | null) =>
    textOf(correctionsDocument([], { settled, medianDays }, contextIn('en')))
  test('is told at /corrections once five messages were settled, in whole days', () => {
    expect(said(5, 2.2)).toContain('we settled 5 messages, half of them within 3 days')
    expect(said(9, 0.1)).toContain('half of them within 1 day.')
  })
  test('is not told of fewer', () => {
    expect(said(4, 2.2)).not.toContain('we settled')
    expect(said(0, null)).not.toContain('we settled')
  })
})

describe('the version of the method', () => {
  test.each(['fr', 'en'] as const)('a verdict was made under is named, dated and led to (%s)', (lang) => {
    const html = verdictDocument(claim, contextIn(lang))
    expect(html).toContain(`<a href="/${lang}/methodology#version-1">${methodVersionWords(lang).name(1)}</a>`)
    expect(textOf(html)).toContain(
      lang === 'fr' ? 'en vigueur depuis le 25 novembre 2026' : 'in force since 25 November 2026',
    )
    expect(dataOf(html)).toMatchObject([
      { publishingPrinciples: expect.stringMatching(`/${lang}/methodology#version-1$`) },
    ])
  })

  test.each(['fr', 'en'] as const)('each has its place on the method page, and what it changed (%s)', (lang) => {
    const html = methodologyDocument(contextIn(lang))
    for (const { version } of METHOD_VERSIONS) {
      expect(html).toContain(`id="version-${version}"`)
      expect(textOf(html)).toContain(methodVersionWords(lang).changed[version])
    }
  })

  test('a release does not know has its number and no day', () => {
    const [latest] = claim.versions
    if (!latest) throw new Error('the claim of the sample has a verdict')
    const of99 = { ...claim, versions: [{ ...latest, methodologyVersion: 99 }, ...claim.versions.slice(1)] }
    expect(textOf(verdictDocument(of99, contextIn('en')))).toContain('Method, version 99.')
  })
})

describe('a page of a moment', () => {
  const then = { ...contextIn('fr'), at: '2026-03-14T09:12:00Z' }
  test.each([
    ['event', eventDocument(eventRecord, then), '/fr/events/'],
    ['conflict', conflictDocument(conflict('X02'), then), '/fr/conflicts/'],
    ['source', sourceDocument(source, then), '/fr/sources/'],
    ['home', homeDocument(home, then), '/fr'],
  ])(
    '%s says which, leads to the present, is kept by no search engine, and changes language at that moment',
    (_, html, path) => {
      expect(textOf(html)).toContain('Cette page montre ce qui était publié le 14 mars 2026 à 09 h 12 UTC')
      expect(html).toContain('<meta name="robots" content="noindex"/>')
      expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"?]*${path}[^"?]*"`))
      expect(html).toMatch(/<a class="lang" href="\/en[^"]*\?at=2026-03-14T09:12:00Z"/)
    },
  )

  test.each(['event', 'conflict', 'source', 'home'])('%s of now says nothing of it and has the form', (name) => {
    const html = DOCUMENTS[name === 'conflict' ? 'open conflict' : name]?.(contextIn('fr')) ?? ''
    expect(html).not.toContain('noindex')
    expect(html).toMatch(/<input (?=[^>]*type="date")[^>]*name="at"/)
  })
})

describe('a list that is too long for one page', () => {
  const html = claimsDocument({ ...whole(home.verdicts), total: 1_000, next: NEXT, isFirst: true }, contextIn('en'))
  test('says how many there are and how many it shows', () =>
    expect(textOf(html)).toContain('1,000 verdicts. 5 of 1,000 are on this page.'))
  test('leads on, and one that fits on a page does not', () => {
    expect(html).toContain(`rel="next" href="/en/claims/after/${NEXT}"`)
    expect(claimsDocument(whole(home.verdicts), contextIn('en'))).not.toContain('/after/')
  })
})
