/**
 * For developers: writes the examples of answers in `lib/web/api/answer-examples.json` anew, from what the tests of the API are
 * answered. Lists are cut to two, long texts to their beginning; nothing else is touched.
 *   npm run api-examples
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './parts/child.mjs'
import { ROOT } from './parts/settings.mjs'

const [MOST_ITEMS, MOST_LETTERS] = [2, 200]

/** @param {unknown} value @returns {unknown} */
const short = (value) => {
  if (typeof value === 'string') return value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(short)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, short(it)]))
}

process.chdir(ROOT)
const folder = mkdtempSync(join(tmpdir(), 'recoupe-answers-'))
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', '--reporter=dot']
// The sample first: what it answers reads best.
for (const tests of ['tests/integration/api/reading', 'tests/integration/api/']) {
  const { code } = await run(process.execPath, [...vitest, tests], {
    env: { ...process.env, RECOUPE_ANSWERS: folder },
    onLine: (line) => console.log(line),
  })
  if (code !== 0) process.exitCode = 1
}
const examples = readdirSync(folder)
  .sort()
  .map((file) => [file.replace('.json', ''), short(JSON.parse(readFileSync(join(folder, file), 'utf8')))])
rmSync(folder, { recursive: true })
if (!process.exitCode) {
  const file = 'lib/web/api/answer-examples.json'
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(examples), null, 2)}\n`)
  await run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', file])
}
console.log(process.exitCode ? 'Tests failed, nothing was written.' : `${examples.length} examples were written.`)
