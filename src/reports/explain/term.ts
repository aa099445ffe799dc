import { TERMS } from '../../vocabulary.ts'
import { capital } from '../counts.ts'
import { CLASS_LABELS } from '../labels.ts'
import type { Line } from '../page.ts'
import { lines } from '../page.ts'
import { type Explainer, keyOf } from './explainer.ts'
import { sourceLines } from './sources.ts'

/** What an honest term means and when a release is called so. */
export const term: Explainer = {
  words: knowledge => [...TERMS, ...[...knowledge.terms.values()].flatMap(known => known.aliases)],
  explain(word, knowledge) {
    const key = keyOf(word)
    const known = [...knowledge.terms.values()].find(candidate =>
      [candidate.id, candidate.label, ...candidate.aliases, ...candidate.aliasesByClass.map(alias => alias.word)].some(
        spelled => keyOf(spelled) === key,
      ),
    )
    if (!known) return null
    const everyday: Line[] = [
      ...(known.aliases.length > 0 ? [[`In everyday words: ${known.aliases.join(', ')}`]] : []),
      ...known.aliasesByClass.map(
        (alias): Line => [
          `In everyday words: ${alias.word}, where the license is of the kind: ${alias.classes.map(id => CLASS_LABELS[id]).join('; ')}`,
        ],
      ),
    ]
    const rank = TERMS.indexOf(known.id) + 1
    return {
      subject: [`an honest term, number ${rank} of ${TERMS.length} from the most open to the least`],
      title: known.origin === 'own' ? `${known.label} *` : known.label,
      lead: [lines([capital(known.meaning)], ...everyday)],
      sections: [
        { heading: 'When', blocks: [{ kind: 'list', items: known.when.map((part): [Line] => [[capital(part)]]) }] },
      ],
      foot: [
        ...(known.origin === 'own' ? [["* a word of unwash's own, for what the G7 terms do not name"]] : []),
        ...sourceLines(known),
      ],
    }
  },
}
