/**
 * `recoupe verify-log URL|FILE`: checks a published log from its first row, and the checkpoints somebody kept against it. Needs
 * no database and none of the server's code.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { isSignedBy, LogReader, readNote } from './parts/log-rows.mjs'
import { EXIT, Problem, sentenceOf } from './parts/problem.mjs'

/** @param {string} address @returns {Promise<Response>} */
async function fetched(address) {
  const answer = await fetch(address).catch((error) => {
    throw new Problem(`${address} cannot be reached (${sentenceOf(error)}).`, 'Check the address and the network.')
  })
  if (!answer.ok)
    throw new Problem(
      `${address} answered ${answer.status}.`,
      answer.status === 404
        ? 'The server may have no checkpoint yet, or no RECOUPE_LOG_KEY.'
        : 'Try again in a moment.',
    )
  return answer
}

/** @param {string} base @returns {AsyncGenerator<string>} */
async function* linesAt(base) {
  /** @type {string | null} */
  let address = `${base}/transparency/log.ndjson`
  while (address !== null) {
    const answer = await fetched(address)
    yield* (await answer.text()).split('\n')
    address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
  }
}

/** @param {string} file */
const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Problem(`${file} cannot be read (${sentenceOf(error)}).`, 'Check its path.', { exitCode: EXIT.usage })
  }
}

/** @param {string} text @param {string} from */
function noteIn(text, from) {
  const note = readNote(text)
  if (note === null)
    throw new Problem(`${from} is no checkpoint.`, 'It is the text of /transparency/checkpoint, letter for letter.')
  return note
}

/**
 * @param {{ from: string, checkpoint?: string | undefined, key?: string | undefined, isJson?: boolean | undefined }} given
 * @returns {Promise<number>} 1 when something does not hold
 */
export async function verifyLog({ from, checkpoint, key, isJson }) {
  const base = /^https?:\/\//.test(from) ? from.replace(/\/(transparency(\/.*)?)?$/, '') : null
  if (base === null && !existsSync(from)) textOf(from)
  const verifier = key ?? (base === null ? null : await (await fetched(`${base}/transparency/key`)).text())
  const notes = [
    ...(base === null ? [] : [noteIn(await (await fetched(`${base}/transparency/checkpoint`)).text(), base)]),
    ...(checkpoint === undefined ? [] : [noteIn(textOf(checkpoint), checkpoint)]),
  ]
  const reader = new LogReader(notes.map(({ seq }) => seq))
  /** @type {string | null} */
  let fault = null
  const lines =
    base === null
      ? createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })
      : linesAt(base)
  for await (const line of lines) {
    if (line === '') continue
    fault = reader.take(rowIn(line, reader.rows + 1))
    if (fault !== null) break
  }
  for (const note of notes) {
    if (fault !== null) break
    if (verifier !== null && !isSignedBy(note, verifier))
      fault = `the checkpoint of row ${note.seq} is not signed by ${verifier.split('+')[0]}`
    else if (reader.roots.get(note.seq) !== note.root)
      fault =
        note.seq > reader.rows
          ? `the log ends at row ${reader.rows}, before the checkpoint of row ${note.seq}`
          : `row ${note.seq} is not the one the checkpoint names: something before it was changed`
  }
  if (isJson)
    console.log(JSON.stringify({ ok: fault === null, rows: reader.rows, root: reader.last.toString('base64'), fault }))
  else if (fault !== null) console.error(`✗ ${fault}`)
  else {
    console.log(`✓ ${reader.rows} rows hold; the last is ${reader.last.toString('base64')}`)
    for (const { seq, origin } of notes)
      console.log(
        `✓ the checkpoint of row ${seq} agrees${verifier === null ? ', its signature was not checked (--key)' : `, signed by ${origin}`}`,
      )
  }
  return fault === null ? EXIT.ok : EXIT.failed
}

/** @param {string} line @param {number} n @returns {import('./parts/log-rows.mjs').LogRow} */
function rowIn(line, n) {
  try {
    return JSON.parse(line)
  } catch {
    throw new Problem(`Line ${n} is no JSON.`, 'The file may be cut short: fetch it again.')
  }
}
