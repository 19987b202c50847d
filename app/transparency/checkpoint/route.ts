import { loadCheckpoint } from '@/lib/services/load-public-log'
import { machineFile } from '@/lib/web/machine-file'

export const dynamic = 'force-dynamic'

/** The latest checkpoint: the head of the log, signed (c2sp.org/signed-note). */
export const GET = (request: Request): Promise<Response> =>
  machineFile(
    request,
    { path: '/transparency/checkpoint', type: 'text/plain; charset=utf-8', isWhole: true },
    async () => {
      const note = await loadCheckpoint()
      return note === null ? null : { body: note }
    },
  )
export const HEAD = GET
