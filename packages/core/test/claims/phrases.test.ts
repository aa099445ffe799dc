import { parseKnowledge } from '@unwash/knowledge/build/parse'
import { expect, test } from 'vitest'
import { knowledge, knowledgeFiles } from '../../../knowledge/test/knowledge.ts'
import { findClaims } from '../../src/claims/find.ts'
import { readDocument } from '../../src/documents/index.ts'
import { claimLanguage } from '../../src/knowledge/claim-language.ts'

/** The claims of a page of a release, or of an announcement. */
const claimsIn = (text: string, ofMany = false) =>
  findClaims(readDocument({ path: 'README.md', content: text, encoding: 'utf-8', truncated: false }), knowledge, {
    names: ['Wren', 'Heron', 'Hedgerow'],
    owners: ['hedgerow'],
    ofMany,
  })

const sorted = (all: readonly string[]) => [...new Set(all)].sort()

const languages = knowledgeFiles()
  .filter(({ path }) => path.startsWith('claims/'))
  .map(({ path, content }) => parseKnowledge(path, content, claimLanguage))

test.each(languages.map(language => [language.id, language] as const))(
  'every claim in %s is found, and what is to be left alone is left',
  (_, language) => {
    const read = language.found.map(({ text, says }) => {
      // what is released is claimed in announcements alone
      const found = claimsIn(text, says.includes('released'))
      const tongues = sorted(found.map(({ tongue }) => tongue.language.id))
      return {
        text,
        says: sorted(found.map(({ says }) => says)),
        about: sorted(found.flatMap(({ about }) => about)),
        tongues,
      }
    })
    expect(read).toEqual(
      language.found.map(({ text, says, about }) => ({
        text,
        says: [...says].sort(),
        about: [...about].sort(),
        tongues: [language.id],
      })),
    )
    expect(language.leftAlone.filter(({ text }) => claimsIn(text).length > 0)).toEqual([])
  },
)
