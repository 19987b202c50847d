import type { DeskWithdrawWords } from './desk-withdraw'

export const deskWithdrawFr: DeskWithdrawWords = {
  title: 'Retirer ce verdict',
  lead: 'Pour un verdict qui ne doit plus tenir du tout. Sa page garde son adresse et dit qu’il est retiré et pourquoi\u202f; ses versions antérieures restent lisibles, et les machines apprennent que plus rien n’est affirmé. Pour dire autre chose à la place, publiez une correction.',
  noUndo: 'Cela ne se reprend pas\u202f: un verdict retiré reste retiré.',
  wrongFr: 'Ce qui était faux, pour les lecteurs (en français)',
  wrongEn: 'Ce qui était faux, pour les lecteurs (en anglais)',
  wrongHelp: 'L’un des deux suffit\u202f; il figure sur la page et dans la liste publique des corrections.',
  withdraw: 'Retirer le verdict',
  done: 'Le verdict est retiré. Sa page le dit.',
}
