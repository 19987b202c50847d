import type { ReactElement } from 'react'
import { sprite } from './parts/icons'

type ToMarkup = (element: ReactElement) => string
let known: ToMarkup | undefined

/**
 * React's own `renderToStaticMarkup`, found on disk when it is first needed. Next refuses `react-dom/server` in the code it
 * bundles, and Node hides it from a script that runs under the `react-server` condition (which `server-only` asks for): in
 * both, the three files of React that write markup are there all the same. They are plain CommonJS that need nothing but each
 * other, so they are read and linked here, the same way under tsx, in vitest and in the built server. Our components use no
 * hook and no context: which copy of React made their elements does not matter.
 */
function toMarkup(): ToMarkup {
  const { createRequire } = process.getBuiltinModule('node:module')
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const { dirname, join } = process.getBuiltinModule('node:path')
  const { compileFunction } = process.getBuiltinModule('node:vm')
  const find = createRequire(join(process.cwd(), 'package.json'))
  const evaluate = <T>(name: string, file: string, needs: Record<string, unknown>): T => {
    const path = join(dirname(find.resolve(`${name}/package.json`)), 'cjs', file)
    const unit = { exports: {} }
    const link = (wanted: string): unknown => needs[wanted] ?? find(wanted)
    compileFunction(readFileSync(path, 'utf8'), ['module', 'exports', 'require'], { filename: path })(
      unit,
      unit.exports,
      link,
    )
    return unit.exports as T
  }
  const react = evaluate('react', 'react.production.js', {})
  const dom = evaluate('react-dom', 'react-dom.production.js', { react })
  return evaluate<{ renderToStaticMarkup: ToMarkup }>('react-dom', 'react-dom-server-legacy.node.production.js', {
    react,
    'react-dom': dom,
  }).renderToStaticMarkup
}

/** A piece of markup, as text. */
export const markupOf = (element: ReactElement): string => {
  known ??= toMarkup()
  // An HTML parser would read a bare carriage return as a line feed, which would change a quoted text.
  return known(element).replaceAll('\r', '&#13;')
}

/** JSON that may sit inside a script element: nothing in the data can close it or open a comment. */
export const inertJson = (data: object): string =>
  JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** A whole document from its `<html>` element: the drawings it uses, once each, and at most one block of data about it. */
export function documentOf(html: ReactElement, data?: object): string {
  const markup = markupOf(html)
  const drawings = sprite(markup)
  const linked = data ? `<script type="application/ld+json">${inertJson(data)}</script>` : ''
  const head = markup.indexOf('</head>')
  const body = markup.indexOf('>', markup.indexOf('<body')) + 1
  return `<!doctype html>${markup.slice(0, head)}${linked}${markup.slice(head, body)}${drawings}${markup.slice(body)}`
}
