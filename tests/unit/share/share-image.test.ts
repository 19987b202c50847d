import { inflateSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { RATING_CODES } from '@/lib/domain/rating'
import type { ClaimRecord } from '@/lib/domain/record'
import { verdictDocument } from '@/lib/present/documents/verdict-document'
import { ownText } from '@/lib/present/parts/own-words'
import { cut, painted, shareWords } from '@/lib/present/share-card'
import { shareImage } from '@/lib/web/share-image'
import { claim, contextIn } from '../present/mali'

// Painting takes seconds on a small machine.
vi.setConfig({ testTimeout: 60_000 })

const latin = (it: string): boolean => it.length === 1 && /[\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(it)
const saying = (statementFr: string): ClaimRecord => ({ ...claim, statementFr })

/** The pixels of a PNG of eight bits a channel, not interlaced. */
function pixelsOf(png: Uint8Array) {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = bytes[25] === 6 ? 4 : 3
  const packed: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const lines = inflateSync(Buffer.concat(packed))
  const row = width * channels
  const out = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (row + 1)]
    for (let x = 0; x < row; x++) {
      const left = x < channels ? 0 : (out[y * row + x - channels] ?? 0)
      const up = y === 0 ? 0 : (out[(y - 1) * row + x] ?? 0)
      const corner = y === 0 || x < channels ? 0 : (out[(y - 1) * row + x - channels] ?? 0)
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      const guess = [0, left, up, (left + up) >> 1, paeth][filter ?? 0] ?? 0
      out[y * row + x] = (lines[y * (row + 1) + 1 + x] ?? 0) + guess
    }
  }
  const at = (x: number, y: number) => [...out.subarray(y * row + x * channels, y * row + x * channels + 3)]
  return { width, height, at }
}
type Pixels = ReturnType<typeof pixelsOf>
const isPaper = ([r = 0, g = 0, b = 0]: number[]): boolean => Math.min(r, g, b) > 240
function inkIn({ at }: Pixels, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  let ink = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (!isPaper(at(x, y))) ink++
  return ink
}
const TEXT_AREA = [72, 180, 1128, 500] as const
const keepsItsMargins = (pixels: Pixels): void => {
  expect(inkIn(pixels, [0, 0, 1200, 44])).toBe(0)
  expect(inkIn(pixels, [1134, 0, 1200, 630])).toBe(0)
  expect(inkIn(pixels, [0, 0, 66, 630])).toBe(0)
  expect(inkIn(pixels, [0, 505, 1200, 520])).toBe(0)
  expect(inkIn(pixels, [0, 598, 1200, 630])).toBe(0)
}

describe('the picture of a verdict', () => {
  test('is a PNG of 1200 × 630 with words inside its margins', async () => {
    const pixels = pixelsOf(await shareImage(claim, contextIn('fr')))
    expect([pixels.width, pixels.height]).toEqual([1200, 630])
    expect(inkIn(pixels, TEXT_AREA)).toBeGreaterThan(1_000)
    keepsItsMargins(pixels)
  })
  test('is ink on paper: no colour says what the word and the shape do not', async () => {
    const { at } = pixelsOf(await shareImage(claim, contextIn('en')))
    let colour = 0
    for (let y = 0; y < 630; y += 7)
      for (let x = 0; x < 1200; x++) colour = Math.max(colour, Math.max(...at(x, y)) - Math.min(...at(x, y)))
    expect(colour).toBeLessThan(16)
  })
  test('a claim of 739 characters, a word without end and the widest letters stay inside', async () => {
    const long = 'La ville de Konna a été prise par les islamistes jeudi soir. '.repeat(13).slice(0, 739)
    for (const text of [long, 'W'.repeat(739), 'MUJAO '.repeat(120)])
      keepsItsMargins(pixelsOf(await shareImage(saying(text), contextIn('fr'))))
  })
  test('a claim in Arabic, Adlam or emoji is drawn without them and does not break', async () => {
    for (const text of ['العربية المدينة', '𞤀𞤣𞤤𞤢𞤥', '😀😀', 'Ils crient « الله » à Kona 😀'])
      keepsItsMargins(pixelsOf(await shareImage(saying(text), contextIn('fr'))))
  })
})

describe('what the picture says', () => {
  test('is the word of the verdict and the claim, in the language of the page', () => {
    expect(shareWords(claim, contextIn('fr'), latin)).toMatchObject({ word: 'Contesté' })
    expect(shareWords(claim, contextIn('en'), latin)).toMatchObject({ word: 'Disputed' })
    const said = (lang: 'fr' | 'en') => shareWords(claim, contextIn(lang), latin).claim
    expect([said('fr'), said('en')]).toEqual([ownText('fr', claim.statementFr, null), claim.statementEn])
  })
  test('has a word for every rating, for none and for a withdrawn one', () => {
    const [latest] = claim.versions
    if (!latest) throw new Error('no version')
    const wordOf = (more: Partial<ClaimRecord>) => shareWords({ ...claim, ...more }, contextIn('en'), latin).word
    const words = RATING_CODES.map((rating) => wordOf({ versions: [{ ...latest, rating }] }))
    expect(new Set(words).size).toBe(RATING_CODES.length)
    expect(wordOf({ versions: [], verdict: null })).toBe('No verdict yet')
    expect(wordOf({ versions: [{ ...latest, isWithdrawal: true }] })).toBe('Withdrawn')
  })
  test('a long claim ends in an ellipsis after a whole word', () => {
    const text = cut('Des combats ont eu lieu près de la ville. '.repeat(20))
    expect(text).toMatch(/\p{L}…$/u)
    expect(Array.from(text).length).toBeLessThanOrEqual(200)
    expect(cut('Courte.')).toBe('Courte.')
  })
  test('letters that no bundled font draws become one ellipsis, pictures nothing', () => {
    expect(painted('Ils crient « الله أكبر » à Kona 😀', latin)).toBe('Ils crient « … » à Kona')
    expect(painted('e\u0301te\u0301', latin)).toBe('été')
  })
})

test('the page names its picture, its size, its kind and its words', () => {
  const html = verdictDocument(claim, contextIn('fr'))
  const metas = new Map(
    [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"/g)].map(([, k, v]) => [k, v]),
  )
  expect(Object.fromEntries(metas)).toMatchObject({
    'og:image': `https://recoupe.example/og/fr/claims/${claim.slug}.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:type': 'image/png',
    'twitter:card': 'summary_large_image',
    'og:locale': 'fr_FR',
    'og:locale:alternate': 'en_GB',
  })
  expect(metas.get('og:image:alt')).toContain('Contesté')
  expect(metas.get('og:image:alt')).toContain('presque en totalité')
  expect(html).toContain('type="application/json+oembed"')
})
