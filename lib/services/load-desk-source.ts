import 'server-only'
import { assessmentsOf } from '@/lib/data/assessments'
import type { PrismaClient } from '@/lib/data/generated/client'
import { verdictFootprints } from '@/lib/data/sensitivity'
import { sourceRecord } from '@/lib/data/sources'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import { sensitivityOf } from '@/lib/domain/sensitivity'

/** A source at work: who it is as far as one may know, where it speaks, how it is judged, and what stands on it. */
export async function loadDeskSource({ db, actor }: Desk<PrismaClient>, slug: string) {
  permit(actor, 'desk:read')
  const source = await sourceRecord(db, 'desk', slug)
  if (!source) throw new Fault('not_found', 'source')
  const [assessments, footprints] = await Promise.all([assessmentsOf(db, source.id), verdictFootprints(db, source.id)])
  return {
    source,
    assessments,
    sensitivity: sensitivityOf(slug, footprints),
    may: { reveal: permits(actor, 'source:reveal'), assess: permits(actor, 'source:assess') },
  }
}
