/**
 * `recoupe suggest FILE|-` and `recoupe gazetteer import FILE`. Neither needs a database: suggestions are made from the
 * text, the tables and the gazetteers alone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { suggestionsAsJson } from '@/lib/domain/suggest/as-json'
import { MAX_SUGGEST_LENGTH } from '@/lib/domain/suggest/document'
import { gazetteerLine, knownPlaces, readGazetteer } from '@/lib/domain/suggest/gazetteer'
import { suggest } from '@/lib/domain/suggest/suggest'
import './parts/closed-pipe.mjs'
import { writeWhole } from './parts/held-file.mjs'
import { ROOT, readSettings } from './parts/settings.mjs'

const USAGE = `Usage: recoupe suggest FILE|- [options]
       recoupe gazetteer import FILE

  suggest FILE|-          what a reader would stop at in a dispatch: who says what, names that may be one, disagreements
  gazetteer import FILE   adds a GeoNames country file (http://download.geonames.org/export/dump/) to the names known here

Options of suggest
  --lang fr|en|auto       the language of the text; found by itself when not said
  --published DAY         the day the text was published, as 2013-01-11
  --json                  one object of JSON; offsets are code points of the file as given

Examples
  recoupe suggest dispatch.txt --json
  pbpaste | recoupe suggest - --lang en
  recoupe gazetteer import NE.txt

Exit codes: 0 done, 1 could not be done, 2 wrong command or value`

const EXIT = { ok: 0, failed: 1, usage: 2 }

/** A mistake of whoever typed, with what to do about it. */
class Mistake extends Error {
  constructor(
    message: string,
    readonly nextStep: string,
    readonly code = EXIT.usage,
  ) {
    super(message)
  }
}

/** A path as typed, from where the command was called. */
const placeOf = (file: string) => resolve(process.env.RECOUPE_CALLED_FROM ?? process.cwd(), file)
const SHIPPED = join(ROOT, 'seeds/gazetteers')
const imported = () => join(readSettings(process.env).dataDir, 'gazetteers')

/** Every gazetteer there is: those that ship, then those that were imported. */
function places() {
  const folders = [SHIPPED, imported()].filter(existsSync)
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      .map((name) => join(folder, name)),
  )
  return files.flatMap((file) => readGazetteer(readFileSync(file, 'utf8')).places)
}

function bytesOf(file: string, nextStep: string): Buffer {
  try {
    return file === '-' ? readFileSync(0) : readFileSync(placeOf(file))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read'
    throw new Mistake(`${file} ${reason}.`, nextStep, EXIT.failed)
  }
}

function textOf(file: string): string {
  const bytes = bytesOf(file, 'Give the path of a text file, or - to read what is piped in.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Mistake(`${file} is not text in UTF-8.`, 'Save it as UTF-8 and try again.', EXIT.failed)
  }
  const length = [...text].length
  if (length > MAX_SUGGEST_LENGTH)
    throw new Mistake(
      `${file} has ${length.toLocaleString('en')} characters; ${MAX_SUGGEST_LENGTH.toLocaleString('en')} are the most.`,
      'A dispatch has a few thousand. Split the file and give one text at a time.',
      EXIT.failed,
    )
  return text
}

function suggestCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'auto' },
      published: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return EXIT.ok
  }
  const [file, more] = positionals
  if (!file || more)
    throw new Mistake(
      file ? `"${more}" is one word too many.` : 'FILE is missing.',
      'Give one file, or - for what is piped in.',
    )
  const { lang, published = null } = values
  if (lang !== 'fr' && lang !== 'en' && lang !== 'auto')
    throw new Mistake(`--lang is "${lang}".`, 'It is fr, en or auto.')
  if (published !== null && !isDay(published))
    throw new Mistake(`--published is "${published}".`, 'Write the day as 2013-01-11.')
  const text = textOf(file)
  const found = suggest(text, { language: lang, published, known: knownPlaces(places()) })
  console.log(values.json ? JSON.stringify(suggestionsAsJson(text, found)) : asSentences(text, found))
  return EXIT.ok
}

const isDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

function asSentences(text: string, found: ReturnType<typeof suggest>): string {
  const points = [...text]
  const words = ({ start, end }: { start: number; end: number }) =>
    points.slice(start, end).join('').replace(/\s+/g, ' ')
  const lang = found.language
  return [
    ...found.attributions.map(
      (it) =>
        `${it.sourceName ?? '?'}${it.via.length > 0 ? ` (${it.via.join(', ')})` : ''} ${it.cue ? `[${words(it.cue)}]` : '…'} ${it.content.map(words).join(' […] ')}`,
    ),
    '',
    ...found.names.map((it) => `${it.surfaces.map(({ text: name }) => name).join(' ~ ')}: ${it.why[lang]}`),
    '',
    ...found.conflicts.map((it) => `${it.type}, ${it.class}: ${it.why[lang]}`),
  ].join('\n')
}

function gazetteerCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) {
    console.log(USAGE)
    return EXIT.ok
  }
  const [verb, file] = positionals
  if (verb !== 'import' || !file) throw new Mistake('Say what to import.', 'recoupe gazetteer import NE.txt')
  const { places: read, unread } = readGazetteer(
    bytesOf(file, 'Give the path of a GeoNames country file.').toString('utf8'),
  )
  if (read.length === 0)
    throw new Mistake(
      `${file} holds no place that could be read.`,
      'A GeoNames country file has 19 columns separated by tabs.',
      EXIT.failed,
    )
  mkdirSync(imported(), { recursive: true })
  const target = join(
    imported(),
    `${basename(file)
      .replace(/\.[^.]*$/, '')
      .toLowerCase()}.tsv`,
  )
  writeWhole(target, `# GeoNames (https://www.geonames.org), CC BY 4.0\n${read.map(gazetteerLine).join('\n')}\n`)
  const answer = {
    file: target,
    places: read.length,
    names: read.reduce((n, { names }) => n + names.length, 0),
    unread: unread.length,
  }
  console.log(
    values.json
      ? JSON.stringify(answer)
      : `${answer.places} places with ${answer.names} names are known now${unread.length > 0 ? `; ${unread.length} lines could not be read, the first is line ${unread[0]}` : ''}.`,
  )
  return EXIT.ok
}

const [command = '', ...rest] = process.argv.slice(2)
try {
  process.exitCode = command === 'gazetteer' ? gazetteerCommand(rest) : suggestCommand(rest)
} catch (error) {
  const isTyped =
    error instanceof Mistake ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (!isTyped) throw error
  const nextStep = error instanceof Mistake ? error.nextStep : `recoupe ${command} --help lists the options.`
  if (rest.includes('--json')) console.log(JSON.stringify({ error: { message: error.message, nextStep } }))
  else console.error(`Error: ${error.message}\n${nextStep}`)
  process.exitCode = error instanceof Mistake ? error.code : EXIT.usage
}
