import { methodSince } from '@/lib/domain/method'
import type { Language } from '@/lib/domain/vocabulary'
import { day } from '@/lib/i18n/format'
import { methodVersionWords } from '@/lib/i18n/method-version'
import { methodVersionPath } from '../addresses'

/** A version of the method by its number and the day it came into force, with the way to what it says. */
export function MethodVersionLink({ lang, version }: { lang: Language; version: number }) {
  const t = methodVersionWords(lang)
  const since = methodSince(version)
  return (
    <>
      <a href={methodVersionPath(lang, version)}>{t.name(version)}</a>
      {since && `, ${t.since(day(lang, since))}`}
    </>
  )
}
