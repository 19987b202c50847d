'use client'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import { type Language, SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { words } from '@/lib/i18n/words'

/** Somebody who may be cited. */
export function NewSource({ lang, action }: { lang: Language; action: FormAction<null> }) {
  const t = deskWords(lang).sources
  return (
    <ActionForm lang={lang} action={action} ids={{ name: 'name', kind: 'kind' }} submit={t.submit}>
      {({ typed, refused }) => (
        <>
          <Field id="name" name="name" label={t.name} value={typed('name')} refused={refused('name')} />
          <div className="f">
            <label htmlFor="kind">{t.kind}</label>
            <select id="kind" name="kind" defaultValue={typed('kind') ?? 'person'}>
              {SOURCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words(lang).sourceKind[kind]}
                </option>
              ))}
            </select>
          </div>
          <div className="f">
            <label htmlFor="affiliation">{t.affiliation}</label>
            <input id="affiliation" name="affiliation" defaultValue={typed('affiliation')} />
          </div>
          <div className="f">
            <label htmlFor="roleWords">{t.roleWords}</label>
            <input id="roleWords" name="roleWords" defaultValue={typed('roleWords')} />
          </div>
          <label className="check">
            <input type="checkbox" name="isNamed" defaultChecked />
            {t.isNamed}
          </label>
        </>
      )}
    </ActionForm>
  )
}

/** Something claims are about. */
export function NewEvent({ lang, action }: { lang: Language; action: FormAction<null> }) {
  const t = deskWords(lang).events
  return (
    <ActionForm lang={lang} action={action} ids={{ titleFr: 'titleFr', titleEn: 'titleEn' }} submit={t.submit}>
      {({ typed, refused }) => (
        <>
          <Field id="titleFr" name="titleFr" label={t.titleFr} value={typed('titleFr')} refused={refused('titleFr')} />
          <Field id="titleEn" name="titleEn" label={t.titleEn} value={typed('titleEn')} refused={refused('titleEn')} />
        </>
      )}
    </ActionForm>
  )
}
