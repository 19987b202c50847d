import { loadCheckpoints } from '@/lib/services/load-public-log'
import { linesAfter } from '@/lib/web/machine-file'

export const dynamic = 'force-dynamic'

/** Every checkpoint there ever was, one JSON object a line. */
export const GET = linesAfter('/transparency/checkpoints.ndjson', loadCheckpoints)
export const HEAD = GET
