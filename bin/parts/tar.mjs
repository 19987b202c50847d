/** The little of tar we need: one plain file after another, so that a backup can be opened without us. */
const BLOCK = 512
const SIZE_AT = 124
const CHECKSUM_AT = 148
const LARGEST_OCTAL = 8 ** 11

/** @param {number} size @returns {Buffer} zeros up to the next whole block */
export const padding = (size) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
/** Two empty blocks end an archive. */
export const END = Buffer.alloc(2 * BLOCK)

/**
 * @param {string} name at most 100 bytes @param {number} size @param {number} [seconds] time written in the archive
 * @returns {Buffer}
 */
export function header(name, size, seconds = 0) {
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 100)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  if (size < LARGEST_OCTAL) block.write(`${size.toString(8).padStart(11, '0')} `, SIZE_AT)
  else {
    block[SIZE_AT] = 0x80 // a binary number follows: GNU tar's way past 8 GB
    block.writeBigUInt64BE(BigInt(size), SIZE_AT + 4)
  }
  block.write(`${seconds.toString(8).padStart(11, '0')} `, 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, CHECKSUM_AT)
  return block
}

/** @param {Buffer} block @returns {number} the sum of its bytes, its own field counted as spaces */
const checksum = (block) =>
  block.reduce((sum, byte, i) => sum + (i >= CHECKSUM_AT && i < CHECKSUM_AT + 8 ? 0x20 : byte), 0)

/**
 * Where each file of an archive is.
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Map<string, { start: number, size: number }>>} by name; empty when it is not an archive of ours
 */
export async function entriesOf(file) {
  /** @type {Map<string, { start: number, size: number }>} */
  const entries = new Map()
  const block = Buffer.alloc(BLOCK)
  for (let at = 0; (await file.read(block, 0, BLOCK, at)).bytesRead === BLOCK && block[0] !== 0; ) {
    const written = Number.parseInt(block.toString('latin1', CHECKSUM_AT, CHECKSUM_AT + 6), 8)
    if (written !== checksum(block)) return new Map()
    const isLarge = block[SIZE_AT] === 0x80
    const size = isLarge
      ? Number(block.readBigUInt64BE(SIZE_AT + 4))
      : Number.parseInt(block.toString('latin1', SIZE_AT, SIZE_AT + 11), 8)
    entries.set(block.toString('utf8', 0, block.indexOf(0)), { start: at + BLOCK, size })
    at += BLOCK + size + padding(size).length
  }
  return entries
}
