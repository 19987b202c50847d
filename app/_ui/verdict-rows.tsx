import type { RatingCode } from '@/lib/domain/rating'
import type { ClaimBrief } from '@/lib/domain/record'
import type { Language, VerdictState } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { age, deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { Own } from '@/lib/present/parts/own-words'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import { QueueTable } from './queue-table'

type Line = {
  id: string
  claim: ClaimBrief
  state: VerdictState
  rating: RatingCode | null
  author: string | null
  isMine: boolean
  updatedAt: Date
}

/** Verdicts as a table. What a blind reading hides is said to be hidden. */
export function VerdictRows({ lang, lines, now }: { lang: Language; lines: readonly Line[]; now: Date }) {
  const { queues: t } = deskReviewWords(lang)
  const q = deskQueuesWords(lang)
  return (
    <QueueTable
      title={t.title}
      scrolls={t.scrolls(t.title)}
      heads={[t.claim, q.verdicts.state, t.rating, t.author, t.since]}
    >
      {lines.map((it) => (
        <tr key={it.id}>
          <th scope="row" className="cl">
            <a href={`/${lang}/desk/claims/${it.claim.slug}#verdict`}>
              <span className="mono">{it.claim.ref}</span>{' '}
              <Own lang={lang} fr={it.claim.statementFr} en={it.claim.statementEn} />
            </a>
          </th>
          <td data-head={q.verdicts.state}>{words(lang).verdictState[it.state]}</td>
          <td data-head={t.rating}>
            {it.rating ? <VerdictWord lang={lang} rating={it.rating} /> : <span className="dim">{t.hidden}</span>}
          </td>
          <td data-head={t.author}>
            {it.author === null ? <span className="dim">{t.hidden}</span> : <bdi>{it.author}</bdi>}
            {it.isMine && <span className="dim"> ({t.you})</span>}
          </td>
          <td data-head={t.since}>
            <time dateTime={it.updatedAt.toISOString()}>{age(lang, it.updatedAt, now)}</time>
          </td>
        </tr>
      ))}
    </QueueTable>
  )
}
