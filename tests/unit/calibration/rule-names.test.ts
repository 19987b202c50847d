import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LABELLED, PRIORS, startOf } from '@/lib/domain/suggest/rule-starts'
import { isSuggestionKind } from '@/lib/domain/suggestion'
import { deskSuggestWords, ruleWords } from '@/lib/i18n/desk-suggest'

const sources = ['lib/domain/suggest', 'lib/domain/suggest/detectors', 'lib/domain'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
)
const written = new Set(sources.flatMap((text) => [...text.matchAll(/\brule: '([a-z_]+)'/g)].map(([, rule]) => rule)))

test.each(['fr', 'en'] as const)('every rule that proposes something has a name and a sentence in %s', (lang) => {
  const named = new Set(Object.values(deskSuggestWords(lang).rules).flatMap((its) => Object.keys(its)))
  expect(written.size).toBeGreaterThan(30)
  expect([...written].filter((rule) => rule !== undefined && !named.has(rule))).toEqual([])
  for (const key of Object.keys({ ...LABELLED, ...PRIORS })) {
    const [kind = '', rule = ''] = key.split(' ')
    const { name, how } = isSuggestionKind(kind) ? ruleWords(lang, kind, rule) : { name: rule, how: '' }
    expect(name, key).not.toBe(rule)
    expect(how, key).not.toBe('')
  }
})

test('every rule starts somewhere: from labelled cases, or from a stated supposition', () => {
  const started = new Set(Object.keys({ ...LABELLED, ...PRIORS }).map((key) => key.split(' ')[1]))
  expect([...written].filter((rule) => !started.has(rule))).toEqual([])
  expect(startOf('claim', 'no_such_rule')).toEqual({ right: 0, wrong: 0, sets: [], prior: null })
})
