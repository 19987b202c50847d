import { expect, test } from '@playwright/test'
import { signIn, TEXT } from './support/desk'

/** RFC 4180, strictly: records end in CR LF, a quoted field may hold anything, a quote inside is doubled. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < csv.length) {
    let field = ''
    if (csv[at] === '"') {
      for (at++; ; at++) {
        if (csv[at] === '"' && csv[at + 1] === '"') field += csv[at++]
        else if (csv[at] === '"') break
        else field += csv[at]
      }
      at++
    } else while (at < csv.length && csv[at] !== ',' && !csv.startsWith('\r\n', at)) field += csv[at++]
    row.push(field)
    if (csv[at] === ',') at++
    else {
      expect(csv.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}
const COLUMNS =
  'claim_id, claim_slug, dispatch_slug, occurrence_id, quote, start, end, statement_fr, statement_en, kind, quote_scope, modality, source, source_kind, attribution_chain, event, event_date, event_date_basis, place, actors, conflict_ids, verdict, verdict_label_fr, verdict_label_en, published_at, url'.split(
    ', ',
  )

test('claims.csv has one row per occurrence, each quotation equal to the text at its place, both spellings untouched', async ({
  page,
}) => {
  await signIn(page)
  const csv = await (await page.request.get('/export/claims.csv')).text()
  const [head, ...rows] = parse(csv)
  expect(head).toEqual(COLUMNS)
  const sample = rows.filter((row) => row[2] === 'mali-kona-france-24' && Number(row[0]?.slice(1)) <= 49)
  expect(sample).toHaveLength(49)
  for (const row of sample) expect(row[4]).toBe(TEXT.slice(Number(row[5]), Number(row[6])))
  expect(sample.some((row) => row[4]?.includes('Konna'))).toBe(true)
  expect(sample.find((row) => row[0] === 'C14')?.[14]).toBe(
    'Abdou Dardar (speaker) > interprète nigérien (interpreter) > AFP (agency) > FRANCE 24 (outlet)',
  )
})

test('conflicts.csv has its columns and the 28 conflicts of the sample', async ({ page }) => {
  await signIn(page)
  const [head, ...rows] = parse(await (await page.request.get('/export/conflicts.csv')).text())
  expect(head).toEqual(
    'conflict_id, slug, type, class, status, event, property, positions, claim_ids, explanation_fr, explanation_en, resolution, rationale, url'.split(
      ', ',
    ),
  )
  expect(rows.filter(([ref]) => Number(ref?.slice(1)) <= 28)).toHaveLength(28)
})

test('the profile for Excel has a BOM, semicolons in French, and every field quoted', async ({ request }) => {
  const body = await (await request.get('/export/claims.csv?profile=excel&lang=fr')).body()
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(body.toString('utf8', 3).split('\r\n')[0]).toMatch(/^"claim_id";"claim_slug";/)
})

test('a profile nobody knows is refused with the field, the reason and the fix', async ({ request }) => {
  const answer = await request.get('/export/claims.csv?profile=xml', { headers: { 'accept-language': 'fr' } })
  expect(answer.status()).toBe(400)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  expect(await answer.text()).toContain('profile')
})
