import { isOpenConflict } from '@/lib/domain/conflict'
import type { ConflictBrief } from '@/lib/domain/record'
import type { ConflictClass, Language } from '@/lib/domain/vocabulary'
import { words } from '@/lib/i18n/words'
import { Icon, type IconName } from '@/lib/present/parts/icons'

const ICON: Record<ConflictClass, IconName> = {
  contradiction: 'neq',
  tension: 'neq',
  variant: 'general',
  ambiguity: 'unknown',
  gap: 'unknown',
  apparent: 'ok',
}
const capital = (lang: Language, text: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** The class of a conflict: icon and word. */
export const ConflictClassTag = ({ lang, kind }: { lang: Language; kind: ConflictClass }) => (
  <span className="tag">
    <Icon name={ICON[kind]} />
    {capital(lang, words(lang).conflictClass[kind])}
  </span>
)

/** The status of a conflict: marked while it is open, ticked once settled; always with its word. */
export const ConflictStatusTag = ({ lang, status }: { lang: Language; status: ConflictBrief['status'] }) => (
  <span className={isOpenConflict(status) ? 'tag on' : 'tag ok'}>
    <Icon name={isOpenConflict(status) ? 'neq' : status === 'suggested' ? 'unknown' : 'ok'} />
    {capital(lang, words(lang).conflictStatus[status])}
  </span>
)
