import type { Language } from '@/lib/domain/vocabulary'
import { deskKeysEn } from './desk-keys.en'
import { deskKeysFr } from './desk-keys.fr'

export type DeskKeysWords = typeof deskKeysEn

/** What the desk says around the keyboard: the help, the palette, the names of shortcuts. */
export const deskKeysWords = (lang: Language): DeskKeysWords => (lang === 'fr' ? deskKeysFr : deskKeysEn)
