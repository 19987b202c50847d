import type { Language } from '@/lib/domain/vocabulary'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import type { DeskClaim } from '@/lib/services/load-desk-claim'
import * as actions from '../../verdicts/actions'
import { UpholdForm } from './reading-forms.client'

/** Why a published verdict needs another look, the correction drafted for it, and the way out when none is needed. */
export function Rereview({ lang, desk }: { lang: Language; desk: DeskClaim }) {
  const { rereview: t } = deskVerdictsWords(lang)
  const { verdict, may } = desk
  if (!verdict || (verdict.state !== 'needs_rereview' && !verdict.correctionReason)) return null
  const drafts = [
    [t.draftFr, verdict.correctionDraftFr, 'fr'],
    [t.draftEn, verdict.correctionDraftEn, 'en'],
  ] as const
  return (
    <section className="side c-no" aria-labelledby="rereview">
      <h3 id="rereview">{t.title}</h3>
      <p>{verdict.correctionReason ? t.why[verdict.correctionReason] : t.whyOther}</p>
      {verdict.correctionReason && (
        <>
          <h4>{t.drafted}</h4>
          <dl className="first-reading">
            {drafts.map(
              ([label, text, its]) =>
                text && (
                  <div key={its}>
                    <dt>{label}</dt>
                    <dd lang={its}>{text}</dd>
                  </div>
                ),
            )}
          </dl>
          <p className="dim small">{t.next}</p>
        </>
      )}
      {may.uphold && (
        <details>
          <summary>{t.noCorrection}</summary>
          <p className="dim small">{deskUndoWords(lang).none.uphold}</p>
          <UpholdForm
            key={`uphold ${verdict.version}`}
            lang={lang}
            slug={desk.claim.slug}
            verdictId={verdict.id}
            version={verdict.version}
            action={actions.upholdVerdictAction}
          />
        </details>
      )}
    </section>
  )
}
