import { originOf } from '@/lib/domain/chain'
import type { HopView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { SourceName } from './chain'

type Origin = { hop: HopView; carriers: HopView[] }

/** Every distinct origin with the outlets and agencies that carried it, in the order they were met. */
export function originsOf(chains: readonly (readonly HopView[])[]): Origin[] {
  const found = new Map<string, Origin>()
  for (const chain of chains) {
    const hop = originOf(chain)
    if (!hop) continue
    const origin = found.get(hop.sourceSlug) ?? { hop, carriers: [] }
    found.set(hop.sourceSlug, origin)
    for (const carrier of chain)
      if (
        (carrier.role === 'outlet' || carrier.role === 'agency') &&
        carrier.sourceSlug !== hop.sourceSlug &&
        !origin.carriers.some(({ sourceSlug }) => sourceSlug === carrier.sourceSlug)
      )
        origin.carriers.push(carrier)
  }
  return [...found.values()]
}

/** Lines that run together from `n` carriers into one box. */
const brace = (n: number): string =>
  Array.from({ length: n }, (_, i) => {
    const y = Math.round(((i + 0.5) * 100) / n)
    return y === 50 ? 'M0 50H28' : `M0 ${y}C14 ${y} 12 50 28 50`
  }).join('')

/** Origins, not outlets: who carried the words on the left, run together into where they come from. */
export function Origins({ lang, chains }: { lang: Language; chains: readonly (readonly HopView[])[] }) {
  const t = publicWords(lang)
  return originsOf(chains).map(({ hop, carriers }) => (
    <div className="origins" key={hop.sourceSlug}>
      <ul>
        {carriers.map((carrier) => (
          <li key={carrier.sourceSlug}>
            <b>
              <SourceName lang={lang} hop={carrier} />
            </b>
            {words(lang).hopRole[carrier.role]}
          </li>
        ))}
      </ul>
      <svg viewBox="0 0 28 100" width="28" height="100" preserveAspectRatio="none" aria-hidden="true">
        <path
          d={brace(carriers.length)}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className="one">
        <b>
          <SourceName lang={lang} hop={hop} />
        </b>
        {hop.role === 'unattributed'
          ? t.claim.noOrigin
          : hop.isProtected
            ? t.hop.protected
            : !hop.isNamed
              ? t.claim.unnamedOrigin
              : words(lang).hopRole[hop.role]}
        {carriers.length > 1 && `. ${t.claim.oneOrigin}`}
      </div>
    </div>
  ))
}
