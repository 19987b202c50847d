import 'server-only'
import type { AssessmentView, Credibility, Reliability } from '@/lib/domain/assessment'
import type { Permit } from '@/lib/domain/permission'
import type { Db } from './db'

/** Our judgements of a source, latest first: for the desk only. */
export const assessmentsOf = async (db: Db, sourceId: string): Promise<AssessmentView[]> =>
  (
    await db.assessment.findMany({
      where: { sourceId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        reliability: true,
        credibility: true,
        rationale: true,
        createdAt: true,
        by: { select: { name: true } },
      },
    })
  ).map(({ id, reliability, credibility, rationale, createdAt, by }) => ({
    id,
    reliability: reliability as Reliability | null,
    credibility: credibility === null ? null : (String(credibility) as Credibility),
    rationale,
    by: by.name,
    at: createdAt.toISOString(),
  }))

export async function insertAssessment(
  db: Db,
  proof: Permit<'source:assess'>,
  {
    credibility,
    ...assessment
  }: { id: string; sourceId: string; rationale: string } & Pick<AssessmentView, 'reliability' | 'credibility'>,
): Promise<void> {
  await db.assessment.create({
    data: { ...assessment, credibility: credibility === null ? null : Number(credibility), byId: proof.by },
  })
}
