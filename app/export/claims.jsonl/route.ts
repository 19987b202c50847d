import { claimsJsonl } from '@/lib/present/claims-jsonl'
import { loadOccurrences } from '@/lib/services/load-public-feeds'
import { afterOf, machineFile, refusal } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

const PATH = '/export/claims.jsonl'
const addressAfter = (after: string | null): string => (after === null ? PATH : `${PATH}?after=${after}`)

export async function GET(request: Request): Promise<Response> {
  const after = afterOf(request)
  if (after === undefined) return refusal(request, 400, 'after is the id of an occurrence.')
  const file = { path: addressAfter(after), type: 'application/jsonl; charset=utf-8', isWhole: false }
  return machineFile(request, file, async () => {
    const { baseUrl } = documentContext('en')
    const { items, next } = await loadOccurrences(after)
    return { body: claimsJsonl(items, baseUrl), next: next === null ? undefined : baseUrl + addressAfter(next) }
  })
}
export const HEAD = GET
