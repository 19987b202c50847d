type Id<Noun extends string> = string & { readonly __noun: Noun }

export type UserId = Id<'user'>
export type DispatchId = Id<'dispatch'>
export type DispatchVersionId = Id<'dispatch_version'>
export type AnchorId = Id<'anchor'>
export type SourceId = Id<'source'>
export type EntityId = Id<'entity'>
export type EventId = Id<'event'>
export type ClaimId = Id<'claim'>
export type OccurrenceId = Id<'occurrence'>
export type StatementId = Id<'statement'>
export type ConflictId = Id<'conflict'>
export type PositionId = Id<'position'>
export type EvidenceId = Id<'evidence'>
export type VerdictId = Id<'verdict'>
export type VerdictVersionId = Id<'verdict_version'>

/** Mint an id at the edge (a parsed form, a database row). Nowhere else. */
export const asId = <T extends Id<string>>(raw: string): T => raw as T

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (raw: string): boolean => UUID.test(raw)

/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits, so that ids sort by birth.
 * `random` is 10 bytes; the caller has the clock and the dice.
 */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(milliseconds) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
