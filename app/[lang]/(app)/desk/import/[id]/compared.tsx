import { tableCellId } from '@/lib/domain/table-columns'
import type { LeftChange, TableChange, TableHop } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { moment } from '@/lib/i18n/format'
import { tableProblemWords } from '@/lib/i18n/table-problems'
import { words } from '@/lib/i18n/words'
import { problemSentence } from '@/lib/present/table-problem'
import type { LoadedTable } from '@/lib/services/load-table'
import { ConfirmForm } from '../import-forms.client'

type Props = { lang: Language; loaded: LoadedTable; shown: number }

/** What an import would do, cell by cell, what it cannot do and why, and the button that does it. */
export function Compared({ lang, loaded, shown }: Props) {
  const { table, problems, isOwn } = loaded
  const t = deskImportWords(lang)
  const isNothing = table.added + table.changed + table.conflicts === 0
  return (
    <>
      <p role="status">
        <strong>{t.counts(table)}</strong>
      </p>
      <p className="dim">{table.baseAt ? t.since(moment(lang, table.baseAt.toISOString())) : t.noBase}</p>
      {table.rejected > 0 && (
        <section className="sec" aria-labelledby="problems">
          <h2 id="problems">{t.problems(table.rejected)}</h2>
          <p className="dim">{t.problemsLead}</p>
          <ul className="dashes">
            {problems.map((it) => (
              <li key={it.n}>{problemSentence(lang, it)}</li>
            ))}
          </ul>
          {problems.length === shown && <p className="small dim">{t.first(shown)}</p>}
          <p>
            <a href={`/api/desk/imports/${table.id}/refused?lang=${lang}`} download>
              {t.refusedFile}
            </a>
          </p>
        </section>
      )}
      {isOwn && !isNothing ? (
        <ConfirmForm lang={lang} importId={table.id} version={table.version} rejected={table.rejected}>
          <Conflicts lang={lang} loaded={loaded} shown={shown} />
          <WhatItDid lang={lang} loaded={loaded} shown={shown} />
        </ConfirmForm>
      ) : (
        <WhatItDid lang={lang} loaded={loaded} shown={shown} />
      )}
      {isNothing && <p>{t.nothingToDo}</p>}
    </>
  )
}

/** Cells both sides changed, side by side; each a choice. */
function Conflicts({ lang, loaded: { table, conflicts }, shown }: Props) {
  const t = deskImportWords(lang)
  if (conflicts.length === 0) return null
  return (
    <section className="sec" aria-labelledby="conflicts">
      <h2 id="conflicts">{t.conflicts(table.conflicts)}</h2>
      <p className="dim">{t.conflictsLead}</p>
      <ul className="import-diff">
        {conflicts.map((it) => (
          <li key={tableCellId(it)}>
            <Sides lang={lang} change={it} />
            <label className="check">
              <input
                type="checkbox"
                name="theirs"
                value={tableCellId(it)}
                aria-label={t.take(it.row, t.fields[it.field])}
              />
              <span>{t.takeIt}</span>
            </label>
          </li>
        ))}
      </ul>
      {conflicts.length === shown && <p className="small dim">{t.first(shown)}</p>}
    </section>
  )
}

/** Cells that differ and rows that are new: what would be, or was, written. */
export function WhatItDid({ lang, loaded, shown }: Props) {
  const { table, changes, conflicts, additions, newSources } = loaded
  const t = deskImportWords(lang)
  const written = [...changes, ...conflicts.filter((it) => it.takesTheirs)]
  return (
    <>
      {written.length > 0 && (
        <section className="sec" aria-labelledby="changes">
          <h2 id="changes">{t.changes(table.changed)}</h2>
          <ul className="import-diff">
            {written.map((it) => (
              <li key={tableCellId(it)}>
                <Sides lang={lang} change={it} isWritten={table.state === 'written'} />
              </li>
            ))}
          </ul>
          {changes.length === shown && <p className="small dim">{t.first(shown)}</p>}
        </section>
      )}
      {newSources.length > 0 && (
        <section className="sec" aria-labelledby="new-sources">
          <h2 id="new-sources">{t.newSources(newSources.length)}</h2>
          <ul className="dashes">
            {newSources.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          {newSources.length === shown && <p className="small dim">{t.first(shown)}</p>}
        </section>
      )}
      {additions.length > 0 && (
        <section className="sec" aria-labelledby="additions">
          <h2 id="additions">{t.additions(table.added)}</h2>
          <ol className="import-new">
            {additions.map((it) => (
              <li key={it.row}>
                <span className="small dim">
                  {t.row} {it.row}
                  {it.ref && it.slug && (
                    <>
                      {' · '}
                      <a href={`/${lang}/desk/claims/${it.slug}`}>{it.ref}</a>
                    </>
                  )}
                </span>
                {it.statementFr && <p lang="fr">{it.statementFr}</p>}
                {it.statementEn && <p lang="en">{it.statementEn}</p>}
                {it.exact && (
                  <blockquote>
                    <bdi>{it.exact}</bdi>
                  </blockquote>
                )}
                {it.chain.length > 0 && <Hops lang={lang} chain={it.chain} />}
              </li>
            ))}
          </ol>
          {additions.length === shown && <p className="small dim">{t.first(shown)}</p>}
        </section>
      )}
    </>
  )
}

/** Who says a new passage and through whom, first voice first. */
function Hops({ lang, chain }: { lang: Language; chain: readonly TableHop[] }) {
  const t = deskImportWords(lang)
  return (
    <ol className="import-chain small" aria-label={t.chain}>
      {chain.map(({ source, role, scope, isNew }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the hops of a chain never move
        <li key={i}>
          <b>
            <bdi>{source}</bdi>
          </b>{' '}
          <span className="dim">
            {words(lang).hopRole[role]}
            {scope === 'ambiguous' && `, ${t.ambiguous}`}
          </span>
          {isNew && <span className="tag">{t.newSource}</span>}
        </li>
      ))}
    </ol>
  )
}

/** Ours and theirs of one cell, side by side; and what it was when the file left us, when both moved on. */
function Sides({
  lang,
  change: { row, field, ref, before, base, after, isConflict },
  isWritten = false,
}: {
  lang: Language
  change: TableChange
  isWritten?: boolean
}) {
  const t = deskImportWords(lang)
  const spoken = field === 'statement_fr' ? 'fr' : field === 'statement_en' ? 'en' : undefined
  return (
    <>
      <p className="small dim">
        {t.row} {row} · <b>{ref}</b> · {t.fields[field]}
      </p>
      <dl className="import-sides">
        {isConflict && (
          <div>
            <dt>{t.was}</dt>
            <dd lang={spoken}>{base ?? t.nothing}</dd>
          </div>
        )}
        <div>
          <dt>{isWritten ? t.before : t.ours}</dt>
          <dd lang={spoken}>{before ?? t.nothing}</dd>
        </div>
        <div>
          <dt>{isWritten ? t.after : t.theirs}</dt>
          <dd lang={spoken}>{after}</dd>
        </div>
      </dl>
    </>
  )
}

/** What an undo left as it was, and why. */
export function Left({ lang, left }: { lang: Language; left: readonly LeftChange[] }) {
  if (left.length === 0) return null
  const t = tableProblemWords(lang)
  return (
    <section className="sec" aria-labelledby="left">
      <h2 id="left">{deskImportWords(lang).stays}</h2>
      <ul className="dashes">
        {left.map((it) => (
          <li key={`${it.ref} ${it.field}`}>{t.left(it)}</li>
        ))}
      </ul>
    </section>
  )
}
