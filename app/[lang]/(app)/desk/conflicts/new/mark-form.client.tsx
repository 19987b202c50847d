'use client'
import { type ReactNode, useState } from 'react'
import { DifferingWords } from '@/app/_ui/conflict-faces'
import { positionLetter } from '@/lib/domain/conflict'
import type { PropertyCode } from '@/lib/domain/property'
import type { SuggestedConflict } from '@/lib/domain/suggestion'
import { CONFLICT_CLASSES, CONFLICT_TYPES, type ConflictType, type Language, SEVERITIES } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { PositionBadge } from '@/lib/present/parts/cell'
import { CheckField, LineField, ProseField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

/** The least a form offers, and the most a conflict may have. */
const LEAST = 3
const MOST = 26

type Row = {
  occurrenceId: string
  statementId: string | null
  value: string
  words: string | null
  ref: string
  exact: string
  language: string
  others: readonly string[]
  letter: number | null
  chain: ReactNode
}
type Props = {
  lang: Language
  action: FormAction
  eventId: string
  property: PropertyCode
  type: ConflictType
  sides: readonly string[]
  /** What a rule proposed, when this form answers it. */
  proposal: { id: string; version: number; value: Pick<SuggestedConflict, 'type' | 'class' | 'why'> } | null
  rows: readonly Row[]
}

/** Passages side by side, a letter for each, and what the letters stand for. */
export function MarkForm({ lang, action, eventId, property, type, sides, proposal, rows }: Props) {
  const { mark: t } = deskReviewWords(lang)
  const w = words(lang)
  const [count, setCount] = useState(Math.min(MOST, Math.max(LEAST, sides.length + 1)))
  const [said, setSaid] = useState('')
  const letters = Array.from({ length: count }, (_, i) => positionLetter(i + 1))
  const labels: Record<string, string> = {
    ...Object.fromEntries(
      rows.flatMap((row, i) => [
        [`rows.${i}.value`, t.saysOf(row.ref)],
        [`rows.${i}.words`, t.wordsOf(row.ref)],
      ]),
    ),
    ...Object.fromEntries(letters.map((letter, i) => [`sides.${i}.value`, t.positionValue(letter)])),
    positions: t.positions,
    class: deskReviewWords(lang).conflicts.class,
    type: deskReviewWords(lang).conflicts.type,
    severity: t.severity,
    titleFr: t.titleFr,
    titleEn: t.titleEn,
    explanationFr: t.explanationFr,
    explanationEn: t.explanationEn,
  }
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="mark"
      draftKey={`conflict-new:${eventId}:${property}:${rows
        .map(({ ref }) => ref)
        .join('.')
        .slice(0, 100)}`}
      labels={labels}
      submit={t.submit}
    >
      {(answer) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="property" value={property} />
          {proposal && (
            <>
              <input type="hidden" name="suggestion.id" value={proposal.id} />
              <input type="hidden" name="suggestion.version" value={proposal.version} />
            </>
          )}
          <section className="sec" aria-labelledby="arrange">
            <h2 id="arrange">{t.arrange}</h2>
            <p className="dim">{t.arrangeLead}</p>
            <div className="faces">
              {rows.map((row, i) => (
                <fieldset key={`${row.occurrenceId} ${row.statementId}`} className="face">
                  <legend>{t.passage(row.ref)}</legend>
                  <input type="hidden" name={`rows.${i}.occurrenceId`} value={row.occurrenceId} />
                  <input type="hidden" name={`rows.${i}.statementId`} value={row.statementId ?? ''} />
                  <DifferingWords lang={lang} text={row.exact} others={row.others} language={row.language} />
                  <p>{row.chain}</p>
                  {row.statementId ? (
                    <p>
                      <input type="hidden" name={`rows.${i}.value`} value={row.value} />
                      <span className="dim">{t.known}</span> {row.value}
                    </p>
                  ) : (
                    <>
                      <p className="dim small">{t.silent}</p>
                      <LineField
                        lang={lang}
                        answer={answer}
                        name={`rows.${i}.value`}
                        label={t.says}
                        saved={row.value}
                      />
                      <LineField
                        lang={lang}
                        answer={answer}
                        name={`rows.${i}.words`}
                        label={t.words}
                        saved={row.words ?? ''}
                        optional
                      />
                    </>
                  )}
                  <SelectField
                    lang={lang}
                    answer={answer}
                    name={`rows.${i}.position`}
                    label={t.sideOf(row.ref)}
                    saved={row.letter === null ? '' : String(row.letter)}
                    choices={[
                      { value: '', label: t.leftOut },
                      ...letters.map((letter, at) => ({ value: String(at + 1), label: letter })),
                    ]}
                  />
                </fieldset>
              ))}
            </div>
            <p className="dim small">{deskReviewWords(lang).conflict.legend}</p>
            <fieldset id={answer.id('positions')} tabIndex={-1} className="stack">
              <legend>{t.positions}</legend>
              {letters.map((letter, i) => (
                <div key={letter} className="lettered">
                  <PositionBadge ordinal={i + 1} />
                  <LineField
                    lang={lang}
                    answer={answer}
                    name={`sides.${i}.value`}
                    label={t.positionValue(letter)}
                    saved={sides[i] ?? ''}
                    help={i === 0 ? t.positionHelp : undefined}
                  />
                  <CheckField answer={answer} name={`sides.${i}.isGeneral`} saved={false} label={t.general(letter)} />
                </div>
              ))}
              {count < MOST && (
                <p>
                  <button
                    type="button"
                    className="b"
                    onClick={() => {
                      setCount(count + 1)
                      setSaid(t.added(positionLetter(count + 1)))
                    }}
                  >
                    {t.add}
                  </button>{' '}
                  <span role="status">{said}</span>
                </p>
              )}
            </fieldset>
          </section>
          <section className="sec stack" aria-labelledby="describe">
            <h2 id="describe">{t.describe}</h2>
            <div className="two">
              <LineField lang={lang} answer={answer} name="titleFr" label={t.titleFr} />
              <LineField lang={lang} answer={answer} name="titleEn" label={t.titleEn} />
              <SelectField
                lang={lang}
                answer={answer}
                name="class"
                label={labels.class ?? ''}
                saved={proposal?.value.class ?? 'contradiction'}
                choices={CONFLICT_CLASSES.map((value) => ({ value, label: w.conflictClass[value] }))}
              />
              <SelectField
                lang={lang}
                answer={answer}
                name="type"
                label={labels.type ?? ''}
                saved={type}
                choices={CONFLICT_TYPES.map((value) => ({ value, label: w.conflictType[value] }))}
              />
              <SelectField
                lang={lang}
                answer={answer}
                name="severity"
                label={t.severity}
                saved="medium"
                choices={SEVERITIES.map((value) => ({ value, label: w.severity[value] }))}
              />
            </div>
            <div className="two">
              <ProseField
                lang={lang}
                its="fr"
                answer={answer}
                name="explanationFr"
                label={t.explanationFr}
                saved={proposal?.value.why.fr ?? ''}
                help={t.explanationHelp}
                optional
              />
              <ProseField
                lang={lang}
                its="en"
                answer={answer}
                name="explanationEn"
                label={t.explanationEn}
                saved={proposal?.value.why.en ?? ''}
                optional
              />
            </div>
          </section>
        </>
      )}
    </WorkForm>
  )
}
