'use client'
import { type Language, STANCES } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { LineField, ProseField, RadioField } from './work-fields.client'
import { type FormAction, WorkForm } from './work-form.client'

type Props = {
  lang: Language
  action: FormAction
  on: { claimId: string } | { conflictId: string } | { positionId: string }
  back: string
  /** Begins every id of this form, where a page has several. */
  prefix?: string
}

/** One more piece of evidence on a claim, a conflict or one of its positions. */
export function EvidenceForm({ lang, action, on, back, prefix = 'evidence' }: Props) {
  const { evidence: t } = deskReviewWords(lang)
  const stance = words(lang).stance
  const labels = {
    url: t.url,
    title: t.title,
    excerpt: t.excerpt,
    language: t.language,
    'links.0.stance': t.stance,
    noteFr: t.noteFr,
    noteEn: t.noteEn,
    accessedAt: t.accessedAt,
    archivedUrl: t.archivedUrl,
  }
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={prefix}
      draftKey={`evidence:${Object.values(on)[0]}`}
      labels={labels}
      submit={t.submit}
      submitClass="b"
    >
      {(answer) => {
        const field = { lang, answer }
        return (
          <>
            <input type="hidden" name="lang" value={lang} />
            <input type="hidden" name="back" value={back} />
            {Object.entries(on).map(([name, id]) => (
              <input key={name} type="hidden" name={`links.0.${name}`} value={id} />
            ))}
            <LineField {...field} name="url" label={t.url} type="url" />
            <LineField {...field} name="title" label={t.title} optional />
            <ProseField {...field} name="excerpt" label={t.excerpt} optional />
            <LineField {...field} name="language" label={t.language} optional />
            <RadioField
              answer={answer}
              name="links.0.stance"
              label={t.stance}
              choices={STANCES.map((value) => ({ value, label: stance[value], mark: t.stanceHelp[value] }))}
            />
            <ProseField {...field} its="fr" name="noteFr" label={t.noteFr} optional rows={2} />
            <ProseField {...field} its="en" name="noteEn" label={t.noteEn} optional rows={2} />
            <LineField {...field} name="accessedAt" label={t.accessedAt} type="date" optional />
            <LineField {...field} name="archivedUrl" label={t.archivedUrl} type="url" optional />
          </>
        )
      }}
    </WorkForm>
  )
}
