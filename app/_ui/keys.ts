/** One shortcut: what is pressed, what it does in the reader's words, and where it holds (the heading in the help). */
export type Shortcut = {
  /** `j`, `?`, `g d` (one after the other), `mod+k` (⌘ or Ctrl), `Shift+ArrowRight`, `Escape`. */
  press: string
  name: string
  group: string
  /** Absent where the place itself listens: a form, a list. It is then only listed. */
  run?: (event: KeyboardEvent) => void
  /** Heard in a field too; only for a press that writes nothing and undoes nothing there. */
  whileTyping?: true
}

const MODIFIER = /^(?:mod|Alt|Shift)\+/
/** A letter or sign alone, or two in a row: what can be switched off (WCAG 2.1.4). */
export const isSingle = (press: string): boolean => !MODIFIER.test(press) && press.split(' ').every(isSign)
const isSign = (key: string): boolean => Array.from(key).length === 1

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
/** What was pressed, as a shortcut is written. A sign already carries its Shift: `?` stays `?` on every keyboard. */
export function pressedOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const sign = isSign(key)
  return [
    ctrlKey || metaKey ? 'mod+' : '',
    altKey ? 'Alt+' : '',
    shiftKey && !sign ? 'Shift+' : '',
    sign && (ctrlKey || metaKey) ? key.toLowerCase() : key,
  ].join('')
}

/** What a press does to what was pressed before it: a shortcut, the first half of one, or nothing. */
export function answerTo(
  presses: readonly string[],
  before: string | null,
  pressed: string,
): { found: string | null; pending: string | null } {
  const both = before === null ? null : `${before} ${pressed}`
  if (both !== null && presses.includes(both)) return { found: both, pending: null }
  if (presses.some((press) => press.startsWith(`${pressed} `))) return { found: null, pending: pressed }
  return { found: presses.includes(pressed) ? pressed : null, pending: null }
}

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Shift: '⇧',
}
/** A shortcut as it is printed on its button. */
export const printed = (press: string, isMac: boolean): string =>
  press
    .split(' ')
    .map((step) => {
      const keys = step.split('+')
      return keys
        .map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : (SIGNS[key] ?? (keys[1] ? capital(key) : key))))
        .join(' ')
    })
    .join(' ')
const capital = (key: string): string => (isSign(key) ? key.toUpperCase() : key)

/** The same for assistive technology (`aria-keyshortcuts`), which knows no two presses in a row. */
export function ariaKeys(press: string): string | undefined {
  if (press.includes(' ')) return undefined
  return press.startsWith('mod+') ? `${press.replace('mod', 'Control')} ${press.replace('mod', 'Meta')}` : press
}

const WRITTEN = new Set([
  'text',
  'search',
  'email',
  'url',
  'tel',
  'password',
  'number',
  'date',
  'time',
  'datetime-local',
])
/** Where letters are text, or choose from a list: no letter is a command there. */
export function isTyping(at: EventTarget | null): boolean {
  if (!(at instanceof HTMLElement)) return false
  if (at.isContentEditable || at.closest('dialog, [role=listbox], [role=combobox]') !== null) return true
  if (at instanceof HTMLInputElement) return WRITTEN.has(at.type)
  return at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
}
