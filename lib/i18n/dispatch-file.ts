import type { DispatchFormat, DispatchRefusal, DispatchWarning, PageRefusal } from '@/lib/domain/dispatch-file'
import type { Language } from '@/lib/domain/vocabulary'
import { dispatchFileEn } from './dispatch-file.en'
import { dispatchFileFr } from './dispatch-file.fr'

/** What taking a dispatch from a file says. */
export type DispatchFileWords = {
  title: string
  lead: string
  file: string
  address: string
  submit: string
  reading: string
  refusal: Record<DispatchRefusal | PageRefusal, string>
  warning: Record<DispatchWarning, string>
  format: Record<DispatchFormat, string>
  /** Said once the form below is filled. */
  filled: (format: string, characters: number) => string
  /** Said at the terminal once the text is kept. */
  added: (title: string, address: string) => string
  same: (address: string) => string
  dryRun: string
}

export const dispatchFileWords = (language: Language): DispatchFileWords =>
  language === 'fr' ? dispatchFileFr : dispatchFileEn
