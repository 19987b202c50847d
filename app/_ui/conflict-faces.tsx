import type { ReactNode } from 'react'
import { positionLetter } from '@/lib/domain/conflict'
import type { ConflictRecord, OccurrenceView, PositionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { onlyHere } from '@/lib/domain/word-diff'
import { deskConflictWords } from '@/lib/i18n/desk-conflict'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskPassagePath } from '@/lib/present/desk-places'
import { PositionBadge } from '@/lib/present/parts/cell'
import { InlineChain } from '@/lib/present/parts/chain'
import { Icon } from '@/lib/present/parts/icons'
import { quotedIn } from '@/lib/present/parts/quoted'
import { When } from '@/lib/present/parts/when'

/** How many passages of one position stand in full; the others unfold. */
const IN_FULL = 2

type Held = { occurrence: OccurrenceView; values: readonly string[] }

/** The passages of a position, each once, with what each says. */
function heldBy(position: PositionView): Held[] {
  const byPassage = new Map<string, Held>()
  for (const { occurrence, value } of position.statements) {
    const before = byPassage.get(occurrence.id)
    byPassage.set(occurrence.id, { occurrence, values: [...(before?.values ?? []), value] })
  }
  return [...byPassage.values()]
}

/** A quotation in which the words nobody else says are marked; each mark is said aloud, and carries the letter of its side. */
export function DifferingWords({
  lang,
  text,
  others,
  language,
  letter,
}: {
  lang: Language
  text: string
  others: readonly string[]
  language: string
  letter?: string
}) {
  const { conflict: t } = deskReviewWords(lang)
  return (
    <blockquote {...quotedIn(language)}>
      {onlyHere(text, others, language).map(({ text: piece, isOnlyHere }, i) => {
        const key = `${i} ${piece}`
        return isOnlyHere ? (
          <ins key={key}>
            <span className="vh" lang={lang}>
              {' '}
              [{t.onlyHere}]{' '}
            </span>
            {letter && (
              <span className="of" aria-hidden="true">
                {letter}
              </span>
            )}
            {piece}
          </ins>
        ) : (
          <span key={key}>{piece}</span>
        )
      })}
    </blockquote>
  )
}

type PassageProps = { lang: Language; held: Held; others: readonly string[]; ordinal: number }

function Passage({ lang, held, others, ordinal }: PassageProps) {
  const { conflict: t } = deskReviewWords(lang)
  const { occurrence: it, values } = held
  const silent = <span className="dim">— {t.silent}</span>
  return (
    <figure>
      <DifferingWords
        lang={lang}
        text={it.exact}
        others={others}
        language={it.dispatch.language}
        letter={positionLetter(ordinal)}
      />
      <figcaption>
        <InlineChain lang={lang} chain={it.chain} />
        <dl className="facts">
          <div>
            <dt>{t.value}</dt>
            <dd {...quotedIn(it.dispatch.language)}>{values.join(' ; ')}</dd>
          </div>
          <div>
            <dt>{t.who}</dt>
            <dd>
              {it.actors.length > 0 ? <span {...quotedIn(it.dispatch.language)}>{it.actors.join(', ')}</span> : silent}
            </dd>
          </div>
          <div>
            <dt>{t.where}</dt>
            <dd>{it.placeWords ? <span {...quotedIn(it.dispatch.language)}>{it.placeWords}</span> : silent}</dd>
          </div>
          <div>
            <dt>{t.when}</dt>
            <dd>
              {it.date.words === null && it.date.edtf === null ? (
                silent
              ) : (
                <When lang={lang} date={it.date} language={it.dispatch.language} />
              )}
            </dd>
          </div>
        </dl>
        <p className="acts">
          <a href={deskPassagePath(lang, it)}>
            {deskConflictWords(lang).inText} <span className="vh">({it.claim.ref})</span>
          </a>
          <a href={`/${lang}/desk/claims/${it.claim.slug}`}>
            {t.work} {it.claim.ref}
          </a>
        </p>
      </figcaption>
    </figure>
  )
}

type FacesProps = { lang: Language; conflict: ConflictRecord; under: (position: PositionView) => ReactNode }

/** Every position of a conflict, next to each other, with the words that only it says marked; `under` ends each side. */
export function ConflictFaces({ lang, conflict, under }: FacesProps) {
  const { conflict: t } = deskReviewWords(lang)
  const preferred = conflict.status === 'resolved' ? conflict.resolutions[0]?.positionOrdinal : null
  const sides = conflict.positions.map((position) => ({ position, held: heldBy(position) }))
  return (
    <>
      <div className="faces">
        {sides.map(({ position, held }) => {
          const others = sides
            .filter((side) => side.position.id !== position.id)
            .flatMap((side) => side.held.map(({ occurrence }) => occurrence.exact))
          const rest = held.slice(IN_FULL)
          const head = `face-${position.ordinal}`
          return (
            <section key={position.id} className="face" aria-labelledby={head}>
              <h3 id={head}>
                <PositionBadge ordinal={position.ordinal} />
                <span {...quotedIn(held[0]?.occurrence.dispatch.language ?? null)}>{position.value}</span>
              </h3>
              {position.isGeneral && (
                <p className="tag">
                  <Icon name="general" />
                  {t.general}
                </p>
              )}
              {preferred === position.ordinal && (
                <p className="tag ok">
                  <Icon name="ok" />
                  {t.preferred}
                </p>
              )}
              {held.slice(0, IN_FULL).map((it) => (
                <Passage key={it.occurrence.id} lang={lang} held={it} others={others} ordinal={position.ordinal} />
              ))}
              {rest.length > 0 && (
                <details>
                  <summary>{t.more(rest.length)}</summary>
                  {rest.map((it) => (
                    <Passage key={it.occurrence.id} lang={lang} held={it} others={others} ordinal={position.ordinal} />
                  ))}
                </details>
              )}
              {under(position)}
            </section>
          )
        })}
      </div>
      <p className="dim small">{deskConflictWords(lang).legend}</p>
    </>
  )
}
