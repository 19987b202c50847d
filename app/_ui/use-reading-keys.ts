import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Span } from '@/lib/domain/quote'
import type { OccurrenceView } from '@/lib/domain/record'
import type { Edge } from '@/lib/domain/selection'
import type { Language } from '@/lib/domain/vocabulary'
import { deskKeysWords } from '@/lib/i18n/desk-keys'
import { useKeys } from './keys.client'

type Reading = {
  lang: Language
  occurrences: readonly OccurrenceView[]
  sentences: readonly Span[]
  current: number
  chosen: Span | null
  openRef: string | null
  mayAdd: boolean
  goTo: (sentence: number) => void
  choose: (span: Span | null) => void
  adjust: (edge: Edge, step: 1 | -1) => void
  openClaim: (ref: string) => void
  goToText: (ref: string) => void
  add: () => void
  tick: (ref: string) => void
  pickForConflict: (ref: string) => void
  say: (words: string) => void
}

/** The first claim whose words touch this place. */
const claimAt = (occurrences: readonly OccurrenceView[], span: Span | undefined): string | undefined =>
  span && occurrences.find((it) => it.start < span.end && it.end > span.start)?.claim.ref

/** What the reading view answers to. Registered in the one place that listens, so that the help lists it. */
export function useReadingKeys(reading: Reading): void {
  const { lang, occurrences, sentences, current, chosen, openRef, mayAdd } = reading
  const words = deskKeysWords(lang)
  const t = words.reading
  const router = useRouter()
  const here = occurrences.findIndex(({ claim }) => claim.ref === openRef)
  const openClaimAt = (n: number) => {
    const ref = occurrences[Math.max(0, Math.min(n, occurrences.length - 1))]?.claim.ref
    if (ref) reading.openClaim(ref)
  }
  const isInCards = () => document.activeElement?.closest('.cards article') != null
  const onClaim = (verb: (ref: string) => void) => () => (openRef ? verb(openRef) : reading.say(t.noClaim))
  const step = (by: 1 | -1) => () => {
    if (isInCards()) openClaimAt(here + by)
    else reading.goTo(Math.max(0, Math.min(current + by, sentences.length - 1)))
  }
  const swap = () => {
    if (isInCards() && openRef) return reading.goToText(openRef)
    const ref = claimAt(occurrences, chosen ?? sentences[current]) ?? openRef
    if (ref) reading.openClaim(ref)
    else reading.say(t.noClaim)
  }
  const addEvidence = (ref: string) => {
    const slug = occurrences.find(({ claim }) => claim.ref === ref)?.claim.slug
    if (slug) router.push(`/${lang}/desk/claims/${slug}#evidence-url`)
  }
  const inText = (press: string, name: string, run: () => void) => ({ press, name, group: words.groups.reading, run })
  const ofClaim = (press: string, name: string, run: () => void) => ({ press, name, group: words.groups.claim, run })
  useKeys([
    inText('j', t.next, step(1)),
    inText('k', t.previous, step(-1)),
    inText('s', t.pick, () => reading.choose(sentences[current] ?? null)),
    ...(mayAdd ? [inText('a', t.add, reading.add)] : []),
    ...(chosen
      ? [
          inText('Shift+ArrowRight', t.endGrows, () => reading.adjust('end', 1)),
          inText('Shift+ArrowLeft', t.endShrinks, () => reading.adjust('end', -1)),
          inText('Alt+Shift+ArrowLeft', t.startGrows, () => reading.adjust('start', 1)),
          inText('Alt+Shift+ArrowRight', t.startShrinks, () => reading.adjust('start', -1)),
          inText('Escape', t.leave, () => reading.choose(null)),
        ]
      : []),
    inText('m', t.swap, swap),
    ofClaim('.', t.nextClaim, () => openClaimAt(here + 1)),
    ofClaim(',', t.previousClaim, () => openClaimAt(here - 1)),
    ...(mayAdd
      ? [
          ofClaim('e', t.evidence, onClaim(addEvidence)),
          ofClaim('c', t.conflict, onClaim(reading.pickForConflict)),
          ofClaim('x', t.tick, onClaim(reading.tick)),
        ]
      : []),
  ])
}

/** Opens the claim an address names (`#C14`, `#card-C14`), once the page is there. */
export function useClaimOfAddress(openClaim: (ref: string) => void): void {
  useEffect(() => {
    const ref = /^#(?:card-|text-)?([A-Z]+\d+)$/.exec(location.hash)?.[1]
    if (ref) openClaim(ref)
  }, [openClaim])
}
