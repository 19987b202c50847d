/** The log as anybody checks it: rows against the hashes they carry, a checkpoint against its signature. Uses Node alone. */
import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * @typedef {{ seq: number, at_us: number, action: string, entity: string, entity_id: string, actor?: string, actor_sha256?: string,
 *   payload?: string, payload_salt?: string, payload_sha256: string, hash: string }} LogRow
 * @typedef {{ origin: string, seq: number, root: string, text: string, signatures: { name: string, bytes: Buffer }[] }} Note
 */

const ZERO = Buffer.alloc(32)
/** DER of an Ed25519 public key up to its 32 bytes (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const sha256 = (/** @type {Buffer[]} */ ...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const int8 = (/** @type {number} */ n) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(n))
  return bytes
}
/** A length before each text: two splits of the same bytes never have one hash. */
const sized = (/** @type {string} */ text) => Buffer.concat([int8(Buffer.byteLength(text)), Buffer.from(text)])

/** @param {LogRow} row @param {Buffer} before the hash of the row before @returns {Buffer} the hash the row must carry */
export function rowHash(row, before) {
  const words = [sized(row.action), sized(row.entity), sized(row.entity_id), Buffer.from(row.payload_sha256, 'hex')]
  const head = [before, int8(row.seq), int8(row.at_us)]
  // Rows from before the log was public hash the id of who acted itself.
  if (row.actor_sha256 === undefined) return sha256(Buffer.of(0), ...head, sized(row.actor ?? ''), ...words)
  return sha256(Buffer.of(2), ...head, Buffer.from(row.actor_sha256, 'hex'), ...words)
}

/** Goes through a log from its first row; remembers the hashes that are asked for. */
export class LogReader {
  /** @param {Iterable<number>} [wanted] rows whose hash is to be remembered */
  constructor(wanted = []) {
    this.wanted = new Set(wanted)
    /** @type {Map<number, string>} */
    this.roots = new Map()
    this.rows = 0
    this.last = ZERO
  }

  /** @param {LogRow} row @returns {string | null} what is wrong with it */
  take(row) {
    if (row.seq !== this.rows + 1) return `row ${this.rows + 1} is missing`
    if (row.payload !== undefined && row.payload_salt !== undefined) {
      const said = sha256(Buffer.from(row.payload_salt, 'hex'), Buffer.from(row.payload))
      if (said.toString('hex') !== row.payload_sha256) return `row ${row.seq}: what it says was changed`
    }
    const hash = rowHash(row, this.last)
    if (hash.toString('hex') !== row.hash) return `row ${row.seq} was changed, or does not follow the row before it`
    this.rows = row.seq
    this.last = hash
    if (this.wanted.has(row.seq)) this.roots.set(row.seq, hash.toString('base64'))
    return null
  }
}

/** @param {string} note @returns {Note | null} null when it is no checkpoint */
export function readNote(note) {
  const split = note.indexOf('\n\n')
  if (split < 0) return null
  const text = note.slice(0, split + 1)
  const [origin = '', seq = '', root = ''] = text.split('\n')
  if (origin === '' || !/^\d{1,15}$/.test(seq) || Buffer.from(root, 'base64').length !== 32) return null
  const signatures = [...note.slice(split + 2).matchAll(/^\u2014 (\S+) (\S+)$/gmu)].map(
    ([, name = '', bytes = '']) => ({
      name,
      bytes: Buffer.from(bytes, 'base64'),
    }),
  )
  return { origin, seq: Number(seq), root, text, signatures }
}

/** @param {Note} note @param {string} verifier `name+id+base64`, as /transparency/key says it @returns {boolean} */
export function isSignedBy(note, verifier) {
  const [, name, id, key] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(verifier.trim()) ?? []
  const named = Buffer.from(key ?? '', 'base64')
  if (name === undefined || id === undefined || named[0] !== 1 || named.length !== 33) return false
  if (
    sha256(Buffer.from(`${name}\n`), named)
      .subarray(0, 4)
      .toString('hex') !== id
  )
    return false
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, named.subarray(1)]), format: 'der', type: 'spki' })
  return note.signatures.some(
    (it) =>
      it.name === name &&
      it.bytes.subarray(0, 4).toString('hex') === id &&
      verify(null, Buffer.from(note.text), publicKey, it.bytes.subarray(4)),
  )
}
