/** `recoupe search WORDS`: the claims that hold them, best first, one a line. */
import { parseArgs } from 'node:util'
import { closeDb } from '@/lib/data/db'
import type { Found } from '@/lib/domain/found'
import { MAX_QUESTION } from '@/lib/domain/found'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor } from '@/lib/domain/permission'
import { asksNothing, readSearch, type SearchQuery } from '@/lib/domain/search-query'
import type { Language } from '@/lib/domain/vocabulary'
import { env } from '@/lib/env'
import { publicWords } from '@/lib/i18n/public'
import { searchWords } from '@/lib/i18n/search'
import { claimPath } from '@/lib/present/addresses'
import { deskPlacePath } from '@/lib/present/desk-places'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import { loadDeskSearch } from '@/lib/services/load-desk-search'
import { loadPublicSearch } from '@/lib/services/load-public'
import { scriptDesk } from '@/lib/web/script-desk'
import './parts/closed-pipe.mjs'

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
/** Whoever can read the database's address may read what is in it. */
const operator: Actor = { id: asId<UserId>('operator'), role: 'reader', isSourceKeeper: false }

type Given = { query: SearchQuery; lang: Language; limit: number; isPublic: boolean; isJson: boolean }

/** What was typed, or the sentence that says what is wrong with it. */
function given(args: string[]): Given | string {
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

/** As many of the results as were asked for, page after page. */
async function read({ query, limit, isPublic }: Given): Promise<Found> {
  const desk = isPublic ? null : await scriptDesk(operator)
  const one = (page: Parameters<typeof loadPublicSearch>[2]) =>
    desk ? loadDeskSearch(desk, query, page) : loadPublicSearch(query, undefined, page)
  const first = await one(null)
  const claims = [...first.claims]
  for (let { next } = first; next !== null && claims.length < limit; ) {
    const page = await one({ after: next })
    claims.push(...page.claims)
    next = page.next
  }
  return { ...first, claims: claims.slice(0, limit) }
}

const oneLine = (words: string) => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()

function linesOf(found: Found, lang: Language) {
  const base = env().RECOUPE_URL.replace(/\/+$/, '')
  return found.claims.map(({ claim, foundBy }) => ({
    ref: claim.ref,
    verdict: claim.verdict && !claim.verdict.isWithdrawal ? ratingWord(lang, claim.verdict.rating) : null,
    statement: oneLine(
      (lang === 'fr' ? (claim.statementFr ?? claim.statementEn) : (claim.statementEn ?? claim.statementFr)) ?? '',
    ),
    address: `${base}${claim.isPublic ? claimPath(lang, claim.slug) : deskPlacePath(lang, { kind: 'claim', id: claim.id, slug: claim.slug })}`,
    foundBy,
  }))
}

async function run(asked: Given): Promise<number> {
  const { query, lang, isJson } = asked
  const found = await read(asked)
  const lines = linesOf(found, lang)
  const t = searchWords(lang)
  if (isJson) {
    const { total, isMore, variants } = found
    console.log(
      JSON.stringify({ query: query.text, total, isMore, notUnderstood: query.notUnderstood, variants, claims: lines }),
    )
  } else {
    for (const { text, why } of query.notUnderstood) console.error(t.notUnderstood(text, why))
    for (const { key, value } of found.unknown) console.error(t.unknown(key, value))
    const why = { words: '', stem: '', form: ` [${publicWords(lang).search.byVariant}]`, likeness: ` [${t.alike}]` }
    for (const { ref, verdict, statement, address, foundBy } of lines)
      console.log([ref, verdict ?? t.noVerdict, `${statement}${why[foundBy]}`, address].join('	'))
    if (!asksNothing(query)) console.error(found.isMore ? t.manyResults(found.total) : t.results(found.total))
  }
  return lines.length > 0 ? EXIT.ok : EXIT.nothing
}

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return args.length === 0 ? EXIT.usage : EXIT.ok
  }
  let asked: Given | string
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
    return await run(asked)
  } catch (error) {
    console.error(`The archive could not be read: ${error instanceof Error ? error.message.split('\n').at(-1) : error}`)
    return EXIT.nothing
  } finally {
    await closeDb()
  }
}

process.exitCode = await main(process.argv.slice(2))
