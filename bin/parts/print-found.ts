import { closeDb } from '@/lib/data/db'
import type { Found } from '@/lib/domain/found'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor } from '@/lib/domain/permission'
import { asksNothing, type SearchQuery } from '@/lib/domain/search-query'
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

/** Whoever can read the database's address may read what is in it. */
const operator: Actor = { id: asId<UserId>('operator'), role: 'reader', isSourceKeeper: false }

/** What `recoupe search` was asked. */
export type Asked = { query: SearchQuery; lang: Language; limit: number; isPublic: boolean; isJson: boolean }

/** As many of the results as were asked for, page after page. */
async function read({ query, limit, isPublic }: Asked): Promise<Found> {
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

/** Prints what is found and says how much it is; answers whether there is anything. The connections are closed behind it. */
export async function printFound(asked: Asked): Promise<boolean> {
  try {
    return await print(asked)
  } finally {
    await closeDb()
  }
}

async function print(asked: Asked): Promise<boolean> {
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
  return lines.length > 0
}
