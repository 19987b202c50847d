import { ListHead, ListPages, NoneMatch } from '@/app/_ui/list-head'
import { VerdictRows } from '@/app/_ui/verdict-rows'
import type { ListView } from '@/lib/domain/desk-filter'
import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { loadVerdictList } from '@/lib/services/load-verdict-list'
import { deskOfRequest } from '@/lib/web/desk'
import { SavedFilters } from '../../_parts/saved-filters'

/** The verdicts a filter means, as one list: what an address with a filter shows instead of the queues. */
export async function VerdictList({ lang, view }: { lang: Language; view: ListView }) {
  const it = await loadVerdictList(await deskOfRequest(), view)
  const t = deskQueuesWords(lang)
  const path = `/${lang}/desk/verdicts`
  const total = t.counts.verdicts(it.total)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{deskReviewWords(lang).queues.title}</h1>
      <p className="acts">
        <span role="status">{total}</span>
        <a href={path}>{t.verdicts.all}</a>
      </p>
      <SavedFilters lang={lang} view={view} />
      <ListHead lang={lang} view={view} choices={it.choices} path={path} />
      {it.lines.length === 0 ? (
        <NoneMatch lang={lang} path={path} sentence={t.verdicts.noneMatch} />
      ) : (
        <VerdictRows lang={lang} lines={it.lines} now={it.now} />
      )}
      <ListPages lang={lang} view={view} path={path} next={it.next} shown={it.lines.length} total={total} />
    </main>
  )
}
