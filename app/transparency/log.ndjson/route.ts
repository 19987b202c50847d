import { loadLogPart } from '@/lib/services/load-public-log'
import { linesAfter } from '@/lib/web/machine-file'

export const dynamic = 'force-dynamic'

/** The rows of the log up to the last checkpoint, one JSON object a line: everything a verifier needs. */
export const GET = linesAfter('/transparency/log.ndjson', loadLogPart)
export const HEAD = GET
