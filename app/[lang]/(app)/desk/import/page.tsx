import type { Metadata } from 'next'
import { MAX_TABLE_BYTES, MAX_WORKBOOK_BYTES } from '@/lib/domain/table-import'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { faultSentence } from '@/lib/i18n/faults'
import { moment } from '@/lib/i18n/format'
import { loadTables } from '@/lib/services/load-tables'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<{ refused?: string | string[] }> }
const MEBIBYTE = 1_048_576
/** Why a file was not taken in, as its address says. */
const REFUSED = ['required', 'file_too_big', 'cut_short', 'too_long', 'for_editors'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskImportWords(await languageOfParams(params)).title }
}

/** A table sent or pasted, and what was imported before. Plain forms: the file goes to the database as it arrives. */
export default async function ImportPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { tables, mayImport } = await orNotFound(loadTables(await deskOfRequest()))
  const t = deskImportWords(lang)
  const [mb, workbookMb] = [MAX_TABLE_BYTES / MEBIBYTE, MAX_WORKBOOK_BYTES / MEBIBYTE]
  const { refused } = await searchParams
  const reason = REFUSED.find((it) => it === refused)
  const to = `/api/desk/imports?lang=${lang}`
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="dim">{t.lead}</p>
      {reason && (
        <div role="alert" className="side c-no">
          <strong>{faultSentence(lang, { field: 'file', reason, values: { max: `${mb} MB` } })}</strong>
        </div>
      )}
      {mayImport && (
        <div className="import-ways">
          <form action={to} method="post" encType="multipart/form-data" className="stack">
            <h2>{t.upload}</h2>
            <label className="f" htmlFor="file">
              <span>{t.file}</span>
              <small id="file-help">{t.fileHelp(mb, workbookMb)}</small>
              <input
                id="file"
                name="file"
                type="file"
                required
                accept=".csv,.tsv,.txt,.xlsx,.json,.jsonld,.jsonl,.ndjson,text/csv"
                aria-describedby="file-help"
              />
            </label>
            <p>
              <button type="submit" className="b go">
                {t.send}
              </button>
            </p>
          </form>
          <form action={to} method="post" encType="multipart/form-data" className="stack">
            <h2>{t.paste}</h2>
            <label className="f" htmlFor="cells">
              <span>{t.cells}</span>
              <textarea id="cells" name="cells" rows={5} required spellCheck={false} />
            </label>
            <p>
              <button type="submit" className="b">
                {t.paste}
              </button>
            </p>
          </form>
        </div>
      )}
      <section className="sec" aria-labelledby="past">
        <h2 id="past">{t.past}</h2>
        {tables.length === 0 ? (
          <p className="empty">{t.none}</p>
        ) : (
          <ul className="plain">
            {tables.map((it) => (
              <li key={it.id} className="card">
                <h3 className="h3">
                  <a href={`/${lang}/desk/import/${it.id}`}>{it.format === 'cells' ? t.formats.cells : it.name}</a>{' '}
                  <span className="tag">{t.states[it.state]}</span>
                </h3>
                {it.state === 'cut_short' && <p>{t.cutShort}</p>}
                {it.read > 0 && <p>{t.counts(it)}</p>}
                <p className="small dim">
                  {t.formats[it.format]}, {t.by(it.createdBy)}, {moment(lang, it.createdAt.toISOString())}
                </p>
                {it.sha256 && (
                  <p className="small dim import-print">
                    {t.fingerprint} <span className="mono">{it.sha256}</span>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  )
}
