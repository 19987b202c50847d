'use client'
import type { ListName } from '@/lib/domain/desk-filter'
import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { ActionForm, Field, type FormAction } from './action-form.client'

type SaveProps = { lang: Language; list: ListName; query: string; action: FormAction<null> }

/** Keeps the filter in force under a name. */
export function SaveFilterForm({ lang, list, query, action }: SaveProps) {
  const { saved: t } = deskQueuesWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ name: 'filter-name' }} submit={t.save} submitClass="b">
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="query" value={query} />
          <Field id="filter-name" name="name" label={t.name} value={typed('name')} refused={refused('name')} />
          <Share lang={lang} id="filter-share" isShared={typed('isShared') === 'on'} />
        </>
      )}
    </ActionForm>
  )
}

type EditProps = {
  lang: Language
  filter: { id: string; name: string; isShared: boolean }
  change: FormAction<null>
  remove: FormAction<null>
}

/** Renames, shares or deletes a filter of one's own. */
export function EditFilterForms({ lang, filter, change, remove }: EditProps) {
  const { saved: t } = deskQueuesWords(lang)
  const id = `filter-${filter.id}`
  return (
    <>
      <ActionForm
        lang={lang}
        action={change}
        ids={{ name: id }}
        submit={t.change}
        submitName={`${t.change} ${filter.name}`}
        submitClass="b"
      >
        {({ typed, refused }) => (
          <>
            <input type="hidden" name="filterId" value={filter.id} />
            <Field id={id} name="name" label={t.name} value={typed('name') ?? filter.name} refused={refused('name')} />
            <Share lang={lang} id={`${id}-share`} isShared={filter.isShared} />
          </>
        )}
      </ActionForm>
      <ActionForm
        lang={lang}
        action={remove}
        ids={{}}
        submit={t.remove}
        submitName={`${t.remove} ${filter.name}`}
        submitClass="b"
        className=""
      >
        {() => <input type="hidden" name="filterId" value={filter.id} />}
      </ActionForm>
    </>
  )
}

function Share({ lang, id, isShared }: { lang: Language; id: string; isShared: boolean }) {
  return (
    <label className="check" htmlFor={id}>
      <input id={id} type="checkbox" name="isShared" defaultChecked={isShared} key={String(isShared)} />
      {deskQueuesWords(lang).saved.share}
    </label>
  )
}
