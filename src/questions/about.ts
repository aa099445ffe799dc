import { sentencesOf } from '../documents/sentences.ts'
import { fileName } from '../evidence/paths.ts'
import { type Asks, askedOf } from './asked.ts'

/** letters of a text that are shown: its title, and what it says of itself */
const BEGINNING = 1_500
/** sentences that name a file, shown beside it */
const NAMING = 3

/** Files of terms of which nobody says whether they are for the weights: not wholly read, or restricting. */
export const about: Asks = ({ judged }) => {
  const { release, documents } = judged.evidence
  const doubts = new Map(judged.models.flatMap(({ doubts = [] }) => doubts.map(doubt => [doubt.path, doubt] as const)))
  return [...doubts.values()].flatMap(({ path, cited }) => {
    const name = fileName(path)
    const naming = documents
      .flatMap(({ blocks }) => blocks)
      .filter(({ text, links }) => name && (text.includes(name) || links.some(({ url }) => url.includes(name))))
      .flatMap(block => sentencesOf(block).map(({ text }) => text))
      .slice(0, NAMING)
    const sentence = release.texts.get(path)?.content.slice(0, BEGINNING).trim() ?? ''
    return askedOf('about', { key: path, what: path, of: cited[0], sentence, before: naming.join('\n') }, judged)
  })
}
