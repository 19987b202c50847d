import { headers } from 'next/headers'
import { authWords } from '@/lib/i18n/auth'
import { languageOfPath } from '@/lib/web/page-language'
import { Door } from './sign-in/_parts/door'

/** What a stranger and a lost reader see alike: whether the thing exists is not said. */
export default async function NotFound() {
  const lang = languageOfPath(await headers())
  const { app } = authWords(lang)
  return (
    <Door lang={lang}>
      <h1 className="h1">{app.notFoundTitle}</h1>
      <p className="lead">{app.notFound}</p>
      <p>
        <a className="b" href={`/${lang}`}>
          {app.home}
        </a>
      </p>
    </Door>
  )
}
