/**
 * Is every regular expression of the suggestions safe on a megabyte made to hurt? Collects each one that runs over real and
 * hostile texts (they all go through RegExp.prototype.exec once it is replaced), then finds all of its matches in 1 MB of
 * every hostile piece. Prints the slowest, in milliseconds of this process's own work (goal: < 100 each; the median of three).
 *
 *   node --import ./bin/typescript.mjs bench/suggestions-regexps.ts
 */
import { readFileSync } from 'node:fs'
import { suggest } from '@/lib/domain/suggest/suggest'
import { HOSTILE } from '@/tests/unit/suggest/hostile'

const MEGABYTE = 1_000_000
const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const seen = new Map<string, RegExp>()
const exec = RegExp.prototype.exec
RegExp.prototype.exec = function remembered(this: RegExp, text: string) {
  seen.set(String(this), this)
  return exec.call(this, text)
}
const dispatch = readFileSync('seeds/mali-2013/dispatch.fr.txt', 'utf8')
for (const text of [dispatch, ...HOSTILE.map((piece) => repeated(piece, 2_000))])
  for (const language of ['fr', 'en'] as const) suggest(text, { language })
RegExp.prototype.exec = exec

/** Milliseconds to find every match of an expression in a text. */
function work(expression: RegExp, text: string): number {
  const all = new RegExp(expression.source, expression.flags.replace('y', '').replace('g', '').concat('g'))
  const before = process.cpuUsage()
  for (let match = all.exec(text); match !== null; match = all.exec(text)) if (match[0] === '') all.lastIndex++
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const slowest: { ms: number; expression: string; piece: string }[] = []
for (const expression of seen.values()) {
  let worst = { ms: 0, expression: String(expression), piece: '' }
  for (const piece of HOSTILE) {
    // One that is quadratic would take minutes: it is known by a hundredth of the text, and said as what it would take.
    const short = work(expression, repeated(piece, MEGABYTE / 100))
    const long = () => (short > 5 ? short * 100 : work(expression, repeated(piece, MEGABYTE)))
    const first = long()
    // One near the goal is asked thrice and its median told: the first run compiles, and others use the machine too.
    const ms = first < 50 ? first : ([first, long(), long()].sort((a, b) => a - b)[1] ?? first)
    if (ms > worst.ms) worst = { ms, expression: String(expression), piece }
  }
  slowest.push(worst)
}
slowest.sort((a, b) => b.ms - a.ms)
for (const { ms, expression, piece } of slowest.filter((it, at) => at < 12 || it.ms >= 100))
  console.log(`${ms.toFixed(0).padStart(6)} ms  ${JSON.stringify(piece).padEnd(30)} ${expression.slice(0, 110)}`)
console.log(
  `${seen.size} expressions, ${HOSTILE.length} pieces of 1 MB each: ${slowest.filter(({ ms }) => ms >= 100).length} at 100 ms or more`,
)
