import { describe, expect, test } from 'vitest'
import { HOP_ROLES } from '@/lib/domain/vocabulary'
import { OWN_TERMS } from '@/lib/i18n/vocabulary'
import { claimReviewOf } from '@/lib/present/claim-review'
import { vocabularyDocument, vocabularyJsonLd } from '@/lib/present/documents/vocabulary-document'
import { provenanceOf } from '@/lib/present/provenance'
import { claim, contextIn } from './mali'

const { baseUrl } = contextIn('en')
const data = [JSON.stringify(claimReviewOf(claim, contextIn('en'))), provenanceOf(claim, baseUrl, 'Recoupe')].join()
/** By their whole address or by the prefix of our context; a piece without an address is a thing, not a term. */
const used = [
  ...new Set([
    ...[...data.matchAll(/\/ns#([A-Za-z0-9_-]+)/g)].map(([, term]) => term ?? ''),
    ...[...data.matchAll(/recoupe:([A-Za-z0-9_-]+)/g)].map(([, term]) => term ?? ''),
  ]),
].filter((term) => !term.startsWith('evidence-'))

describe('every term of our own', () => {
  test.each(['fr', 'en'] as const)('that the data uses has its place on the page, in %s', (lang) => {
    expect(used).toEqual(expect.arrayContaining(['conflictsWith', 'attributionChain', 'speaker']))
    const html = vocabularyDocument(contextIn(lang))
    for (const term of [...used, ...HOP_ROLES]) expect(html).toContain(`id="${term}"`)
  })

  test('that the page defines, the data uses: none is left over', () => {
    expect(OWN_TERMS.filter((term) => !used.includes(term))).toEqual([])
  })

  test('is there for machines, with words in both languages', () => {
    const graph: { '@id': string; 'rdfs:comment': { '@language': string; '@value': string }[] }[] = JSON.parse(
      vocabularyJsonLd(baseUrl),
    )['@graph']
    expect(graph.map((it) => it['@id'])).toEqual([...OWN_TERMS, ...HOP_ROLES].map((term) => `${baseUrl}/ns#${term}`))
    for (const it of graph) expect(it['rdfs:comment'].filter((said) => said['@value'] !== '')).toHaveLength(2)
  })
})
