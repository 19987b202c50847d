'use client'
import { useEffect, useId } from 'react'
import type { EventBrief } from '@/lib/domain/record'
import type { ShownSuggestion } from '@/lib/domain/shown-suggestion'
import type { SuggestedHop } from '@/lib/domain/suggested-claim'
import {
  DATE_BASES,
  HOP_ROLES,
  type Language,
  MODALITIES,
  OCCURRENCE_KINDS,
  QUOTE_SCOPES,
  SOURCE_KINDS,
} from '@/lib/domain/vocabulary'
import { deskSuggestWords } from '@/lib/i18n/desk-suggest'
import { words } from '@/lib/i18n/words'
import { ActionForm, type FormAction } from './action-form.client'
import type { SourceChoice } from './chain-editor.client'
import { Line } from './form-line'
import { TextBox } from './text-box.client'

export type SuggestedClaimFormProps = {
  lang: Language
  language: string
  suggestion: Extract<ShownSuggestion, { kind: 'claim' }>
  sources: readonly SourceChoice[]
  events: readonly EventBrief[]
  action: FormAction<null>
}
/** One more hop may be added; it counts once it has a role. */
const BLANK: Omit<SuggestedHop, 'role'> & { role: '' } = {
  role: '',
  verb: null,
  medium: null,
  sourceId: null,
  name: '',
  kind: 'unspecified',
}

/** A suggested claim with everything in it open to change before it is accepted. A plain form: it works without JavaScript. */
export function SuggestedClaimForm({ lang, language, suggestion, sources, events, action }: SuggestedClaimFormProps) {
  const t = deskSuggestWords(lang)
  const w = words(lang)
  const id = useId()
  const { claim, exact } = suggestion
  const hops = [...claim.chain, BLANK]
  const fieldId = (field: string) => `${id}-${field.replaceAll('.', '-')}`
  const first = `${id}-${claim.statementFr === '' && claim.statementEn !== '' ? 'statementEn' : 'statementFr'}`
  // Whoever opened the form goes on by typing.
  useEffect(() => document.getElementById(first)?.focus(), [first])
  const named = ['quote', 'statementFr', 'statementEn', 'kind', 'modality', 'eventId', 'when', 'placeWords']
  const ids = Object.fromEntries([
    ...named.flatMap((it) => [
      [it, fieldId(it)],
      [`claim.${it}`, fieldId(it)],
    ]),
    ...hops.flatMap((_, i) => ['role', 'sourceId', 'name'].map((it) => [`chain.${i}.${it}`, fieldId(`${i}.${it}`)])),
    ['chain', fieldId('0.role')],
  ])
  return (
    <ActionForm
      lang={lang}
      ids={ids}
      action={action}
      submit={t.accept}
      done={t.decided}
      title={{ stale: t.stale }}
      draftKey={`suggestion:${suggestion.id}`}
    >
      {({ typed, refused }) => {
        const refusal = (field: string) => refused(field) ?? refused(`claim.${field}`)
        const select = (
          field: string,
          label: string,
          saved: string,
          choices: readonly { value: string; label: string }[],
          refusedAs = field,
        ) => (
          <Line id={fieldId(refusedAs)} label={label} refused={refusal(refusedAs)}>
            {(its) => (
              <select {...its} name={`claim.${field}`} defaultValue={typed(`claim.${field}`) ?? saved}>
                {choices.map(({ value, label: said }) => (
                  <option key={value} value={value}>
                    {said}
                  </option>
                ))}
              </select>
            )}
          </Line>
        )
        const input = (
          field: string,
          label: string,
          saved: string,
          refusedAs = field,
          its: string | undefined = undefined,
        ) => (
          <Line id={fieldId(refusedAs)} label={label} refused={refusal(refusedAs)}>
            {(attributes) => (
              <input
                {...attributes}
                name={`claim.${field}`}
                lang={its}
                defaultValue={typed(`claim.${field}`) ?? saved}
              />
            )}
          </Line>
        )
        const prose = (field: string, label: string, saved: string, its: string, refusedAs = field, help = '') => (
          <Line id={fieldId(refusedAs)} label={label} refused={refusal(refusedAs)} {...(help ? { help } : {})}>
            {(attributes) => (
              <TextBox
                {...attributes}
                rows={2}
                lang={its}
                name={`claim.${field}`}
                defaultValue={typed(`claim.${field}`) ?? saved}
              />
            )}
          </Line>
        )
        return (
          <>
            <input type="hidden" name="suggestionId" value={suggestion.id} />
            <input type="hidden" name="version" value={suggestion.version} />
            <input type="hidden" name="claim.original" value={exact} />
            <input type="hidden" name="claim.start" value={claim.span.start} />
            {prose('statementFr', t.statementFr, claim.statementFr, 'fr')}
            {prose('statementEn', t.statementEn, claim.statementEn, 'en')}
            {prose('exact', t.passage, exact, language, 'quote', t.passageHelp)}
            <div className="two">
              {select('kind', t.kind, claim.kind, labelled(OCCURRENCE_KINDS, w.occurrenceKind))}
              {select('modality', t.modality, claim.modality, labelled(MODALITIES, w.modality))}
            </div>
            <fieldset>
              <legend>{t.scopes}</legend>
              <div className="checks">
                {QUOTE_SCOPES.map((scope) => (
                  <label key={scope} className="check">
                    <input
                      type="checkbox"
                      name="claim.quoteScopes"
                      value={scope}
                      defaultChecked={claim.quoteScopes.includes(scope)}
                    />
                    {w.quoteScope[scope]}
                  </label>
                ))}
              </div>
            </fieldset>
            {hops.map((hop, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a hop is its place in the chain
              <fieldset key={i}>
                <legend>{t.hop(i + 1)}</legend>
                <div className="two">
                  {select(
                    `chain.${i}.role`,
                    t.role,
                    hop.role,
                    [{ value: '', label: t.leftOut }, ...labelled(HOP_ROLES, w.hopRole)],
                    `${i}.role`,
                  )}
                  {select(
                    `chain.${i}.sourceId`,
                    t.source,
                    hop.sourceId ?? '',
                    [
                      { value: '', label: t.isNew(hop.sourceId === null ? hop.name : '').trim() },
                      ...sources.map((it) => ({ value: it.id, label: it.name })),
                    ],
                    `${i}.sourceId`,
                  )}
                  {input(`chain.${i}.name`, t.newName, hop.sourceId === null ? hop.name : '', `${i}.name`)}
                  {select(`chain.${i}.kind`, t.newKind, hop.kind, labelled(SOURCE_KINDS, w.sourceKind), `${i}.kind`)}
                  {input(`chain.${i}.medium`, t.medium, hop.medium ?? '', `${i}.medium`, language)}
                  {input(`chain.${i}.verb`, t.verb, hop.verb ?? '', `${i}.verb`, language)}
                </div>
              </fieldset>
            ))}
            {select('eventId', t.event, '', [
              { value: '', label: t.noEvent },
              ...events.map((it) => ({ value: it.id, label: `${it.ref} ${lang === 'fr' ? it.titleFr : it.titleEn}` })),
            ])}
            <div className="two">
              {input('whenWords', t.whenWords, '', 'whenWords', language)}
              {input('whenEdtf', t.whenEdtf, '', 'when')}
              {select('whenBasis', t.whenBasis, 'unknown', labelled(DATE_BASES, w.dateBasis))}
              {input('placeWords', t.placeWords, '', 'placeWords', language)}
            </div>
            {select('isCheckable', t.isCheckable, 'yes', [
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ])}
          </>
        )
      }}
    </ActionForm>
  )
}

const labelled = <V extends string>(values: readonly V[], labels: Record<V, string>) =>
  values.map((value) => ({ value, label: labels[value] }))
