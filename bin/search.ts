/** `recoupe search WORDS`: the claims that hold them, best first, one a line. */
import { parseArgs } from 'node:util'
import { MAX_QUESTION } from '@/lib/domain/found'
import { readSearch } from '@/lib/domain/search-query'
import './parts/closed-pipe.mjs'
import type { Asked } from './parts/print-found'

const USAGE = `Usage: recoupe search WORDS [options]

  The claims that hold every word, best first: number, verdict, words, address.
  A phrase stands in quotation marks, empar* is any word that begins so, -word must not be there. Filters:
  source:afp  verdict:false  verdict:none  place:Konna  event:E1  year:2013  before:2013-01  after:2012-12-31

Options
  --public        what readers find; without it, drafts are found as well
  --lang fr|en    the language of statements and verdicts (fr)
  --limit N       how many lines, 1 to 1000 (20)
  --json          one object of JSON: query, total, isMore, notUnderstood, variants, claims

Examples
  recoupe search Kona source:afp
  recoupe search '"prise de Kona" -Gao' --lang en --limit 5
  recoupe search --public --json 'verdict:false after:2012' | jq -r '.claims[].address'

Exit codes: 0 found, 1 nothing found or the database could not be read, 2 wrong command or value`

const EXIT = { ok: 0, nothing: 1, usage: 2 }
const MAX_LINES = 1_000

/** What was typed, or the sentence that says what is wrong with it. */
function given(args: string[]): Asked | string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'fr' },
      limit: { type: 'string', default: '20' },
      public: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const { lang, limit } = values
  if (lang !== 'fr' && lang !== 'en') return `--lang is “${lang}”. It is fr or en.`
  if (!/^[1-9]\d{0,3}$/.test(limit) || Number(limit) > MAX_LINES)
    return `--limit is “${limit}”. It is 1 to ${MAX_LINES}.`
  const query = readSearch(positionals.join(' '))
  if (query.isTooLong) return `The question is longer than ${MAX_QUESTION} characters. Keep the words that matter.`
  if (positionals.length === 0) return 'WORDS are missing. Say what to look for.'
  return { query, lang, limit: Number(limit), isPublic: values.public, isJson: values.json }
}

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return args.length === 0 ? EXIT.usage : EXIT.ok
  }
  let asked: Asked | string
  try {
    asked = given(args)
  } catch (error) {
    asked = error instanceof Error ? error.message : String(error)
  }
  if (typeof asked === 'string') {
    console.error(`${asked}\nrecoupe search --help shows how it is called.`)
    return EXIT.usage
  }
  try {
    // Only now: what reads the archive takes two seconds to load, which somebody with a typing error need not wait for.
    const { printFound } = await import('./parts/print-found')
    return (await printFound(asked)) ? EXIT.ok : EXIT.nothing
  } catch (error) {
    console.error(`The archive could not be read: ${error instanceof Error ? error.message.split('\n').at(-1) : error}`)
    return EXIT.nothing
  }
}

process.exitCode = await main(process.argv.slice(2))
