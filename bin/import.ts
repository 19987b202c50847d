/** `recoupe import FILE`: what others published, taken in whole or not at all, with a report of what changed in substance. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dispatchFormatOf, isDispatchFormat } from '@/lib/domain/dispatch-file'
import { Fault } from '@/lib/domain/fault'
import { formatOf, IMPORT_FORMATS, textOfFile } from '@/lib/domain/import-format'
import type { Language } from '@/lib/domain/vocabulary'
import { faultSentence, faultTitle } from '@/lib/i18n/faults'
import { type ImportFileWords, importFileWords } from '@/lib/i18n/import-file'
import './parts/closed-pipe.mjs'
import { ImportRefused } from './parts/import-refused'
import type { ReviewOptions } from './parts/import-reviews'
import { IMPORT_USAGE as USAGE } from './parts/import-usage'
import { tableIn } from './parts/table-kind'

const EXIT = { ok: 0, failed: 1, usage: 2 }
let closeDb: (() => Promise<void>) | undefined
/** Loads what works on the archive, which takes two seconds: somebody with a typing error need not wait for it. */
async function forArchive<T>(part: Promise<T>): Promise<T> {
  closeDb = (await import('@/lib/data/db')).closeDb
  return part
}
const placeOf = (file: string) => resolve(process.env.RECOUPE_CALLED_FROM ?? process.cwd(), file)

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : placeOf(file))
  } catch (error) {
    throw new ImportRefused(
      `${file} ${(error as { code?: string }).code === 'ENOENT' ? 'is not there' : 'cannot be read'}.`,
      false,
    )
  }
}

/** The bytes of a file that is a text to be read, and not reviews or a table; null when it is none. */
function dispatchIn(file: string, format: string): Buffer | null {
  if (format !== 'auto') return isDispatchFormat(format) ? bytesOf(file) : null
  if (file === '-') return null // what comes in at the standard input is read once, as what it is said to be
  const bytes = bytesOf(file)
  const kind = dispatchFormatOf(bytes)
  if (kind === 'pdf' || kind === 'docx') return bytes
  const read = textOfFile(bytes)
  return kind !== null && read.ok && isDispatchFormat(formatOf(read.text)) ? bytes : null
}

function mapIn(file: string | undefined): unknown {
  if (file === undefined) return undefined
  try {
    return JSON.parse(bytesOf(file).toString('utf8'))
  } catch (error) {
    throw error instanceof ImportRefused ? error : new ImportRefused(`${file} is not JSON.`)
  }
}

/** Everything that is neither a table nor a text is a file of ClaimReviews, or is refused as none. */
async function reviewsFrom(
  file: string,
  map: string | undefined,
  how: Omit<ReviewOptions, 'labels'>,
  words: ImportFileWords,
) {
  const { importReviewFile, labelsIn } = await forArchive(import('./parts/import-reviews'))
  return importReviewFile(bytesOf(file), { ...how, labels: labelsIn(map, mapIn(map)) }, words)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'auto' },
      map: { type: 'string' },
      part: { type: 'boolean', default: false },
      whole: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      lang: { type: 'string', default: /^fr/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'fr' : 'en' },
      as: { type: 'string' },
      base: { type: 'string' },
      sender: { type: 'string' },
      sheet: { type: 'string' },
      title: { type: 'string' },
      'leave-out': { type: 'boolean', default: false },
      'add-sources': { type: 'boolean', default: false },
      theirs: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return EXIT.ok
  }
  const [file, more] = positionals
  if (!file || more || !['auto', ...IMPORT_FORMATS].includes(values.format)) {
    console.error(USAGE)
    return EXIT.usage
  }
  const lang: Language = values.lang === 'fr' ? 'fr' : 'en'
  const words = importFileWords(lang)
  const refuse = (code: string, message: string) =>
    values.json ? console.log(JSON.stringify({ error: { code, message } })) : console.error(message)
  try {
    const { format, map, part: isPart, 'dry-run': isDryRun } = values
    const kind = ['auto', 'csv', 'jsonl'].includes(format) ? tableIn(file === '-' ? null : placeOf(file), format) : null
    const table = kind && {
      ...{
        path: file === '-' ? null : placeOf(file),
        name: file === '-' ? 'stdin' : file,
        kind,
      },
      ...{
        columns: mapIn(map),
        base: values.base,
        sheet: values.sheet,
        as: values.as,
        sender: values.sender,
        isDryRun,
        lang,
      },
      ...{ leavesOut: values['leave-out'], takesTheirs: values.theirs, addsSources: values['add-sources'] },
    }
    const text = kind === null ? dispatchIn(file, format) : null
    if (text) {
      const name = file === '-' ? 'stdin' : file
      const { importDispatch } = await forArchive(import('./parts/import-dispatch'))
      const taken = await importDispatch({ bytes: text, name, as: values.as, title: values.title, isDryRun, lang })
      if (values.json) console.log(JSON.stringify(taken.report))
      else {
        for (const { message } of taken.report.problems) console.error(message)
        console.log(taken.sentence)
      }
      return EXIT.ok
    }
    const made = table ? await (await forArchive(import('./parts/import-table'))).importTable(table) : null
    const how = { name: file, isPart, isWhole: values.whole, isDryRun, format }
    const done = made?.report ?? (await reviewsFrom(file, map, how, words))
    if (values.json) console.log(JSON.stringify(done))
    else {
      for (const { message } of done.problems) console.error(message)
      for (const { key, field, before, after } of done.changes)
        console.log(`${key}\n  ${words.change(field, before, after)}`)
      if (made && made.newSources.length > 0) console.log(words.newSources(made.newSources, made.isWritten))
      console.log(words.counts(done))
      if (isDryRun || made?.isStopped) console.log(isDryRun ? words.dryRun : words.stopped)
    }
    return made?.isStopped ? EXIT.failed : EXIT.ok
  } catch (error) {
    if (error instanceof ImportRefused) {
      refuse('refused', error.message)
      return error.isUsage ? EXIT.usage : EXIT.failed
    }
    if (!(error instanceof Fault)) throw error
    const sentences = error.fields.map((it) => `${it.field}: ${faultSentence(lang, it)}`)
    refuse(error.code, sentences.length > 0 ? sentences.join('\n') : faultTitle(lang, error.code))
    return error.code === 'invalid' ? EXIT.usage : EXIT.failed
  } finally {
    await closeDb?.()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if ((error as { code?: string } | null)?.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    return EXIT.usage
  }
  throw error
})
