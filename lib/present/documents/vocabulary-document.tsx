import { HOP_ROLES, type Language } from '@/lib/domain/vocabulary'
import { methodWords } from '@/lib/i18n/method'
import { OWN_TERMS, vocabularyWords } from '@/lib/i18n/vocabulary'
import { otherLanguage } from '../addresses'
import type { DocumentContext } from '../context'
import { Layout } from '../parts/layout'
import { documentOf } from '../render'

const definitionOf = (lang: Language) => ({ ...methodWords(lang).chain.role, ...vocabularyWords(lang).term })

/** One term under its own anchor, so that its address leads to it, in the reader's language and in the other. */
function Terms({ lang, terms }: { lang: Language; terms: readonly (keyof ReturnType<typeof definitionOf>)[] }) {
  const other = otherLanguage(lang)
  return (
    <dl className="defs">
      {terms.map((term) => (
        <div key={term} id={term}>
          <dt>
            <code>{term}</code>
          </dt>
          <dd>
            {definitionOf(lang)[term]}{' '}
            <span className="dim small" lang={other}>
              {definitionOf(other)[term]}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The page at the address of our own terms: what each means, in both languages. */
export function vocabularyDocument(ctx: DocumentContext): string {
  const { lang } = ctx
  const t = vocabularyWords(lang)
  return documentOf(
    <Layout ctx={ctx} path={null} title={t.title} description={t.lead} section="method">
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <Terms lang={lang} terms={OWN_TERMS} />
      <section className="sec">
        <h2>{t.roles}</h2>
        <Terms lang={lang} terms={HOP_ROLES} />
      </section>
    </Layout>,
  )
}

/** The same for machines. */
export function vocabularyJsonLd(baseUrl: string): string {
  const said = (term: keyof ReturnType<typeof definitionOf>) =>
    (['fr', 'en'] as const).map((lang) => ({ '@language': lang, '@value': definitionOf(lang)[term] }))
  const define = (type: string) => (term: keyof ReturnType<typeof definitionOf>) => ({
    '@id': `${baseUrl}/ns#${term}`,
    '@type': type,
    'rdfs:comment': said(term),
    'rdfs:isDefinedBy': { '@id': `${baseUrl}/ns` },
  })
  return JSON.stringify({
    '@context': {
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      prov: 'http://www.w3.org/ns/prov#',
    },
    '@graph': [...OWN_TERMS.map(define('rdf:Property')), ...HOP_ROLES.map(define('prov:Role'))],
  })
}
