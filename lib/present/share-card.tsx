import type { ReactElement } from 'react'
import { countOrigins } from '@/lib/domain/chain'
import type { ClaimRecord } from '@/lib/domain/record'
import { publicWords } from '@/lib/i18n/public'
import type { DocumentContext } from './context'
import { verdictPicture } from './parts/icons'
import { ownText } from './parts/own-words'
import { ratingWord } from './parts/verdict-word'
import { isWithdrawn } from './withdrawal'

/** The size that every reader of OpenGraph shows whole. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const
export const SHARE_FONTS = { serif: 'Liberation Serif', sans: 'Liberation Sans' } as const

const [PAPER, INK, DIM, RULE] = ['#fdfdfb', '#14181a', '#4b5357', '#d3d7d1']
/** The longest claim that five lines hold. */
const MOST = 200
/** Shorter claims are said larger. */
const sizeFor = (length: number): number => (length <= 70 ? 66 : length <= 130 ? 54 : 46)

/** What the card says. `paints` tells which characters the bundled fonts can draw. */
export function shareWords(record: ClaimRecord, { lang, newsroom }: DocumentContext, paints: Paints) {
  const t = publicWords(lang)
  const [latest] = record.versions
  const isGone = isWithdrawn(record)
  const rating = latest && !isGone ? latest.rating : null
  const claim = ownText(lang, record.statementFr, record.statementEn) || (record.occurrences[0]?.exact ?? record.ref)
  const { outlets, origins } = countOrigins(record.occurrences.map(({ chain }) => chain))
  return {
    rating,
    word: rating !== null ? ratingWord(lang, rating) : isGone ? t.claim.withdrawnTitle : t.claim.none,
    claim: cut(painted(claim, paints)),
    foot: painted(`${newsroom} · ${t.origins(outlets, origins)}`, paints),
  }
}
export type Paints = (character: string) => boolean

/** Letters that no bundled font draws (Arabic, Adlam) are left out as an ellipsis says; pictures are left out without a word. */
export function painted(text: string, paints: Paints): string {
  let line = ''
  for (const character of text.normalize('NFC').replace(/\s*[\r\n\t]+\s*/g, ' ')) {
    if (paints(character)) line += character
    else if (/[\p{L}\p{N}]/u.test(character) && !/…[\s\u00a0]*$/.test(line)) line += '…'
  }
  return line.replace(/ {2,}/g, ' ').trim()
}

/** A long claim ends between two words, with an ellipsis; a word without end is cut where it must be. */
export function cut(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= MOST) return text
  const head = letters.slice(0, MOST - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${(space > MOST / 2 ? head.slice(0, space) : head).replace(/[\s\u00a0,;:.–-]+$/, '')}…`
}

/** The card: shape and word, then the claim, then who publishes it and how many origins it has. Ink on paper, no other colour. */
export function shareCard({ rating, word, claim, foot }: ReturnType<typeof shareWords>, lang: string): ReactElement {
  const shape = `data:image/svg+xml;base64,${btoa(verdictPicture(rating, INK, PAPER))}`
  return (
    <div
      lang={lang}
      style={{
        ...SHARE_SIZE,
        display: 'flex',
        flexDirection: 'column',
        padding: '60px 72px 48px',
        background: PAPER,
        color: INK,
        fontFamily: SHARE_FONTS.serif,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', gap: 28 }}>
        {/* biome-ignore lint/performance/noImgElement: drawn into a picture, not shown by a browser */}
        <img src={shape} width={88} height={88} alt="" />
        <div style={{ fontSize: 72, lineHeight: 1.1 }}>{word}</div>
      </div>
      <div
        style={{
          display: 'block',
          flexShrink: 0,
          marginTop: 40,
          maxHeight: 300,
          overflow: 'hidden',
          wordBreak: 'break-word',
          fontSize: sizeFor(claim.length),
          lineHeight: 1.24,
          lineClamp: 5,
        }}
      >
        {claim}
      </div>
      <div
        style={{
          display: 'flex',
          marginTop: 'auto',
          paddingTop: 22,
          borderTop: `2px solid ${RULE}`,
          color: DIM,
          fontFamily: SHARE_FONTS.sans,
          fontSize: 28,
        }}
      >
        {foot}
      </div>
    </div>
  )
}
