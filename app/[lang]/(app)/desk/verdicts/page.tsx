import type { Metadata } from 'next'
import { QueueTable } from '@/app/_ui/queue-table'
import { type Asked, isNarrowed, readView } from '@/lib/domain/desk-filter'
import { age, deskReviewWords } from '@/lib/i18n/desk-review'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { Own } from '@/lib/present/parts/own-words'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import { loadDeskVerdicts, QUEUES } from '@/lib/services/load-desk-verdicts'
import { asKnown } from '@/lib/web/as-known'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { VerdictList } from './_parts/verdict-list'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskReviewWords(await languageOfParams(params)).queues.title }
}

/** Verdicts by what they wait for; an address with a filter or an order shows one list of them. */
export default async function VerdictsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const view = readView('verdicts', asked)
  if (isNarrowed(view) || asked.sort !== undefined) return <VerdictList lang={lang} view={view} />
  const { queues, now } = await orNotFound(asKnown((desk) => loadDeskVerdicts(desk)))
  const { queues: t } = deskReviewWords(lang)
  const isEmpty = QUEUES.every((queue) => queues[queue].length === 0)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="acts">
        <a href={`/${lang}/desk/agreement`}>{deskVerdictsWords(lang).agreement.title}</a>
      </p>
      {isEmpty ? (
        <p>
          {t.empty}{' '}
          <a className="b go" href={`/${lang}/desk/claims`}>
            {t.toClaims}
          </a>
        </p>
      ) : (
        <>
          <p>{t.lead}</p>
          <nav className="tabs" aria-label={t.jump}>
            {QUEUES.map((queue) => (
              <a key={queue} href={`#${queue}`}>
                {t.name[queue]} <span className="dim num">{queues[queue].length}</span>
              </a>
            ))}
          </nav>
          {QUEUES.map((queue) => (
            <section key={queue} className="sec" id={queue} aria-labelledby={`${queue}-title`}>
              <h2 id={`${queue}-title`}>{t.name[queue]}</h2>
              {queues[queue].length === 0 ? (
                <p className="dim">{t.none[queue]}</p>
              ) : (
                <QueueTable
                  title={t.name[queue]}
                  scrolls={t.scrolls(t.name[queue])}
                  heads={[t.claim, t.rating, t.author, t.since]}
                >
                  {queues[queue].map((it) => (
                    <tr key={it.id}>
                      <th scope="row" className="cl">
                        <a href={`/${lang}/desk/claims/${it.claim.slug}#verdict`}>
                          <span className="mono">{it.claim.ref}</span>{' '}
                          <Own lang={lang} fr={it.claim.statementFr} en={it.claim.statementEn} />
                        </a>
                      </th>
                      <td data-head={t.rating}>
                        {it.rating ? (
                          <VerdictWord lang={lang} rating={it.rating} />
                        ) : (
                          <span className="dim">{t.hidden}</span>
                        )}
                      </td>
                      <td data-head={t.author}>
                        {it.author === null ? (
                          <span className="dim">{t.hidden}</span>
                        ) : (
                          <>
                            <bdi>{it.author}</bdi>
                            {it.isMine && <span className="dim"> ({t.you})</span>}
                          </>
                        )}
                      </td>
                      <td data-head={t.since}>
                        <time dateTime={it.updatedAt.toISOString()}>{age(lang, it.updatedAt, now)}</time>
                      </td>
                    </tr>
                  ))}
                </QueueTable>
              )}
            </section>
          ))}
        </>
      )}
    </main>
  )
}
