import { publicWords } from '@/lib/i18n/public'
import { homePath, searchPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Layout } from '../parts/layout'
import { documentOf } from '../render'

/** Nothing here: the same answer whether a thing never existed or is not for strangers to know. */
export function notFoundDocument(ctx: DocumentContext): string {
  const t = publicWords(ctx.lang).notFound
  return documentOf(
    <Layout ctx={ctx} path={null} title={t.title} description={t.why}>
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.why}</p>
      <p className="actions">
        <a className="b go" href={homePath(ctx.lang)}>
          {t.home}
        </a>{' '}
        <a className="b" href={searchPath(ctx.lang)}>
          {t.search}
        </a>
      </p>
    </Layout>,
  )
}
