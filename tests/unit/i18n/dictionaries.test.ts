import { describe, expect, test } from 'vitest'
import type { NotUnderstoodWhy } from '@/lib/domain/search-query'
import { deskApiEn } from '@/lib/i18n/desk-api.en'
import { deskApiFr } from '@/lib/i18n/desk-api.fr'
import { deskChainEn } from '@/lib/i18n/desk-chain.en'
import { deskChainFr } from '@/lib/i18n/desk-chain.fr'
import { deskDraftsEn } from '@/lib/i18n/desk-drafts.en'
import { deskDraftsFr } from '@/lib/i18n/desk-drafts.fr'
import { deskFindEn } from '@/lib/i18n/desk-find.en'
import { deskFindFr } from '@/lib/i18n/desk-find.fr'
import { deskImportReviewsEn } from '@/lib/i18n/desk-import-reviews.en'
import { deskImportReviewsFr } from '@/lib/i18n/desk-import-reviews.fr'
import { deskKeysEn } from '@/lib/i18n/desk-keys.en'
import { deskKeysFr } from '@/lib/i18n/desk-keys.fr'
import { deskMatrixEn } from '@/lib/i18n/desk-matrix.en'
import { deskMatrixFr } from '@/lib/i18n/desk-matrix.fr'
import { deskMissingSidesEn } from '@/lib/i18n/desk-missing-sides.en'
import { deskMissingSidesFr } from '@/lib/i18n/desk-missing-sides.fr'
import { deskReportsEn } from '@/lib/i18n/desk-reports.en'
import { deskReportsFr } from '@/lib/i18n/desk-reports.fr'
import { deskSourcesEn } from '@/lib/i18n/desk-sources.en'
import { deskSourcesFr } from '@/lib/i18n/desk-sources.fr'
import { deskSuggestEn } from '@/lib/i18n/desk-suggest.en'
import { deskSuggestFr } from '@/lib/i18n/desk-suggest.fr'
import { deskTogetherEn } from '@/lib/i18n/desk-together.en'
import { deskTogetherFr } from '@/lib/i18n/desk-together.fr'
import { deskUndoEn } from '@/lib/i18n/desk-undo.en'
import { deskUndoFr } from '@/lib/i18n/desk-undo.fr'
import { deskVerdictsEn } from '@/lib/i18n/desk-verdicts.en'
import { deskVerdictsFr } from '@/lib/i18n/desk-verdicts.fr'
import { deskWithdrawEn } from '@/lib/i18n/desk-withdraw.en'
import { deskWithdrawFr } from '@/lib/i18n/desk-withdraw.fr'
import { faultSentence } from '@/lib/i18n/faults'
import { faultsEn } from '@/lib/i18n/faults.en'
import { faultsFr } from '@/lib/i18n/faults.fr'
import { methodEn } from '@/lib/i18n/method.en'
import { methodFr } from '@/lib/i18n/method.fr'
import { problemsEn } from '@/lib/i18n/problems.en'
import { problemsFr } from '@/lib/i18n/problems.fr'
import { publicEn } from '@/lib/i18n/public.en'
import { publicFr } from '@/lib/i18n/public.fr'
import { reportEn } from '@/lib/i18n/report.en'
import { reportFr } from '@/lib/i18n/report.fr'
import { searchEn } from '@/lib/i18n/search.en'
import { searchFr } from '@/lib/i18n/search.fr'
import { wordsEn } from '@/lib/i18n/words.en'
import { wordsFr } from '@/lib/i18n/words.fr'

const WHYS = ['unknown_filter', 'bad_date', 'no_value', 'no_words', 'too_many'] satisfies NotUnderstoodWhy[]

/** Every sentence of a dictionary, by its path; functions are called with something to say. */
function sentences(it: unknown, path = ''): [string, string][] {
  if (typeof it === 'string') return [[path, it]]
  if (typeof it === 'function') {
    const call = it as (...args: unknown[]) => unknown
    const made = [
      2,
      'mot',
      'verdict',
      ...WHYS,
      ['a', 'b'],
      { max: 9, min: 9, found: 'x', choices: 'a, b', state: 'x' },
    ].flatMap((value) => {
      try {
        return [call(value, value, 'v', 'd', 'u')]
      } catch {
        // Not what this one takes.
        return []
      }
    })
    return made.filter((text) => typeof text === 'string').map((text) => [path, text])
  }
  if (it !== null && typeof it === 'object')
    return Object.entries(it).flatMap(([key, value]) => sentences(value, path ? `${path}.${key}` : key))
  return []
}
/** What somebody types, letter by letter, is no prose: an example of a question. */
const prose = (it: unknown) => sentences(it).filter(([path]) => !/^ways\.\d+\.0$/.test(path))
const pathsOf = (it: unknown): string[] =>
  it !== null && typeof it === 'object'
    ? Object.entries(it).flatMap(([key, value]) => pathsOf(value).map((rest) => (rest ? `${key}.${rest}` : key)))
    : ['']

const PAIRS = {
  report: [reportFr, reportEn],
  'words of the search': [searchFr, searchEn],
  deskSuggest: [deskSuggestFr, deskSuggestEn],
  deskTogether: [deskTogetherFr, deskTogetherEn],
  words: [wordsFr, wordsEn],
  faults: [faultsFr, faultsEn],
  public: [publicFr, publicEn],
  method: [methodFr, methodEn],
  'words of chains': [deskChainFr, deskChainEn],
  'words about programs': [deskApiFr, deskApiEn],
  'refusals of the API': [problemsFr, problemsEn],
  'words of drafts': [deskDraftsFr, deskDraftsEn],
  'words of finding a quotation': [deskFindFr, deskFindEn],
  'words of importing reviews': [deskImportReviewsFr, deskImportReviewsEn],
  'words of withdrawing': [deskWithdrawFr, deskWithdrawEn],
  'words of the keyboard': [deskKeysFr, deskKeysEn],
  deskMatrix: [deskMatrixFr, deskMatrixEn],
  deskMissingSides: [deskMissingSidesFr, deskMissingSidesEn],
  deskSources: [deskSourcesFr, deskSourcesEn],
  deskReports: [deskReportsFr, deskReportsEn],
  deskUndo: [deskUndoFr, deskUndoEn],
  deskVerdicts: [deskVerdictsFr, deskVerdictsEn],
} as const

describe.each(Object.entries(PAIRS))('the %s', (_, [fr, en]) => {
  test('say the same things in both languages', () => expect(pathsOf(fr)).toEqual(pathsOf(en)))
  test('keep French typography: narrow no-break spaces before ; : ! ? and inside « », curly apostrophes', () => {
    const wrong = prose(fr).filter(([, said]) => {
      // An address, a date one is not sure of and a filter (verdict:aucun) are written without spaces.
      const text = said
        .replace(/https?:\/\//g, '')
        .replace(/\d{4}-\d{2}-\d{2}\?/g, '')
        .replace(/\p{L}+:(?=\p{L})/gu, '')
      return /[^\u202f\s][;!?»](?!\/)|[^\u202f\d]:(?!\S*\/)| [;:!?»]|«[^\u202f]|'/.test(text)
    })
    expect(wrong).toEqual([])
  })
  test('use no straight quotation mark in English either', () =>
    expect(prose(en).filter(([, text]) => /['"]/.test(text))).toEqual([]))
  test('leave nothing empty', () =>
    expect([...sentences(fr), ...sentences(en)].filter(([, text]) => text.trim() === '')).toEqual([]))
})

describe('a refused field', () => {
  test('says why and what to do', () => {
    expect(faultSentence('en', { field: 'title', reason: 'too_long', values: { max: 1000 } })).toBe(
      'Too long: 1000 at most. Shorten it, or split it in two.',
    )
    expect(faultSentence('fr', { field: 'title', reason: 'required' })).toBe(
      'Rien n’est indiqué ici. Remplissez ce champ.',
    )
  })
  test('has a second sentence, the fix, for every reason in both languages', () => {
    for (const faults of [faultsFr, faultsEn])
      for (const [reason, sentence] of Object.entries(faults.reason)) {
        const text = typeof sentence === 'string' ? sentence : sentence({})
        expect(text.split(/[.;?]\s/).length, reason).toBeGreaterThan(1)
      }
  })
})
