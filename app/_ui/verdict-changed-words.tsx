import type { Language } from '@/lib/domain/vocabulary'
import { wordDiff } from '@/lib/domain/word-diff'
import { deskReviewWords } from '@/lib/i18n/desk-review'

/** From one text to another, word by word; what went and what came is said aloud too. */
export function ChangedWords({ lang, before, after }: { lang: Language; before: string; after: string }) {
  const { form: t } = deskReviewWords(lang)
  return (
    <p className="changed">
      {wordDiff(before, after, lang).map(({ text, kind }, i) => {
        const key = `${i} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <span className="vh"> [{t[kind]}] </span>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}
