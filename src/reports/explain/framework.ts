import { explainFramework } from '../../frameworks/explain.ts'
import type { FrameworkRequirement } from '../../knowledge/knowledge.ts'
import { capital, count } from '../counts.ts'
import { type Block, type Line, lines, look } from '../page.ts'
import type { Explainer } from './explainer.ts'
import { measuredSection } from './measured.ts'
import { sourceLines } from './sources.ts'

/** What a framework asks, group by group, and how it concludes. */
export const framework: Explainer = {
  words: knowledge => [...knowledge.frameworks.keys()],
  explain(word, knowledge) {
    const known = explainFramework(word, knowledge)
    if (!known) return null
    const { requirements, concludes = [] } = known
    const groups = [...new Set(requirements.map(({ group }) => group))]
    return {
      subject: ['a framework: ', look('code', known.id)],
      title: `${known.name}, ${known.edition}`,
      lead: [
        lines(
          [`By ${known.publisher}; ${count(requirements.length, 'requirement')}`],
          ...(known.note ? [[known.note]] : []),
        ),
      ],
      sections: [
        ...groups.map(group => ({
          heading: capital(group.replaceAll('-', ' ')),
          blocks: [tableOf(requirements.filter(requirement => requirement.group === group))],
        })),
        ...(concludes.length > 0
          ? [
              {
                heading: 'How it concludes',
                blocks: [{ kind: 'list' as const, items: concludes.map((step): [Line] => [[capital(step)]]) }],
              },
            ]
          : []),
        ...measuredSection(known.measured),
      ],
      foot: [
        [look('faint', `unwash explain ${requirements[0]?.id ?? known.id} tells one of them`)],
        ...sourceLines(known),
      ],
    }
  },
}

const BY = { auto: '', assist: 'with a person', human: 'a person' } as const

/** A requirement a line: its id, its question, and who answers, where a program alone does not. */
function tableOf(requirements: readonly FrameworkRequirement[]): Block {
  return {
    kind: 'table',
    head: ['id', 'asks', 'answered by'],
    rows: requirements.map(({ id, question, automation, severity }) => [
      [look('strong', id)],
      [question, ...(severity === 'informative' ? [look('faint', ' (informative)')] : [])],
      [look('faint', BY[automation])],
    ]),
  }
}
