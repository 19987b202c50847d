import type { Language } from '@/lib/domain/vocabulary'
import { deskChainWords } from '@/lib/i18n/desk-chain'
import { languageName } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { StopShape } from '@/lib/present/parts/icons'
import type { HopDraft, SourceChoice } from './chain-editor.client'

type Props = { lang: Language; chain: readonly HopDraft[]; sources: readonly SourceChoice[] }

/** The chain as its readers will see it: one stop per hop, dotted where it is not known how far the attribution reaches. */
export function ChainPreview({ lang, chain, sources }: Props) {
  const t = deskChainWords(lang)
  const { hop: h } = publicWords(lang)
  if (chain.length === 0) return null
  return (
    <section className="chain-preview" aria-label={t.preview}>
      <p className="small dim" aria-hidden="true">
        {t.preview}
      </p>
      <ol className="chain">
        {chain.map((hop, i) => {
          const isLoose = hop.isAmbiguous || chain[i + 1]?.isAmbiguous
          const name = sources.find(({ id }) => id === hop.sourceId)?.name
          const how = [
            hop.verb,
            hop.medium,
            hop.language && h.inLanguage(languageName(lang, hop.language)),
            hop.spokenWords,
          ]
          return (
            <li key={hop.key} className={isLoose ? 'hop loose' : 'hop'}>
              <StopShape role={hop.role} />
              <div>
                <span className="role">{words(lang).hopRole[hop.role]}</span>{' '}
                <b>{name ? <bdi>{name}</bdi> : <i>{t.noSource}</i>}</b>{' '}
                <span className="how">{how.filter(Boolean).join(' · ')}</span>
                {hop.isAmbiguous && <span className="tag on gap">{h.ambiguous}</span>}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
