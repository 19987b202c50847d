import type { NamedEntity, NameLink, WrittenForm } from '@/lib/domain/named'
import type { Language } from '@/lib/domain/vocabulary'
import { deskNamesWords } from '@/lib/i18n/desk-names'
import { languageName, scriptName } from '@/lib/i18n/format'
import { deskNamePath } from '@/lib/present/desk-places'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { Moment } from '@/lib/present/parts/when'
import { unlinkEntitiesAction } from '../actions'
import { EndForm } from './link-forms.client'

/** A form as somebody wrote it: its language, its script, who wrote it, and every place, each a way into the text. */
function Form({ lang, form: it }: { lang: Language; form: WrittenForm }) {
  const t = deskNamesWords(lang)
  return (
    <li>
      <p>
        <bdi className="form" {...quotedIn(it.language)}>
          {it.form}
        </bdi>{' '}
        <span className="dim small">
          {it.language ? languageName(lang, it.language) : t.unknownLanguage}
          {it.script && <>, {scriptName(lang, it.script)}</>}, {it.writer ? t.writtenBy(it.writer) : t.unknownWriter}
        </span>
      </p>
      {it.places.length > 0 && (
        <details>
          <summary>
            {t.places(it.places.length)} <span className="vh">({it.form})</span>
          </summary>
          <ol className="places">
            {it.places.map((place) => (
              <li key={place.id}>
                <a href={deskNamePath(lang, place)}>
                  <span {...quotedIn(place.language)}>
                    …{place.prefix.slice(-30)}
                    <strong>{place.exact}</strong>
                    {place.suffix.slice(0, 30)}…
                  </span>
                </a>
                {place.claim && <span className="dim small"> {place.claim}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

type LinkProps = { lang: Language; link: NameLink; entity: NamedEntity; mayEnd: boolean }

/** One decision: what this name is to the other, after whom, why, who said so and when; and how it ended. */
function Link({ lang, link: it, entity, mayEnd }: LinkProps) {
  const t = deskNamesWords(lang)
  const relation = it.relation === 'broader' && !it.isFrom ? t.narrower : t.relation[it.relation]
  const other = ownText(lang, it.other.labelFr, it.other.labelEn)
  return (
    <li>
      <p>
        <span className="tag">{relation}</span>{' '}
        <a href={`#${it.other.slug}`}>
          <Own lang={lang} fr={it.other.labelFr} en={it.other.labelEn} />
        </a>
      </p>
      <p>
        <Own lang={lang} fr={it.reasonFr} en={it.reasonEn} />
      </p>
      <p className="dim small">
        {it.authority ? t.authority(it.authority) : t.ownDecision}, {t.decided(it.decidedBy)},{' '}
        <Moment lang={lang} iso={it.decidedAt} />
      </p>
      {it.ended && (
        <p className="small">
          <strong>{t.endedBecause}</strong> <Moment lang={lang} iso={it.ended.at} />
          {t.colon}
          {it.ended.reason}
        </p>
      )}
      {mayEnd && (
        <details>
          <summary>
            {t.end} <span className="vh">({other})</span>
          </summary>
          <EndForm
            lang={lang}
            action={unlinkEntitiesAction}
            linkId={it.id}
            seenFrom={entity.slug}
            named={`${ownText(lang, entity.labelFr, entity.labelEn)}, ${other}`}
          />
        </details>
      )}
    </li>
  )
}

/** One entity: its written forms, the links in force, those that ended, and the way to one more. */
export function Entity({ lang, entity, mayLink }: { lang: Language; entity: NamedEntity; mayLink: boolean }) {
  const t = deskNamesWords(lang)
  const inForce = entity.links.filter(({ ended }) => ended === null)
  const ended = entity.links.filter((it) => it.ended !== null)
  const name = ownText(lang, entity.labelFr, entity.labelEn)
  return (
    <article className="name" id={entity.slug} aria-labelledby={`name-${entity.slug}`}>
      <h3 id={`name-${entity.slug}`}>
        <Own lang={lang} fr={entity.labelFr} en={entity.labelEn} />
      </h3>
      <p className="dim small">
        {entity.isGeneric && <span className="tag">{t.generic}</span>}{' '}
        {entity.geonamesId && `GeoNames ${entity.geonamesId}`} {entity.wikidataId && `Wikidata ${entity.wikidataId}`}
      </p>
      <div className="name-parts">
        <div>
          <h4>{t.forms}</h4>
          {entity.forms.length === 0 ? (
            <p className="dim">{t.noForms}</p>
          ) : (
            <ul className="stack">
              {entity.forms.map((it) => (
                <Form key={JSON.stringify([it.form, it.language, it.script, it.writer])} lang={lang} form={it} />
              ))}
            </ul>
          )}
        </div>
        <div>
          <h4>{t.inForce}</h4>
          {inForce.length === 0 ? (
            <p className="dim">{t.noLinks}</p>
          ) : (
            <ul className="stack">
              {inForce.map((it) => (
                <Link key={it.id} lang={lang} link={it} entity={entity} mayEnd={mayLink} />
              ))}
            </ul>
          )}
          {ended.length > 0 && (
            <details>
              <summary>{t.ended(ended.length)}</summary>
              <ul className="stack">
                {ended.map((it) => (
                  <Link key={it.id} lang={lang} link={it} entity={entity} mayEnd={false} />
                ))}
              </ul>
            </details>
          )}
          {mayLink && (
            <p>
              <a href={`?from=${entity.slug}#link-toId`}>
                {t.linkThis} <span className="vh">({name})</span>
              </a>
            </p>
          )}
        </div>
      </div>
    </article>
  )
}
