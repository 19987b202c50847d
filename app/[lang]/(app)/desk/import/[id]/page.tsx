import type { Metadata } from 'next'
import { LookAgain } from '@/app/_ui/look-again.client'
import { isOver } from '@/lib/domain/job'
import { TableFault } from '@/lib/domain/table-file'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { moment } from '@/lib/i18n/format'
import { tableProblemWords } from '@/lib/i18n/table-problems'
import { problemSentence } from '@/lib/present/table-problem'
import { type LoadedTable, loadTable } from '@/lib/services/load-table'
import { loadTableHead } from '@/lib/services/load-table-head'
import { loadTableSheets } from '@/lib/services/load-table-sheets'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { tableRecords, tableSheets } from '@/lib/web/table-records'
import { ActForm, MappingForm } from '../import-forms.client'
import { Compared, Left, WhatItDid } from './compared'
import { Reviews } from './reviews'
import { Work } from './work'

type Props = {
  params: Promise<{ lang: string; id: string }>
  searchParams: Promise<Partial<Record<'sheet' | 'stands', string | string[]>>>
}
/** Rows shown of each kind. */
const SHOWN = 100

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: deskImportWords(await languageOfParams(params)).title }
}

/** One import, at whatever step it is: its columns, what it would do, what it did, and its undo. */
export default async function OneImportPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { id } = await params
  await requireSession(lang)
  const desk = await deskOfRequest()
  const loaded = await orNotFound(loadTable(desk, id, SHOWN))
  const { table, job, problems, isOwn, mayUndo } = loaded
  const t = deskImportWords(lang)
  const isWorking = job !== null && !isOver(job.state)
  const isOpen = table.state === 'received' || table.state === 'compared'
  const isReviews = table.format === 'claimreview'
  const { sheet: look, stands } = await searchParams
  const isMapped = isOwn && isOpen && !isWorking && !isReviews
  const head = isMapped
    ? await orNotFound(loadTableHead(desk, id, tableRecords, typeof look === 'string' ? look : undefined))
    : null
  const sheets =
    head && table.format === 'xlsx' && !(head instanceof TableFault && head.code !== 'no_such_sheet')
      ? await loadTableSheets(desk, id, tableSheets)
      : []
  return (
    <main id="main" className="pane">
      <p>
        <a href={`/${lang}/desk/import`}>{t.back}</a>
      </p>
      <h1 className="h1 import-name">{table.format === 'cells' ? t.formats.cells : table.name}</h1>
      <p className="small dim">
        <span className="tag">{t.states[table.state]}</span> {t.formats[table.format]}, {t.by(table.createdBy)},{' '}
        {moment(lang, table.createdAt.toISOString())}
      </p>
      {table.sha256 && (
        <p className="small dim import-print">
          {t.fingerprint} <span className="mono">{table.sha256}</span>
        </p>
      )}
      {job && <Work lang={lang} table={table} job={job} isOwn={isOwn} />}
      {isWorking && <LookAgain />}
      {table.movedOn && isOpen && <p role="status">{t.movedOn}</p>}
      {stands === 'another' && table.state === 'compared' && <p role="alert">{t.anotherStands}</p>}
      {!isWorking && table.state === 'received' && problems.length > 0 && (
        <div role="alert" className="side c-no">
          {problems.map((it) => (
            <p key={it.n}>{problemSentence(lang, it)}</p>
          ))}
        </div>
      )}
      {!isWorking && table.reviews && <Reviews lang={lang} table={table} reviews={table.reviews} isOwn={isOwn} />}
      {isOpen && !isWorking && isReviews && isOwn && (
        <ActForm lang={lang} importId={id} act={table.state === 'compared' ? 'again' : 'look'} />
      )}
      {!isWorking && table.state === 'compared' && !isReviews && <Compared lang={lang} loaded={loaded} shown={SHOWN} />}
      {table.state === 'written' && !isWorking && !isReviews && (
        <>
          <p role="status">{t.written}</p>
          <WhatItDid lang={lang} loaded={loaded} shown={SHOWN} />
          {mayUndo && (
            <section className="sec prose" aria-labelledby="undo">
              <h2 id="undo">{t.undo}</h2>
              <p>{t.undoWhat}</p>
              <ActForm lang={lang} importId={id} act="undo" />
            </section>
          )}
        </>
      )}
      {table.state === 'undone' && (
        <>
          <p role="status">{t.undone(table.undone ?? 0)}</p>
          <Left lang={lang} left={table.left ?? []} />
        </>
      )}
      {table.state === 'cancelled' && <p role="status">{t.gaveUp}</p>}
      {table.state === 'cut_short' && <p role="status">{t.cutShort}</p>}
      {head && <Columns lang={lang} loaded={loaded} head={head} sheets={sheets} />}
      {isOwn && isOpen && !isWorking && <ActForm lang={lang} importId={id} act="giveUp" />}
    </main>
  )
}

type ColumnsProps = {
  lang: Language
  loaded: LoadedTable
  head: Awaited<ReturnType<typeof loadTableHead>>
  sheets: readonly string[]
}

/** The columns and what they mean; folded away once they were compared. */
function Columns({ lang, loaded: { table }, head, sheets }: ColumnsProps) {
  const t = deskImportWords(lang)
  if (head instanceof TableFault)
    return (
      <>
        <div role="alert" className="side c-no">
          <strong>
            {tableProblemWords(lang).file[head.code](head.told === null ? {} : { found: head.told }, head.line ?? 1)}
          </strong>
        </div>
        <Sheets lang={lang} importId={table.id} sheets={sheets} shown={null} />
      </>
    )
  const isLookedAt = head.sheet !== table.sheet
  const form = (
    <>
      <Sheets lang={lang} importId={table.id} sheets={sheets} shown={head.sheet ?? sheets[0] ?? null} />
      <MappingForm
        key={head.sheet ?? ''}
        lang={lang}
        importId={table.id}
        sheet={head.sheet ?? ''}
        columns={head.columns}
        samples={head.samples}
        sender={table.sender}
        baseAt={table.baseAt?.toISOString().slice(0, 16) ?? ''}
        addsSources={table.addsSources}
      />
    </>
  )
  if (table.state === 'compared')
    return (
      <details className="sec" open={isLookedAt}>
        <summary>{t.again}</summary>
        {form}
      </details>
    )
  return (
    <section className="sec" aria-labelledby="mapping">
      <h2 id="mapping">{t.mapping}</h2>
      <p className="dim">{t.mappingLead}</p>
      {form}
    </section>
  )
}

type SheetsProps = { lang: Language; importId: string; sheets: readonly string[]; shown: string | null }

/** The sheets of a workbook to choose from; the one that is shown is the one that is read. */
function Sheets({ lang, importId, sheets, shown }: SheetsProps) {
  if (sheets.length < 2) return null
  return (
    <nav aria-labelledby="sheets" className="import-sheets">
      <h3 id="sheets">{deskImportWords(lang).sheets}</h3>
      <ul>
        {sheets.map((name) => (
          <li key={name}>
            <a
              href={`/${lang}/desk/import/${importId}?sheet=${encodeURIComponent(name)}`}
              aria-current={name === shown ? 'true' : undefined}
            >
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
