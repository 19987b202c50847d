import type { DeskMemoryWords } from './desk-memory'

export const deskMemoryFr: DeskMemoryWords = {
  undo: {
    label: 'Dernière action',
    did: {
      discard_claim: 'Affirmation ajoutée.',
      restore_claim: 'Affirmation retirée.',
      restore_revision: 'Modification enregistrée.',
      deprecate_statement: 'Énoncé ajouté.',
      set_conflict_status: 'Conflit enregistré.',
      reopen_conflict: 'Décision enregistrée.',
      unlink_entities: 'Lien ajouté.',
      undo_batch: 'Lignes modifiées ensemble.',
      end_claim_relation: 'Lien ajouté.',
      end_evidence_links: 'Pièce ajoutée.',
    },
    verb: {
      discard_claim: 'Annuler l’ajout',
      restore_claim: 'La remettre',
      restore_revision: 'Annuler la modification',
      deprecate_statement: 'Annuler l’ajout',
      set_conflict_status: 'Annuler',
      reopen_conflict: 'Annuler : rouvrir le conflit',
      unlink_entities: 'Annuler le lien',
      undo_batch: 'Tout annuler',
      end_claim_relation: 'Annuler le lien',
      end_evidence_links: 'Annuler l’ajout',
    },
    undone: 'C’est annulé.',
    stale: 'Rien n’est annulé : quelqu’un a modifié cela depuis. Ce qui est enregistré reste.',
    refused: 'Rien n’est annulé.',
    close: 'Fermer',
    reason: 'annulé',
  },
}
