import type { SampleVerdict } from '../shape'

/** Verdicts on the capture of the town. They rate only what the dispatch and the five outside excerpts support. */
export const ON_THE_CAPTURE: readonly SampleVerdict[] = [
  {
    claim: 'C14',
    state: 'published',
    rating: 'disputed',
    summary: {
      fr: 'Abdou Dardar, un responsable d’Ansar Dine, affirme : « Nous contrôlons la cité presque en totalité. » Un porte-parole du même groupe parle d’une occupation, sans « presque », et la dépêche d’une ville prise. Aucune source indépendante ne dit quelle part de la ville est tenue, ni par quel groupe.',
      en: 'Abdou Dardar, an official of Ansar Dine, says: “We control the town almost in its entirety.” A spokesman for the same group speaks of an occupation, with no “almost”, and the dispatch of a town taken. No independent source says how much of the town is held, nor by which group.',
    },
    rationale: {
      fr: `Ces mots viennent d’une seule personne, qui appartient au camp dont elle parle. Ils ont été dits au téléphone, traduits pour l’AFP par un interprète nigérien, puis repris par FRANCE 24. La langue d’origine et le lieu d’où parlait Dardar ne sont pas connus (X16, X17).

Ce qui va dans ce sens : un habitant anonyme, contacté via Skype par FRANCE 24, dit que « Les islamistes circulent à leur guise dans la ville » (C42). Il ne nomme aucun groupe et ne mesure rien.

Ce qui s’y oppose, sur l’étendue : Sanda Abou Mohamed, porte-parole d’Ansar Dine, parle d’une ville occupée depuis onze heures (EV2) ; le chapô et le correspondant Serge Daniel disent que les islamistes « se sont emparés » de la localité (C03, C20). La confirmation de Serge Daniel porte sur la prise, ni sur le groupe ni sur l’étendue (X03, X04).

Sur l’acteur, un autre passage attribue la prise à Aqmi et au MUJAO (C29). Dardar disait parler au nom de tous les islamistes (EV1) : « nous » n’est donc pas forcément Ansar Dine seul (X02).

Des sources identifiables ne disent pas la même chose et rien ne permet de trancher.`,
      en: `These words come from one person, who belongs to the side he speaks of. They were said on the telephone, translated for AFP by an interpreter from Niger, then carried by FRANCE 24. The original language and the place Dardar spoke from are not known (X16, X17).

What points the same way: an anonymous resident, contacted over Skype by FRANCE 24, says that “Les islamistes circulent à leur guise dans la ville” (C42). He names no group and measures nothing.

What points the other way, on the extent: Sanda Abou Mohamed, spokesman for Ansar Dine, speaks of a town occupied since 11 a.m. (EV2); the lead and the correspondent Serge Daniel say that the Islamists “se sont emparés” (seized) the locality (C03, C20). Serge Daniel’s confirmation covers the capture, neither the group nor the extent (X03, X04).

On the actor, another passage gives the capture to AQIM and MUJAO (C29). Dardar said he was speaking in the name of all the Islamists (EV1): “we” is not necessarily Ansar Dine alone (X02).

Identifiable sources do not say the same thing, and nothing settles it.`,
    },
    wouldChange: {
      fr: 'Un témoignage ou des images datés, pris dans la ville, qui montrent quels quartiers étaient tenus et par qui ; l’entretien de l’AFP dans sa langue d’origine ; une déclaration de l’armée malienne.',
      en: 'Dated testimony or images from inside the town showing which quarters were held and by whom; the AFP interview in its original language; a statement by the Malian army.',
    },
    noEvidenceReason: null,
    dependsOn: {
      conflicts: ['X02', 'X03', 'X04', 'X16', 'X17'],
      evidence: ['EV1', 'EV2', 'EV4'],
      sources: ['abdou-dardar', 'afp'],
    },
    author: 'redaction',
    secondReader: 'relecture',
  },
  {
    claim: 'C03',
    state: 'published',
    rating: 'mostly_true',
    summary: {
      fr: 'Un habitant contacté via Skype voit les islamistes aller et venir dans Kona, et deux responsables d’Ansar Dine, par deux canaux, revendiquent la ville. L’essentiel est établi ; il reste à savoir si toute la ville était prise, et à quelle heure. L’armée malienne n’est pas entendue.',
      en: 'A resident contacted over Skype sees the Islamists come and go in Kona, and two officials of Ansar Dine, through two channels, claim the town. The substance is established; it remains to be known whether the whole town was taken, and at what hour. The Malian army is not heard.',
    },
    rationale: {
      fr: `La phrase est de FRANCE 24 et ne cite personne. Serge Daniel, son correspondant à Bamako, la reprend presque mot pour mot (C20), mais son fondement n’est pas donné : nous ne le comptons pas comme une source de plus (X05).

Ce qui l’appuie : un habitant anonyme dit que « Les islamistes circulent à leur guise dans la ville » (C42) ; Abdou Dardar, par un interprète et l’AFP, dit : « Nous contrôlons la cité presque en totalité. » (C14) ; Sanda Abou Mohamed, autre voix d’Ansar Dine, par téléphone depuis Tombouctou, dit l’armée chassée et la ville occupée (EV2). Trois origines, dont deux du même camp.

Ce qui retient : le « presque » de Dardar (X03), et l’absence de toute parole de l’armée, dont le porte-parole n’a pas voulu s’exprimer (EV3). Le Conseil de sécurité, le même soir, ne parle que d’attaques « signalées » (X20).

Le mot « islamistes » ne dit pas quel groupe : sur ce point, voir X02.`,
      en: `The sentence is FRANCE 24’s own and cites nobody. Serge Daniel, its correspondent in Bamako, says it again almost word for word (C20), but his basis is not given: we do not count him as one more source (X05).

What supports it: an anonymous resident says that “Les islamistes circulent à leur guise dans la ville” (C42); Abdou Dardar, through an interpreter and AFP, says: “We control the town almost in its entirety.” (C14); Sanda Abou Mohamed, another voice of Ansar Dine, by telephone from Timbuktu, says the army was chased out and the town occupied (EV2). Three origins, two of them on the same side.

What holds us back: Dardar’s “almost” (X03), and no word from the army, whose spokesman refused to comment (EV3). The Security Council, on the same evening, speaks only of “reported” attacks (X20).

The word “Islamists” does not say which group: on that, see X02.`,
    },
    wouldChange: {
      fr: 'Une source de l’armée malienne, ou un témoin nommé présent dans la ville, qui contredise la prise ou en précise l’étendue et l’heure.',
      en: 'A source in the Malian army, or a named witness inside the town, contradicting the capture or giving its extent and hour.',
    },
    noEvidenceReason: null,
    dependsOn: {
      conflicts: ['X02', 'X03', 'X05', 'X20'],
      evidence: ['EV1', 'EV2', 'EV3'],
      sources: ['habitant-de-kona', 'serge-daniel'],
    },
    author: 'redaction',
    secondReader: 'relecture',
  },
  {
    claim: 'C08',
    state: 'published',
    rating: 'unproven',
    summary: {
      fr: 'La dépêche parle de « deux jours de violents affrontements » sans dire qui les a comptés ni quand ils ont commencé. Une page extérieure les fait débuter tard le mercredi : selon qu’on compte les dates ou les heures, cela fait deux jours ou une journée environ.',
      en: 'The dispatch speaks of “deux jours de violents affrontements” (two days of violent clashes) without saying who counted them or when they began. An outside page has them start late on Wednesday: counting dates or counting hours, that makes two days or about one.',
    },
    rationale: {
      fr: `Le chiffre est de FRANCE 24 seule, sans source (X14). Le chapô, lui, ne donne aucune durée (C06). Ni l’armée malienne ni les groupes armés ne sont cités sur ce point.

Une page d’APA datée du 11 janvier 2013 écrit que les combats « broke out late Wednesday » (EV2). La fin n’est pas mieux connue : onze heures du matin d’après un porte-parole d’Ansar Dine (EV2), « jeudi soir » d’après un passage de la dépêche (C29, X06).

L’inquiétude exprimée « en milieu de semaine » par Djibril Bassolé (C37) s’accorde avec des combats commencés vers mercredi ; elle ne les mesure pas.`,
      en: `The figure is FRANCE 24’s alone, with no source (X14). The standfirst gives no duration (C06). Neither the Malian army nor the armed groups are quoted on it.

A page by APA dated 11 January 2013 writes that the clashes “broke out late Wednesday” (EV2). The end is no better known: 11 a.m. according to a spokesman for Ansar Dine (EV2), “jeudi soir” (Thursday evening) according to one passage of the dispatch (C29, X06).

The concern that Djibril Bassolé expressed “en milieu de semaine” (in midweek, C37) is consistent with fighting that began about Wednesday; it does not measure it.`,
    },
    wouldChange: {
      fr: 'L’heure du premier et du dernier engagement, donnée par une source nommée de l’un ou l’autre camp, ou par un témoin.',
      en: 'The hour of the first and of the last engagement, given by a named source on either side, or by a witness.',
    },
    noEvidenceReason: null,
    dependsOn: { conflicts: ['X06', 'X14'], evidence: ['EV2'], sources: ['france-24'] },
    author: 'redaction',
    secondReader: 'relecture',
  },
  {
    claim: 'C29',
    state: 'published',
    rating: 'half_true',
    summary: {
      fr: 'La ville de Konna, que la dépêche écrit ailleurs « Kona », est bien passée aux mains de groupes islamistes. Aqmi et le MUJAO peuvent y avoir pris part, mais Ansar Dine, qui la revendique, n’est pas nommé. L’heure, « jeudi soir », est contredite par Ansar Dine ; ailleurs dans la dépêche, c’est celle de l’annonce.',
      en: 'The town of Konna, spelled “Kona” elsewhere in the dispatch, did pass into the hands of Islamist groups. AQIM and MUJAO may have taken part, but Ansar Dine, which claims it, is not named. The time, “jeudi soir” (Thursday evening), is contradicted by Ansar Dine; elsewhere in the dispatch it is the time of the announcement.',
    },
    rationale: {
      fr: `D’où vient la phrase : elle suit « Selon le Figaro » d’un paragraphe ; rien ne dit si elle est du Figaro ou de FRANCE 24, ni qui l’a renseigné (X10).

Ce qui tient : la prise elle-même (voir C03) ; le lieu, « Kona » et « Konna » étant le même (X01, EV5) ; la présence d’Aqmi et du MUJAO, que Wikipédia, source de troisième main, range parmi les groupes engagés à Konna (EV4).

Ce qui manque : Ansar Dine, dont deux responsables revendiquent la ville (C14, EV2). Les deux attributions peuvent tenir ensemble (X02), mais n’en donner qu’une fait croire à un autre auteur.

Ce qui est contredit : l’heure. Un porte-parole d’Ansar Dine parle de onze heures du matin, sans que l’extrait dise le jour (EV2). Plus haut, la dépêche ne date du jeudi soir que l’annonce (C09, X06).`,
      en: `Where the sentence comes from: it stands one paragraph after “Selon le Figaro”; nothing says whether it is Le Figaro’s or FRANCE 24’s, nor who informed them (X10).

What holds: the capture itself (see C03); the place, “Kona” and “Konna” being the same (X01, EV5); the presence of AQIM and MUJAO, which Wikipedia, a tertiary source, lists among the groups engaged at Konna (EV4).

What is missing: Ansar Dine, two of whose officials claim the town (C14, EV2). The two attributions can hold together (X02), but giving only one suggests another author.

What is contradicted: the time. A spokesman for Ansar Dine speaks of 11 a.m., and the excerpt does not say which day (EV2). Higher up, the dispatch dates only the announcement to Thursday evening (C09, X06).`,
    },
    wouldChange: {
      fr: 'L’article du Figaro ; une revendication d’Aqmi ou du MUJAO ; une source qui date la prise à l’heure près.',
      en: 'The article in Le Figaro; a claim by AQIM or MUJAO; a source that times the capture to the hour.',
    },
    noEvidenceReason: null,
    dependsOn: {
      conflicts: ['X01', 'X02', 'X06', 'X10'],
      evidence: ['EV2', 'EV4', 'EV5'],
      sources: ['le-figaro', 'france-24'],
    },
    author: 'redaction',
    secondReader: 'relecture',
  },
]
