import type { Language } from '@/lib/domain/vocabulary'
import { deskWithdrawEn } from './desk-withdraw.en'
import { deskWithdrawFr } from './desk-withdraw.fr'

/** What the desk says about withdrawing a verdict. */
export type DeskWithdrawWords = {
  title: string
  lead: string
  noUndo: string
  wrongFr: string
  wrongEn: string
  wrongHelp: string
  withdraw: string
  done: string
}

export const deskWithdrawWords = (language: Language): DeskWithdrawWords =>
  language === 'fr' ? deskWithdrawFr : deskWithdrawEn
