import 'server-only'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const [END, LISTED, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const [STORED, DEFLATED] = [0, 8]
const MOST_FILES = 5_000

/** Not a ZIP we read: damaged, locked, or larger unpacked than was allowed. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused'
  constructor(readonly reason: 'damaged' | 'locked' | 'too_large') {
    super(`a ZIP that is ${reason}`)
  }
}

/**
 * The files of a ZIP (APPNOTE 6.3, without ZIP64), each unpacked only as far as `mostBytes` for all of them together allows:
 * what a list of files says of their sizes is not believed. `wanted` chooses by name; the others are not unpacked.
 */
export async function* unzipped(
  bytes: Buffer,
  mostBytes: number,
  wanted: (name: string) => boolean = () => true,
): AsyncGenerator<{ name: string; body: Buffer }> {
  let at = bytes.length - 22
  // The list may be followed by a comment of up to 64 KiB.
  while (at >= 0 && at >= bytes.length - 22 - 0xffff && bytes.readUInt32LE(at) !== END) at--
  if (at < 0 || bytes.readUInt32LE(at) !== END) throw new ZipRefused('damaged')
  const files = bytes.readUInt16LE(at + 10)
  if (files > MOST_FILES) throw new ZipRefused('too_large')
  let [entry, left] = [bytes.readUInt32LE(at + 16), mostBytes]
  for (let i = 0; i < files; i++) {
    if (entry + 46 > bytes.length || bytes.readUInt32LE(entry) !== LISTED) throw new ZipRefused('damaged')
    const [flags, method] = [bytes.readUInt16LE(entry + 8), bytes.readUInt16LE(entry + 10)]
    const packed = bytes.readUInt32LE(entry + 20)
    const [nameLength, extra, comment] = [28, 30, 32].map((it) => bytes.readUInt16LE(entry + it)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(entry + 42)
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength)
    entry += 46 + nameLength + extra + comment
    if (!wanted(name)) continue
    if (flags & 1) throw new ZipRefused('locked')
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new ZipRefused('damaged')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(start, start + packed)
    if (body.length < packed || (method !== STORED && method !== DEFLATED)) throw new ZipRefused('damaged')
    const whole = method === STORED ? body : await unpacked(body, left)
    left -= whole.length
    if (left < 0) throw new ZipRefused('too_large')
    yield { name, body: whole }
  }
}

async function unpacked(body: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(body, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new ZipRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged')
  }
}
