import type { ClaimRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { words } from '@/lib/i18n/words'
import { claimPath } from '../addresses'
import { Own } from './own-words'
import { VerdictWord } from './verdict-word'

/** Claims tied to this one, and how; an arrow back when it is the other that repeats, supports or contains. */
export const RelatedClaims = ({ lang, record }: { lang: Language; record: ClaimRecord }) => (
  <ul className="related">
    {record.relations.map(({ kind, direction, claim, noteFr, noteEn }) => (
      <li key={`${kind}-${direction}-${claim.id}`}>
        <span className="dim small">
          {direction === 'to' ? '← ' : ''}
          {words(lang).claimRelation[kind]}
        </span>{' '}
        <a href={claimPath(lang, claim.slug)}>
          <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
        </a>{' '}
        {claim.verdict && <VerdictWord lang={lang} rating={claim.verdict.rating} />}
        {(noteFr || noteEn) && (
          <span className="dim small">
            {' '}
            <Own lang={lang} fr={noteFr} en={noteEn} />
          </span>
        )}
      </li>
    ))}
  </ul>
)
