/**
 * "Has this been checked?", measured on public sets in a throw-away database, through the same SQL and the same preparation
 * of the text as the desk: CheckThat! 2020 task 2 (a post → the claim that was checked, MAP@5, goal 0.80) and DACCORD (a
 * French sentence → the sentence it was made from, MRR, goal 0.75). A set that is not there is passed over with a sentence.
 *
 * The CheckThat! collection holds some claims twice; claims equally like a text stand oldest first.
 *
 *   node bench/matching.mjs [--data ../shared/data/nlp]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import '../bin/typescript.mjs'
import { addClaims, anAuthor, inThrowaway, placeOf } from './throwaway.mjs'

const { comparable } = await import('../lib/domain/matching.ts')
const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data/nlp' } } })
const DEEP = 100

/** Rows of a file with tabs between and quotes around what holds them. */
function tabbed(file) {
  const rows = [[]]
  let cell = ''
  let isQuoted = false
  const text = readFileSync(file, 'utf8').replaceAll('\r', '')
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (isQuoted && letter === '"' && text[i + 1] === '"') cell += text[++i]
    else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && (letter === '\t' || letter === '\n')) {
      rows.at(-1).push(cell)
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  rows.at(-1).push(cell)
  return rows.filter((row) => row.length > 1).slice(1)
}

/** The rank at which each question finds its answer (Infinity: not at all), and the milliseconds each took. */
async function ranks(client, questions, language) {
  const found = []
  const spent = []
  for (const { text, answer } of questions) {
    const from = performance.now()
    const { rows } = await client.query('SELECT claim_id AS id FROM claims_like($1, $2, $3)', [
      comparable(text),
      language,
      DEEP,
    ])
    spent.push(performance.now() - from)
    const at = rows.findIndex(({ id }) => placeOf(id) === answer)
    found.push(at < 0 ? Number.POSITIVE_INFINITY : at + 1)
  }
  return { found, spent: spent.sort((a, b) => a - b) }
}

const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
function print(name, claims, { found, spent }, measure, goal) {
  const value =
    measure === 'MAP@5'
      ? mean(found.map((n) => (n <= 5 ? 1 / n : 0)))
      : mean(found.map((n) => (n < Infinity ? 1 / n : 0)))
  const at = (n) => mean(found.map((rank) => (rank <= n ? 1 : 0))).toFixed(3)
  console.log(
    `${name}: ${found.length} questions over ${claims} claims\n` +
      `  ${measure} ${value.toFixed(3)} (goal ${goal.toFixed(2)}${value >= goal ? ', met' : ', NOT met'})   ` +
      `first ${at(1)}   among five ${at(5)}   p50 ${spent[spent.length >> 1].toFixed(1)} ms   p95 ${spent[Math.floor(spent.length * 0.95)].toFixed(1)} ms`,
  )
}

const checkThat = join(values.data, 'checkthat2020-task2')
if (!existsSync(checkThat)) console.log(`CheckThat! 2020: passed over, ${checkThat} is not there.`)
else
  await inThrowaway(async (client) => {
    const claims = tabbed(join(checkThat, 'verified_claims.docs.tsv'))
    const answers = new Map(
      readFileSync(join(checkThat, 'dev-tweet-vclaim-pairs.qrels'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/))
        .map(([question, , claim]) => [question, claims.findIndex(([id]) => id === claim)]),
    )
    const questions = tabbed(join(checkThat, 'dev-tweets.queries.tsv')).map(([id, text]) => ({
      text,
      answer: answers.get(id),
    }))
    // A claim review has a claim and a title; both are words of the claim.
    const texts = claims.map(([, claim, title]) => ({ en: `${claim}\n${title}` }))
    await addClaims(client, await anAuthor(client), texts)
    await client.query('ANALYZE')
    print('CheckThat! 2020 task 2, development', claims.length, await ranks(client, questions, 'en'), 'MAP@5', 0.8)
  })

const daccord = join(values.data, 'daccord/daccord_dev.tsv')
if (!existsSync(daccord)) console.log(`DACCORD: passed over, ${daccord} is not there.`)
else
  await inThrowaway(async (client) => {
    const pairs = tabbed(daccord)
    const premises = [...new Set(pairs.map(([, premise]) => premise.trim()))]
    const questions = pairs.map(([, premise, text]) => ({ text, answer: premises.indexOf(premise.trim()) }))
    await addClaims(
      client,
      await anAuthor(client),
      premises.map((fr) => ({ fr })),
    )
    await client.query('ANALYZE')
    print('DACCORD, sentence to its premise', premises.length, await ranks(client, questions, 'fr'), 'MRR', 0.75)
  })
