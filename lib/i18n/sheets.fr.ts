import { number } from './format'
import type { SheetWords } from './sheets'

/** Workbooks, in French. */
export const sheetsFr: SheetWords = {
  xlsx: 'Excel (XLSX)',
  these: { claims: 'Exporter ces affirmations', conflicts: 'Exporter ces conflits' },
  cut: (whole, csv) =>
    `… [coupé ici\u00a0: ${number('fr', whole)} caractères, plus qu’une cellule d’Excel n’en tient. Le texte entier est dans ${csv}.]`,
  cutSheet: 'coupé',
  cutColumns: ['feuille', 'cellule', 'colonne', 'caractères', 'texte entier dans'],
}
