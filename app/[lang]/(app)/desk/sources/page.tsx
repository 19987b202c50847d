import type { Metadata } from 'next'
import { NewSource } from '@/app/_ui/new-source.client'
import { deskWords } from '@/lib/i18n/desk'
import { deskIdentityWords } from '@/lib/i18n/desk-identity'
import { words } from '@/lib/i18n/words'
import { loadDeskSources } from '@/lib/services/load-desk-lists'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { addSourceAction } from './actions'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).sources.title }
}

/** Who is cited, and how often. */
export default async function SourcesPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { sources, mayAdd, mayReveal } = await asKnown((desk) => loadDeskSources(desk))
  const t = deskWords(lang).sources
  const identity = deskIdentityWords(lang)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      {sources.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="grid-wrap" tabIndex={0} aria-label={t.title}>
          <table className="queue">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.kind}</th>
                <th scope="col">{t.affiliation}</th>
                <th scope="col">{t.appearances}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr key={source.id} id={source.slug}>
                  <th scope="row">
                    <a href={`/${lang}/desk/sources/${source.slug}`}>
                      <bdi>{source.name}</bdi>
                    </a>
                    {source.isProtected && <span className="tag">{identity.protected}</span>}
                    {mayReveal && (
                      <>
                        {' '}
                        <a className="small" href={`/${lang}/desk/sources/${source.slug}/identity`}>
                          {identity.title} <span className="vh">({source.name})</span>
                        </a>
                      </>
                    )}
                  </th>
                  <td>{words(lang).sourceKind[source.kind]}</td>
                  <td>{source.affiliation}</td>
                  <td className="num">{source.appearances}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {mayAdd && (
        <section className="sec prose" aria-labelledby="add">
          <h2 id="add">{t.add}</h2>
          <NewSource lang={lang} action={addSourceAction} />
        </section>
      )}
    </main>
  )
}
