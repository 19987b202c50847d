export const dynamic = 'force-dynamic'

/** The process is up. Asks nothing of the database, so that a database that is away does not get the process killed. */
export const GET = (): Response =>
  new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
export const HEAD = GET
