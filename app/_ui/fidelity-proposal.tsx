import type { Fidelity } from '@/lib/domain/quote-fidelity'
import type { Language } from '@/lib/domain/vocabulary'
import { deskChainWords } from '@/lib/i18n/desk-chain'
import { words } from '@/lib/i18n/words'
import type { ClaimDraft } from './claim-draft'

type Props = { lang: Language; fidelity: Fidelity; draft: ClaimDraft; language: string; onAccept: () => void }

/** What the text itself says of how faithfully the passage quotes, why, and the click that accepts it. */
export function FidelityProposal({ lang, fidelity, draft, language, onAccept }: Props) {
  const t = deskChainWords(lang)
  const w = words(lang)
  const { kind, scopes, reasons } = fidelity
  const isAccepted =
    draft.kind === kind &&
    scopes.length === draft.scopes.length &&
    scopes.every((scope) => draft.scopes.includes(scope))
  const form = [w.occurrenceKind[kind], ...scopes.map((scope) => w.quoteScope[scope])].join(', ')
  return (
    <section className="card sug" aria-label={t.proposal}>
      <p>
        <strong>{t.proposed(form)}</strong>
      </p>
      <p className="because">
        {reasons.map(({ reason, words: own }, i) => (
          <span key={reason}>
            {t.reasons[reason]}
            {own && <span lang={language}>{t.words(own)}</span>}
            {i < reasons.length - 1 ? t.between : '.'}
          </span>
        ))}
      </p>
      {isAccepted ? (
        <p className="small dim" role="status">
          ✓ {t.accepted}
        </p>
      ) : (
        <button type="button" className="b" onClick={onAccept}>
          {t.accept} <span className="vh">{form}</span>
        </button>
      )}
    </section>
  )
}
