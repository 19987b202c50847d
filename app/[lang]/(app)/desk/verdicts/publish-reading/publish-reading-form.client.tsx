'use client'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { type FormAction, WorkForm } from '../_parts/work-form.client'

type Props = { lang: Language; slug: string; dispatchId: string; action: FormAction }

export const PublishReadingForm = ({ lang, slug, dispatchId, action }: Props) => (
  <WorkForm lang={lang} action={action} prefix="reading" labels={{}} submit={deskReviewWords(lang).reading.confirm}>
    {() => (
      <>
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="dispatchId" value={dispatchId} />
      </>
    )}
  </WorkForm>
)
