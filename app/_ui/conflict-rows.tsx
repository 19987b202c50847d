import { ConflictClassTag, ConflictStatusTag } from '@/app/_ui/conflict-class'
import { PROPERTIES } from '@/lib/domain/property'
import type { ConflictBrief, EventBrief } from '@/lib/domain/record'
import type { Language, Severity } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { age, deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { PositionBadge } from '@/lib/present/parts/cell'
import { Own } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { PickBox } from './pick-box'
import { QueueTable } from './queue-table'

type Line = ConflictBrief & {
  version: number
  event: EventBrief
  severity: Severity
  assignee: string | null
  updatedAt: Date
  positions: readonly { ordinal: number; value: string; language: string | null }[]
}

type Props = { lang: Language; lines: readonly Line[]; now: Date; mayPick: boolean }

/** Conflicts as a table, one box per row where something can be done with several; one block per row on a phone. */
export function ConflictRows({ lang, lines, now, mayPick }: Props) {
  const { conflicts: t } = deskReviewWords(lang)
  const q = deskQueuesWords(lang)
  const w = words(lang)
  return (
    <QueueTable
      title={t.title}
      scrolls={t.scrolls}
      heads={[t.ref, t.what, t.status, t.class, t.positions, q.key.severity, q.key.assignee, q.claims.changed]}
    >
      {lines.map((it) => (
        <tr key={it.id}>
          <td>
            <PickBox it={it} mayPick={mayPick} label={q.conflicts.choose(it.ref)} />
          </td>
          <th scope="row" className="cl">
            <a href={`/${lang}/desk/conflicts/${it.slug}`}>
              <Own lang={lang} fr={it.titleFr} en={it.titleEn} />
            </a>
            <span className="dim small">
              <Own lang={lang} fr={it.event.titleFr} en={it.event.titleEn} /> · {PROPERTIES[it.property][lang]}
            </span>
          </th>
          <td data-head={t.status}>
            <ConflictStatusTag lang={lang} status={it.status} />
          </td>
          <td data-head={t.class}>
            <ConflictClassTag lang={lang} kind={it.class} />
            <br />
            <span className="dim small">{w.conflictType[it.type]}</span>
          </td>
          <td data-head={t.positions}>
            <ul className="shorts">
              {it.positions.map(({ ordinal, value, language }) => (
                <li key={ordinal}>
                  <PositionBadge ordinal={ordinal} /> <span {...quotedIn(language)}>{value}</span>
                </li>
              ))}
            </ul>
          </td>
          <td data-head={q.key.severity}>{w.severity[it.severity]}</td>
          <td data-head={q.key.assignee}>
            {it.assignee === null ? <span className="dim">{q.filters.nobody}</span> : <bdi>{it.assignee}</bdi>}
          </td>
          <td data-head={q.claims.changed}>
            <time dateTime={it.updatedAt.toISOString()}>{age(lang, it.updatedAt, now)}</time>
          </td>
        </tr>
      ))}
    </QueueTable>
  )
}
