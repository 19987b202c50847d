'use client'
import type { VagueDate } from '@/lib/domain/vague-date'
import { DATE_BASES, type Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { LineField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type Props = {
  lang: Language
  action: FormAction
  back: string
  event: { id: string; version: number; titleFr: string; titleEn: string; date: VagueDate; placeId: string | null }
  places: readonly { id: string; label: string }[]
}

/** What an event is called, when and where it was. */
export function EventForm({ lang, action, back, event, places }: Props) {
  const t = deskMatrixWords(lang).event
  const bases: Record<string, string> = deskWords(lang).basis
  const placeOf = (id: string): string => places.find((it) => it.id === id)?.label ?? t.noPlace
  const labels = {
    titleFr: t.titleFr,
    titleEn: t.titleEn,
    'when.words': t.words,
    'when.edtf': t.edtf,
    'when.basis': t.basis,
    placeId: t.place,
  }
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="event"
      labels={labels}
      version={event.version}
      say={(name, value) =>
        name === 'placeId' ? placeOf(value) : name === 'when.basis' ? (bases[value] ?? value) : value
      }
      submit={t.submit}
    >
      {(answer) => (
        <>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="eventId" value={event.id} />
          <div className="two">
            <LineField lang={lang} answer={answer} name="titleFr" label={t.titleFr} saved={event.titleFr} />
            <LineField lang={lang} answer={answer} name="titleEn" label={t.titleEn} saved={event.titleEn} />
            <LineField
              lang={lang}
              answer={answer}
              name="when.words"
              label={t.words}
              saved={event.date.words}
              optional
            />
            <LineField lang={lang} answer={answer} name="when.edtf" label={t.edtf} saved={event.date.edtf} optional />
            <SelectField
              lang={lang}
              answer={answer}
              name="when.basis"
              label={t.basis}
              saved={event.date.basis}
              choices={DATE_BASES.map((value) => ({ value, label: bases[value] ?? value }))}
            />
            <SelectField
              lang={lang}
              answer={answer}
              name="placeId"
              label={t.place}
              saved={event.placeId}
              choices={[{ value: '', label: t.noPlace }, ...places.map(({ id, label }) => ({ value: id, label }))]}
            />
          </div>
        </>
      )}
    </WorkForm>
  )
}
