import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { insertEvidence, insertEvidenceLinks } from '@/lib/data/evidence'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug, nextRef } from '@/lib/data/slugs'
import type { Desk } from '@/lib/domain/desk'
import { EvidenceLinkInput } from '@/lib/domain/evidence-input'
import { type FieldFault, invalid } from '@/lib/domain/fault'
import { optionalLine, optionalProse, optionalQuoted, readInput, slug, webAddress } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { MAX_PROSE_LENGTH, slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'

export const AddEvidence = z.strictObject({
  url: webAddress(),
  title: optionalLine(),
  excerpt: optionalQuoted(MAX_PROSE_LENGTH),
  language: optionalLine(),
  noteFr: optionalProse(),
  noteEn: optionalProse(),
  accessedAt: z.coerce
    .date()
    .nullish()
    .transform((at) => at ?? null),
  archivedUrl: z.union([z.literal(''), webAddress()]).nullish(),
  links: z.array(EvidenceLinkInput).min(1),
  slug: slug().optional(),
  ref: z
    .string()
    .regex(/^EV\d+$/)
    .optional(),
})

/** A piece of evidence and what it bears on: at least one claim, conflict or position, each with a stance. */
export async function addEvidence({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddEvidence>) {
  const proof = permit(actor, 'evidence:add')
  const { links, ...input } = readInput(AddEvidence, raw)
  const faults: FieldFault[] = links.flatMap((link, i) =>
    [link.claimId, link.conflictId, link.positionId].filter(Boolean).length === 1
      ? []
      : [{ field: `links.${i}`, reason: 'required' as const }],
  )
  const subjects = links.map((link) => link.claimId ?? link.conflictId ?? link.positionId)
  subjects.forEach((subject, i) => {
    if (subject && subjects.indexOf(subject) < i) faults.push({ field: `links.${i}`, reason: 'bears_already' })
  })
  if (faults.length > 0) throw invalid(...faults)
  return transactionAs(db, proof.by, async (tx) => {
    const id = newId()
    const ref = await nextRef(tx, 'evidence', input.ref ?? null)
    const address = await freeSlug(tx, 'evidence', input.slug ?? slugOf(input.title ?? new URL(input.url).hostname))
    await insertEvidence(tx, proof, { ...input, id, ref, slug: address, archivedUrl: input.archivedUrl || null })
    const linked = links.map((link) => ({ ...link, id: newId() }))
    await insertEvidenceLinks(tx, proof, id, linked)
    await appendAudit(tx, proof.by, {
      action: 'evidence.added',
      entity: 'evidence',
      id,
      payload: { links: links.length },
    })
    const undo: Undo = { verb: 'end_evidence_links', evidenceId: id, linkIds: linked.map((link) => link.id) }
    return { id, ref, slug: address, undo }
  })
}
