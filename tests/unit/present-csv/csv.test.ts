import { describe, expect, test } from 'vitest'
import { csvForm, csvHead, recordEnds, tableFileName } from '@/lib/present/csv'

const bytes = (text: string) => new TextEncoder().encode(text)
const inChunks = (text: string, size: number): string => {
  const withEnds = recordEnds()
  const all = bytes(text)
  const out: Uint8Array[] = []
  for (let i = 0; i < all.length; i += size) out.push(withEnds(all.subarray(i, i + size)))
  return Buffer.concat(out).toString('utf8')
}

describe('the ends of records', () => {
  const written = 'C1,"«\u00a0Kona\u00a0», dit-il\nle ""matin""\r\n\rsoir",😀\nC2,"""\n""",\n'
  const wanted = 'C1,"«\u00a0Kona\u00a0», dit-il\nle ""matin""\r\n\rsoir",😀\r\nC2,"""\n""",\r\n'

  test('are CRLF, and line breaks inside a field survive untouched, wherever the chunks are cut', () => {
    for (let size = 1; size <= bytes(written).length; size++) expect(inChunks(written, size), `by ${size}`).toBe(wanted)
  })

  test('are nothing when there is nothing', () => {
    expect(inChunks('', 1)).toBe('')
  })
})

describe('the head of a file', () => {
  test('for machines has neither mark nor quotation marks', () => {
    expect(csvHead(['claim_id', 'url'], csvForm('machine', 'fr'))).toBe('claim_id,url\r\n')
  })

  test('for Excel has a byte order mark and the separator of the language', () => {
    expect(csvHead(['claim_id', 'url'], csvForm('excel', 'fr'))).toBe('\ufeff"claim_id";"url"\r\n')
    expect(csvHead(['claim_id', 'url'], csvForm('excel', 'en'))).toBe('\ufeff"claim_id","url"\r\n')
  })
})

test('a file is named after its table and its day', () => {
  expect(tableFileName('claims', new Date('2013-01-10T23:59:00Z'), 'csv')).toBe('recoupe-claims-2013-01-10.csv')
})
