'use client'
import type { ReactNode } from 'react'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import { TABLE_FIELDS, type TableColumn } from '@/lib/domain/table-columns'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { deskImportReviewsWords } from '@/lib/i18n/desk-import-reviews'
import {
  compareReviewsAction,
  confirmTableAction,
  giveUpTableAction,
  prepareTableAction,
  stopTableAction,
  undoTableAction,
} from './actions'

type Of = { lang: Language; importId: string }
/** Which import a form is about, and in which language it answers. */
export const Hidden = ({ lang, importId }: Of) => (
  <>
    <input type="hidden" name="lang" value={lang} />
    <input type="hidden" name="importId" value={importId} />
  </>
)

type MappingProps = Of & {
  /** Of a workbook, when it is not the first. */
  sheet: string
  columns: readonly TableColumn[]
  samples: readonly (readonly string[])[]
  sender: string
  /** `2026-11-25T14:30` in UTC, or empty. */
  baseAt: string
  addsSources: boolean
}
/** What each column means, beside its first cells; whose file it is, when it left us, and whether it may name new sources. */
export function MappingForm({ lang, importId, sheet, columns, samples, sender, baseAt, addsSources }: MappingProps) {
  const t = deskImportWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={prepareTableAction}
      ids={{ columns: 'field-0', fields: 'field-0', sender: 'sender', baseAt: 'base-at' }}
      submit={t.compare}
    >
      {({ typed, refused }) => (
        <>
          <Hidden lang={lang} importId={importId} />
          <input type="hidden" name="sheet" value={sheet} />
          <ul className="import-columns">
            {columns.map(({ name, field }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file never move, and two may have no name
              <li key={`${i} ${name}`}>
                <label className="f" htmlFor={`field-${i}`}>
                  <span>
                    <bdi>{name || t.unnamed(i + 1)}</bdi> <small>{t.meaning}</small>
                  </span>
                  <select
                    key={typed(`fields.${i}`) ?? field ?? ''}
                    id={`field-${i}`}
                    name={`fields.${i}`}
                    defaultValue={typed(`fields.${i}`) ?? field ?? ''}
                    aria-invalid={refused('columns') ? true : undefined}
                  >
                    <option value="">{t.leaveOut}</option>
                    {TABLE_FIELDS.map((it) => (
                      <option key={it} value={it}>
                        {it} · {t.fields[it]}
                      </option>
                    ))}
                  </select>
                </label>
                <ol aria-label={t.samples} className="small dim">
                  {samples.map((cells, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file never move
                    <li key={n}>{cells[i] ? <bdi>{cells[i].slice(0, 120)}</bdi> : t.blank}</li>
                  ))}
                </ol>
              </li>
            ))}
          </ul>
          <Field
            id="sender"
            name="sender"
            label={t.sender}
            help={t.senderHelp}
            value={typed('sender') ?? sender}
            refused={refused('sender')}
          />
          <label className="f" htmlFor="base-at">
            <span>{t.base}</span>
            <small id="base-help">{t.baseHelp}</small>
            {refused('baseAt') && (
              <small>
                <strong>{refused('baseAt')}</strong>
              </small>
            )}
            <input
              id="base-at"
              name="baseAt"
              type="datetime-local"
              defaultValue={typed('baseAt') ?? baseAt}
              aria-describedby="base-help"
            />
          </label>
          <p>
            <label htmlFor="adds-sources" className="check">
              <input
                id="adds-sources"
                type="checkbox"
                name="addsSources"
                defaultChecked={typed('baseAt') === undefined ? addsSources : typed('addsSources') === 'on'}
                aria-describedby="adds-sources-help"
              />
              <span>{t.addsSources}</span>
            </label>
            <small id="adds-sources-help" className="dim">
              {t.addsSourcesHelp}
            </small>
          </p>
        </>
      )}
    </ActionForm>
  )
}

/** Whether what was refused is left out; without it, that stops everything. */
export const LeavesOut = ({ words }: { words: string }) => (
  <p>
    <label htmlFor="leaves-out" className="check">
      <input id="leaves-out" type="checkbox" name="leavesOut" />
      <span>{words}</span>
    </label>
  </p>
)

type Confirmed = Of & { version: number; rejected: number; children: ReactNode }

/** Says yes to the comparison that is shown: with which conflicts theirs is taken (the children), and whether refused rows are left out. */
export function ConfirmForm({ lang, importId, version, rejected, children }: Confirmed) {
  const t = deskImportWords(lang)
  return (
    <ActionForm lang={lang} action={confirmTableAction} ids={{ leavesOut: 'leaves-out' }} submit={t.write}>
      {() => (
        <>
          <Hidden lang={lang} importId={importId} />
          <input type="hidden" name="version" value={version} />
          {children}
          {rejected > 0 && <LeavesOut words={t.leavesOut(rejected)} />}
        </>
      )}
    </ActionForm>
  )
}

const ACTS = {
  stop: stopTableAction,
  giveUp: giveUpTableAction,
  undo: undoTableAction,
  look: compareReviewsAction,
  again: compareReviewsAction,
} satisfies Record<string, FormAction<null>>
/** One thing to do with an import, behind one button. */
export function ActForm({ lang, importId, act }: Of & { act: keyof typeof ACTS }) {
  return (
    <ActionForm
      lang={lang}
      action={ACTS[act]}
      ids={{}}
      submit={act === 'look' || act === 'again' ? deskImportReviewsWords(lang)[act] : deskImportWords(lang)[act]}
      submitClass="b"
      className="import-act"
    >
      {() => <Hidden lang={lang} importId={importId} />}
    </ActionForm>
  )
}
