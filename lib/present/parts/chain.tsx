import type { ReactNode } from 'react'
import type { HopView } from '@/lib/domain/record'
import { slugOf } from '@/lib/domain/text'
import type { Language } from '@/lib/domain/vocabulary'
import { languageName } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { sourcePath } from '../addresses'
import { Icon, StopShape } from './icons'
import { Quoted } from './quoted'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** The line that leaves a hop is dotted when either of its ends is of ambiguous scope. */
const isLoose = (chain: readonly HopView[], i: number): boolean =>
  chain[i]?.scope === 'ambiguous' || chain[i + 1]?.scope === 'ambiguous'

/** What is known of one hop besides its name: words of the text in quotation marks, ours without. */
function details(lang: Language, language: string | null, hop: HopView): ReactNode[] {
  const t = publicWords(lang)
  const said = (text: string): ReactNode => <Quoted {...{ lang, language }}>{text}</Quoted>
  const medium = hop.medium === null ? null : (t.hop.medium[slugOf(hop.medium)] ?? hop.medium)
  return [
    hop.isProtected ? t.hop.protected : null,
    hop.roleWords ? said(hop.roleWords) : hop.affiliation,
    !hop.isNamed && !hop.isProtected && hop.role !== 'unattributed' ? t.hop.notNamed : null,
    hop.verb ? said(hop.verb) : null,
    medium,
    hop.language ? t.hop.inLanguage(languageName(lang, hop.language)) : null,
    hop.spokenWords ? said(hop.spokenWords) : null,
  ].filter((it) => it !== null && it !== '')
}

/** A name, linked to the page of the source unless its identity is protected. */
export const SourceName = ({ lang, hop }: { lang: Language; hop: HopView }) =>
  hop.isProtected ? hop.sourceName : <a href={sourcePath(lang, hop.sourceSlug)}>{hop.sourceName}</a>

/** The whole chain, one stop per hop, first voice first; horizontal where there is room. */
export function Chain({
  lang,
  language,
  chain,
}: {
  lang: Language
  language: string | null
  chain: readonly HopView[]
}) {
  const t = publicWords(lang)
  return (
    <ol className={chain.length <= 5 ? 'chain wide' : 'chain'} aria-label={t.claim.chain}>
      {chain.map((hop, i) => (
        <li key={`${hop.sourceSlug}-${hop.role}`} className={isLoose(chain, i) ? 'hop loose' : 'hop'}>
          <StopShape role={hop.role} />
          <div>
            <span className="role">{capital(words(lang).hopRole[hop.role])}</span>
            <b>
              <SourceName lang={lang} hop={hop} />
            </b>
            <span className="how">
              {details(lang, language, hop).map((detail, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts, rendered once
                <span key={at}>{detail}</span>
              ))}
            </span>
            {hop.scope === 'ambiguous' && (
              <span className="tag on gap">
                <Icon name="unknown" />
                {t.hop.ambiguous}
              </span>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The chain inside a line: A → B → C; an ambiguous step is a question mark, and says so aloud. */
export function InlineChain({ lang, chain }: { lang: Language; chain: readonly HopView[] }) {
  const t = publicWords(lang)
  return (
    <span className="inline-chain">
      {chain.map((hop, i) => (
        <span key={`${hop.sourceSlug}-${hop.role}`}>
          {hop.sourceName}
          {i < chain.length - 1 &&
            (isLoose(chain, i) ? (
              <i className="q">
                <span className="vh"> ({t.hop.ambiguousShort}) </span>
                <span aria-hidden="true">?→</span>
              </i>
            ) : (
              <i>→</i>
            ))}
        </span>
      ))}
    </span>
  )
}
