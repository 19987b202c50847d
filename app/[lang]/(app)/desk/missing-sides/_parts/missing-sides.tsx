import { type CommentRequestView, isOverdue, type MissingSide } from '@/lib/domain/missing-side'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { day } from '@/lib/i18n/format'
import { deskPassagePath } from '@/lib/present/desk-places'
import { Icon } from '@/lib/present/parts/icons'
import { Own } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { addCommentRequestAction, changeCommentRequestAction } from '../actions'
import { AddRequestForm, ChangeRequestForm } from './request-forms.client'

type Listed = { lang: Language; back: string; today: string; mayEdit: boolean }

/** The ledger: each side with its state in words, its days, and the way to say how far it has come. */
export function Requests({
  lang,
  back,
  today,
  mayEdit,
  requests,
}: Listed & { requests: readonly CommentRequestView[] }) {
  const t = deskMissingSidesWords(lang)
  return (
    <ul className="stack">
      {requests.map((it) => (
        <li key={it.id}>
          <strong>
            <bdi>{it.party}</bdi>
          </strong>{' '}
          <span className="tag">{t.states[it.state]}</span>{' '}
          {isOverdue(it, today) && (
            <span className="tag on">
              <Icon name="clock" /> {t.overdue}
            </span>
          )}
          <br />
          <a href={`/${lang}/desk/claims/${it.claim.slug}`}>{it.claim.ref}</a>{' '}
          <Own lang={lang} fr={it.claim.statementFr} en={it.claim.statementEn} />
          <br />
          <span className="dim small">
            {[
              it.via,
              it.askedAt && t.askedOn(day(lang, it.askedAt)),
              it.state === 'asked' && it.dueAt && t.dueOn(day(lang, it.dueAt)),
              it.answeredAt && t.answeredOn(day(lang, it.answeredAt)),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
          {it.answer && <blockquote>{it.answer}</blockquote>}
          {mayEdit && (
            <details>
              <summary aria-label={t.changeOf(it.party)}>{t.change}</summary>
              <ChangeRequestForm
                key={it.version}
                lang={lang}
                action={changeCommentRequestAction}
                back={back}
                request={it}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Whom the text speaks about without quoting them: proposed, with the passages, for a person to decide. */
export function Proposed({
  lang,
  back,
  mayEdit,
  proposed,
  claimId,
}: Omit<Listed, 'today'> & { proposed: readonly MissingSide[]; claimId?: string }) {
  const t = deskMissingSidesWords(lang)
  return (
    <>
      <h3>{t.proposed}</h3>
      <p className="dim">{proposed.length === 0 ? t.proposedNone : t.proposedLead}</p>
      <ul className="stack">
        {proposed.map(({ party, passages }) => {
          const language = passages[0]?.dispatch.language ?? null
          return (
            <li key={party}>
              <strong {...quotedIn(language)}>{party}</strong>{' '}
              <span className="dim">
                {t.passages(passages.length)}{' '}
                {passages.slice(0, 12).map((it) => (
                  <span key={it.id}>
                    <a className="ref" href={deskPassagePath(lang, it)} title={it.exact}>
                      {it.claim.ref}
                    </a>{' '}
                  </span>
                ))}
              </span>
              {mayEdit && (
                <AddRequestForm
                  lang={lang}
                  action={addCommentRequestAction}
                  back={back}
                  claimId={claimId ?? passages[0]?.claim.id ?? ''}
                  party={party}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
