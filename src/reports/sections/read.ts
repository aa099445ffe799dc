import type { Report } from '../../report.ts'
import { type Item, type Line, listOf, look } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { count, inWords } from '../words/counts.ts'
import { placesOf } from '../words/places.ts'

/** items of each list that are shown at once */
const SHOWN = 8

/** "4 questions answered by qwen3:8b": what rests on somebody's reading; null where nothing does. */
export function readersLine({ readings = [] }: Report): Line | null {
  if (readings.length === 0) return null
  const readers = [...new Set(readings.map(({ by }) => by.name))]
  return [
    look(
      'ask',
      `${count(new Set(readings.map(({ question }) => question)).size, 'question')} answered by ${inWords(readers)}`,
    ),
  ]
}

/** What was read by whom: the question, the answer, and the words that it rests on. */
export const readings: SectionOf = ({ readings: all = [] }) => {
  const items = all.map(({ ask, answer, quote, by, at, of }): Item => {
    const who = by.kind === 'person' ? by.name : `${by.name} (${by.kind}; no person confirmed)`
    const under: Line[] = quote === '' ? [] : [[`"${quote}"`]]
    return [
      [`${ask} `, look('strong', answer), `, read by ${who} on ${at.slice(0, DAY)} `, ...placesOf([of], 1)],
      ...under,
    ]
  })
  return listOf('Read by others', items, 'answer', SHOWN)
}
/** letters of an ISO day */
const DAY = 10

/** What could not be decided, and somebody may answer. */
export const questions: SectionOf = ({ questions: all = [] }) => {
  const items = all.map(({ ask, sentence, of }): Item => {
    const under: Line[] = sentence === '' ? [] : [[`"${sentence.split('\n')[0]?.slice(0, LONGEST) ?? ''}"`]]
    return [[look('ask', ask), ' ', ...placesOf([of], 1)], ...under]
  })
  return listOf('Questions for a person, an agent or a model (unwash questions)', items, 'question', SHOWN)
}
/** letters of a sentence */
const LONGEST = 300
