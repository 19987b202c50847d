import 'server-only'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const [END, LISTED, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const END_LENGTH = 22
/** The list of files may be followed by a comment of up to 64 KiB. */
const MOST_COMMENT = 0xffff
const [STORED, DEFLATED] = [0, 8]
const MOST_FILES = 5_000

/** Not a ZIP we read: damaged, locked, or larger unpacked than was allowed. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused'
  constructor(readonly reason: 'damaged' | 'locked' | 'too_large') {
    super(`a ZIP that is ${reason}`)
  }
}

export type ZipReader = {
  names: string[]
  /** A file of it, unpacked; null when there is none of that name. */
  read: (name: string) => Promise<Buffer | null>
}
type Entry = { isLocked: boolean; method: number; packed: number; stated: number; from: number }

/**
 * The files of a ZIP (APPNOTE 6.3, without ZIP64). Each is unpacked only when it is asked for, and all of them together only as
 * far as `mostBytes`: a list that states more is refused, one that states less is not believed.
 */
export function zipReader(bytes: Buffer, mostBytes: number): ZipReader {
  const entries = entriesOf(bytes)
  let left = mostBytes
  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.get(name)
    if (!entry) return null
    const whole = await unpacked(bytes, entry, left)
    left -= whole.length
    if (left < 0) throw new ZipRefused('too_large')
    return whole
  }
  return { names: [...entries.keys()], read }
}

/** The central directory: what is in it, and where. */
function entriesOf(bytes: Buffer): Map<string, Entry> {
  let end = bytes.length - END_LENGTH
  const lowest = Math.max(0, end - MOST_COMMENT)
  while (end >= lowest && bytes.readUInt32LE(end) !== END) end--
  if (end < lowest) throw new ZipRefused('damaged')
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_FILES) throw new ZipRefused('too_large')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== LISTED) throw new ZipRefused('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      stated: bytes.readUInt32LE(at + 24),
      from: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

async function unpacked(
  bytes: Buffer,
  { isLocked, method, packed, stated, from }: Entry,
  most: number,
): Promise<Buffer> {
  if (isLocked) throw new ZipRefused('locked')
  if (stated > most) throw new ZipRefused('too_large')
  if (from + 30 > bytes.length || bytes.readUInt32LE(from) !== LOCAL) throw new ZipRefused('damaged')
  const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
  const body = bytes.subarray(start, start + packed)
  if (body.length < packed || (method !== STORED && method !== DEFLATED)) throw new ZipRefused('damaged')
  if (method === STORED) return body
  try {
    return await inflate(body, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new ZipRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged')
  }
}
