import type { Language } from '@/lib/domain/vocabulary'
import { deskChainEn } from './desk-chain.en'
import { deskChainFr } from './desk-chain.fr'

export type DeskChainWords = typeof deskChainEn

/** What the desk says around the chain editor and how faithfully a passage quotes. */
export const deskChainWords = (lang: Language): DeskChainWords => (lang === 'fr' ? deskChainFr : deskChainEn)
