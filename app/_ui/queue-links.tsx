import type { ListName } from '@/lib/domain/desk-filter'
import { QUEUES, type QueueName } from '@/lib/domain/queues'
import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { number } from '@/lib/i18n/format'

type Kept = { id: string; name: string; list: ListName; query: string; count: number; isMine: boolean; owner: string }
type Props = { lang: Language; queues: readonly { name: QueueName; count: number }[]; saved: readonly Kept[] }

/** The address of a kept filter. */
export const keptAddress = (lang: Language, { list, query }: { list: ListName; query: string }): string =>
  `/${lang}/desk/${list}${query === '' ? '' : `?${query}`}`

/** Queues and kept filters in the rail: plain links, so that the numbers are those of now. */
export function RailLinks({ lang, queues, saved }: Props) {
  const t = deskQueuesWords(lang)
  return (
    <div className="rail-queues">
      <h2>{t.queues.title}</h2>
      {queues.map(({ name, count }) => (
        <a key={name} href={keptAddress(lang, QUEUES[name])}>
          {t.queues.short[name]} <Count lang={lang} list={QUEUES[name].list} n={count} />
        </a>
      ))}
      {saved.length > 0 && <h2>{t.saved.title}</h2>}
      {saved.map((it) => (
        <a key={it.id} href={keptAddress(lang, it)}>
          <bdi>{it.name}</bdi> <Count lang={lang} list={it.list} n={it.count} />
        </a>
      ))}
    </div>
  )
}

const Count = ({ lang, list, n }: { lang: Language; list: ListName; n: number }) => (
  <span className="ct num">
    <span aria-hidden="true">{number(lang, n)}</span>
    <span className="vh">({deskQueuesWords(lang).counts[list](n)})</span>
  </span>
)

/** The same on the page "To do": every queue with its number, those with nothing in it last and said to be empty. */
export function QueueBoard({ lang, queues, saved }: Props) {
  const t = deskQueuesWords(lang)
  return (
    <>
      <ul className="board">
        {queues.map(({ name, count }) => (
          <li key={name}>
            <a href={keptAddress(lang, QUEUES[name])} className={count === 0 ? 'nothing' : undefined}>
              <b className="num">{number(lang, count)}</b>
              <span>{t.queues.name[name]}</span>
              <span className="vh">({t.counts[QUEUES[name].list](count)})</span>
            </a>
          </li>
        ))}
      </ul>
      {saved.length > 0 && (
        <section className="sec" aria-labelledby="saved">
          <h2 id="saved">{t.saved.title}</h2>
          <ul className="filters">
            {saved.map((it) => (
              <li key={it.id}>
                <a className="chip" href={keptAddress(lang, it)}>
                  <bdi>{it.name}</bdi> <span className="num">{number(lang, it.count)}</span>
                  {!it.isMine && <span className="dim">{t.saved.by(it.owner)}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
