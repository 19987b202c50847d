import type { Language } from '@/lib/domain/vocabulary'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { loadMissingSides } from '@/lib/services/load-missing-sides'
import { deskOfRequest } from '@/lib/web/desk'
import { addCommentRequestAction } from '../actions'
import { Proposed, Requests } from './missing-sides'
import { AddRequestForm } from './request-forms.client'

type Props = { lang: Language; claimId: string; dispatch: string | null; back: string }

/** On the page of a claim: who is spoken about in it and not heard. */
export async function ClaimMissingSides({ lang, claimId, dispatch, back }: Props) {
  const { requests, proposed, today, mayEdit } = await loadMissingSides(await deskOfRequest(), { claimId, dispatch })
  const t = deskMissingSidesWords(lang)
  return (
    <section className="sec" aria-labelledby="missing-sides">
      <h2 id="missing-sides">{t.title}</h2>
      {requests.length === 0 && <p className="dim">{t.noneHere}</p>}
      <Requests lang={lang} back={back} today={today} mayEdit={mayEdit} requests={requests} />
      {proposed.length > 0 && (
        <Proposed lang={lang} back={back} mayEdit={mayEdit} proposed={proposed} claimId={claimId} />
      )}
      {mayEdit && (
        <details>
          <summary>{t.another}</summary>
          <AddRequestForm lang={lang} action={addCommentRequestAction} back={back} claimId={claimId} party={null} />
        </details>
      )}
      <p>
        <a href={`/${lang}/desk/missing-sides`}>{t.all}</a>
      </p>
    </section>
  )
}
