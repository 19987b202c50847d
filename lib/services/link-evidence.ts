import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { refusedBy, transactionAs } from '@/lib/data/db'
import { bearsOn, evidenceById, insertEvidenceLinks } from '@/lib/data/evidence'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { EvidenceLinkInput } from '@/lib/domain/evidence-input'
import { invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

/** A piece there is already, and the one thing it bears on besides: a claim, a conflict or a position. */
export const LinkEvidence = EvidenceLinkInput.extend({ evidenceId: uuid() })

const bearsAlready = () => invalid({ field: 'evidenceId', reason: 'bears_already' })

/** Lets a piece of evidence bear on one more thing; refused when it bears on it already. */
export async function linkEvidence({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof LinkEvidence>) {
  const proof = permit(actor, 'evidence:add')
  const { evidenceId, ...link } = readInput(LinkEvidence, raw)
  const on = { claimId: link.claimId, conflictId: link.conflictId, positionId: link.positionId }
  if (Object.values(on).filter(Boolean).length !== 1) throw invalid({ field: 'positionId', reason: 'required' })
  return transactionAs(db, proof.by, async (tx) => {
    if (!(await evidenceById(tx, evidenceId))) throw invalid({ field: 'evidenceId', reason: 'unknown_id' })
    if (await bearsOn(tx, evidenceId, on)) throw bearsAlready()
    const id = newId()
    await insertEvidenceLinks(tx, proof, evidenceId, [{ ...link, id }])
    await appendAudit(tx, proof.by, {
      action: 'evidence.linked',
      entity: 'evidence',
      id: evidenceId,
      payload: { link: id, stance: link.stance },
    })
    return { id, undo: { verb: 'end_evidence_links', evidenceId, linkIds: [id] } satisfies Undo }
  }).catch((error) => {
    // Two people at once: the second is told what the first one's link would have told.
    throw refusedBy(error)?.startsWith('evidence_links_take_one_stance') ? bearsAlready() : error
  })
}
