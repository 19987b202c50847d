import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { deskJobsWords } from '@/lib/i18n/desk-jobs'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { deskNamesWords } from '@/lib/i18n/desk-names'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { deskTourWords } from '@/lib/i18n/desk-tour'

type Room = { path: string; name: (lang: Language) => string; letter: string; isForAdmin?: boolean }

/** The rooms of the desk in the order of the rail, each with the letter that follows `g`. */
export const ROOMS: readonly Room[] = [
  { path: '', name: (lang) => deskWords(lang).nav.home, letter: 'h' },
  { path: '/dispatches', name: (lang) => deskWords(lang).nav.dispatches, letter: 'd' },
  { path: '/claims', name: (lang) => deskWords(lang).nav.claims, letter: 'c' },
  { path: '/conflicts', name: (lang) => deskWords(lang).nav.conflicts, letter: 'x' },
  { path: '/verdicts', name: (lang) => deskWords(lang).nav.verdicts, letter: 'v' },
  { path: '/sources', name: (lang) => deskWords(lang).nav.sources, letter: 's' },
  { path: '/names', name: (lang) => deskNamesWords(lang).title, letter: 'n' },
  { path: '/events', name: (lang) => deskWords(lang).nav.events, letter: 'e' },
  { path: '/missing-sides', name: (lang) => deskMissingSidesWords(lang).title, letter: 'm' },
  { path: '/reports', name: (lang) => deskReportsWords(lang).title, letter: 'r' },
  { path: '/import', name: (lang) => deskImportWords(lang).title, letter: 'i' },
  { path: '/people', name: (lang) => deskWords(lang).nav.people, letter: 'p', isForAdmin: true },
  { path: '/jobs', name: (lang) => deskJobsWords(lang).title, letter: 'w', isForAdmin: true },
  { path: '/settings/sample', name: (lang) => deskTourWords(lang).sample.title, letter: 'o', isForAdmin: true },
]
