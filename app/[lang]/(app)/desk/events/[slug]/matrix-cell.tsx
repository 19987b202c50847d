import { positionLetter } from '@/lib/domain/conflict'
import type { OccurrenceView, StatementView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { publicWords } from '@/lib/i18n/public'
import { PositionBadge, standing } from '@/lib/present/parts/cell'
import { Icon } from '@/lib/present/parts/icons'
import { quotedIn } from '@/lib/present/parts/quoted'

const ICON = { contradiction: 'neq', tension: 'neq', general: 'general', settled: 'ok' } as const

/** Where a statement stands: the conflict, the letter of its position, an icon and a word. */
function Stand({ lang, stand }: { lang: Language; stand: StatementView['positions'][number] }) {
  const t = deskMatrixWords(lang).stand
  const state = standing(stand)
  if (state === 'plain') return null
  return (
    <span className="st">
      <a className="ref" href={`/${lang}/desk/conflicts/${stand.conflictSlug}`}>
        {stand.conflictRef}
      </a>
      {state !== 'general' && (
        <>
          <span className="vh">{t.position(positionLetter(stand.ordinal))}</span>
          <span aria-hidden="true">
            <PositionBadge ordinal={stand.ordinal} />
          </span>
        </>
      )}
      <span className="how">
        <Icon name={ICON[state]} />
        {t[state]}
      </span>
    </span>
  )
}

/** What one passage says about one property: its words, which lead to their place in the text, and where they stand. */
export function Saying({
  lang,
  occurrence,
  statement,
}: {
  lang: Language
  occurrence: OccurrenceView
  statement: StatementView
}) {
  const p = publicWords(lang)
  const { words, value, rank, rankReason, positions } = statement
  const { dispatch, claim } = occurrence
  const isSetAside = rank === 'deprecated'
  const differs = words !== null && !words.toLocaleLowerCase().includes(value.toLocaleLowerCase())
  const shown = words ?? value
  return (
    <div className={isSetAside ? 'say aside' : 'say'}>
      <a
        className={words === null ? 'w own' : 'w'}
        href={`/${lang}/desk/dispatches/${dispatch.slug}#text-${claim.ref}`}
        title={deskMatrixWords(lang).inText(claim.ref)}
        {...quotedIn(dispatch.language)}
      >
        {isSetAside ? <del>{shown}</del> : shown}
      </a>
      {differs && (
        <span className="val" {...quotedIn(dispatch.language)}>
          {value}
        </span>
      )}
      {isSetAside && (
        <span className="st">
          {p.cell.setAside}
          {rankReason && `${p.colon}${rankReason}`}
        </span>
      )}
      {!isSetAside && positions.map((stand) => <Stand key={stand.conflictRef} lang={lang} stand={stand} />)}
    </div>
  )
}
