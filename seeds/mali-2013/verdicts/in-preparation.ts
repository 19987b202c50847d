import type { SampleVerdict } from '../shape'

/** Not published: one waits for its second reader, one is a draft. */
export const IN_PREPARATION: readonly SampleVerdict[] = [
  {
    claim: 'C09',
    state: 'second_reading',
    rating: 'mostly_true',
    summary: {
      fr: 'La seule annonce que cite la dépêche est celle d’un responsable d’Ansar Dine. D’après la version anglaise du même entretien, il disait parler au nom de tous les islamistes : le pluriel se comprend. Il ne dit pourtant pas la ville entièrement prise.',
      en: 'The only announcement that the dispatch quotes is that of one Ansar Dine official. According to the English version of the same interview, he said he was speaking in the name of all the Islamists: the plural can be understood. He does not, however, say that the town is wholly taken.',
    },
    rationale: {
      fr: `La formule « les rebelles djihadistes ont annoncé » est collective ; une seule voix est citée, Abdou Dardar, par un interprète et l’AFP (X15). Il disait parler au nom de tous les islamistes (EV1). Un second responsable d’Ansar Dine, par téléphone depuis Tombouctou, tient des propos semblables (EV2).

Annoncer « la prise » est plus fort que « presque en totalité » (X03). L’heure, « jeudi soir », est ici celle de l’annonce (X06).`,
      en: `“Les rebelles djihadistes ont annoncé” (the jihadist rebels announced) is collective; a single voice is quoted, Abdou Dardar, through an interpreter and AFP (X15). He said he was speaking in the name of all the Islamists (EV1). A second Ansar Dine official, by telephone from Timbuktu, says much the same (EV2).

Announcing the capture is stronger than “presque en totalité” (almost in its entirety, X03). The time, “jeudi soir” (Thursday evening), is here that of the announcement (X06).`,
    },
    wouldChange: {
      fr: 'Un communiqué commun, ou l’annonce d’un autre groupe.',
      en: 'A joint communiqué, or an announcement by another group.',
    },
    noEvidenceReason: null,
    dependsOn: { conflicts: ['X03', 'X06', 'X15'], evidence: ['EV1', 'EV2'], sources: ['abdou-dardar'] },
    author: 'redaction',
    secondReader: null,
  },
  {
    claim: 'C47',
    state: 'draft',
    rating: 'mostly_true',
    summary: {
      fr: 'Un habitant anonyme dit que l’armée s’est retirée de Kona ; une page extérieure cite un soldat, anonyme lui aussi, qui dit de même. Ansar Dine dit l’avoir chassée. L’armée n’y est plus ; comment elle est partie se discute.',
      en: 'An anonymous resident says the army has withdrawn from Kona; an outside page quotes a soldier, also anonymous, who says the same. Ansar Dine says it chased the army out. The army is no longer there; how it left is debatable.',
    },
    rationale: {
      fr: `La dépêche introduit ce retrait par « Confirmant », mais personne ne l’avait annoncé avant lui (X18). À vérifier avant lecture : l’article complet où le soldat est cité (EV3).`,
      en: `The dispatch introduces this withdrawal with “Confirmant” (confirming), but nobody had announced it before him (X18). To check before the second reading: the full article where the soldier is quoted (EV3).`,
    },
    wouldChange: {
      fr: 'Une déclaration de l’armée malienne.',
      en: 'A statement by the Malian army.',
    },
    noEvidenceReason: null,
    dependsOn: { conflicts: ['X18', 'X19'], evidence: ['EV2', 'EV3'], sources: ['habitant-de-kona'] },
    author: 'redaction',
    secondReader: null,
  },
]
