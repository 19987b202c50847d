/** Just enough of an HTML reader for the tests: the text a reader sees, with references resolved. */
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

export const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, dec?: string, name?: string) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : dec
        ? String.fromCodePoint(Number(dec))
        : (NAMED[name ?? ''] ?? whole),
  )

/** The text of a piece of markup, tags taken out, not a space added. */
export const textOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ''))

/** The inside of the first element with this opening tag, up to its own end tag. */
export function inside(html: string, opening: RegExp): string {
  const found = opening.exec(html)
  if (!found) throw new Error(`no ${opening} in the document`)
  const name = /^<([a-z0-9]+)/.exec(found[0])?.[1] ?? ''
  const start = found.index + found[0].length
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*>`, 'g')
  tags.lastIndex = start
  let depth = 1
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return html.slice(start, tag.index)
  }
  throw new Error(`<${name}> never ends`)
}

/** The data inside a document, read as a machine would. */
export const dataOf = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
  )
