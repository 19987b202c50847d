import { isReady } from '@/lib/web/readiness'

export const dynamic = 'force-dynamic'

/** The process can answer readers: its database answers too. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return new Response(ready ? 'ready\n' : 'the database does not answer\n', {
    status: ready ? 200 : 503,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(ready ? {} : { 'Retry-After': '5' }),
    },
  })
}
export const HEAD = GET
