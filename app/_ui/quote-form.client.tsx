'use client'
import {
  type Language,
  MODALITIES,
  type Modality,
  OCCURRENCE_KINDS,
  type OccurrenceKind,
  QUOTE_SCOPES,
} from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { words } from '@/lib/i18n/words'
import type { ClaimDraft } from './claim-draft'
import { Line } from './form-line'

type Props = {
  lang: Language
  draft: ClaimDraft
  change: (part: Partial<ClaimDraft>) => void
  fieldId: (field: string) => string
  refused: (field: string) => string | undefined
}

/** In which form the passage says it: quotation or not, how much of it, how sure. */
export function QuoteForm({ lang, draft, change, fieldId, refused }: Props) {
  const t = deskWords(lang).form
  const w = words(lang)
  return (
    <>
      <div className="two">
        <Line id={fieldId('kind')} label={t.kind} help={t.kindProposed} refused={refused('kind')}>
          {(its) => (
            <select
              {...its}
              value={draft.kind}
              onChange={(event) => change({ kind: event.target.value as OccurrenceKind })}
            >
              {draft.kind === '' && <option value="">{t.choose}</option>}
              {OCCURRENCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {w.occurrenceKind[kind]}
                </option>
              ))}
            </select>
          )}
        </Line>
        <Line id={fieldId('modality')} label={t.modality}>
          {(its) => (
            <select
              {...its}
              value={draft.modality}
              onChange={(event) => change({ modality: event.target.value as Modality })}
            >
              {MODALITIES.map((modality) => (
                <option key={modality} value={modality}>
                  {w.modality[modality]}
                </option>
              ))}
            </select>
          )}
        </Line>
      </div>
      {draft.kind !== 'narration' && draft.kind !== '' && (
        <fieldset>
          <legend>{t.scopes}</legend>
          <div className="checks">
            {QUOTE_SCOPES.map((scope) => (
              <label key={scope} className="check">
                <input
                  type="checkbox"
                  checked={draft.scopes.includes(scope)}
                  onChange={(event) =>
                    change({
                      scopes: event.target.checked
                        ? [...draft.scopes, scope]
                        : draft.scopes.filter((it) => it !== scope),
                    })
                  }
                />
                {w.quoteScope[scope]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
