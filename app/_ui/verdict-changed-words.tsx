import type { Language } from '@/lib/domain/vocabulary'
import { inRuns, wordDiff } from '@/lib/domain/word-diff'
import { deskReviewWords } from '@/lib/i18n/desk-review'

/** From one text to another, word by word; what went and what came is said aloud too. */
export function ChangedWords({
  lang,
  before,
  after,
  its,
}: {
  lang: Language
  before: string
  after: string
  /** The language of the two texts, when it is not the page's. */
  its?: Language | undefined
}) {
  const { form: t } = deskReviewWords(lang)
  return (
    <p className="changed" lang={its}>
      {inRuns(wordDiff(before, after, its ?? lang)).map(({ text, kind }, i) => {
        const key = `${i} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <span className="vh" lang={its && lang}>
              {' '}
              [{t[kind]}]{' '}
            </span>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}
