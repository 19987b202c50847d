import type { DateBasis, Language } from '@/lib/domain/vocabulary'
import { deskEn } from './desk.en'
import { deskFr } from './desk.fr'

type Count = (n: number) => string
type Named = (ref: string) => string
type Texts<K extends string> = Record<K, string>

/** What the desk says around dispatches, claims, sources and events. A missing sentence does not compile. */
export type DeskWords = {
  name: string
  nav: Texts<
    | 'label'
    | 'home'
    | 'dispatches'
    | 'claims'
    | 'conflicts'
    | 'verdicts'
    | 'sources'
    | 'events'
    | 'people'
    | 'account'
    | 'site'
    | 'other'
  >
  keysLabel: string
  today: Texts<'title' | 'lead' | 'dispatches' | 'empty'>
  dispatches: Texts<'title' | 'add' | 'open' | 'isPublic' | 'isDraft' | 'publish' | 'seePublic'> &
    Record<'claims' | 'conflicts', Count>
  newDispatch: Texts<
    | 'title'
    | 'lead'
    | 'headline'
    | 'text'
    | 'language'
    | 'url'
    | 'publisher'
    | 'noPublisher'
    | 'dateWords'
    | 'dateEdtf'
    | 'basis'
    | 'submit'
  >
  basis: Record<DateBasis, string>
  reading: Texts<
    | 'text'
    | 'cards'
    | 'help'
    | 'toolbar'
    | 'claim'
    | 'extend'
    | 'shrink'
    | 'extendStart'
    | 'shrinkStart'
    | 'leave'
    | 'none'
    | 'compareNone'
    | 'keysOff'
    | 'keysSetting'
  > & {
    sentence: (n: number, words: string) => string
    selected: (words: string, start: number, end: number) => string
    compare: Count
    choose: Named
    keys: Texts<'next' | 'claim' | 'pick' | 'words' | 'add' | 'swap' | 'leave' | 'help'>
  }
  form: Texts<
    | 'title'
    | 'quote'
    | 'statementFr'
    | 'statementEn'
    | 'hint'
    | 'kind'
    | 'choose'
    | 'kindProposed'
    | 'scopes'
    | 'modality'
    | 'event'
    | 'noEvent'
    | 'when'
    | 'edtf'
    | 'basis'
    | 'place'
    | 'checkable'
    | 'chain'
    | 'chainHint'
    | 'chooseSource'
    | 'verb'
    | 'medium'
    | 'language'
    | 'addHop'
    | 'newSource'
    | 'newSourceName'
    | 'newSourceKind'
    | 'create'
    | 'statements'
    | 'addStatement'
    | 'submit'
    | 'submitNext'
    | 'cancel'
  > &
    Record<'role' | 'source' | 'up' | 'down' | 'remove' | 'property' | 'value' | 'removeStatement', Count> &
    Record<'added' | 'restored', Named>
  card: Texts<
    | 'edit'
    | 'editChain'
    | 'page'
    | 'discard'
    | 'evidence'
    | 'conflict'
    | 'save'
    | 'inConflict'
    | 'stale'
    | 'theirs'
    | 'yours'
    | 'keepMine'
    | 'takeTheirs'
    | 'unsaved'
  > & { goToText: Named }
  sources: Texts<
    'title' | 'add' | 'name' | 'kind' | 'appearances' | 'affiliation' | 'roleWords' | 'isNamed' | 'submit' | 'empty'
  >
  events: Texts<
    | 'title'
    | 'add'
    | 'titleFr'
    | 'titleEn'
    | 'submit'
    | 'empty'
    | 'ref'
    | 'event'
    | 'date'
    | 'claims'
    | 'conflicts'
    | 'scrolls'
  > & { claimsOf: (n: number, ref: string) => string; conflictsOf: (n: number, ref: string) => string }
  claims: Texts<
    | 'title'
    | 'search'
    | 'go'
    | 'ref'
    | 'words'
    | 'voice'
    | 'event'
    | 'verdict'
    | 'none'
    | 'mark'
    | 'public'
    | 'internal'
  >
}

export const deskWords = (lang: Language): DeskWords => (lang === 'fr' ? deskFr : deskEn)
