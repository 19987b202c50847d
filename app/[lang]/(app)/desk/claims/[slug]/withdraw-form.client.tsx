'use client'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWithdrawWords } from '@/lib/i18n/desk-withdraw'
import { ProseField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type Props = { lang: Language; slug: string; verdictId: string; version: number; action: FormAction }
/** Withdraws a published verdict, with what was wrong for readers. */
export function WithdrawForm({ lang, slug, verdictId, version, action }: Props) {
  const t = deskWithdrawWords(lang)
  const labels = { whatWasWrongFr: t.wrongFr, whatWasWrongEn: t.wrongEn }
  return (
    <WorkForm {...{ lang, action, version, labels }} prefix="withdraw" submit={t.withdraw} submitClass="b">
      {(answer) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="verdictId" value={verdictId} />
          <ProseField lang={lang} answer={answer} name="whatWasWrongFr" label={t.wrongFr} help={t.wrongHelp} rows={2} />
          <ProseField lang={lang} answer={answer} name="whatWasWrongEn" label={t.wrongEn} rows={2} />
        </>
      )}
    </WorkForm>
  )
}
