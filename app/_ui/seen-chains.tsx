import type { Language } from '@/lib/domain/vocabulary'
import { deskChainWords } from '@/lib/i18n/desk-chain'
import type { SeenChain } from './chain-drafts'

/** How many stand open; the others are one click away. */
const SHOWN = 4

type Props = { lang: Language; chains: readonly SeenChain[]; onUse: (chain: SeenChain) => void }

/** Chains already seen in this dispatch, with how often; one click takes one. */
export function SeenChains({ lang, chains, onUse }: Props) {
  const t = deskChainWords(lang)
  if (chains.length === 0) return null
  const lines = (some: readonly SeenChain[]) => (
    <ul className="seen-chains">
      {some.map((chain) => (
        <li key={chain.key}>
          <button
            type="button"
            className="b"
            aria-label={`${t.use(chain.label)}, ${t.times(chain.times)}`}
            onClick={() => onUse(chain)}
          >
            <bdi>{chain.label}</bdi> <span className="dim">× {chain.times}</span>
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <fieldset>
      <legend>{t.reuse}</legend>
      {lines(chains.slice(0, SHOWN))}
      {chains.length > SHOWN && (
        <details>
          <summary>{t.moreChains(chains.length - SHOWN)}</summary>
          {lines(chains.slice(SHOWN))}
        </details>
      )}
    </fieldset>
  )
}
