import 'server-only'
import type pg from 'pg'

/** A document as it was published, packed both ways (the plain bytes are in either), with the tag and the hash of the plain bytes. */
export type PublishedBytes = { gzip: Buffer; brotli: Buffer; etag: string; sha256: Buffer }

/** Planned once a connection. Not asked for in binary: pg 8 makes a string of bytes that are no string. */
const IN_FORCE = {
  name: 'publication_in_force',
  text: `select p.gzip, p.brotli, p.etag, p.sha256
    from publications p
      join verdict_versions w on w.id = p.verdict_version_id
      join verdicts v on v.id = w.verdict_id
      join claims c on c.id = v.claim_id
    where p.address = $1 and v.state <> 'needs_rereview' and c.public_at is not null and c.discarded_at is null
    order by p.created_at desc, p.id desc limit 1`,
}

/**
 * The bytes in force at a public address, or null: one statement, since it is what a reader of a page nobody remembers waits
 * for. A verdict that needs another look has none in force: its page is made anew from the same published version, with the
 * notice; the bytes as published stay in the record. A claim taken out of the public takes its documents with it.
 */
export async function publicationAt(pool: pg.Pool, address: string): Promise<PublishedBytes | null> {
  const { rows } = await pool.query<PublishedBytes>({ ...IN_FORCE, values: [address] })
  return rows[0] ?? null
}

const IS_PUBLIC = { name: 'claim_is_public', text: 'select exists (select from claims where slug = $1) as known' }

/** Whether a stranger may know of a claim with this slug: asked before a page is made for an address anyone can invent. */
export async function isPublicClaim(pool: pg.Pool, slug: string): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean }>({ ...IS_PUBLIC, values: [slug] })
  return rows[0]?.known === true
}
