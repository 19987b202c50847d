import { evidenceIds } from '@/lib/data/sample-lookup'
import { verdictOfClaim } from '@/lib/data/verdicts'
import type { Actor } from '@/lib/domain/permission'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { scriptDesk } from '@/lib/web/script-desk'
import type { Sample } from './mali-2013/shape'

type Names = {
  actorOf: (key: string) => Actor
  claimIdOf: (ref: string) => string
  conflictIdOf: (ref: string) => string
  sourceIdOf: (key: string) => string
  progress: (i: number, what: string) => void
}

/** Drafts, has read and publishes the sample's verdicts, each as far as its state says, from wherever an earlier run stopped. */
export async function loadVerdicts(
  sample: Sample,
  { actorOf, claimIdOf, conflictIdOf, sourceIdOf, progress }: Names,
): Promise<void> {
  const { db } = await scriptDesk(null)
  const evidence = await evidenceIds(db)
  const evidenceIdOf = (ref: string) =>
    evidence.get(sample.evidence.find((piece) => piece.ref === ref)?.slug ?? '') ?? ''
  let i = 0
  for (const verdict of sample.verdicts) {
    const claimId = claimIdOf(verdict.claim)
    const author = await scriptDesk(actorOf(verdict.author))
    const reader = await scriptDesk(actorOf(verdict.secondReader ?? 'relecture'))
    if (!(await verdictOfClaim(db, claimId)))
      await draftVerdict(author, {
        claimId,
        ratingCode: verdict.rating,
        summaryFr: verdict.summary.fr,
        summaryEn: verdict.summary.en,
        rationaleFr: verdict.rationale.fr,
        rationaleEn: verdict.rationale.en,
        wouldChangeFr: verdict.wouldChange.fr,
        wouldChangeEn: verdict.wouldChange.en,
        noEvidenceReasonFr: verdict.noEvidenceReason?.fr ?? null,
        noEvidenceReasonEn: verdict.noEvidenceReason?.en ?? null,
        dependsOn: {
          conflictIds: verdict.dependsOn.conflicts.map(conflictIdOf),
          evidenceIds: verdict.dependsOn.evidence.map(evidenceIdOf),
          sourceIds: verdict.dependsOn.sources.map(sourceIdOf),
        },
      })
    let saved = await verdictOfClaim(db, claimId)
    if (saved?.state === 'draft' && verdict.state !== 'draft')
      await submitVerdict(author, { verdictId: saved.id, version: saved.version })
    saved = await verdictOfClaim(db, claimId)
    if (saved?.state === 'second_reading' && verdict.state === 'published') {
      if (!saved.secondReaderId) {
        const { version } = await readVerdict(reader, {
          verdictId: saved.id,
          version: saved.version,
          decision: 'approved',
          ratingCode: verdict.rating,
        })
        saved = { ...saved, version }
      }
      await publishVerdict(reader, { verdictId: saved.id, version: saved.version }, press)
    }
    progress(++i, `verdict ${verdict.claim}`)
  }
}
