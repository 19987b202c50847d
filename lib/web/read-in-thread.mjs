/**
 * Reads a web page, a DOCX or a PDF in a thread of its own: a hostile file costs this thread its memory or its time, not the
 * server. Plain JavaScript, because a thread starts without the compiler. Asked by dispatch-file.ts.
 */
import { parentPort, workerData } from 'node:worker_threads'

/** Elements that end a line; a paragraph is followed by an empty one. */
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
)
const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'SVG', 'BUTTON', 'FORM'])
const MOST_PAGES = 500

/** What a reader sees of an element, a block a paragraph. White space is what HTML calls so; a no-break space is a letter. */
function wordsOf(/** @type {any} */ root) {
  /** @type {string[]} */
  const parts = []
  const walk = (/** @type {any} */ node) => {
    if (node.nodeType === 3) parts.push(node.nodeValue.replace(/[ \t\n\f\r]+/gu, ' '))
    if (node.nodeType !== 1 || UNREAD.has(node.tagName.toUpperCase())) return
    const isBlock = BLOCK.has(node.tagName)
    if (node.tagName === 'BR') parts.push('\n')
    if (isBlock) parts.push('\n\n')
    for (const child of node.childNodes) walk(child)
    if (isBlock) parts.push('\n\n')
  }
  walk(root)
  return parts
    .join('')
    .replace(/ *\n */gu, '\n')
    .replace(/ {2,}/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** @param {string} html */
async function page(html) {
  const [{ JSDOM }, { isProbablyReaderable, Readability }] = await Promise.all([
    import('jsdom'),
    import('@mozilla/readability'),
  ])
  // No script runs and nothing is fetched: both are off unless asked for.
  const { document } = new JSDOM(html).window
  const meta = (/** @type {string[]} */ ...names) => {
    for (const name of names) {
      const content = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      const said = content?.getAttribute('content')?.trim()
      if (said) return said
    }
    return null
  }
  const stated = {
    language: document.documentElement.getAttribute('lang')?.trim() || null,
    url: document.querySelector('link[rel~="canonical"]')?.getAttribute('href')?.trim() || meta('og:url'),
    published:
      meta('article:published_time', 'datePublished', 'date', 'dc.date') ??
      document.querySelector('article time[datetime]')?.getAttribute('datetime') ??
      null,
    title:
      meta('og:title') ??
      (document.querySelector('h1') ? wordsOf(document.querySelector('h1')) : null) ??
      document.title.trim(),
  }
  const whole = wordsOf(document.body)
  const isArticle = isProbablyReaderable(document)
  const article = new Readability(document, { charThreshold: 200 }).parse()
  const text = article?.content ? wordsOf(new JSDOM(article.content).window.document.body) : ''
  return {
    ...stated,
    title: stated.title || article?.title || null,
    text: text || whole,
    // Where no article is recognised, menus may stand among the words.
    warnings: isArticle && text !== '' ? [] : ['whole_page'],
  }
}

/** @param {Uint8Array} bytes */
async function docx(bytes) {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  return { title: null, text: value, language: null, url: null, published: null, warnings: [] }
}

/** @typedef {{ words: string, y: number, height: number }} Line */

/** The lines of a page, from the pieces it is painted with. @param {any[]} items @returns {Line[]} */
function linesOf(items) {
  /** @type {Line[]} */
  const lines = []
  let words = ''
  for (const { str, hasEOL, transform, height } of items) {
    words += str
    if (!hasEOL && items.at(-1)?.str !== str) continue
    if (hasEOL || words !== '') {
      if (words.trim() !== '') lines.push({ words: words.trim(), y: transform[5], height: height || 10 })
      words = ''
    }
  }
  if (words.trim() !== '') lines.push({ words: words.trim(), y: Number.NaN, height: 10 })
  return lines
}

/** @param {Uint8Array} bytes */
async function pdf(bytes) {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(bytes)
  /** @type {string[]} */
  const paragraphs = []
  let [open, wasJoined, hadHyphen] = ['', false, false]
  const close = () => {
    if (open !== '') paragraphs.push(open)
    open = ''
  }
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const lines = linesOf(items)
    const gaps = lines
      .slice(1)
      .map(({ y }, i) => Math.abs((lines[i]?.y ?? y) - y))
      .filter((it) => it > 0)
      .sort((a, b) => a - b)
    // Most lines of a page follow another of their paragraph; on a page of few lines at least the closest do.
    const usual = gaps[Math.floor((gaps.length - 1) / 3)] ?? 12
    for (const [i, { words, y }] of lines.entries()) {
      const gap = i === 0 ? 0 : Math.abs((lines[i - 1]?.y ?? y) - y)
      // A wider space than between two lines begins a paragraph; so does a new page after a sentence that was ended.
      if (i === 0 ? /[.!?…»”"]$/u.test(open) : gap > usual * 1.4) close()
      if (open === '') open = words
      else {
        wasJoined = true
        if (/\p{L}-$/u.test(open)) hadHyphen = true
        open = open.endsWith('\u00ad')
          ? open.slice(0, -1) + words
          : open.endsWith('-')
            ? open + words
            : `${open} ${words}`
      }
    }
  }
  close()
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const said = /** @type {any} */ (info)?.Title
  const title = typeof said === 'string' && said.trim() !== '' ? said.trim() : null
  const warnings = [...(wasJoined ? ['line_breaks'] : []), ...(hadHyphen ? ['end_hyphens'] : [])]
  return { title, text: paragraphs.join('\n\n'), language: null, url: null, published: null, warnings }
}

/** @returns {Promise<object>} */
async function read() {
  const { format, bytes, html } = workerData
  try {
    const found = await (format === 'html' ? page(html) : format === 'docx' ? docx(bytes) : pdf(bytes))
    return { ok: true, found }
  } catch (error) {
    return { ok: false, isLocked: /** @type {any} */ (error)?.name === 'PasswordException' }
  }
}
parentPort?.postMessage(await read())
