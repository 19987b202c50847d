'use client'
import { usePathname, useRouter } from 'next/navigation'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import type { DeskThing } from '@/lib/domain/found'
import type { Language } from '@/lib/domain/vocabulary'
import { deskKeysWords } from '@/lib/i18n/desk-keys'
import { KeyHint } from './keys.client'
import { ROOMS } from './rooms'

/** Long enough not to ask at every letter, short enough not to be felt. */
const PAUSE_MS = 120

type Line = {
  id: string
  kind: DeskThing['kind'] | 'command'
  name: string
  ref: string | null
  lang: string | undefined
  press?: string
  go: () => void
}
type Props = { lang: Language; isAdmin: boolean; dialog: RefObject<HTMLDialogElement | null>; openHelp: () => void }

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** Where a thing that was found is worked on. */
const pathOf = ({ kind, slug }: DeskThing): string =>
  ({
    claim: `/desk/claims/${slug}`,
    conflict: `/desk/conflicts/${slug}`,
    dispatch: `/desk/dispatches/${slug}`,
    event: `/desk/events/${slug}`,
    source: `/desk/sources#${slug}`,
  })[kind]

/** One box for everything: things of the desk by any of their words, and what can be done. A combobox in a native dialog. */
export function Palette({ lang, isAdmin, dialog, openHelp }: Props) {
  const t = deskKeysWords(lang)
  const router = useRouter()
  const here = usePathname()
  const id = useId()
  const [typed, setTyped] = useState('')
  /** Null while the answer is awaited. */
  const [found, setFound] = useState<readonly DeskThing[] | null>([])
  const [isOffline, setOffline] = useState(false)
  const [at, setAt] = useState(0)

  useEffect(() => {
    const words = typed.trim()
    const stop = new AbortController()
    const ask = async () => {
      if (words === '') return setFound([])
      try {
        const answer = await fetch(`/api/desk/find?q=${encodeURIComponent(words)}`, { signal: stop.signal })
        if (!answer.ok) throw new Error(`${answer.status}`)
        setFound(((await answer.json()) as { found: DeskThing[] }).found)
        setOffline(false)
      } catch {
        if (stop.signal.aborted) return
        setOffline(true)
        setFound([])
      }
    }
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])

  const close = () => dialog.current?.close()
  const goTo = (path: string) => () => {
    close()
    router.push(`/${lang}${path}`)
  }
  const command = (name: string, go: () => void, press?: string): Omit<Line, 'id'> => ({
    kind: 'command',
    name,
    ref: null,
    lang: undefined,
    go,
    ...(press ? { press } : {}),
  })
  const commands = [
    ...ROOMS.filter(({ isForAdmin }) => isAdmin || !isForAdmin).map(({ path, name, letter }) =>
      command(t.goTo(name(lang)), goTo(`/desk${path}`), `g ${letter}`),
    ),
    command(t.commands.newDispatch, goTo('/desk/dispatches/new')),
    command(t.commands.account, goTo('/desk/account')),
    command(t.commands.otherLanguage, () => location.assign(here.replace(/^\/(fr|en)/, lang === 'fr' ? '/en' : '/fr'))),
    command(
      t.commands.help,
      () => {
        close()
        openHelp()
      },
      '?',
    ),
  ].filter(({ name }) =>
    folded(typed)
      .split(/\s+/)
      .every((word) => folded(name).includes(word)),
  )
  const lines: Line[] = [
    ...(found ?? []).map((thing) => {
      const own = lang === 'fr' ? (thing.fr ?? thing.en) : (thing.en ?? thing.fr)
      const its = thing.language ?? (own === thing.fr ? 'fr' : 'en')
      return { kind: thing.kind, name: own ?? thing.slug, ref: thing.ref, lang: its, go: goTo(pathOf(thing)) }
    }),
    ...commands,
  ].map((line, i) => ({ ...line, id: `${id}-${i}` }))
  const current = lines[Math.min(at, lines.length - 1)]

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }
    const by = moves[event.key]
    if (by !== undefined && lines.length > 0) {
      event.preventDefault()
      const last = lines.length - 1
      const next = Math.abs(by) === 1 ? (at + by + lines.length) % lines.length : Math.min(last, Math.max(0, at + by))
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      current?.go()
    }
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t.palette}
      onClose={() => {
        setTyped('')
        setAt(0)
      }}
    >
      <label className="vh" htmlFor={`${id}-box`}>
        {t.box}
      </label>
      <input
        id={`${id}-box`}
        type="text"
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current?.id}
        aria-autocomplete="list"
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        placeholder={t.box}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setFound(null)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-help`} className="small dim">
        {isOffline ? t.offline : t.boxHelp}
      </p>
      <p role="status" className="vh">
        {typed.trim() === '' || !found ? '' : t.found(lines.length)}
      </p>
      <div role="listbox" id={`${id}-list`} aria-label={t.palette}>
        {lines.length === 0 && found && <p className="none">{t.found(0)}</p>}
        {lines.map((line, i) => (
          <div key={line.id}>
            {line.kind !== lines[i - 1]?.kind && (
              <p className="kind" aria-hidden="true">
                {t.kinds[line.kind]}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, as in every combobox */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
            <div
              role="option"
              id={line.id}
              aria-selected={line === current}
              onClick={line.go}
              onPointerMove={() => i !== at && setAt(i)}
            >
              <span className="vh">{t.kinds[line.kind]} </span>
              {line.ref && <span className="mono">{line.ref}</span>}
              <span className="name" lang={line.lang}>
                {line.name}
              </span>
              {line.press && <KeyHint of={line.press} />}
            </div>
          </div>
        ))}
      </div>
    </dialog>
  )
}
