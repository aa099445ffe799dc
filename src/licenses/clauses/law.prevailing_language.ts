import type { Said } from '../../modality/said.ts'
import { clauseOf, type Passage, type ReadSaid } from '../clause.ts'

/** Which language version decides where translations differ. */
export const lawPrevailingLanguage: ReadSaid = (said, passage) => {
  const language = languageIn(said, passage)
  return { ...clauseOf(said), ...(language ? { parameters: { language } } : {}) }
}

/** how many letters before it prevails are looked at, until they name one language alone */
const NEAR = [200, 60, 40, 25, 15]

function languageIn(said: Said, passage: Passage): string | undefined {
  for (const near of NEAR) {
    const text = passage.text.slice(Math.max(said.at, said.end - near), said.end)
    const [language, ...more] = said.marks.filter(mark => said.has(mark, { ...passage, text, heading: '', lead: '' }))
    if (language !== undefined && more.length === 0) return language.charAt(0).toUpperCase() + language.slice(1)
  }
  return undefined
}
