import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of the archive; its body is taken before the next one is asked for. */
export type ZipEntry = { name: string; body: AsyncIterable<string> | Iterable<string> }
type Written = { name: Buffer; at: number; crc: number; packed: number; size: number }

/** Names are UTF-8; sizes follow the bytes, because they are not known before. */
const FLAGS = 0x0808
const DEFLATE = 8
const VERSION = 20
/** 1 January 1980, the first day a ZIP can name: the same rows make the same bytes whenever they are asked for. */
const DAY = 0x0021
const MAX_BYTES = 0xffff_ffff

/**
 * A ZIP made while its files are being read (APPNOTE 6.3, without ZIP64): never more in memory than what is under way. The list of files comes last, so that
 * an archive that was cut off opens nowhere. Throws when a file or the whole would pass 4 GiB.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for await (const { name, body } of entries) {
    const it: Written = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0 }
    const head = localHead(it)
    at += head.length
    yield head
    for await (const chunk of deflated(body, it)) {
      at += chunk.length
      yield chunk
    }
    const tail = afterBytes(it)
    at += tail.length
    yield tail
    if (at > MAX_BYTES || it.size > MAX_BYTES) throw new Error(`${name} passes what a ZIP can hold`)
    written.push(it)
  }
  const list = Buffer.concat(written.map(listed))
  yield Buffer.concat([list, endOf(written.length, list.length, at)])
}

async function* deflated(body: ZipEntry['body'], it: Written): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 5 })
  async function* counted() {
    for await (const text of body) {
      const bytes = Buffer.from(text)
      it.crc = crc32(bytes, it.crc)
      it.size += bytes.length
      yield bytes
    }
  }
  const done = pipeline(Readable.from(counted()), deflate)
  // Heard of below, by whoever takes the bytes.
  done.catch(() => undefined)
  for await (const chunk of deflate) {
    it.packed += (chunk as Uint8Array).length
    yield chunk as Uint8Array
  }
  await done
}

/** The fields that the head of a file and its line in the list have alike. */
function shared(at: Buffer, from: number, { name }: Written): void {
  at.writeUInt16LE(VERSION, from)
  at.writeUInt16LE(FLAGS, from + 2)
  at.writeUInt16LE(DEFLATE, from + 4)
  at.writeUInt16LE(DAY, from + 8)
  at.writeUInt16LE(name.length, from + 22)
}

function localHead(it: Written): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x0403_4b50, 0)
  shared(head, 4, it)
  return Buffer.concat([head, it.name])
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value % (MAX_BYTES + 1), i * 4)
  return bytes
}

const afterBytes = ({ crc, packed, size }: Written): Buffer => words(0x0807_4b50, crc, packed, size)

function listed(it: Written): Buffer {
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x0201_4b50, 0)
  line.writeUInt16LE(VERSION, 4)
  shared(line, 6, it)
  words(it.crc, it.packed, it.size).copy(line, 16)
  line.writeUInt32LE(it.at, 42)
  return Buffer.concat([line, it.name])
}

function endOf(files: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  words(length, at).copy(end, 12)
  return end
}
