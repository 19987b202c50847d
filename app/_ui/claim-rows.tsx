import type { ClaimBrief, OccurrenceView } from '@/lib/domain/record'
import type { Language, VerdictState, WorkState } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { age } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { InlineChain } from '@/lib/present/parts/chain'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import { PickBox } from './pick-box'
import { QueueTable } from './queue-table'

type Line = {
  claim: ClaimBrief
  occurrence: OccurrenceView | null
  labels: readonly string[]
  assignee: string | null
  verdictState: VerdictState | null
  workState: WorkState
  updatedAt: Date
}
type Props = { lang: Language; lines: readonly Line[]; now: Date; mayPick: boolean }

/** Claims as a table, one box per row where something can be done with several. One block per row on a phone. */
export function ClaimRows({ lang, lines, now, mayPick }: Props) {
  const t = deskQueuesWords(lang).claims
  const w = words(lang)
  return (
    <QueueTable
      title={t.title}
      scrolls={t.scrolls}
      heads={[t.ref, t.words, t.event, t.work, t.assignee, t.verdict, t.changed]}
    >
      {lines.map(({ claim, occurrence, labels, assignee, verdictState, workState, updatedAt }) => (
        <tr key={claim.id}>
          <td>
            <PickBox it={claim} mayPick={mayPick} label={t.choose(claim.ref)} />
          </td>
          <th scope="row" className="cl">
            <a href={`/${lang}/desk/claims/${claim.slug}`}>
              <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
            </a>
            {occurrence && (
              <>
                <q className="small" {...quotedIn(occurrence.dispatch.language)}>
                  {occurrence.exact}
                </q>
                <InlineChain lang={lang} chain={occurrence.chain} />
              </>
            )}
            {labels.length > 0 && (
              <span className="labels">
                {labels.map((label) => (
                  <span key={label} className="tag">
                    {label}
                  </span>
                ))}
              </span>
            )}
          </th>
          <td data-head={t.event}>
            {claim.event && (
              <span title={ownText(lang, claim.event.titleFr, claim.event.titleEn)}>{claim.event.ref}</span>
            )}
          </td>
          <td data-head={t.work}>{w.workState[workState]}</td>
          <td data-head={t.assignee}>
            {assignee === null ? <span className="dim">{t.nobody}</span> : <bdi>{assignee}</bdi>}
          </td>
          <td data-head={t.verdict}>
            {claim.verdict ? (
              <VerdictWord lang={lang} rating={claim.verdict.rating} />
            ) : (
              <span className="dim">{verdictState ? w.verdictState[verdictState] : t.none}</span>
            )}
            {claim.verdict?.state === 'needs_rereview' && (
              <span className="tag on">{w.verdictState.needs_rereview}</span>
            )}
          </td>
          <td data-head={t.changed}>
            <time dateTime={updatedAt.toISOString()}>{age(lang, updatedAt, now)}</time>
          </td>
        </tr>
      ))}
    </QueueTable>
  )
}
