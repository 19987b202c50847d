import { positionLetter } from '@/lib/domain/conflict'
import { PROPERTIES } from '@/lib/domain/property'
import type { PositionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskConflictWords } from '@/lib/i18n/desk-conflict'
import { EvidenceItem } from '@/lib/present/parts/evidence-item'
import type { DeskConflict } from '@/lib/services/load-desk-conflict'
import { EvidenceForm } from '../../verdicts/_parts/evidence-form.client'
import { addEvidenceAction, linkEvidenceAction } from '../../verdicts/actions'
import { addPositionAction } from '../actions'
import { AddPositionForm, LinkEvidenceForm } from './position-forms.client'

type EvidenceProps = { lang: Language; desk: DeskConflict; position: PositionView; back: string }

/** The evidence that bears on one side, each piece with its stance, and the two ways to add to it. */
export function PositionEvidence({ lang, desk, position, back }: EvidenceProps) {
  const { evidence: t } = deskConflictWords(lang)
  const letter = positionLetter(position.ordinal)
  const held = desk.bearing.get(position.id) ?? []
  return (
    <div className="bearing">
      <h4>{t.title(letter)}</h4>
      {held.length === 0 ? (
        <p className="dim">{t.none}</p>
      ) : (
        held.map((it) => <EvidenceItem key={`${it.id} ${it.stance}`} lang={lang} evidence={it} isTarget={false} />)
      )}
      {desk.may.addEvidence && (
        <details>
          <summary>{t.add(letter)}</summary>
          {desk.pieces.length > 0 && (
            <>
              <h5>{t.existing}</h5>
              <LinkEvidenceForm
                key={`link ${held.length}`}
                lang={lang}
                action={linkEvidenceAction}
                positionId={position.id}
                pieces={desk.pieces.map((it) => ({ value: it.id, label: `${it.ref} ${it.title ?? it.url ?? ''}` }))}
                back={back}
              />
              <h5>{t.fresh}</h5>
            </>
          )}
          <EvidenceForm
            key={`add ${held.length}`}
            lang={lang}
            action={addEvidenceAction}
            on={{ positionId: position.id }}
            back={back}
            prefix={`evidence-${position.id}`}
          />
        </details>
      )}
    </div>
  )
}

/** One more side, made of what passages say about the same property of the same event. */
export function AddPosition({ lang, desk }: { lang: Language; desk: DeskConflict }) {
  const { position: t } = deskConflictWords(lang)
  const { conflict, unsided, may } = desk
  return (
    <section className="sec" aria-labelledby="add-position">
      <h2 id="add-position">{t.title}</h2>
      {!may.addPosition ? (
        <p className="dim">{t.settled}</p>
      ) : unsided.length === 0 ? (
        <p className="dim">
          {t.none} <a href={`/${lang}/desk/events/${conflict.event.slug}`}>{t.matrix}</a>
        </p>
      ) : (
        <details>
          <summary>{t.lead(PROPERTIES[conflict.property][lang])}</summary>
          <p className="dim">{t.forGood}</p>
          <AddPositionForm
            key={conflict.version}
            lang={lang}
            action={addPositionAction}
            slug={conflict.slug}
            conflictId={conflict.id}
            version={conflict.version}
            statements={unsided}
          />
        </details>
      )}
    </section>
  )
}
