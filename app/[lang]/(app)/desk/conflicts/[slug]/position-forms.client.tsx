'use client'
import { type Language, STANCES } from '@/lib/domain/vocabulary'
import { deskConflictWords } from '@/lib/i18n/desk-conflict'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import {
  CheckField,
  type Choice,
  LineField,
  ProseField,
  RadioField,
  SelectField,
} from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type LinkProps = {
  lang: Language
  action: FormAction
  positionId: string
  pieces: readonly Choice[]
  back: string
}

/** Lets a piece that is there already bear on a position, with what it does to it. */
export function LinkEvidenceForm({ lang, action, positionId, pieces, back }: LinkProps) {
  const { evidence: t } = deskConflictWords(lang)
  const labels = { evidenceId: t.piece, stance: t.stance, noteFr: t.noteFr, noteEn: t.noteEn }
  return (
    <WorkForm {...{ lang, action, labels }} prefix={`link-${positionId}`} submit={t.link} submitClass="b">
      {(answer) => {
        const field = (name: keyof typeof labels) => ({ lang, answer, name, label: labels[name] })
        return (
          <>
            <input type="hidden" name="lang" value={lang} />
            <input type="hidden" name="back" value={back} />
            <input type="hidden" name="positionId" value={positionId} />
            <SelectField {...field('evidenceId')} choices={[{ value: '', label: t.choose }, ...pieces]} />
            <RadioField
              {...field('stance')}
              choices={STANCES.map((value) => ({
                value,
                label: words(lang).stance[value],
                mark: deskReviewWords(lang).evidence.stanceHelp[value],
              }))}
            />
            <ProseField {...field('noteFr')} its="fr" optional rows={2} />
            <ProseField {...field('noteEn')} its="en" optional rows={2} />
          </>
        )
      }}
    </WorkForm>
  )
}

type AddProps = {
  lang: Language
  action: FormAction
  slug: string
  conflictId: string
  version: number
  statements: readonly { id: string; said: string; ref: string; exact: string; language: string }[]
}

/** One more side of a conflict: its words, and the statements that hold it. */
export function AddPositionForm({ lang, action, slug, conflictId, version, statements }: AddProps) {
  const { position: t } = deskConflictWords(lang)
  const labels = { value: t.value, statementIds: t.statements, isGeneral: t.general }
  return (
    <WorkForm
      {...{ lang, action, version, labels }}
      prefix="position"
      draftKey={`position:${conflictId}`}
      submit={t.submit}
      submitClass="b"
    >
      {(answer) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="conflictId" value={conflictId} />
          <LineField {...{ lang, answer }} name="value" label={t.value} help={t.valueHelp} />
          <fieldset id={answer.id('statementIds')} tabIndex={-1}>
            <legend>{t.statements}</legend>
            {answer.refused('statementIds') && (
              <small className="refused">
                <strong>{answer.refused('statementIds')}</strong>
              </small>
            )}
            {statements.map((it) => (
              <CheckField
                key={it.id}
                answer={answer}
                name="statementIds"
                value={it.id}
                saved={false}
                label={
                  <>
                    <strong lang={it.language}>{it.said}</strong> <span className="dim">{it.ref}</span>
                    <small lang={it.language}>{it.exact}</small>
                  </>
                }
              />
            ))}
          </fieldset>
          <CheckField answer={answer} name="isGeneral" saved={false} label={t.general} />
        </>
      )}
    </WorkForm>
  )
}
