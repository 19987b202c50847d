import { RATINGS } from '@/lib/domain/rating'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import type { DeskClaim } from '@/lib/services/load-desk-claim'
import * as actions from '../../verdicts/actions'
import { ReadForm } from './reading-forms.client'
import { SinceReading } from './since-reading'

type Draft = NonNullable<DeskClaim['verdict']>
type Own = NonNullable<DeskClaim['own']>

/** The first rating beside one's own, how far apart they are in words, and what the first reading says. */
function SideBySide({ lang, verdict, own }: { lang: Language; verdict: Draft; own: Own }) {
  const { reading: t } = deskVerdictsWords(lang)
  const [first, second] = [RATINGS[verdict.ratingCode].axis, RATINGS[own.rating].axis]
  const isSame = verdict.ratingCode === own.rating
  return (
    <section className="two-ratings" aria-labelledby="two-ratings">
      <h4 id="two-ratings">{t.sideBySide}</h4>
      <p className={isSame ? 'tag ok' : 'tag on'}>
        {isSame ? t.same : first !== null && second !== null ? t.apart(Math.abs(first - second)) : t.differs}
      </p>
      {!isSame && (first === null || second === null) && <p className="dim small">{t.offAxis}</p>}
      <div className="faces">
        <div className="face">
          <h5>{t.first}</h5>
          <p>
            <VerdictWord lang={lang} rating={verdict.ratingCode} />
          </p>
          <dl className="facts">
            <div>
              <dt>{t.by}</dt>
              <dd>
                <bdi>{verdict.author}</bdi>
              </dd>
            </div>
          </dl>
        </div>
        <div className="face">
          <h5>{t.yours}</h5>
          <p>
            <VerdictWord lang={lang} rating={own.rating} />
          </p>
          <dl className="facts">
            <div>
              <dt>{t.note}</dt>
              <dd>{own.note ?? t.noNote}</dd>
            </div>
          </dl>
          {verdict.isBlind && <p className="dim small">{own.isBlind ? t.blind : t.seen}</p>}
        </div>
      </div>
    </section>
  )
}

/** The second reading of a draft that may be seen: the two ratings once both are there, the words, the decision. */
export function SecondReadingStep({ lang, desk, verdict }: { lang: Language; desk: DeskClaim; verdict: Draft }) {
  const { verdict: v } = deskReviewWords(lang)
  const words = [
    [v.summaryFr, verdict.summaryFr, 'fr'],
    [v.summaryEn, verdict.summaryEn, 'en'],
    [v.rationaleFr, verdict.rationaleFr, 'fr'],
    [v.rationaleEn, verdict.rationaleEn, 'en'],
    [v.wouldChangeFr, verdict.wouldChangeFr, 'fr'],
    [v.wouldChangeEn, verdict.wouldChangeEn, 'en'],
    [v.noEvidenceReasonFr, verdict.noEvidenceReasonFr, 'fr'],
    [v.noEvidenceReasonEn, verdict.noEvidenceReasonEn, 'en'],
  ] as const
  return (
    <>
      <h3>{v.read}</h3>
      {desk.since && <SinceReading lang={lang} since={desk.since} />}
      {desk.own && <SideBySide lang={lang} verdict={verdict} own={desk.own} />}
      <h4>{v.firstReading}</h4>
      <dl className="first-reading">
        {words.map(
          ([label, text, its]) =>
            text && (
              <div key={label}>
                <dt>{label}</dt>
                <dd lang={its}>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="dim small">{deskUndoWords(lang).none.rating}</p>
      <ReadForm
        key={`read ${verdict.version}`}
        lang={lang}
        slug={desk.claim.slug}
        verdictId={verdict.id}
        version={verdict.version}
        hasRated={desk.own !== null}
        action={actions.readVerdictAction}
      />
    </>
  )
}
