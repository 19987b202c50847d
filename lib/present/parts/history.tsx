import type { ClaimRecord, VerdictVersionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { claimPath } from '../addresses'
import { EarlierForm } from './earlier-form'
import { Own } from './own-words'
import { beforeOrAfter, ratingWord } from './verdict-word'
import { Day, Moment } from './when'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
/** First bytes of a hash: enough to tell two versions apart by eye; the whole is in the title and in the list below. */
const SHORT = 12

/** Before and after, and what was wrong: a correction as it is listed everywhere. */
export function CorrectionWords({
  lang,
  correction,
}: {
  lang: Language
  correction: NonNullable<VerdictVersionView['correction']>
}) {
  const t = publicWords(lang).claim
  return (
    <>
      <Own lang={lang} fr={correction.whatWasWrongFr} en={correction.whatWasWrongEn} />{' '}
      <span className="vh">{t.was} </span>
      <del>{beforeOrAfter(lang, correction.before)}</del> <span className="vh">{t.now} </span>
      <ins>{beforeOrAfter(lang, correction.after)}</ins>
    </>
  )
}

/** Every published version, latest first: when, why, and the hash of the page as it was. */
export function History({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang).claim
  const w = words(lang)
  const oldest = record.versions.at(-1)
  const hashes = record.versions.flatMap((version) =>
    version.documents.map((document) => ({ ...document, n: version.n })),
  )
  return (
    <>
      <ol className="hist" reversed>
        {record.versions.map((version) => {
          const mine = version.documents.find(({ language }) => language === lang)
          return (
            <li key={version.n} id={`v${version.n}`}>
              <Day lang={lang} iso={version.publishedAt} className="num" />
              <div>
                <b>
                  {t.version(version.n)}, {ratingWord(lang, version.rating).toLocaleLowerCase(lang)}
                  {version.correction && `, ${w.correctionSeverity[version.correction.severity]}`}.
                </b>{' '}
                {version.isWithdrawal && `${t.withdrawal} `}
                {version.correction ? (
                  <CorrectionWords lang={lang} correction={version.correction} />
                ) : (
                  version.n === oldest?.n && t.first
                )}
                <span className="hash">
                  {mine ? (
                    <a href={`${claimPath(lang, record.slug)}?version=${version.n}`}>
                      <code title={mine.sha256}>sha256 {mine.sha256.slice(0, SHORT)}</code>
                    </a>
                  ) : (
                    t.shaNow
                  )}
                </span>
              </div>
            </li>
          )
        })}
      </ol>
      <EarlierForm lang={lang} path={claimPath(lang, record.slug)} />
      {hashes.length > 0 && (
        <details className="hashes">
          <summary>{t.shaWhole}</summary>
          <ul>
            {hashes.map(({ n, language, sha256 }) => (
              <li key={`${n}-${language}`}>
                {t.version(n)}, {w.language[language]} <code>{sha256}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What was corrected since the first publication, or that nothing was. */
export function Corrections({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang).claim
  const corrected = record.versions.flatMap(({ n, correction }) => (correction ? [{ n, correction }] : []))
  if (corrected.length === 0) return <p className="dim">{t.noCorrections}</p>
  return (
    <ul className="hist">
      {corrected.map(({ n, correction }) => (
        <li key={n}>
          <Moment lang={lang} iso={correction.at} />
          <div>
            <b>{capital(words(lang).correctionSeverity[correction.severity])}.</b>{' '}
            <CorrectionWords lang={lang} correction={correction} />
          </div>
        </li>
      ))}
    </ul>
  )
}
