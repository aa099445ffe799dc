import { look } from '../page.ts'
import { placesOf } from '../places.ts'
import { ANSWERED, answerWords } from '../tones.ts'
import type { SectionOf } from './section.ts'

/** What everybody asks first, each with an answer and the line that decides it. */
export const canI: SectionOf = ({ uses = [] }) => {
  if (uses.length === 0) return null
  const rows = uses.map(use => {
    const { sign, look: as } = ANSWERED[use.answer]
    return [[look(as, sign)], [use.ask], [answerWords(use)], placesOf(use.cited, 1)]
  })
  return { heading: 'Can I …', blocks: [{ kind: 'table', head: ['', '', 'answer', 'see'], rows }] }
}
