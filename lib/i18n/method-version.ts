import type { MethodVersion } from '@/lib/domain/method'
import type { Language } from '@/lib/domain/vocabulary'
import { methodVersionEn } from './method-version.en'
import { methodVersionFr } from './method-version.fr'

/** The versions of the method, as readers are told of them. */
export type MethodVersionWords = {
  title: string
  why: string
  /** Where a verdict names the one it was made under. */
  name: (version: number) => string
  since: (day: string) => string
  inForce: string
  /** At the desk, before publishing. */
  willCarry: string
  changed: Record<MethodVersion, string>
}

export const methodVersionWords = (language: Language): MethodVersionWords =>
  language === 'fr' ? methodVersionFr : methodVersionEn
