/** `recoupe export WHAT`: the files of /export, from the terminal: streamed, whole or not at all. */
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { EXPORT_FORMATS, EXPORT_TABLES, exportKeys } from '@/lib/domain/export-filter'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor } from '@/lib/domain/permission'
import { LANGUAGES } from '@/lib/domain/vocabulary'
import { faultSentence, faultTitle } from '@/lib/i18n/faults'
import { CSV_PROFILES } from '@/lib/present/csv'
import './parts/closed-pipe.mjs'
import type { AskedExport } from './parts/export-bytes'

const USAGE = `Usage: recoupe export WHAT [options]

  claims, conflicts, sources, evidence   one table, as CSV or as a workbook (XLSX)
  claims --format jsonl                  what is published, one claim in its dispatch a line
  claims --format claimreview            what is published, as a DataFeed of ClaimReviews

Every table is one moment of the database. A file is written beside its place and put there once it is whole.

Options
  --format NAME    csv (if not said), xlsx, jsonl or claimreview
  --profile NAME   of CSV: machine (UTF-8, commas, values as they are) or excel (mark, quotes, no formulas)
  --lang LANG      fr or en: names, separators and addresses
  --where K=V      only these rows; may be repeated. For claims: ${exportKeys('claims', true).join(', ')}
  --public         what a stranger gets: published things only
  --out FILE       write there, and say how many bytes; without it the file goes to the standard output
  --json           one line of JSON about it instead of a sentence (with --out)
  --help           this page

Examples
  recoupe export claims > claims.csv
  recoupe export claims --profile excel --lang fr --out affirmations.csv
  recoupe export conflicts --where status=open --format xlsx --out conflicts.xlsx
  recoupe export claims --format claimreview --public --out claimreview.json

Exit codes: 0 done, 1 could not be done and no file was left, 2 wrong command or value`

const EXIT = { ok: 0, failed: 1, usage: 2 }
/** Whoever can read the database's address may do this. */
const operator: Actor = { id: asId<UserId>('operator'), role: 'admin', isSourceKeeper: false }

class Wrong extends Error {}
const oneOf = <T extends string>(name: string, value: string, choices: readonly T[]): T => {
  const found = choices.find((it) => it === value)
  if (found === undefined) throw new Wrong(`${name} is ${choices.join(', ')}; “${value}” is none of them.`)
  return found
}

/** Counts what passes, and says so on a terminal. */
async function* counted(bytes: AsyncIterable<Uint8Array>, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  let shownAt = 0
  for await (const part of bytes) {
    count.bytes += part.length
    if (process.stderr.isTTY && performance.now() - shownAt > 200) {
      shownAt = performance.now()
      process.stderr.write(`\r\u001b[2K${(count.bytes / 1e6).toFixed(1)} MB`)
    }
    yield part
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
}

async function write(asked: AskedExport, out: string | undefined): Promise<number> {
  // Only now: it takes a second and a half to load, which somebody with a typing error need not wait for.
  const { exportBytes } = await import('./parts/export-bytes')
  const count = { bytes: 0 }
  if (out === undefined) {
    await pipeline(Readable.from(counted(exportBytes(asked), count)), process.stdout, { end: false })
    return count.bytes
  }
  const place = resolve(process.env.RECOUPE_CALLED_FROM ?? process.cwd(), out)
  const beside = `${place}.${process.pid}.part`
  try {
    await pipeline(Readable.from(counted(exportBytes(asked), count)), createWriteStream(beside, { flags: 'wx' }))
    renameSync(beside, place)
  } finally {
    rmSync(beside, { force: true })
  }
  return count.bytes
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      profile: { type: 'string', default: 'machine' },
      lang: { type: 'string', default: /^fr/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'fr' : 'en' },
      where: { type: 'string', multiple: true, default: [] },
      public: { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [what, more] = positionals
  if (values.help) {
    console.log(USAGE)
    return EXIT.ok
  }
  if (!what || more) {
    console.error(USAGE)
    return EXIT.usage
  }
  const refuse = (code: string, message: string) =>
    values.json ? console.log(JSON.stringify({ error: { code, message } })) : console.error(message)
  const lang = values.lang === 'fr' ? 'fr' : 'en'
  try {
    const table = oneOf('WHAT', what, EXPORT_TABLES)
    const format = oneOf('--format', values.format, EXPORT_FORMATS)
    if (table !== 'claims' && (format === 'jsonl' || format === 'claimreview'))
      throw new Wrong(`Only claims are written as ${format}.`)
    const asked = {
      ...{ table, format, where: values.where, actor: values.public ? null : operator },
      profile: oneOf('--profile', values.profile, CSV_PROFILES),
      lang: oneOf('--lang', values.lang, LANGUAGES),
    }
    const bytes = await write(asked, values.out)
    if (values.out !== undefined)
      console.log(values.json ? JSON.stringify({ file: values.out, bytes }) : `${values.out}: ${bytes} bytes.`)
    return EXIT.ok
  } catch (error) {
    if (error instanceof Wrong) {
      refuse('usage', error.message)
      return EXIT.usage
    }
    if (error instanceof Fault) {
      const sentences = error.fields.map((it) => `${it.field}: ${faultSentence(lang, it)}`)
      refuse(error.code, sentences.length > 0 ? sentences.join('\n') : faultTitle(lang, error.code))
      return EXIT.usage
    }
    const code = (error as { code?: string }).code
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'ENOSPC' && code !== 'EISDIR') throw error
    refuse(
      'failed',
      `${values.out} could not be written (${code}): check that its folder is there, open to you and not full.`,
    )
    return EXIT.failed
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if ((error as { code?: string } | null)?.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    return EXIT.usage
  }
  throw error
})
