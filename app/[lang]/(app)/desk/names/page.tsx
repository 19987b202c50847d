import type { Metadata } from 'next'
import { ENTITY_KINDS } from '@/lib/domain/vocabulary'
import { deskNamesWords } from '@/lib/i18n/desk-names'
import { words } from '@/lib/i18n/words'
import { ownText } from '@/lib/present/parts/own-words'
import { loadNames } from '@/lib/services/load-names'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Notice } from '../verdicts/_parts/notice.client'
import { Entity } from './_parts/entity'
import { LinkForm } from './_parts/link-forms.client'
import { linkEntitiesAction } from './actions'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskNamesWords(await languageOfParams(params)).title }
}

/** Names as they were written and what was decided about them. The filters live in the address. */
export default async function NamesPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const kind = ENTITY_KINDS.find((it) => it === asked.kind) ?? null
  const text = typeof asked.q === 'string' ? asked.q : ''
  const { entities, choices, mayLink } = await asKnown((desk) => loadNames(desk, { text, kind }))
  const t = deskNamesWords(lang)
  const isFiltered = kind !== null || text.trim() !== ''
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p>{t.lead}</p>
      <Notice said={asked.done === 'linked' || asked.done === 'ended' ? t.done[asked.done] : ''} />
      <form method="get" className="picks" aria-label={t.filters}>
        <label className="f" htmlFor="names-q">
          <span>{t.search}</span>
          <input key={text} id="names-q" name="q" type="search" defaultValue={text} />
        </label>
        <label className="f" htmlFor="names-kind">
          <span>{t.kind}</span>
          <select key={kind} id="names-kind" name="kind" defaultValue={kind ?? ''}>
            <option value="">{t.all}</option>
            {ENTITY_KINDS.map((it) => (
              <option key={it} value={it}>
                {t.kinds[it]}
              </option>
            ))}
          </select>
        </label>
        <p className="acts">
          <button type="submit" className="b">
            {t.show}
          </button>
        </p>
      </form>
      {entities.length === 0 && (
        <p>
          {isFiltered ? t.noneHere : t.none} {isFiltered && <a href={`/${lang}/desk/names`}>{t.everything}</a>}
        </p>
      )}
      {ENTITY_KINDS.map((it) => {
        const ofKind = entities.filter((entity) => entity.kind === it)
        return (
          ofKind.length > 0 && (
            <section key={it} className="sec" aria-labelledby={`names-${it}`}>
              <h2 id={`names-${it}`}>{t.kinds[it]}</h2>
              {ofKind.map((entity) => (
                <Entity key={entity.id} lang={lang} entity={entity} mayLink={mayLink} />
              ))}
            </section>
          )
        )
      })}
      {mayLink && choices.length > 1 && (
        <section className="sec prose" aria-labelledby="link">
          <h2 id="link">{t.link}</h2>
          <p className="dim">{t.linkLead}</p>
          <LinkForm
            lang={lang}
            action={linkEntitiesAction}
            names={choices.map((it) => ({
              value: it.id,
              label: `${ownText(lang, it.labelFr, it.labelEn)} (${words(lang).entityKind[it.kind]})`,
            }))}
            from={choices.find(({ slug }) => slug === asked.from)?.id ?? ''}
          />
        </section>
      )}
    </main>
  )
}
