import type { AssignableKind } from '@/lib/domain/assignment'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { loadAssignment } from '@/lib/services/load-assignment'
import { asKnown } from '@/lib/web/as-known'
import { assignAction } from '../actions'
import { ChoosePersonForm, GiveForm } from './assign-forms.client'

type Props = { lang: Language; kind: AssignableKind; id: string; heading?: 'h2' | 'h3' }

/** Who works on a thing, or reads it a second time: take it, give it to somebody, give it back. */
export async function Assignment({ lang, kind, id, heading: Heading = 'h2' }: Props) {
  const held = await asKnown((desk) => loadAssignment(desk, kind, id))
  const t = deskTogetherWords(lang).assignment
  const isReading = kind === 'verdict'
  const at = { lang, kind, id, version: held.version, action: assignAction }
  const title = `who-${kind}`
  return (
    <section className="assignment" aria-labelledby={title}>
      <Heading id={title}>{t.titles[kind]}</Heading>
      <p role="status">
        {held.holder === null
          ? t.nobody
          : held.isMine
            ? isReading
              ? t.askedMe
              : t.mine
            : isReading
              ? t.askedReader(held.holder)
              : t.holder(held.holder)}
      </p>
      {held.mayAssign && (
        <div className="acts">
          {held.mayTake && (
            <GiveForm
              key={`take ${held.version}`}
              {...at}
              personId={held.me}
              label={isReading ? t.takeReading : t.take}
            />
          )}
          {held.holder !== null && (
            <GiveForm
              key={`back ${held.version}`}
              {...at}
              personId=""
              label={isReading && !held.isMine ? t.withdrawAsk : t.giveBack}
            />
          )}
          {held.others.length > 0 && (
            <ChoosePersonForm
              key={`choose ${held.version}`}
              {...at}
              people={held.others.filter((it) => it.id !== held.holderId)}
              label={isReading ? t.ask : t.give}
            />
          )}
        </div>
      )}
    </section>
  )
}
