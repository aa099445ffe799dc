import { explainRequirement } from '../../frameworks/explain.ts'
import { ANSWERS } from '../../vocabulary.ts'
import { ANSWER_LABELS } from '../labels.ts'
import { type Line, lines, look } from '../page.ts'
import type { Explainer } from './explainer.ts'
import { measuredSection } from './measured.ts'
import { sourceLines } from './sources.ts'

const AUTOMATION = {
  auto: 'decided by what is seen',
  assist: 'seen by the program, and completed by a person',
  human: 'never met by a program: a person decides',
} as const
const SEVERITY = {
  required: 'required',
  'required-by-faq': "required by the publisher's explanations, not by the text itself",
  informative: 'informative: it never counts',
} as const

/** What a requirement of a framework asks, and what each answer to it means. */
export const requirement: Explainer = {
  words: knowledge =>
    [...knowledge.frameworks.values()].flatMap(framework => framework.requirements.map(({ id }) => id)),
  explain(word, knowledge) {
    const known = explainRequirement(word, knowledge)
    if (!known) return null
    const { framework } = known
    const answers = ANSWERS.flatMap(answer => {
      const means = known.answers[answer]
      return means ? [[[look('strong', ANSWER_LABELS[answer])], [means]]] : []
    })
    return {
      subject: [`a requirement of ${framework.name}, ${framework.edition}`],
      title: known.id,
      lead: [lines([known.question], [`${AUTOMATION[known.automation]}; ${SEVERITY[known.severity]}`])],
      sections: [
        { heading: 'Answers', blocks: [{ kind: 'table', head: ['answer', 'when'], rows: answers }] },
        {
          heading: 'What is looked at',
          blocks: [{ kind: 'list', items: known.evidence.map((what): [Line] => [[what]]) }],
        },
        ...(known.clauses.length > 0
          ? [{ heading: 'Kinds of clauses', blocks: [lines([known.clauses.join(', ')])] }]
          : []),
        ...measuredSection(known.measured),
      ],
      foot: [
        [look('faint', `Rule: ${known.citation}`)],
        ...sourceLines({ source: known.source, seenOn: framework.seenOn }),
        ...(framework.note ? [[look('faint', framework.note)]] : []),
      ],
    }
  },
}
