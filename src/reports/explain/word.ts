import type { GlossaryWord } from '../../knowledge/schemas/lists.ts'
import { capital } from '../counts.ts'
import { type Line, lines, look } from '../page.ts'
import { type Explainer, keyOf } from './explainer.ts'

/** A word of reports that is no term, license, framework or kind of clause. */
export const word: Explainer = {
  words: ({ glossary }) => glossary.flatMap(known => [known.word, ...known.also]),
  explain(asked, { glossary }) {
    const known = glossary.find(one => [one.word, ...one.also].some(spelled => keyOf(spelled) === keyOf(asked)))
    return known ? pageOf(known) : null
  },
}

const pageOf = ({ word, also, means, see }: GlossaryWord) => ({
  subject: ['a word in reports'],
  title: word,
  lead: [lines([capital(means)], ...(also.length > 0 ? [[look('faint', `Also called: ${also.join(', ')}`)]] : []))],
  sections:
    see.length > 0
      ? [{ heading: 'See', blocks: [lines(...see.map((id): Line => [look('code', `unwash explain ${id}`)]))] }]
      : [],
  foot: [],
})
