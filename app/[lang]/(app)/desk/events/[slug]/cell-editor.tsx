import { PROPERTIES } from '@/lib/domain/property'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { quotedIn } from '@/lib/present/parts/quoted'
import type { DeskEvent } from '@/lib/services/load-desk-event'
import { addStatementAction, changeStatementAction, deprecateStatementAction } from './actions'
import { AddStatementForm, ChangeStatementForms } from './cell-forms.client'

type Props = { lang: Language; eventId: string; here: string; editing: NonNullable<DeskEvent['editing']> }

/** The passage, and what may be done with the cell it is read in. */
export function CellEditor({ lang, eventId, here, editing: { passage, property, standing } }: Props) {
  const { edit: t } = deskMatrixWords(lang)
  const { ref } = passage.claim
  const add = (
    <AddStatementForm
      lang={lang}
      action={addStatementAction}
      back={here}
      eventId={eventId}
      occurrenceId={passage.id}
      property={property}
    />
  )
  const name =
    property === null
      ? t.add(ref)
      : standing.length > 0
        ? t.change(ref, PROPERTIES[property][lang])
        : t.addHere(ref, PROPERTIES[property][lang])
  return (
    <section className="cell-editor" aria-label={name}>
      <h3>{name}</h3>
      <blockquote aria-label={t.quote} {...quotedIn(passage.dispatch.language)}>
        {passage.exact}
      </blockquote>
      {standing.map((statement) => (
        <ChangeStatementForms
          key={`${statement.id} ${statement.version}`}
          lang={lang}
          action={changeStatementAction}
          aside={deprecateStatementAction}
          back={here}
          statement={statement}
        />
      ))}
      {standing.length === 0 ? (
        add
      ) : (
        <details>
          <summary>{t.another}</summary>
          {add}
        </details>
      )}
      <p>
        <a href={here}>{t.leave}</a>
      </p>
    </section>
  )
}
