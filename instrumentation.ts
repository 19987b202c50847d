/** Runs once, before the first request: a bad environment is a refusal to start, not a surprise at night. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { boot } = await import('@/lib/web/boot')
  boot()
}

/** A bug that reached Next: the id a reader sees (`digest`), the route, and what kind of error; no text of anybody's. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string },
  context: { routePath: string; routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logUnexpected } = await import('@/lib/web/unexpected')
  const digest = (error as { digest?: unknown } | null)?.digest
  logUnexpected(
    typeof digest === 'string' ? digest : 'no digest',
    `${request.method} ${context.routePath} (${context.routeType})`,
    error,
  )
}
