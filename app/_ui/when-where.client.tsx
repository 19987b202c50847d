'use client'
import { DATE_BASES, type DateBasis, type Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import type { ClaimDraft } from './claim-draft'
import { Line } from './form-line'

type Props = {
  lang: Language
  draft: ClaimDraft
  change: (part: Partial<ClaimDraft>) => void
  fieldId: (field: string) => string
  refused: (field: string) => string | undefined
}

/** When and where, in the words of the text and as read; folded until somebody needs it. */
export function WhenWhere({ lang, draft, change, fieldId, refused }: Props) {
  const t = deskWords(lang).form
  return (
    <details>
      <summary>
        {t.when} · {t.place}
      </summary>
      <Line id={fieldId('when.words')} label={t.when}>
        {(its) => (
          <input {...its} value={draft.whenWords} onChange={(event) => change({ whenWords: event.target.value })} />
        )}
      </Line>
      <div className="two">
        <Line id={fieldId('when.edtf')} label={t.edtf} refused={refused('when.edtf')}>
          {(its) => (
            <input {...its} value={draft.whenEdtf} onChange={(event) => change({ whenEdtf: event.target.value })} />
          )}
        </Line>
        <Line id={fieldId('when.basis')} label={t.basis} refused={refused('when.basis')}>
          {(its) => (
            <select
              {...its}
              value={draft.whenBasis}
              onChange={(event) => change({ whenBasis: event.target.value as DateBasis })}
            >
              {DATE_BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {deskWords(lang).basis[basis]}
                </option>
              ))}
            </select>
          )}
        </Line>
      </div>
      <Line id={fieldId('placeWords')} label={t.place}>
        {(its) => (
          <input {...its} value={draft.placeWords} onChange={(event) => change({ placeWords: event.target.value })} />
        )}
      </Line>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.isCheckable}
          onChange={(event) => change({ isCheckable: event.target.checked })}
        />
        {t.checkable}
      </label>
    </details>
  )
}
