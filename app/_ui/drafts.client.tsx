'use client'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { type DraftContent, draftFault, type KeptDraft } from '@/lib/domain/draft'
import type { Language } from '@/lib/domain/vocabulary'
import { deskDraftsWords } from '@/lib/i18n/desk-drafts'
import type { ActionResult } from '@/lib/web/action-result'

/** Long enough not to send every letter, short enough that a closed lid loses a word at most. */
const PAUSE_MS = 800
/** How soon a save that found no server is tried again, unless the browser says earlier that it is back. */
const RETRY_MS = 10_000

type DraftActions = {
  save: (draft: { key: string; content: never }) => Promise<ActionResult<{ savedAt: string }>>
  load: (which: { key: string }) => Promise<ActionResult<KeptDraft | null>>
  drop: (which: { key: string }) => Promise<ActionResult<null>>
}
const Drafts = createContext<DraftActions | null>(null)

/** Lets every form of the desk keep its draft on the server. */
export const DraftsProvider = ({ actions, children }: { actions: DraftActions; children: ReactNode }) => (
  <Drafts value={actions}>{children}</Drafts>
)

type State = { is: 'idle' | 'offline' | 'too_large' | 'discarded' } | { is: 'saved'; at: string }
export type Draft<T = DraftContent> = {
  state: State
  /** The draft the form was filled with; `savedAt` is null when it came from this browser. */
  restored: { savedAt: string | null } | null
  /** A draft that came when something had been typed already. */
  waiting: { savedAt: string | null } | null
  take: () => void
  discard: () => void
  /** The form is being sent: leaving is no longer questioned, and nothing more is kept until it was refused (`release`). */
  hold: () => void
  release: () => void
  /** Forgets the draft after its form was sent; what stands there then (`now`) counts as untouched. */
  drop: (now?: T) => void
}

const localKey = (key: string) => `recoupe.draft.${key}`
const keptHere = (key: string): DraftContent | null => {
  const kept = localStorage.getItem(localKey(key))
  return kept === null ? null : (JSON.parse(kept) as DraftContent)
}

/**
 * Keeps what is being written: on the server 800 ms after the last letter, in this browser only while there is no connection,
 * and gives it back when the form is opened again, here or on another machine. `null` keeps nothing.
 */
export function useDraft<T extends DraftContent>(
  key: string | null,
  content: T,
  restore: (content: T) => void,
): Draft<T> {
  const actions = useContext(Drafts)
  const json = JSON.stringify(content)
  const pristine = useRef(json)
  /** What has reached the server, and what is at least safe in this browser. */
  const kept = useRef(json)
  const safe = useRef(json)
  const latest = useRef({ json, content, restore })
  /** A draft saved while its form is sent could reach the server after it was dropped, and would come back as a new note. */
  const isHeld = useRef(false)
  const [state, setState] = useState<State>({ is: 'idle' })
  const [restored, setRestored] = useState<Draft['restored']>(null)
  const [waiting, setWaiting] = useState<{ content: DraftContent; savedAt: string | null } | null>(null)
  const [isReady, setReady] = useState(false)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    latest.current = { json, content, restore }
  })

  const fillIn = (found: { content: DraftContent; savedAt: string | null }) => {
    kept.current = safe.current = JSON.stringify(found.content)
    latest.current.restore(found.content as T)
    setRestored({ savedAt: found.savedAt })
    setWaiting(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once for each key
  useEffect(() => {
    if (!actions || key === null) return
    let isGone = false
    const load = async () => {
      const here = keptHere(key)
      const answer = await actions.load({ key }).catch(() => null)
      if (isGone) return
      setReady(true)
      // What this browser still holds never reached the server: it is the later one.
      const found = here ? { content: here, savedAt: null } : answer?.ok ? answer.value : null
      if (!found) return
      if (latest.current.json === pristine.current) fillIn(found)
      else setWaiting(found)
    }
    void load()
    return () => {
      isGone = true
    }
  }, [actions, key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again after a failure
  useEffect(() => {
    if (!actions || key === null || !isReady || json === kept.current) return
    const save = async () => {
      const sent = latest.current
      if (isHeld.current || sent.json === kept.current) return
      if (draftFault(sent.content) === 'too_long') return setState({ is: 'too_large' })
      const answer = await actions.save({ key, content: sent.content as never }).catch(() => null)
      // Sent, discarded or dropped meanwhile: what came back is of no interest.
      if (latest.current.json === kept.current) return
      if (answer?.ok) {
        kept.current = safe.current = sent.json
        localStorage.removeItem(localKey(key))
        return setState({ is: 'saved', at: answer.value.savedAt })
      }
      safe.current = sent.json
      localStorage.setItem(localKey(key), sent.json)
      setState({ is: 'offline' })
    }
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [actions, key, json, isReady, tries])

  const isOffline = state.is === 'offline'
  useEffect(() => {
    if (!isOffline) return
    const again = () => setTries((n) => n + 1)
    const timer = setInterval(again, RETRY_MS)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [isOffline])

  // Leaving is questioned only while something is safe nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` changes when something became safe
  useEffect(() => {
    if (json === safe.current) return
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.json !== safe.current) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [json, state])

  const forget = () => {
    setRestored(null)
    setWaiting(null)
    if (!actions || key === null) return
    localStorage.removeItem(localKey(key))
    void actions.drop({ key }).catch(() => null)
  }
  return {
    state,
    restored,
    waiting,
    take: () => waiting && fillIn(waiting),
    discard: () => {
      kept.current = safe.current = pristine.current
      latest.current.restore(JSON.parse(pristine.current) as T)
      setState({ is: 'discarded' })
      forget()
    },
    hold: () => {
      isHeld.current = true
      safe.current = latest.current.json
    },
    release: () => {
      isHeld.current = false
      setTries((n) => n + 1)
    },
    drop: (now) => {
      isHeld.current = false
      pristine.current = kept.current = safe.current = now ? JSON.stringify(now) : latest.current.json
      setState({ is: 'idle' })
      forget()
    },
  }
}

/** Tells once, when the page opens, that a draft waits under this key: whoever left it in the middle finds it open again. */
export function useWaitingDraft(key: string, onFound: (content: DraftContent) => void): void {
  const actions = useContext(Drafts)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each key
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const answer = await actions?.load({ key }).catch(() => null)
      const found = keptHere(key) ?? (answer?.ok ? answer.value?.content : null)
      if (found && !isGone) onFound(found)
    }
    void look()
    return () => {
      isGone = true
    }
  }, [actions, key])
}

/** What the draft of a form is, in a line that is read aloud when it changes. */
export function DraftLine({ lang, draft }: { lang: Language; draft: Omit<Draft, 'drop' | 'hold' | 'release'> }) {
  const t = deskDraftsWords(lang)
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB'
  const clock = (iso: string) => new Date(iso).toLocaleTimeString(locale, { timeStyle: 'short' })
  const date = (iso: string) => new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const { state, restored, waiting } = draft
  const says = {
    idle: '',
    saved: state.is === 'saved' ? t.saved(clock(state.at)) : '',
    offline: t.offline,
    too_large: t.tooLarge,
    discarded: t.discarded,
  }[state.is]
  return (
    <div className="draft-line small">
      <p role="status" className={state.is === 'offline' || state.is === 'too_large' ? 'strong' : 'dim'}>
        {restored && (restored.savedAt ? t.restored(date(restored.savedAt)) : t.restoredHere)} {says}
      </p>
      {restored && (
        <button type="button" className="b bare" onClick={draft.discard}>
          {t.discard}
        </button>
      )}
      {waiting && (
        <p>
          {waiting.savedAt ? t.waiting(date(waiting.savedAt)) : t.restoredHere}{' '}
          <button type="button" className="b" onClick={draft.take}>
            {t.take}
          </button>
        </p>
      )}
    </div>
  )
}
