import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** Most lines a file may have before it is really two, by room; the longest match counts. Lists of words and of rows are long by nature. */
const BUDGET: Record<string, number> = {
  'lib/domain': 310,
  'lib/data': 310,
  'lib/services': 220,
  'lib/web': 250,
  'lib/present': 260,
  'lib/i18n': 700,
  app: 310,
  seeds: 700,
  bin: 200,
  tests: 560,
}
const ROOMS = Object.keys(BUDGET).sort((a, b) => b.length - a.length)
const walk = (tops: readonly string[], ending: RegExp) =>
  tops.filter(existsSync).flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(top, name))
      .filter((path) => ending.test(path) && !path.startsWith('lib/data/generated/')),
  )
const files = walk(['lib', 'app', 'seeds', 'bin', 'tests'], /\.(tsx?|mjs)$/)
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1

test('there is something to measure', () => {
  expect(files.length).toBeGreaterThan(250) // an empty walk must not look like a clean house
})

test('no file is longer than its room allows', () => {
  const long = files.flatMap((file) => {
    const room = ROOMS.find((it) => file.startsWith(`${it}/`))
    const lines = linesOf(file)
    return room && lines > (BUDGET[room] ?? 0) ? [`${file}: ${lines} lines of ${BUDGET[room]}`] : []
  })
  expect(long).toEqual([])
})

test('nobody has a drawer, nor a barrel that hides what is imported', () => {
  const drawers = files.filter((file) =>
    /(^|\/)(utils?|helpers?|misc|common|index|types|lib|shared|stuff)\.(tsx?|mjs)$/.test(file),
  )
  const folders = files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|shared|stuff)\//.test(file))
  expect([...drawers, ...folders]).toEqual([])
})

test('a name is words joined by hyphens', () => {
  const odd = files
    .map((file) => posix.basename(file))
    .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(client|test|spec|mobile|d|en|fr))*\.(tsx?|mjs)$/.test(name))
  expect(odd).toEqual([])
})

test('data, services, web and env say that they stay on the server', () => {
  const silent = walk(['lib/data', 'lib/services', 'lib/web'], /\.tsx?$/)
    .concat('lib/env.ts')
    // Told to both sides: plain types and pure functions that a client component needs too.
    .filter((file) => !/lib\/web\/(action-result|safe-next|invitation-link)\.ts$/.test(file))
    .filter((file) => !/^import 'server-only'$/m.test(readFileSync(file, 'utf8')))
  expect(silent).toEqual([])
})

test('the pure rooms know no clock, no dice, no environment and no network', () => {
  // render.ts finds React's files on disk when it is first needed; the reason stands beside it.
  const rooms = walk(['lib/domain', 'lib/i18n', 'lib/present'], /\.tsx?$/).filter(
    (file) => file !== 'lib/present/render.ts',
  )
  const impure = rooms.filter((file) =>
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bcrypto\./.test(
      readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
    ),
  )
  expect(impure).toEqual([])
})
