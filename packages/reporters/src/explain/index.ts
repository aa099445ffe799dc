import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { GlossaryWord } from '@unwash/core/knowledge/schemas/lists'
import { TERMS } from '@unwash/core/report/vocabulary'
import { capital } from '@unwash/core/text/phrase'
import { type Line, lines, list, look, type Page, titled } from '../page.ts'
import { CLASS_LABELS } from '../words/labels.ts'
import { comparedWord, type Explainer, nearest, sourceLines } from './explainer.ts'
import { clause, framework, requirement } from './framework.ts'
import { license } from './license.ts'

/** What an honest term means and when a release is called so. */
const term: Explainer = {
  words: knowledge => [...TERMS, ...[...knowledge.terms.values()].flatMap(known => known.aliases)],
  explain(word, knowledge) {
    const key = comparedWord(word)
    const known = [...knowledge.terms.values()].find(candidate =>
      [candidate.id, candidate.label, ...candidate.aliases, ...candidate.aliasesByClass.map(alias => alias.word)].some(
        spelled => comparedWord(spelled) === key,
      ),
    )
    if (!known) return null
    const everyday: Line[] = [
      ...(known.aliases.length > 0 ? [[`In everyday words: ${known.aliases.join(', ')}`]] : []),
      ...known.aliasesByClass.map(
        (alias): Line => [
          `In everyday words: ${alias.word}, where the license is of the kind: ` +
            `${alias.classes.map(id => CLASS_LABELS[id]).join('; ')}`,
        ],
      ),
    ]
    const rank = TERMS.indexOf(known.id) + 1
    return {
      subject: [`an honest term, number ${rank} of ${TERMS.length} from the most open to the least`],
      title: known.origin === 'own' ? `${known.label} *` : known.label,
      lead: [lines([capital(known.meaning)], ...everyday)],
      sections: titled('When', list(known.when.map(part => [[capital(part)]]))),
      foot: [
        ...(known.origin === 'own' ? [["* a word of unwash's own, for what the G7 terms do not name"]] : []),
        ...sourceLines(known),
      ],
    }
  },
}

/** A word of reports that is no term, license, framework or kind of clause. */
const word: Explainer = {
  words: ({ glossary }) => glossary.flatMap(known => [known.word, ...known.also]),
  explain(asked, { glossary }) {
    const known = glossary.find(one =>
      [one.word, ...one.also].some(spelled => comparedWord(spelled) === comparedWord(asked)),
    )
    return known ? pageOf(known) : null
  },
}

const pageOf = ({ word, also, means, see }: GlossaryWord) => ({
  subject: ['a word in reports'],
  title: word,
  lead: [lines([capital(means)], ...(also.length > 0 ? [[look('faint', `Also called: ${also.join(', ')}`)]] : []))],
  sections: titled('See', lines(...see.map((id): Line => [look('code', `unwash explain ${id}`)]))),
  foot: [],
})

/** What can be explained, in the order a word is looked up. */
const explainers: readonly Explainer[] = [term, framework, requirement, clause, license, word]

/**
 * What a term, a requirement, a kind of clause, a license or another word of reports means; null when the word is none
 * of these.
 */
export function explain(asked: string, knowledge: Knowledge): Page | null {
  for (const explainer of explainers) {
    const page = explainer.explain(asked, knowledge)
    if (page) return page
  }
  return null
}

/** The words nearest to one that means nothing. */
export function suggest(asked: string, knowledge: Knowledge): readonly string[] {
  return nearest(
    asked,
    explainers.flatMap(explainer => explainer.words(knowledge)),
  )
}
