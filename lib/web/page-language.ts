import 'server-only'
import { notFound } from 'next/navigation'
import { isLanguage, type Language } from '@/lib/domain/vocabulary'
import { PATH_HEADER } from './session'

/** The language of a page's address; another one is no page of ours. */
export async function languageOfParams(params: Promise<{ lang: string }>): Promise<Language> {
  const { lang } = await params
  return isLanguage(lang) ? lang : notFound()
}

/** The language of the address, where Next gives no parameters (not-found). */
export const languageOfPath = (headers: { get(name: string): string | null }): Language =>
  headers.get(PATH_HEADER)?.startsWith('/en') ? 'en' : 'fr'
