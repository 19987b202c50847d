import type { RatingCode } from '@/lib/domain/rating'
import type { HopRole, Stance } from '@/lib/domain/vocabulary'

/** Drawings in currentColor; `kind` is the first letter of the symbol's id. v = verdict, n = stop of a chain, i = everything else. */
const DRAWINGS: Record<string, string> = {
  'v-true':
    '<circle cx="12" cy="12" r="10.5"/><path d="M6.8 12.4l3.6 3.6 6.8-7.4" fill="none" stroke="var(--paper)" stroke-width="2.6"/>',
  'v-mostly_true':
    '<circle cx="12" cy="12" r="9.6" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M12 12V5a7 7 0 1 1-7 7z"/>',
  'v-half_true':
    '<circle cx="12" cy="12" r="9.6" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M12 5a7 7 0 0 1 0 14z"/>',
  'v-mostly_false':
    '<circle cx="12" cy="12" r="9.6" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M12 12V5a7 7 0 0 1 7 7z"/>',
  'v-false':
    '<path d="M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7z"/><path d="M8 8l8 8M16 8l-8 8" stroke="var(--paper)" stroke-width="2.6"/>',
  'v-unproven':
    '<rect x="2.2" y="2.2" width="19.6" height="19.6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3.4 2.2"/><path d="M8.9 9.4a3.1 3.1 0 1 1 4.7 2.7c-1.1.7-1.6 1.2-1.6 2.5" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="12" cy="17.6" r="1.3"/>',
  'v-disputed':
    '<path d="M10.9 1.6v20.8L.9 12z"/><path d="M13.9 4.2v15.6L21.5 12z" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  'v-outdated':
    '<path d="M4.5 2.5h15M4.5 21.5h15M6.5 3c0 5.5 5.5 6 5.5 9s-5.5 3.5-5.5 9M17.5 3c0 5.5-5.5 6-5.5 9s5.5 3.5 5.5 9" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M8 20.6c.4-3 4-3.5 4-5.1 0 1.6 3.6 2.1 4 5.1z"/>',
  'v-missing_context':
    '<path d="M2 2h20v11h-9v9H2z"/><path d="M15.5 15.5H21V21h-5.5z" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2 1.6"/>',
  'v-satire':
    '<path d="M1.8 3.5h20.4L12 21.5z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/><path d="M8 8.2c1.2 3 6.8 3 8 0" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  'v-none': '<path d="M3 12h18" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"/>',
  'n-speaker': '<circle cx="9" cy="9" r="8.5"/>',
  'n-interpreter':
    '<circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M9 1.5a7.5 7.5 0 0 1 0 15z"/>',
  'n-correspondent': '<path d="M9 .8L17.5 16H.5z"/>',
  'n-witness':
    '<circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="9" cy="9" r="3.2"/>',
  'n-agency': '<path d="M1 1h16v16H1z"/>',
  'n-outlet':
    '<path d="M2 2h14v14H2z" fill="none" stroke="currentColor" stroke-width="2"/><path d="M5 6h8M5 9h8M5 12h5" stroke="currentColor" stroke-width="1.5"/>',
  'n-unattributed':
    '<circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.4"/>',
  'i-neq': '<path d="M2 5.5h12M2 10.5h12M11.5 1.5l-7 13" fill="none" stroke="currentColor" stroke-width="2"/>',
  'i-general':
    '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/><circle cx="6" cy="9" r="1.8"/>',
  'i-unknown':
    '<path d="M5 5.6a3 3 0 1 1 4.5 2.6C8.4 8.9 8 9.4 8 10.8" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="14" r="1.3"/>',
  'i-ok': '<path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  'i-supports': '<path d="M8 14V3M3 8l5-5 5 5" fill="none" stroke="currentColor" stroke-width="2"/>',
  'i-refutes': '<path d="M8 2v11M3 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2"/>',
  'i-context':
    '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 7v5M8 4v1.6" stroke="currentColor" stroke-width="1.8"/>',
  'i-search':
    '<circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M10.8 10.8L15 15" stroke="currentColor" stroke-width="2"/>',
  'i-clock':
    '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 4v4.3l3 1.7" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  'i-place':
    '<path d="M8 15S2.8 9.8 2.8 6.3a5.2 5.2 0 0 1 10.4 0C13.2 9.8 8 15 8 15z" fill="none" stroke="currentColor" stroke-width="1.6"/><circle cx="8" cy="6.4" r="1.7"/>',
  'i-flag': '<path d="M3.5 15V2h9l-2 3.2 2 3.3h-9" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  'i-alert':
    '<path d="M8 1.5L15.2 14H.8z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M8 6v4M8 11.4v1.4" stroke="currentColor" stroke-width="1.7"/>',
  'i-logo':
    '<path d="M3 18.5L21 5.5" fill="none" stroke="var(--accent)" stroke-width="3.2"/><path d="M3 5.5l7 5M14 13.4l7 5.1" fill="none" stroke="currentColor" stroke-width="3.2"/>',
}

const BOX: Record<string, number> = { v: 24, n: 18, i: 16 }
const sideOf = (id: string): number => (id === 'i-logo' ? 24 : (BOX[id.charAt(0)] ?? 16))
const boxOf = (id: string): string => `0 0 ${sideOf(id)} ${sideOf(id)}`

/** The drawings a page refers to, defined once each, at the top of its body. */
export function sprite(markup: string): string {
  const used = new Set(Array.from(markup.matchAll(/<use href="#([a-z]-[a-z_]+)"/g), ([, id]) => id ?? ''))
  const symbols = Object.entries(DRAWINGS)
    .filter(([id]) => used.has(id))
    .map(([id, drawing]) => `<symbol id="${id}" viewBox="${boxOf(id)}">${drawing}</symbol>`)
  return symbols.length === 0
    ? ''
    : `<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`
}

/** The shape of a verdict as a picture of its own, for where nothing can be drawn by reference. */
export const verdictPicture = (rating: RatingCode | null, ink: string, paper: string): string => {
  const drawing = (DRAWINGS[`v-${rating ?? 'none'}`] ?? '')
    .replaceAll('currentColor', ink)
    .replaceAll('var(--paper)', paper)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${boxOf('v')}" width="96" height="96" fill="${ink}">${drawing}</svg>`
}

/** Icons of states; each stands beside a word, never alone. */
export type IconName = 'neq' | 'general' | 'unknown' | 'ok' | Stance | 'search' | 'clock' | 'place' | 'flag' | 'alert'

/** Its size is said in the drawing too: without the stylesheet it would fill the page. */
const Drawing = ({ id, className }: { id: string; className?: string }) => (
  <svg className={className} viewBox={boxOf(id)} width={sideOf(id)} height={sideOf(id)} aria-hidden="true">
    <use href={`#${id}`} />
  </svg>
)

/** A small icon in the line of the text. */
export const Icon = ({ name }: { name: IconName }) => <Drawing id={`i-${name}`} className="i" />
/** The shape of a verdict: on the truth axis a dial that empties, off it no circle at all. */
export const VerdictShape = ({ rating }: { rating: RatingCode | null }) => <Drawing id={`v-${rating ?? 'none'}`} />
/** The shape of a stop is its role. */
export const StopShape = ({ role }: { role: HopRole }) => <Drawing id={`n-${role}`} />
export const Logo = () => <Drawing id="i-logo" />
