import type { Language } from '@/lib/domain/vocabulary'

/**
 * What a document is told besides its record: it has no clock and no environment of its own. `baseUrl` has no slash at its
 * end; `stylesheet` is the address of the stylesheet on this host, with its hash.
 */
export type DocumentContext = {
  lang: Language
  baseUrl: string
  stylesheet: string
  /** Who publishes, as they call themselves. */
  newsroom: string
  /** The latest checkpoint of the log, when one was given. */
  checkpoint?: { entries: number; root: string } | undefined
  /** The moment (ISO) the page is of; absent: now. */
  at?: string | undefined
}
