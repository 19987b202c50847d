import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { latestJobs } from '@/lib/data/jobs'
import type { Desk } from '@/lib/domain/desk'
import type { JobView } from '@/lib/domain/job'
import { permit, permits } from '@/lib/domain/permission'

/** The latest jobs, and whether this person may queue and stop them. */
export async function loadJobs({ db, actor }: Desk<PrismaClient>): Promise<{ jobs: JobView[]; mayManage: boolean }> {
  permit(actor, 'desk:read')
  return { jobs: await latestJobs(db), mayManage: permits(actor, 'settings:manage') }
}
