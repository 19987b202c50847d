import type { EvidenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { Icon } from './icons'
import { Own } from './own-words'
import { quotedIn } from './quoted'
import { Day } from './when'

/** An address that may be followed: http or https, nothing a browser would run. */
export const safeAddress = (url: string | null): string | undefined =>
  url !== null && /^https?:\/\//i.test(url) ? url : undefined

/** The host of an address, as a reader would name it. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '')
  } catch {
    // Kept as written: what cannot be parsed is shown, not hidden.
    return url
  }
}

/**
 * One piece of evidence: what it does to the claim, its words, where it is, when it was seen and where a copy is kept.
 * A piece that stands twice on a page is the target of its address (`#EV3`) only where it stands first.
 */
export function EvidenceItem({
  lang,
  evidence,
  isTarget = true,
}: {
  lang: Language
  evidence: EvidenceView
  isTarget?: boolean
}) {
  const t = publicWords(lang)
  const stance = words(lang).stance[evidence.stance]
  const href = safeAddress(evidence.url)
  const archived = safeAddress(evidence.archivedUrl)
  const name = evidence.title ?? (evidence.url ? hostOf(evidence.url) : evidence.ref)
  // What was noted of this bearing says more than what was noted of the piece.
  const [fr, en] =
    evidence.linkNoteFr || evidence.linkNoteEn
      ? [evidence.linkNoteFr, evidence.linkNoteEn]
      : [evidence.noteFr, evidence.noteEn]
  return (
    <div className="ev" id={isTarget ? evidence.ref : undefined}>
      <span>
        <Icon name={evidence.stance} />
        {stance.charAt(0).toLocaleUpperCase(lang) + stance.slice(1)}
      </span>
      <div>
        {evidence.excerpt && <blockquote {...quotedIn(evidence.language)}>{evidence.excerpt}</blockquote>}
        <p>
          {href ? (
            <a href={href} rel="external noopener">
              {name}
            </a>
          ) : (
            name
          )}
          {evidence.title && evidence.url && <span className="dim">, {hostOf(evidence.url)}</span>}
          {(fr || en) && (
            <>
              . <Own lang={lang} fr={fr} en={en} />
            </>
          )}
        </p>
        <ul className="meta">
          {evidence.accessedAt && (
            <li>
              {t.evidence.accessed} <Day lang={lang} iso={evidence.accessedAt} />
            </li>
          )}
          <li>
            {archived ? (
              <a href={archived} rel="external noopener">
                {t.evidence.archived}
              </a>
            ) : (
              t.evidence.notArchived
            )}
            {evidence.archivedSha256 && (
              <>
                {' '}
                <code title={evidence.archivedSha256}>sha256 {evidence.archivedSha256.slice(0, 12)}</code>
              </>
            )}
          </li>
        </ul>
      </div>
    </div>
  )
}
