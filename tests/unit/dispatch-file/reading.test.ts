import { describe, expect, test, vi } from 'vitest'
import type { DispatchFile } from '@/lib/domain/dispatch-file'
import { charsetOf, dispatchFormatOf, headlineOf, MAX_DISPATCH_FILE } from '@/lib/domain/dispatch-file'
import { readDispatchFile } from '@/lib/web/dispatch-file'
import { zipped } from '@/lib/web/zip-stream'

// Each web page, DOCX and PDF starts a thread that loads its reader first.
vi.setConfig({ testTimeout: 60_000 })

const LONG = 'Les islamistes ont pris la ville de Kona, a affirmé jeudi un porte-parole d’Ansar Dine. '.repeat(6).trim()
const PAGE = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Kona | Le Journal</title>
<meta property="og:title" content="Les islamistes prennent Kona">
<meta property="article:published_time" content="2013-01-10T18:20:00Z">
<link rel="canonical" href="https://journal.example.org/kona"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Les islamistes prennent Kona</h1><p>${LONG}</p><p>«&nbsp;Nous sommes dans la ville&nbsp;», a-t-il dit.<br>L’armée dément.</p>
<script>document.body.innerHTML = 'owned'</script></article><footer>Mentions légales</footer></body></html>`

const read = async (bytes: Buffer, charset?: string): Promise<DispatchFile> => {
  const it = await readDispatchFile(bytes, charset)
  if (!it.ok) throw new Error(it.reason)
  return it.file
}
const refusal = async (bytes: Buffer) => {
  const it = await readDispatchFile(bytes)
  return it.ok ? null : it.reason
}

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  async function* entries() {
    for (const [name, text] of Object.entries(files)) yield { name, body: [text] }
  }
  const parts: Uint8Array[] = []
  for await (const part of zipped(entries())) parts.push(part)
  return Buffer.concat(parts)
}
const docxOf = (...paragraphs: string[]) =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
      .map((it) => `<w:p><w:r><w:t xml:space="preserve">${it}</w:t></w:r></w:p>`)
      .join('')}</w:body></w:document>`,
  })

/** A PDF of one page with these lines, each at its height. */
function pdfOf(lines: readonly (readonly [y: number, words: string])[]): Buffer {
  const stream = `BT /F1 12 Tf ${lines.map(([y, words]) => `1 0 0 1 72 ${y} Tm (${words.replaceAll(/[()\\]/gu, '\\$&')}) Tj`).join('\n')} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((it, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${it}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
    'latin1',
  )
}

describe('a text file', () => {
  test('is kept letter for letter, its title the first line when it has one', async () => {
    const text = 'Kona : l’armée dément\n\n  Deux  espaces, et une fin.  \n'
    expect(await read(Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`))).toEqual({
      ...{ format: 'text', title: 'Kona : l’armée dément', text, language: null, url: null, published: null },
      warnings: [],
    })
  })

  test('in another encoding than UTF-8 or UTF-16 is refused, not guessed at', async () => {
    expect(await refusal(Buffer.from('L’armée dément', 'latin1'))).toBe('file_not_utf8')
    expect((await read(Buffer.from('\ufeffété à Kona', 'utf16le'))).text).toBe('été à Kona')
  })

  test.each([
    [Buffer.alloc(0), 'file_empty'],
    [Buffer.from(' \n '), 'file_no_text'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file_not_text'],
    [Buffer.alloc(MAX_DISPATCH_FILE + 1, 'a'), 'file_too_large'],
  ])('that is none is refused by its reason', async (bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason)
  })
})

describe('a saved web page', () => {
  test('gives the article without menus, and what it states about itself', async () => {
    const { text, warnings, ...stated } = await read(Buffer.from(PAGE))
    expect(stated).toEqual({
      format: 'html',
      title: 'Les islamistes prennent Kona',
      language: 'fr',
      url: 'https://journal.example.org/kona',
      published: '2013-01-10T18:20:00Z',
    })
    expect(text).toContain(`${LONG}\n\n«\u00a0Nous sommes dans la ville\u00a0», a-t-il dit.\nL’armée dément.`)
    expect(text).not.toMatch(/Accueil|Mentions|owned/)
    expect(warnings).toEqual([])
  })

  test('is read in the encoding it states, and refused when it is not in it', async () => {
    const page = (charset: string) =>
      `<html><head><meta charset="${charset}"></head><body><p>Sévaré, été</p></body></html>`
    expect((await read(Buffer.from(page('iso-8859-1'), 'latin1'))).text).toContain('Sévaré, été')
    expect(await refusal(Buffer.from(page('utf-8'), 'latin1'))).toBe('file_not_utf8')
    expect(await refusal(Buffer.from(page('x-nobody')))).toBe('file_not_utf8')
    expect(charsetOf(Buffer.from(page('utf-8')), 'text/html; charset=windows-1252')).toBe('windows-1252')
  })

  test('in which no article is found is taken whole, and says so', async () => {
    const { text, warnings } = await read(Buffer.from('<html><body>Kona</body></html>'))
    expect({ text, warnings }).toEqual({ text: 'Kona', warnings: ['whole_page', 'no_title'] })
  })
})

describe('a DOCX', () => {
  test('gives its paragraphs, no-break spaces and all', async () => {
    const file = await read(
      await docxOf('Kona ou Konna ?', 'La ville a été prise\u00a0: «\u00a0presque en totalité\u00a0».'),
    )
    expect(file).toMatchObject({ format: 'docx', title: 'Kona ou Konna ?', warnings: [] })
    expect(file.text).toBe('Kona ou Konna ?\n\nLa ville a été prise\u00a0: «\u00a0presque en totalité\u00a0».')
  })

  test('is refused when it is another ZIP, cut off, or would fill the memory', async () => {
    expect(await refusal(await zipOf({ 'a.txt': 'a' }))).toBe('file_not_text')
    expect(await refusal((await docxOf('Kona', 'Konna')).subarray(0, 400))).toBe('file_damaged')
    expect(await refusal(await zipOf({ 'word/document.xml': ' '.repeat(90_000_000) }))).toBe('file_too_large')
  })
})

describe('a PDF', () => {
  test('gives its paragraphs: lines joined where they only broke, and said so', async () => {
    const lines = [
      [780, 'Kona est tomb\u00e9e'],
      [740, 'Les islamistes ont pris la ville, a'],
      [726, 'affirm\u00e9 jeudi un porte-parole.'],
      [698, 'L\u2019arm\u00e9e d\u00e9ment, dit celui-'],
      [684, 'ci.'],
    ] as const
    const file = await read(pdfOf(lines.map(([y, words]) => [y, words.replaceAll('\u2019', '\u0092')] as const)))
    expect(file.text.split('\n\n')).toEqual([
      'Kona est tombée',
      'Les islamistes ont pris la ville, a affirmé jeudi un porte-parole.',
      'L’armée dément, dit celui-ci.',
    ])
    expect(file).toMatchObject({ format: 'pdf', title: 'Kona est tombée', warnings: ['line_breaks', 'end_hyphens'] })
  })

  test('of pictures only has no text, and a damaged one is not read in part', async () => {
    expect(await refusal(pdfOf([]))).toBe('file_no_text')
    expect(await refusal(Buffer.from('%PDF-1.4\nnothing more'))).toBe('file_damaged')
  })
})

test('what a file is, is told by its bytes', () => {
  expect(dispatchFormatOf(Buffer.from('%PDF-1.7'))).toBe('pdf')
  expect(dispatchFormatOf(Buffer.from('<!-- x --><html><p>x'))).toBe('html')
  expect(dispatchFormatOf(Buffer.from('<< Kona >>, dit-il'))).toBe('text')
  expect(dispatchFormatOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBeNull()
})

test('a first line is a headline only before something else', () => {
  expect(headlineOf('Kona\n\nLa ville')).toBe('Kona')
  expect(headlineOf('Une seule ligne')).toBeNull()
  expect(headlineOf(`${'x'.repeat(201)}\nLa ville`)).toBeNull()
})
