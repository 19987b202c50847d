'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { answerTo, ariaKeys, isSingle, isTyping, pressedOf, printed, type Shortcut } from './keys'

/** How long the first of two presses is remembered. */
const PAUSE_MS = 1_500

type Registry = {
  singleKeys: boolean
  add: (own: { current: readonly Shortcut[] }) => () => void
  /** Everything that may be pressed now, in the order in which it was registered. */
  all: () => Shortcut[]
}
const Keys = createContext<Registry | null>(null)

/** The one place of the desk that listens to keys. Whoever has a shortcut registers it here, and the help lists it. */
export function KeysProvider({ singleKeys, children }: { singleKeys: boolean; children: ReactNode }) {
  const registered = useRef(new Set<{ current: readonly Shortcut[] }>())
  const registry = useMemo<Registry>(
    () => ({
      singleKeys,
      add: (own) => {
        registered.current.add(own)
        return () => registered.current.delete(own)
      },
      all: () =>
        [...registered.current].flatMap(({ current }) => current).filter((it) => singleKeys || !isSingle(it.press)),
    }),
    [singleKeys],
  )
  useEffect(() => {
    let before: { press: string; at: number } | null = null
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const pressed = pressedOf(event)
      if (pressed === 'mod+Enter') return submitFormOf(event)
      const typing = isTyping(event.target)
      const runnable = registry.all().filter((it) => it.run && (!typing || it.whileTyping))
      const { found, pending } = answerTo(
        runnable.map(({ press }) => press),
        before && event.timeStamp - before.at < PAUSE_MS ? before.press : null,
        pressed,
      )
      before = pending === null ? null : { press: pending, at: event.timeStamp }
      // The last that came knows best: a dialog or a card over the page.
      const verb = runnable.findLast(({ press }) => press === found)
      if (!verb?.run) return
      event.preventDefault()
      verb.run(event)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [registry])
  return <Keys value={registry}>{children}</Keys>
}

/** ⌘Enter, Ctrl-Enter: submits the form one is in, as its own button would. */
function submitFormOf(event: KeyboardEvent) {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
  if (!form || form.method === 'dialog') return
  event.preventDefault()
  form.requestSubmit()
}

/** Registers shortcuts for as long as the component is on the page. */
export function useKeys(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(Keys)
  const own = useRef(shortcuts)
  useEffect(() => {
    own.current = shortcuts
  })
  useEffect(() => registry?.add(own), [registry])
}

/** What may be pressed on this page, asked when the help opens. */
export const useAllKeys = (): (() => Shortcut[]) => useContext(Keys)?.all ?? (() => [])

/** The machine does not change under the reader: nothing to listen to. */
const never = () => () => undefined
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)
const useIsMac = () => useSyncExternalStore(never, isApple, () => false)
/** Whether this key does anything for this reader: a single key that is switched off is not advertised either. */
function useIsOn(press: string): boolean {
  const registry = useContext(Keys)
  return registry !== null && (registry.singleKeys || !isSingle(press))
}

/** A key as it is printed on its button; the button's own name does not change with it. */
export function KeyHint({ of: press }: { of: string }) {
  const isMac = useIsMac()
  return useIsOn(press) ? (
    <span aria-hidden="true">
      <kbd>{printed(press, isMac)}</kbd>
    </span>
  ) : null
}

/** A shortcut in a list of shortcuts, where it is what one came to read. */
export function KeyName({ of: press }: { of: string }) {
  return <kbd>{printed(press, useIsMac())}</kbd>
}

/** `aria-keyshortcuts` of a button; nothing while the key is switched off. */
export function useAria(): (press: string) => string | undefined {
  const registry = useContext(Keys)
  return (press) => (registry && (registry.singleKeys || !isSingle(press)) ? ariaKeys(press) : undefined)
}
