import { countOrigins } from '@/lib/domain/chain'
import type { ClaimRecord } from '@/lib/domain/record'
import { publicWords } from '@/lib/i18n/public'
import { claimPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Logo, VerdictShape } from '../parts/icons'
import { OwnParagraph, ownText } from '../parts/own-words'
import { ratingWord } from '../parts/verdict-word'
import { Day } from '../parts/when'
import { documentOf } from '../render'
import { isWithdrawn, withdrawalOf } from '../withdrawal'

/** The verdict as a card for somebody else's page: no script, no cookie, one link back. */
export function verdictEmbed(record: ClaimRecord, ctx: DocumentContext): string {
  const { lang, baseUrl } = ctx
  const t = publicWords(lang)
  const [latest] = record.versions
  const isGone = isWithdrawn(record)
  const withdrawal = withdrawalOf(record)
  // Under a verdict that stands no more, its summary would still claim it: what was wrong is said instead.
  const [fr, en] = withdrawal
    ? [withdrawal.whatWasWrongFr, withdrawal.whatWasWrongEn]
    : isGone
      ? [null, null]
      : [latest?.summaryFr ?? null, latest?.summaryEn ?? null]
  const claim = ownText(lang, record.statementFr, record.statementEn)
  const word = !latest ? t.claim.none : isGone ? t.claim.withdrawnTitle : ratingWord(lang, latest.rating)
  const { outlets, origins } = countOrigins(record.occurrences.map(({ chain }) => chain))
  const href = baseUrl + claimPath(lang, record.slug)
  return documentOf(
    <html lang={lang} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: this is a document of its own, not a page of the app */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{t.claim.describedAs(claim, word)}</title>
        <link rel="stylesheet" href={ctx.stylesheet} />
        <link rel="canonical" href={href} />
      </head>
      <body className="embed">
        <main>
          <VerdictShape rating={latest && !isGone ? latest.rating : null} />
          <div>
            <p className="word">{word}</p>
            <h1>
              <a href={href} target="_blank" rel="noopener">
                {claim}
              </a>
            </h1>
            <OwnParagraph lang={lang} fr={fr} en={en} className="sum" />
            <p className="meta">
              <span>{t.origins(outlets, origins)}</span>
              {latest && <Day lang={lang} iso={latest.publishedAt} />}
            </p>
            <p className="meta">
              <a className="logo" href={href} target="_blank" rel="noopener">
                <Logo />
                {t.embed.by(ctx.newsroom)}
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>,
  )
}
