/** A dispatch from the command line: the text of a file and what the file states about itself; nothing is guessed. */
import { createHash } from 'node:crypto'
import { deskDb } from '@/lib/data/db'
import { dispatchBySha256 } from '@/lib/data/dispatches'
import type { DispatchFormat, DispatchWarning } from '@/lib/domain/dispatch-file'
import { languageOf } from '@/lib/domain/suggest/language'
import type { Language } from '@/lib/domain/vocabulary'
import { dispatchFileWords } from '@/lib/i18n/dispatch-file'
import { dispatchPath } from '@/lib/present/addresses'
import { addDispatch } from '@/lib/services/add-dispatch'
import { readDispatchFile } from '@/lib/web/dispatch-file'
import { documentContext } from '@/lib/web/public-document'
import { scriptDesk } from '@/lib/web/script-desk'
import { ImportRefused } from './import-refused'
import { whoImports } from './who-imports'

export type DispatchOptions = {
  bytes: Buffer
  name: string
  as: string | undefined
  title: string | undefined
  isDryRun: boolean
  lang: Language
}

/** Takes one file in as a dispatch; the same text again changes nothing. Answers what `recoupe import` prints. */
export async function importDispatch({ bytes, name, as, title, isDryRun, lang }: DispatchOptions) {
  const words = dispatchFileWords(lang)
  const db = deskDb()
  const actor = await whoImports(as)
  const read = await readDispatchFile(bytes)
  if (!read.ok) throw new ImportRefused(`${name}${lang === 'fr' ? '\u00a0' : ''}: ${words.refusal[read.reason]}`, false)
  const { file } = read
  const day = /^\d{4}-\d\d-\d\d/.exec(file.published ?? '')?.[0]
  const headline = title ?? file.title
  if (headline === null) throw new ImportRefused(`${name}: ${words.warning.no_title} (--title)`)
  const known = await dispatchBySha256(db, createHash('sha256').update(file.text, 'utf8').digest())
  let slug = known?.dispatch.slug ?? null
  if (slug === null && !isDryRun) {
    const desk = await scriptDesk(actor)
    ;({ slug } = await addDispatch(desk, {
      ...{ title: headline, text: file.text, url: file.url },
      language: file.language ?? languageOf(file.text) ?? 'fr',
      published: { words: file.published, edtf: day ?? null, basis: day ? 'stated' : 'unknown' },
    }))
  }
  const address = slug === null ? '' : documentContext(lang).baseUrl + dispatchPath(lang, slug)
  const problem = (code: DispatchWarning) => ({ row: 0, column: null, code, message: words.warning[code] })
  return {
    sentence: known ? words.same(address) : isDryRun ? words.dryRun : words.added(headline, address),
    report: {
      ...{ format: file.format as DispatchFormat, read: 1, added: known ? 0 : 1, changed: 0, unchanged: known ? 1 : 0 },
      ...{ absent: 0, rejected: 0, changes: [] },
      problems: file.warnings.filter((it) => it !== 'no_title').map(problem),
    },
  }
}
