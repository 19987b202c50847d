import { positionLetter } from '@/lib/domain/conflict'
import type { Sensitivity, Stake } from '@/lib/domain/sensitivity'
import type { Language } from '@/lib/domain/vocabulary'
import { deskSourcesWords } from '@/lib/i18n/desk-sources'
import { Icon } from '@/lib/present/parts/icons'
import { Own } from '@/lib/present/parts/own-words'
import { Scrolling } from '@/lib/present/parts/scrolling'
import { VerdictWord } from '@/lib/present/parts/verdict-word'

function Why({ lang, stake }: { lang: Language; stake: Stake }) {
  const { sensitivity: t } = deskSourcesWords(lang)
  if (stake.kind === 'named') return t.named
  if (stake.kind !== 'position') return t[stake.kind](stake.of)
  return (
    <>
      {t.position(stake.of, positionLetter(stake.ordinal))},{' '}
      <a href={`/${lang}/desk/conflicts/${stake.conflictSlug}`}>{stake.conflictRef}</a>
    </>
  )
}

/** Which verdicts fall with a source, which are only weakened, and why. */
export function SensitivitySection({ lang, sensitivity }: { lang: Language; sensitivity: readonly Sensitivity[] }) {
  const { sensitivity: t } = deskSourcesWords(lang)
  const falls = sensitivity.filter(({ isAlone }) => isAlone).length
  return (
    <section className="sec" aria-labelledby="sensitivity">
      <h2 id="sensitivity">{t.title}</h2>
      {sensitivity.length === 0 ? (
        <p className="dim">{t.none}</p>
      ) : (
        <>
          <p>
            <strong>{t.figures(falls, sensitivity.length - falls)}</strong>. <span className="dim">{t.lead}</span>
          </p>
          <Scrolling name={t.title}>
            <table className="stacks">
              <thead>
                <tr>
                  <th scope="col">{t.claim}</th>
                  <th scope="col">{t.verdict}</th>
                  <th scope="col">{t.effect}</th>
                  <th scope="col">{t.why}</th>
                </tr>
              </thead>
              <tbody>
                {sensitivity.map(({ verdictId, claim, stakes, isAlone }) => (
                  <tr key={verdictId}>
                    <th scope="row">
                      <a href={`/${lang}/desk/claims/${claim.slug}`}>{claim.ref}</a>{' '}
                      <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
                    </th>
                    <td data-head={t.verdict}>
                      {claim.verdict ? (
                        <VerdictWord lang={lang} rating={claim.verdict.rating} />
                      ) : (
                        <span className="dim">{t.unpublished}</span>
                      )}
                    </td>
                    <td data-head={t.effect}>
                      <span>
                        <Icon name={isAlone ? 'refutes' : 'general'} />{' '}
                        {isAlone ? <strong>{t.falls}</strong> : t.weakened}
                      </span>
                    </td>
                    <td data-head={t.why}>
                      <ul className="plain">
                        {stakes.map((stake) => (
                          <li
                            key={`${stake.kind} ${stake.kind === 'position' ? stake.conflictRef + stake.ordinal : ''}`}
                          >
                            <Why lang={lang} stake={stake} />
                          </li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
        </>
      )}
    </section>
  )
}
