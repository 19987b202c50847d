import { shadow } from './text'

/** What a note may stand on. */
export const NOTE_TARGETS = ['claim', 'conflict', 'verdict', 'dispatch', 'source', 'event', 'report'] as const
export type NoteTargetKind = (typeof NOTE_TARGETS)[number]
export type NoteTarget = { kind: NoteTargetKind; id: string }

/** Why a note was written. A request for changes is a note that the second reader leaves on a verdict. */
export type Motivation = 'commenting' | 'replying' | 'requesting_changes'

export type Named = { id: string; name: string }

const LETTER = /[\p{L}\p{N}]/u
const fold = (text: string): string => shadow(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

type Found = { start: number; end: number; people: readonly Named[] }

/**
 * Where people are named by `@Name`, letter case and accents aside. The longest name wins; a first name alone is enough
 * when one person has it. An `@` inside a word is an address, not a mention.
 */
export function mentionPlaces(body: string, people: readonly Named[]): Found[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length)
  const found: Found[] = []
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    if (at > 0 && LETTER.test(body[at - 1] ?? '')) continue
    const named = (name: string) =>
      name !== '' &&
      fold(body.slice(at + 1, at + 1 + name.length)) === fold(name) &&
      !LETTER.test(body[at + 1 + name.length] ?? '')
    const whole = byLength.find(({ name }) => named(name))
    const length = whole?.name.length
    const same = whole
      ? people.filter(({ name }) => fold(name) === fold(whole.name))
      : people.filter(({ name }) => named(firstOf(name)))
    const first = same[0]
    if (!first || (!whole && same.length > 1)) continue
    found.push({ start: at, end: at + 1 + (length ?? firstOf(first.name).length), people: same })
  }
  return found
}

const firstOf = (name: string): string => name.split(/\s/u)[0] ?? ''

/** Who is mentioned. Two people of one name are both meant, unless one of them was chosen from the list. */
export const mentionedIn = (body: string, people: readonly Named[], chosen: readonly string[] = []): string[] => [
  ...new Set(
    mentionPlaces(body, people).flatMap((place) => {
      const picked = place.people.filter(({ id }) => chosen.includes(id))
      return (picked.length > 0 ? picked : place.people).map(({ id }) => id)
    }),
  ),
]

export type NotePiece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string }

const ADDRESS = /https?:\/\/[^\s<>"«»“”]+/giu
/** What ends a sentence ends no address. A closing bracket stays when the address opened it. */
function withoutTail(address: string): string {
  let kept = address.replace(/[.,;:!?…'’]+$/u, '')
  while (kept.endsWith(')') && kept.split(')').length > kept.split('(').length) kept = kept.slice(0, -1)
  return kept.replace(/[.,;:!?…'’]+$/u, '')
}

/** A note as it is shown: paragraphs of words, web addresses and names. Plain text: nothing in it is markup. */
export function noteParagraphs(body: string, mentioned: readonly Named[]): NotePiece[][] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n(?:[^\S\n]*\n)+/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => piecesOf(paragraph, mentioned))
}

function piecesOf(words: string, mentioned: readonly Named[]): NotePiece[] {
  const marked: { start: number; end: number; piece: NotePiece }[] = []
  for (const match of words.matchAll(ADDRESS)) {
    const text = withoutTail(match[0])
    if (!URL.canParse(text)) continue
    marked.push({ start: match.index, end: match.index + text.length, piece: { kind: 'link', text, href: text } })
  }
  for (const { start, end } of mentionPlaces(words, mentioned))
    if (!marked.some((it) => start < it.end && end > it.start))
      marked.push({ start, end, piece: { kind: 'mention', text: words.slice(start, end) } })
  marked.sort((a, b) => a.start - b.start)
  const pieces: NotePiece[] = []
  let done = 0
  for (const { start, end, piece } of marked) {
    if (start > done) pieces.push({ kind: 'text', text: words.slice(done, start) })
    pieces.push(piece)
    done = end
  }
  if (done < words.length) pieces.push({ kind: 'text', text: words.slice(done) })
  return pieces
}

/** Where a thing is on the desk and what it is called there. A verdict is found at its claim. */
export type Place = {
  kind: NoteTargetKind
  id: string
  ref: string
  slug: string
  fr: string | null
  en: string | null
}
