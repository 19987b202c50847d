import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { annotationsIn, plainNames, readAnnotation, writeAnnotation } from '@/lib/domain/annotation-in'
import { annotationReader, areAnnotations } from '@/lib/domain/table-annotations'
import { TableFault } from '@/lib/domain/table-file'

type Json = Record<string, unknown>
const EXAMPLES = '../shared/data/webannotation/correct'
const there = existsSync(EXAMPLES)
const list = (it: unknown) => (Array.isArray(it) ? it : [it])
/** One value or a list, an address or an object with it: the model says these are the same. */
const resource = (it: unknown) => (typeof it === 'string' ? { id: it } : it) as Json
const alike = (raw: Json): Json => ({
  ...raw,
  type: list(raw.type),
  ...('motivation' in raw && { motivation: list(raw.motivation) }),
  ...('body' in raw && {
    body: list(raw.body)
      .map(resource)
      .map((it) => (typeof it.value === 'string' && 'language' in it ? { ...it, language: list(it.language) } : it)),
  }),
  target: list(raw.target)
    .map(resource)
    .map((it) =>
      'selector' in it
        ? {
            ...it,
            selector: list(it.selector)
              .map(resource)
              .map((one) => ('type' in one ? { ...one, type: list(one.type) } : one)),
          }
        : it,
    ),
})

describe.skipIf(!there)('the examples of the W3C (skipped where ../shared is not)', () => {
  const names = there ? readdirSync(EXAMPLES).filter((it) => it.endsWith('.json')) : []
  test('are thirty-two', () => expect(names).toHaveLength(32))
  test.each(names)('%s is read without loss', (name) => {
    const raw = JSON.parse(readFileSync(`${EXAMPLES}/${name}`, 'utf8')) as Json
    const read = readAnnotation(raw)
    if (!read) throw new Error('not read')
    expect(writeAnnotation(read)).toEqual(alike(plainNames(raw) as Json))
    expect(read.targets.every(({ source, rest }) => source !== null || Object.keys(rest).length > 0)).toBe(true)
  })
})

test('a passage and the words about it are found by name', () => {
  const read = readAnnotation({
    type: 'Annotation',
    id: 'https://a.example.org/1',
    motivation: 'describing',
    body: { type: 'TextualBody', value: 'La ville est prise', language: 'fr', purpose: 'describing' },
    target: {
      source: 'https://recoupe.example.org/fr/dispatches/kona?version=1',
      selector: [
        { type: 'TextPositionSelector', start: 3, end: 9 },
        { type: 'TextQuoteSelector', exact: 'Konna', prefix: 'à ', suffix: '.' },
      ],
    },
  })
  expect(read).toMatchObject({
    bodies: [{ kind: 'text', value: 'La ville est prise', languages: ['fr'], rest: { purpose: 'describing' } }],
    targets: [
      {
        selectors: [
          { start: 3, end: 9 },
          { exact: 'Konna', prefix: 'à ', suffix: '.' },
        ],
      },
    ],
  })
})

test.each([null, 'x', [], {}, { type: 'Annotation' }, { type: 'Person', target: 'x' }])(
  '%j is no annotation',
  (raw) => {
    expect(readAnnotation(raw)).toBeNull()
  },
)

test('a collection gives the annotations of its first page, a page and a list theirs', () => {
  const one = { type: 'Annotation', target: 'https://a.example.org/' }
  const page = { type: 'AnnotationPage', items: [one, one] }
  expect(annotationsIn({ type: 'AnnotationCollection', first: page })).toEqual([one, one])
  expect(annotationsIn({ type: 'AnnotationCollection', first: 'https://a.example.org/page1' })).toEqual([])
  expect(annotationsIn([page, one])).toHaveLength(3)
})

describe('annotations as a table', () => {
  const rowsOf = (text: string) => {
    const reader = annotationReader()
    return [...reader(text.slice(0, 20), false), ...reader(text.slice(20), true)].slice(1)
  }
  const passage = { source: 'https://x.example.org/en/dispatches/kona?version=2', selector: { exact: 'Konna' } }

  test('one of ours is known by its passage, another’s by its address; a bare text is French', () => {
    const id = '01985c50-7b6e-7c1a-9f43-2d6a1c0e5b11'
    const [ours, theirs] = rowsOf(
      JSON.stringify([
        {
          id: `https://r.example.org/annotations/${id}`,
          type: 'Annotation',
          target: passage,
          body: { value: 'Taken', language: 'en' },
        },
        { id: 'https://n.example.org/7', type: 'Annotation', target: passage, bodyValue: 'Prise' },
      ]),
    )
    expect(ours?.cells).toEqual([id, '', 'kona', 'Konna', '', '', 'Taken'])
    expect(theirs?.cells).toEqual(['', 'https://n.example.org/7', 'kona', 'Konna', 'narration', 'Prise', ''])
  })

  test('what is none is a refused row, and a document that was cut off is refused whole', () => {
    expect(
      rowsOf(JSON.stringify([{ type: 'Annotation', target: passage }, { type: 'Person' }])).map((it) => it.fault),
    ).toEqual([null, 'not_annotation'])
    expect(() => rowsOf(JSON.stringify([{ type: 'Annotation', target: passage }]).slice(0, -2))).toThrow(TableFault)
  })

  test('they are told from other JSON', () => {
    expect(areAnnotations('{"@context":"http://www.w3.org/ns/anno.jsonld","id":1}')).toBe(true)
    expect(areAnnotations('[{"type":"Annotation"}]')).toBe(true)
    expect(areAnnotations('{"statement_fr":"x"}')).toBe(false)
    expect(areAnnotations('claim;"type":"Annotation"')).toBe(false)
  })
})
