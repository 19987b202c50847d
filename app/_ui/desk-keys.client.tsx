'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { deskKeysWords } from '@/lib/i18n/desk-keys'
import { isSingle, type Shortcut } from './keys'
import { KeyHint, KeyName, useAllKeys, useAria, useKeys } from './keys.client'
import { Palette } from './palette.client'
import { ROOMS } from './rooms'

/** What the whole desk answers to: the palette, the help, the search, the rooms. Two buttons in the bar say so. */
export function DeskKeys({ lang, isAdmin }: { lang: Language; isAdmin: boolean }) {
  const t = deskKeysWords(lang)
  const router = useRouter()
  const aria = useAria()
  const allKeys = useAllKeys()
  const palette = useRef<HTMLDialogElement>(null)
  const help = useRef<HTMLDialogElement>(null)
  const [listed, setListed] = useState<readonly Shortcut[]>([])
  const open = (dialog: HTMLDialogElement | null) => {
    if (dialog && !document.querySelector('dialog[open]')) dialog.showModal()
  }
  const openPalette = () => open(palette.current)
  const openHelp = () => {
    setListed(allKeys())
    open(help.current)
  }
  // A page that has a search of its own is searched; elsewhere the palette finds.
  const search = () => {
    const box = document.querySelector<HTMLInputElement>('main input[type=search]')
    if (box) box.focus()
    else openPalette()
  }
  const { anywhere, rooms } = t.groups
  useKeys([
    { press: 'mod+k', name: t.palette, group: anywhere, run: openPalette, whileTyping: true },
    { press: '/', name: t.search, group: anywhere, run: search },
    { press: '?', name: t.help, group: anywhere, run: openHelp },
    { press: 'mod+Enter', name: t.submit, group: anywhere },
    ...ROOMS.filter(({ isForAdmin }) => isAdmin || !isForAdmin).map(({ path, name, letter }) => ({
      press: `g ${letter}`,
      name: t.goTo(name(lang)),
      group: rooms,
      run: () => router.push(`/${lang}/desk${path}`),
    })),
  ])
  const groups = [...new Set(listed.map(({ group }) => group))]
  return (
    <>
      {/* A link: before and without JavaScript it leads to the search in the claims. */}
      <a
        className="b"
        href={`/${lang}/desk/claims`}
        aria-keyshortcuts={aria('mod+k')}
        onClick={(event) => {
          event.preventDefault()
          openPalette()
        }}
      >
        {t.palette} <KeyHint of="mod+k" />
      </a>
      <button
        type="button"
        className="b bare hide-s"
        aria-keyshortcuts={aria('?')}
        aria-label={t.help}
        onClick={openHelp}
      >
        ⌨ <KeyHint of="?" />
      </button>
      <Palette lang={lang} isAdmin={isAdmin} dialog={palette} openHelp={openHelp} />
      <dialog ref={help} className="keys-help" aria-labelledby="keys-help">
        <h2 id="keys-help">{t.help}</h2>
        <p className="small dim">
          {listed.some(({ press }) => isSingle(press)) ? t.keysOn : t.keysOff}{' '}
          <a href={`/${lang}/desk/account`}>{t.setting}</a>
        </p>
        <div className="keys-groups">
          {groups.map((group) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl className="keys-list">
                {listed
                  .filter((it) => it.group === group)
                  .map(({ press, name }) => (
                    <div key={`${press} ${name}`}>
                      <dt>
                        <KeyName of={press} />
                      </dt>
                      <dd>{name}</dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
        <form method="dialog">
          <button type="submit" className="b go">
            {t.close}
          </button>
        </form>
      </dialog>
    </>
  )
}
