import type { Language } from '@/lib/domain/vocabulary'
import { deskWithdrawWords } from '@/lib/i18n/desk-withdraw'
import type { DeskClaim } from '@/lib/services/load-desk-claim'
import * as actions from '../../verdicts/actions'
import { WithdrawForm } from './withdraw-form.client'

/** The way out of a published verdict that should not stand, folded away; nothing where it may not be taken. */
export function Withdraw({ lang, desk }: { lang: Language; desk: DeskClaim }) {
  const t = deskWithdrawWords(lang)
  const { verdict, may, claim } = desk
  if (!verdict || !may.withdraw) return null
  return (
    <details className="sec">
      <summary>{t.title}</summary>
      <p>{t.lead}</p>
      <p className="dim small">{t.noUndo}</p>
      <WithdrawForm
        key={`withdraw ${verdict.version}`}
        {...{ lang, slug: claim.slug, verdictId: verdict.id, version: verdict.version }}
        action={actions.withdrawVerdictAction}
      />
    </details>
  )
}
