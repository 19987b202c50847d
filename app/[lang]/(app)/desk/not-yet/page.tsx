import type { Metadata } from 'next'
import { momentOf } from '@/lib/domain/moment'
import { authWords } from '@/lib/i18n/auth'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'
import { moment } from '@/lib/i18n/format'
import { languageOfParams } from '@/lib/web/page-language'
import { safeNext } from '@/lib/web/safe-next'
import { requireSession } from '@/lib/web/session'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<{ at?: string | string[]; from?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: authWords(await languageOfParams(params)).app.notFoundTitle }
}

/** What an address of the past leads to when nothing was there yet: it says so, and leads to the same address now. */
export default async function NotYetPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { at, from } = await searchParams
  const then = momentOf(typeof at === 'string' ? at : null)
  const { asKnown: t } = deskMemoryWords(lang)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{authWords(lang).app.notFoundTitle}</h1>
      <p className="lead">{t.notYet}</p>
      {then !== null && <p className="dim">{t.past(moment(lang, then))}</p>}
      <p>
        <a className="b" data-now="" href={safeNext(typeof from === 'string' ? from : null, `/${lang}/desk`)}>
          {t.now}
        </a>
      </p>
    </main>
  )
}
