import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import type { ClaimRecord } from '@/lib/domain/record'
import type { DocumentContext } from '@/lib/present/context'
import { SHARE_FONTS, SHARE_SIZE, shareCard, shareWords } from '@/lib/present/share-card'

/** The fonts stand beside this file (SIL Open Font License): a picture needs nothing from the network. */
const FILES = { serif: 'LiberationSerif-Bold.ttf', sans: 'LiberationSans-Regular.ttf' } as const
type Fonts = { serif: Buffer; sans: Buffer; paints: (character: string) => boolean }
let known: Fonts | undefined

function fonts(): Fonts {
  if (known) return known
  const read = (name: string): Buffer => readFileSync(join(process.cwd(), 'lib', 'web', 'fonts', name))
  const [serif, sans] = [read(FILES.serif), read(FILES.sans)]
  const drawn = [charactersOf(serif), charactersOf(sans)]
  const paints = (character: string): boolean => drawn.every((set) => set.has(character.codePointAt(0) ?? 0))
  known = { serif, sans, paints }
  return known
}

/**
 * The characters a TrueType font draws: its `cmap`, subtable format 4. Asked before a picture is made, because the painter
 * would fetch a font from the network for any other.
 */
export function charactersOf(font: Buffer): Set<number> {
  const characters = new Set<number>()
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(record + 8)
    const subtables = font.readUInt16BE(cmap + 2)
    for (let j = 0; j < subtables; j++) {
      const at = cmap + font.readUInt32BE(cmap + 8 + 8 * j)
      if (font.readUInt16BE(at) === 4) addSegments(font, at, characters)
    }
  }
  return characters
}

function addSegments(font: Buffer, at: number, characters: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6)
  for (let i = 0; i < doubled; i += 2) {
    const [last, first] = [font.readUInt16BE(at + 14 + i), font.readUInt16BE(at + 16 + doubled + i)]
    const delta = font.readUInt16BE(at + 16 + 2 * doubled + i)
    const place = at + 16 + 3 * doubled + i
    const range = font.readUInt16BE(place)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(place + range + 2 * (code - first))
      if ((glyph & 0xffff) !== 0) characters.add(code)
    }
  }
}

/** The picture of a verdict: a PNG of 1200 × 630. */
export async function shareImage(record: ClaimRecord, ctx: DocumentContext): Promise<Uint8Array> {
  const { serif, sans, paints } = fonts()
  const picture = new ImageResponse(shareCard(shareWords(record, ctx, paints), ctx.lang), {
    ...SHARE_SIZE,
    fonts: [
      { name: SHARE_FONTS.serif, data: serif, weight: 700, style: 'normal' },
      { name: SHARE_FONTS.sans, data: sans, weight: 400, style: 'normal' },
    ],
  })
  return new Uint8Array(await picture.arrayBuffer())
}
