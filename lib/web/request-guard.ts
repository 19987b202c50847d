import 'server-only'
/** The two headers a browser sets by itself and a page cannot forge, and the host it spoke to. */
export type Sender = { origin: string | null; fetchSite: string | null; host: string | null }

export const senderOf = (headers: { get(name: string): string | null }): Sender => ({
  origin: headers.get('origin'),
  fetchSite: headers.get('sec-fetch-site'),
  host: headers.get('host'),
})

/**
 * Where a state-changing request comes from: our own pages, another site, or a program that says neither.
 * Both headers must agree: `Origin: null` is a stranger, and `Sec-Fetch-Site: none` is a person typing an address.
 */
export function originOf({ origin, fetchSite, host }: Sender, ownUrl: string): 'own' | 'foreign' | 'silent' {
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') return 'foreign'
  if (origin === null) return fetchSite === null ? 'silent' : 'own'
  if (origin === new URL(ownUrl).origin) return 'own'
  // The same machine under another of its names (127.0.0.1 for localhost): what the browser calls the origin is the host it spoke to.
  return host !== null && (origin === `http://${host}` || origin === `https://${host}`) ? 'own' : 'foreign'
}
