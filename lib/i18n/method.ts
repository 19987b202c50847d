import type { ConflictClass, CorrectionSeverity, HopRole, Language } from '@/lib/domain/vocabulary'
import { methodEn } from './method.en'
import { methodFr } from './method.fr'

/** The method, as readers are told it. */
export type MethodWords = {
  title: string
  lead: string
  steps: { title: string; items: readonly string[] }
  scale: { title: string; why: string; axis: string; off: string; number: (n: number) => string; noNumber: string }
  verdict: { title: string; items: readonly string[] }
  chain: { title: string; why: string; role: Record<HopRole, string>; ambiguous: string; origins: string }
  marks: { title: string; why: string }
  conflict: { title: string; why: string; class: Record<ConflictClass, string> }
  corrections: { title: string; why: string; severity: Record<CorrectionSeverity, string> }
  sources: { title: string; items: readonly string[] }
  verify: { title: string; items: readonly string[]; checkpoint: string; log: string; key: string }
}

export const methodWords = (language: Language): MethodWords => (language === 'fr' ? methodFr : methodEn)
