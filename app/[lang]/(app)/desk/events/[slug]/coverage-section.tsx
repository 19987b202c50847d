import type { Confirmation, CoverageCell, CoverageState } from '@/lib/domain/coverage'
import { PROPERTIES } from '@/lib/domain/property'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { list } from '@/lib/i18n/format'
import { deskPassagePath } from '@/lib/present/desk-places'
import { Icon } from '@/lib/present/parts/icons'
import { quotedIn } from '@/lib/present/parts/quoted'
import { Scrolling } from '@/lib/present/parts/scrolling'

const ICON = { said: 'ok', one_side: 'neq', general: 'general', denied: 'refutes', silent: null } as const
const CELL = { said: undefined, one_side: 'c-no ten', general: 'c-gen', denied: 'c-no', silent: 'c-nil' } as const

function Cell({ lang, cell }: { lang: Language; cell: CoverageCell }) {
  const { coverage: t } = deskMatrixWords(lang)
  const icon = ICON[cell.state]
  const said = new Map(
    cell.statements.map(({ occurrence, statement }) => [statement.words ?? statement.value, occurrence] as const),
  )
  return (
    <td data-k={PROPERTIES[cell.property][lang]} className={CELL[cell.state]}>
      {cell.state === 'silent' && <span aria-hidden="true">— </span>}
      {[...said].map(([text, occurrence]) => (
        <a
          key={text}
          className="w"
          href={deskPassagePath(lang, occurrence)}
          {...quotedIn(occurrence.dispatch.language)}
        >
          {text}
        </a>
      ))}
      <span className={cell.state === 'silent' ? 'small' : 'st'}>
        {icon && <Icon name={icon} />}
        {t.state[cell.state]}
      </span>
    </td>
  )
}

const named = (lang: Language, cells: readonly CoverageCell[], ...states: CoverageState[]): string =>
  list(
    lang,
    cells.filter(({ state }) => states.includes(state)).map(({ property }) => PROPERTIES[property][lang]),
  )

/** What each confirmation covers, property by property, and what it leaves unsaid. */
export function CoverageSection({ lang, confirmations }: { lang: Language; confirmations: readonly Confirmation[] }) {
  const { coverage: t } = deskMatrixWords(lang)
  return (
    <section className="sec" aria-labelledby="coverage">
      <h2 id="coverage">{t.title}</h2>
      {confirmations.length === 0 ? (
        <p className="dim">{t.none}</p>
      ) : (
        <>
          <p className="dim">{t.lead}</p>
          <ul className="shorts">
            {confirmations.map(({ originKey, sourceName, cells, passages }) => {
              const covers = named(lang, cells, 'said')
              const not = named(lang, cells, 'one_side', 'general', 'denied')
              return (
                <li key={originKey}>
                  <strong>
                    <bdi>{sourceName}</bdi>
                  </strong>{' '}
                  ({list(lang, [...new Set(passages.map(({ claim }) => claim.ref))])}){t.colon}
                  {covers === '' ? t.coversNothing : t.covers(covers)}
                  {not !== '' && ` ${t.coversNot(not)}`}
                </li>
              )
            })}
          </ul>
          <Scrolling name={t.title}>
            <table className="cover desk-cover">
              <thead>
                <tr>
                  <th scope="col" className="who">
                    {t.property}
                  </th>
                  {confirmations.map(({ originKey, sourceName }) => (
                    <th key={originKey} scope="col">
                      <bdi>{sourceName}</bdi>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...new Set(confirmations.flatMap(({ cells }) => cells.map(({ property }) => property)))].map(
                  (property) => (
                    <tr key={property}>
                      <th scope="row">{PROPERTIES[property][lang]}</th>
                      {confirmations.map(({ originKey, cells }) => (
                        <Cell
                          key={originKey}
                          lang={lang}
                          cell={
                            cells.find((it) => it.property === property) ?? {
                              property,
                              state: 'silent',
                              statements: [],
                            }
                          }
                        />
                      ))}
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </Scrolling>
        </>
      )}
    </section>
  )
}
