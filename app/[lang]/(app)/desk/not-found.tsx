import { headers } from 'next/headers'
import { authWords } from '@/lib/i18n/auth'
import { languageOfPath } from '@/lib/web/page-language'

/** Nothing at this address; the frame of the desk stays. */
export default async function NotFound() {
  const lang = languageOfPath(await headers())
  const { app } = authWords(lang)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{app.notFoundTitle}</h1>
      <p className="lead">{app.notFound}</p>
      <p>
        <a className="b" href={`/${lang}/desk`}>
          {app.toDesk}
        </a>
      </p>
    </main>
  )
}
