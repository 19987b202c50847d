import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '@/lib/domain/suggest/document'
import { attributionsOf } from '@/lib/domain/suggest/suggest-attributions'
import { type Read, read } from './read'

const FRENCH = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
const ENGLISH =
  'Rebels seized the town, a spokesman told Reuters. "We won\'t leave," Colonel Amadou Diallo said. He added that “three soldiers had been killed”.\n\nAccording to Le Monde, it\'s over.'
const texts = [
  ['fr', FRENCH],
  ['en', ENGLISH],
] as const

/** The same words, whatever the marks and the spaces look like. */
const plain = (words: string) =>
  words
    .replace(/[’‘]/g, "'")
    .replace(/[\u00A0\u202F\r]/g, ' ')
    .replace(/ {2,}/g, ' ')
const flat = (it: Read) => ({
  ...it,
  content: it.content.map(plain),
  cue: it.cue && plain(it.cue),
  source: it.source && plain(it.source),
  sourceName: it.sourceName && plain(it.sourceName),
})

const changes: [name: string, change: (text: string) => string][] = [
  ['typographic apostrophes', (text) => text.replaceAll("'", '’')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00A0')],
  ['an emoji before', (text) => `🇲🇱🙂 \n${text}`],
  ['lines of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['an emoji between', (text) => text.replaceAll('\n\n', '\n\n🙂🙂\n\n')],
]

test.each(
  texts.flatMap(([language, text]) => changes.map(([name, change]) => [language, name, change, text] as const)),
)('%s: %s move the offsets and nothing else', (language, _, change, text) => {
  expect(read(change(text), language).map(flat)).toEqual(read(text, language).map(flat))
})

test.each(texts)(
  '%s: every span is a place in the text, in code points, and starts and ends with a word',
  (language, text) => {
    const changed = `🙂🙂 ${text}`
    const points = [...changed]
    const found = attributionsOf(readDocument(changed), language)
    expect(found.length).toBeGreaterThan(2)
    for (const { content, cue, source } of found)
      for (const span of [...content, cue, source]) {
        if (!span) continue
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(points.length)
        expect(points.slice(span.start, span.end).join('')).toMatch(/^\S[\s\S]*\S$|^\S$/)
      }
  },
)

test('the same text gives the same answer', () => {
  expect(attributionsOf(readDocument(FRENCH), 'fr')).toEqual(attributionsOf(readDocument(FRENCH), 'fr'))
})
