/**
 * Does a text made to hurt take the time of its length? Prints milliseconds of work for each hostile piece repeated to
 * 20 kB and to 40 kB, the ratio (2 is linear, 4 is quadratic), and the longest; then a real text of 200 kB.
 *
 *   node --import ./bin/typescript.mjs bench/suggestions-hostile.ts
 */
import { readFileSync } from 'node:fs'
import { suggest } from '@/lib/domain/suggest/suggest'
import { HOSTILE } from '@/tests/unit/suggest/hostile'

const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
/** Milliseconds of this process's own work, both languages; what others do meanwhile does not count. */
function work(text: string): number {
  const before = process.cpuUsage()
  for (const language of ['fr', 'en'] as const) suggest(text, { language })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

let worst = { piece: '', ratio: 0 }
for (const piece of HOSTILE) {
  work(repeated(piece, 5_000)) // warm
  const [one, two] = [work(repeated(piece, 20_000)), work(repeated(piece, 40_000))]
  const ratio = two / Math.max(one, 20)
  if (ratio > worst.ratio) worst = { piece, ratio }
  console.log(
    `${JSON.stringify(piece).padEnd(42)} ${one.toFixed(0).padStart(6)} ms  ${two.toFixed(0).padStart(6)} ms  ratio ${ratio.toFixed(1)}`,
  )
}
console.log(`worst: ${JSON.stringify(worst.piece)}, ratio ${worst.ratio.toFixed(1)}`)

const dispatch = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
const long = repeated(`${dispatch}\n\n`, 200_000)
suggest(dispatch, { language: 'fr' })
const startedAt = performance.now()
suggest(long, { language: 'fr' })
console.log(`200 kB of dispatches, French: ${(performance.now() - startedAt).toFixed(0)} ms (goal < 1000)`)
