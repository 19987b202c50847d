import type { Role } from '@/lib/domain/permission'

/** A person who signs the sample's work and cannot sign in: no password, and an address that no mail can reach (RFC 2606). */
export type SamplePerson = { key: string; name: string; email: string; role: Role; locale: 'fr' | 'en' }

/** One who writes verdicts, and another who reads them again: the two pairs of eyes that a publication needs. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    key: 'redaction',
    name: 'Rédaction (exemple)',
    email: 'redaction@exemple.invalid',
    role: 'reviewer',
    locale: 'fr',
  },
  { key: 'relecture', name: 'Relecture (exemple)', email: 'relecture@exemple.invalid', role: 'editor', locale: 'fr' },
]
