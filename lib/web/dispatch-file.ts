import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  charsetOf,
  type DispatchFile,
  type DispatchFileRead,
  type DispatchFormat,
  type DispatchRefusal,
  decoded,
  dispatchFormatOf,
  headlineOf,
  MAX_DISPATCH_FILE,
  tidied,
} from '@/lib/domain/dispatch-file'
import { webAddress } from '@/lib/domain/input'
import { type Actor, permit } from '@/lib/domain/permission'
import { storable } from '@/lib/domain/plain-text'
import { fetchPage } from './fetch-page'
import type { Reach } from './outgoing'
import { ZipRefused, zipReader } from './unzip'

/** Beside this file: a thread is given a path, not a module. */
const WORKER = join(process.cwd(), 'lib', 'web', 'read-in-thread.mjs')
const PATIENCE_MS = 20_000
const MOST_MEMORY_MB = 384
/** All files of a DOCX together, unpacked. */
const MOST_UNPACKED = 80_000_000

/** Of "FR_fr", the language: what a country adds says nothing of the words. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?=$|[-_])/u

type Found = Omit<DispatchFile, 'format'>
const refused = (reason: DispatchRefusal): DispatchFileRead => ({ ok: false, reason })

/**
 * The text of a file and what it states about itself: plain text, a saved web page, DOCX, PDF with a text layer. Nothing is
 * fetched or run. `charset` is what the file came with, if anything said so.
 */
export async function readDispatchFile(bytes: Buffer, charset: string | null = null): Promise<DispatchFileRead> {
  if (bytes.length === 0) return refused('file_empty')
  if (bytes.length > MAX_DISPATCH_FILE) return refused('file_too_large')
  const format = dispatchFormatOf(bytes)
  if (format === null) return refused('file_not_text')
  if (format === 'text' || format === 'html') {
    const text = decoded(bytes, format === 'html' ? charsetOf(bytes, charset) : charsetOf(bytes))
    if (text === null) return refused('file_not_utf8')
    if (format === 'html') return inThread({ format, html: text })
    return answer(format, { title: null, text, language: null, url: null, published: null, warnings: [] })
  }
  if (format === 'docx') {
    const reason = await whyNotDocx(bytes)
    if (reason !== null) return refused(reason)
  }
  return inThread({ format, bytes })
}

/** The same for somebody who may add a dispatch: a stranger gets no work out of this machine. */
export async function readDispatchFileFor(actor: Actor | null, bytes: Buffer): Promise<DispatchFileRead> {
  permit(actor, 'dispatch:add')
  return readDispatchFile(bytes)
}

/** The same for a page at an address, fetched for somebody who was allowed to (`allowPageFetch`). */
export async function readDispatchPage(address: string, reach?: Reach): Promise<DispatchFileRead> {
  const page = await fetchPage(address, reach)
  if (!page.ok) return page
  const read = await readDispatchFile(page.bytes, page.charset)
  return read.ok ? { ok: true, file: { ...read.file, url: read.file.url ?? page.url } } : read
}

async function whyNotDocx(bytes: Buffer): Promise<DispatchRefusal | null> {
  try {
    const { names, read } = zipReader(bytes, MOST_UNPACKED)
    // All of it, before a library does: it would believe what the list says.
    for (const name of names) await read(name)
    return names.includes('word/document.xml') ? null : 'file_not_text'
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    return ({ damaged: 'file_damaged', locked: 'file_locked', too_large: 'file_too_large' } as const)[error.reason]
  }
}

function inThread(work: { format: DispatchFormat; html?: string; bytes?: Buffer }): Promise<DispatchFileRead> {
  const thread = new Worker(WORKER, {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // What a library says of a damaged file is not for our log.
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const done = (it: DispatchFileRead) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(it)
    }
    const timer = setTimeout(() => done(refused('file_too_slow')), PATIENCE_MS)
    thread.once('error', () => done(refused('file_damaged')))
    thread.once('message', (it: { ok: true; found: Found } | { ok: false; isLocked: boolean }) =>
      done(it.ok ? answer(work.format, it.found) : refused(it.isLocked ? 'file_locked' : 'file_damaged')),
    )
  })
}

function answer(format: DispatchFormat, found: Found): DispatchFileRead {
  // A text file is somebody's text, letter for letter; of the others the lines are our own making.
  const words = storable(found.text)
  const text = format === 'text' ? words.replaceAll('\r\n', '\n') : tidied(words)
  if (text.trim() === '') return refused('file_no_text')
  const title = found.title === null ? headlineOf(text) : storable(found.title).replaceAll(/\s+/gu, ' ').trim()
  const warnings = title ? found.warnings : [...found.warnings, 'no_title' as const]
  const url = webAddress().safeParse(found.url)
  const stated = {
    language: LANGUAGE_TAG.exec(found.language?.toLowerCase() ?? '')?.[0] ?? null,
    url: url.success ? url.data : null,
  }
  return { ok: true, file: { ...found, ...stated, format, title: title || null, text, warnings } }
}
