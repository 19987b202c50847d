import { loadCheckpoints } from '@/lib/services/load-public-log'
import { machineFile, refusal, rowAfter } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

const PATH = '/transparency/checkpoints.ndjson'
const addressAfter = (after: number): string => (after === 0 ? PATH : `${PATH}?after=${after}`)

/** Every checkpoint there ever was, one JSON object a line. */
export async function GET(request: Request): Promise<Response> {
  const after = rowAfter(request)
  if (after === null) return refusal(request, 400, 'after is the number of a row.')
  const file = { path: addressAfter(after), type: 'application/x-ndjson; charset=utf-8', isWhole: false }
  return machineFile(request, file, async () => {
    const { items, next } = await loadCheckpoints(after)
    return {
      body: items.map((row) => `${JSON.stringify(row)}\n`).join(''),
      next: next === null ? undefined : documentContext('en').baseUrl + addressAfter(next),
    }
  })
}
export const HEAD = GET
