import type { SampleDecision } from './shape'

/** What was settled, and what somebody is looking at. Every other conflict is open. */
export const DECISIONS: readonly SampleDecision[] = [
  {
    conflict: 'X01',
    status: 'resolved',
    outcome: 'same_entity',
    rationale: {
      fr: `« Kona » et « Konna » désignent le même lieu. La dépêche écrit la première forme six fois, la seconde une fois, pour le même événement, dans la même région de Mopti, le même jeudi soir. GeoNames réunit les deux formes sous un seul numéro (2454857) ; Wikipédia emploie « Konna » et donne des coordonnées situées à quelque 400 mètres de celles de GeoNames (EV5).

Une réserve, pour qui voudrait vérifier : GeoNames connaît une autre localité nommée Kona dans la région de Mopti (2454858), sans la variante « Konna ». Rien dans la dépêche n’y renvoie.

Chacun garde ses mots : les deux noms sont liés, non fondus, et le lien peut être défait. La graphie « Konna » n’apparaît que dans le passage qui suit « Selon le Figaro » ; cela reste un indice sur l’auteur de ce passage (X10).`,
      en: `“Kona” and “Konna” are the same place. The dispatch writes the first form six times and the second once, for the same event, in the same Mopti region, on the same Thursday evening. GeoNames holds both forms under a single number (2454857); Wikipedia uses “Konna” and gives coordinates some 400 metres from those of GeoNames (EV5).

One reservation, for anyone who wishes to check: GeoNames knows another locality named Kona in the Mopti region (2454858), without the variant “Konna”. Nothing in the dispatch points to it.

Each writer keeps their words: the two names are linked, not merged, and the link can be undone. The spelling “Konna” appears only in the passage that follows “Selon le Figaro”; that remains a clue to who wrote the passage (X10).`,
    },
    by: 'relecture',
  },
  {
    conflict: 'X02',
    status: 'resolved',
    outcome: 'both_hold',
    rationale: {
      fr: `Les deux attributions peuvent être vraies ensemble : aucune ne dit que l’autre groupe était absent.

Abdou Dardar, d’Ansar Dine, dit « nous ». La version anglaise du même entretien de l’AFP précise qu’il disait parler au nom de tous les islamistes, phrase que FRANCE 24 n’a pas reprise (EV1). Un porte-parole d’Ansar Dine revendique lui aussi l’occupation de la ville (EV2). Wikipédia, source de troisième main, range Ansar Dine, le MUJAO et Aqmi dans le même camp à la bataille de Konna (EV4). « Les islamistes » et « les rebelles djihadistes » conviennent aux uns comme aux autres.

Ce que nous ne disons pas : la dépêche ne parle nulle part d’une opération commune, et la part de chaque groupe n’est pas établie. Ni Aqmi ni le MUJAO ne sont cités. Une source de première main qui exclurait l’un d’eux rouvrirait ce conflit.`,
      en: `The two attributions can be true together: neither says that the other group was absent.

Abdou Dardar, of Ansar Dine, says “we”. The English version of the same AFP interview adds that he said he was speaking in the name of all the Islamists, a sentence that FRANCE 24 left out (EV1). A spokesman for Ansar Dine also claims the occupation of the town (EV2). Wikipedia, a tertiary source, lists Ansar Dine, MUJAO and AQIM on the same side at the battle of Konna (EV4). “The Islamists” and “the jihadist rebels” fit all of them.

What we do not say: the dispatch speaks nowhere of a joint operation, and the share of each group is not established. Neither AQIM nor MUJAO is quoted. A first-hand source that ruled one of them out would reopen this conflict.`,
    },
    by: 'relecture',
  },
  { conflict: 'X03', status: 'under_review' },
  { conflict: 'X06', status: 'under_review' },
  { conflict: 'X10', status: 'under_review' },
  // The reading keeps it as an example of “no conflict”. Dismissed, it would leave the public page: a reader may want to see it.
  { conflict: 'X27', status: 'under_review' },
]
