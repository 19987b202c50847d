import type { FaultCode, FieldFault, Reason } from '@/lib/domain/fault'
import type { Language } from '@/lib/domain/vocabulary'
import { faultsEn } from './faults.en'
import { faultsFr } from './faults.fr'

export type FaultValues = Record<string, string | number>

/** For every reason a sentence with the reason and the fix; for every fault the sentence that opens the message. */
export type Faults = {
  reason: Record<Reason, string | ((values: FaultValues) => string)>
  code: Record<FaultCode, string>
}

const of = (language: Language): Faults => (language === 'fr' ? faultsFr : faultsEn)

/** Why one field was refused and what to do about it, in the reader's language. */
export function faultSentence(language: Language, { reason, values }: FieldFault): string {
  const sentence = of(language).reason[reason]
  return typeof sentence === 'string' ? sentence : sentence(values ?? {})
}

/** What happened as a whole, before the fields are named. */
export const faultTitle = (language: Language, code: FaultCode): string => of(language).code[code]
