import { HistoryLink } from '@/app/_ui/history-link'
import type { EvidenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { EvidenceItem } from '@/lib/present/parts/evidence-item'
import { addEvidenceAction } from '../actions'
import { EvidenceForm } from './evidence-form.client'

type Props = {
  lang: Language
  evidence: readonly EvidenceView[]
  title: string
  none: string
  mayAdd: boolean
  on: { claimId: string } | { conflictId: string }
  back: string
}

/** The evidence there is, and the form for one more. */
export function EvidenceSection({ lang, evidence, title, none, mayAdd, on, back }: Props) {
  const { evidence: t } = deskReviewWords(lang)
  return (
    <section className="sec" id="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{title}</h2>
      {evidence.length === 0 ? (
        <p className="dim">{none}</p>
      ) : (
        evidence.map((it) => (
          <div key={it.id}>
            <EvidenceItem lang={lang} evidence={it} />
            <p className="small">
              <HistoryLink lang={lang} entity="evidence" id={it.id} of={it.ref} />
            </p>
          </div>
        ))
      )}
      {mayAdd ? (
        <details>
          <summary>{t.add}</summary>
          <EvidenceForm key={evidence.length} lang={lang} action={addEvidenceAction} on={on} back={back} />
        </details>
      ) : (
        <p className="dim small">{t.mayNot}</p>
      )}
    </section>
  )
}
