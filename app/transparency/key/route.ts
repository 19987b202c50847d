import { logKey } from '@/lib/web/log-key'
import { machineFile } from '@/lib/web/machine-file'

export const dynamic = 'force-dynamic'

/** What the checkpoints are verified with: name, key id and public key on one line. */
export const GET = (request: Request): Promise<Response> =>
  machineFile(request, { path: '/transparency/key', type: 'text/plain; charset=utf-8', isWhole: true }, async () => {
    const key = logKey()
    return key === null ? null : { body: `${key.verifier}\n` }
  })
export const HEAD = GET
