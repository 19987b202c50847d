import type { Language } from '@/lib/domain/vocabulary'
import { longListsWords } from '@/lib/i18n/long-lists'

type Props = { lang: Language; n: number; total: number; href: string | null }

/** Says that a page shows the first of many, and where the others are found; nothing when it shows all. */
export function OnlyFirst({ lang, n, total, href }: Props) {
  if (n >= total) return null
  const t = longListsWords(lang)
  return (
    <p className="dim">
      {t.shown(n, total)} {href !== null && <a href={href}>{t.allInSearch}</a>}
    </p>
  )
}
