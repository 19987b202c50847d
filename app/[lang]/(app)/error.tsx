'use client'
import { useParams } from 'next/navigation'
import { authWords } from '@/lib/i18n/auth'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** A bug of ours: one sentence and the number under which it is in the log. */
export default function Broken({ error, reset }: Props) {
  const lang = useParams().lang === 'en' ? 'en' : 'fr'
  const { app } = authWords(lang)
  return (
    <main id="main" className="wrap page">
      <div className="prose" role="alert">
        <h1 className="h1">{app.errorTitle}</h1>
        <p>
          {app.error} <code>{error.digest ?? '–'}</code>
        </p>
        <p>
          <button type="button" className="b go" onClick={reset}>
            {app.tryAgain}
          </button>
        </p>
      </div>
    </main>
  )
}
