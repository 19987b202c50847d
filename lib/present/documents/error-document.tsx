import { publicWords } from '@/lib/i18n/public'
import { homePath } from '../addresses'
import type { DocumentContext } from '../context'
import { Layout } from '../parts/layout'
import { documentOf } from '../render'

/** The request could not be read (400), or the page could not be made (500). `reference` finds the line in our log. */
export function errorDocument(status: 400 | 500 | 503, ctx: DocumentContext, reference: string | null = null): string {
  const t = publicWords(ctx.lang)
  const title = status === 400 ? t.error.badTitle : t.error.title
  const why = status === 400 ? t.error.bad : t.error.why
  return documentOf(
    <Layout ctx={ctx} path={null} title={title} description={why}>
      <h1 className="h1">{title}</h1>
      <p className="lead">{why}</p>
      {reference && <p className="dim">{t.error.reference(reference)}</p>}
      <p className="actions">
        <a className="b go" href={homePath(ctx.lang)}>
          {t.notFound.home}
        </a>
      </p>
    </Layout>,
  )
}
