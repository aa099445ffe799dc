import { explainFramework, explainRequirement } from '@unwash/core/frameworks/explain'
import type { FrameworkRequirement } from '@unwash/core/knowledge/knowledge'
import { ANSWERS } from '@unwash/core/report/vocabulary'
import { capital } from '@unwash/core/text/phrase'
import { type Block, joined, type Line, lines, list, look, named, table, titled } from '../page.ts'
import { count } from '../words/counts.ts'
import { ANSWER_LABELS, MODE_LABELS } from '../words/labels.ts'
import { comparedWord, type Explainer, measuredSection, sourceLines } from './explainer.ts'

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
          blocks: [
            tableOf(
              requirements.filter(requirement => requirement.group === group),
              known.id,
            ),
          ],
        })),
        ...titled('How it concludes', list(concludes.map(step => [[capital(step)]]))),
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
function tableOf(requirements: readonly FrameworkRequirement[], framework: string): Block {
  return table(
    ['id', 'asks', 'answered by'],
    requirements.map(({ id, question, automation, severity }) => [
      [named(id, ['requirement', id, framework], 'strong')],
      [question, ...(severity === 'informative' ? [look('faint', ' (informative)')] : [])],
      [look('faint', BY[automation])],
    ]),
  )
}

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
      subject: ['a requirement of ', named(framework.name, ['framework', framework.id]), `, ${framework.edition}`],
      title: known.id,
      lead: [lines([known.question], [`${AUTOMATION[known.automation]}; ${SEVERITY[known.severity]}`])],
      sections: [
        ...titled('Answers', table(['answer', 'when'], answers)),
        ...titled('What is looked at', list(known.evidence.map(what => [[what]]))),
        ...titled(
          'Kinds of clauses',
          ...(known.clauses.length > 0
            ? [
                lines(
                  joined(
                    known.clauses.map(kind => [named(kind, ['clause', kind])]),
                    ', ',
                  ),
                ),
              ]
            : []),
        ),
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

const SEVERITIES = {
  block: 'blocks it',
  ask: 'a person must judge',
  warn: 'does not block it, to be known',
  ok: 'no objection',
} as const
const SHOWS = { block: 'bad', ask: 'ask', warn: 'ask', ok: 'good' } as const
/** licenses named before the rest is counted */
const LICENSES_SHOWN = 6

/** What a kind of clause is, what each framework makes of it, and which known licenses have it. */
export const clause: Explainer = {
  words: knowledge => [...knowledge.clauses.keys()],
  explain(word, knowledge) {
    const key = comparedWord(word)
    const known = [...knowledge.clauses.values()].find(
      ({ id, name }) => comparedWord(id) === key || comparedWord(name) === key,
    )
    if (!known) return null
    const rows = Object.entries(known.frameworks).map(([short, { severity, rows: requirements, note }]) => {
      const of = [...knowledge.frameworks.values()].find(one =>
        one.requirements.some(({ id }) => id === requirements[0]),
      )
      return [
        [of ? named(short.toUpperCase(), ['framework', of.id]) : short.toUpperCase()],
        [look(SHOWS[severity], SEVERITIES[severity])],
        joined(
          requirements.map(id => [named(id, ['requirement', id, of?.id ?? ''])]),
          ', ',
        ),
        [note ?? ''],
      ]
    })
    const having = [...knowledge.licenses.values()].filter(license =>
      license.clauses.some(({ kind }) => kind === known.id),
    )
    const shown = having.slice(0, LICENSES_SHOWN).map((license): [Line] => {
      const section = license.clauses.find(({ kind }) => kind === known.id)?.section ?? ''
      return [
        [named(license.name, ['license', license.id], 'strong'), ` ${section}`, look('faint', ` (${license.id})`)],
      ]
    })
    const more = having.length - shown.length
    const phrases = having.flatMap(license =>
      license.clauses
        .filter(({ kind }) => kind === known.id)
        .map(({ section, mode, phrase }): Line[] => [
          [named(license.name, ['license', license.id])],
          [section],
          [look('faint', MODE_LABELS[mode])],
          [`“${phrase}”`],
        ]),
    )
    return {
      subject: ['a kind of clause: ', look('code', known.id)],
      title: known.name,
      lead: [
        lines(
          [known.definition],
          [`Found: ${known.looksFor}`],
          [`Not taken for it: ${known.falseFriends}`],
          ...(known.adoption.note
            ? [[`For whoever uses the model (${known.adoption.level}): ${known.adoption.note}`]]
            : []),
        ),
      ],
      sections: [
        ...titled('What the frameworks make of it', table(['framework', 'says', 'in', 'note'], rows)),
        ...titled(
          'Known licenses that have it',
          list(shown),
          lines(...(more > 0 ? [[look('faint', `and ${more} more`)]] : [])),
          {
            kind: 'fold',
            summary: 'in its words',
            blocks: [table(['license', 'section', '', 'its words'], phrases)],
            aside: true,
          },
        ),
      ],
      foot: sourceLines(known),
    }
  },
}
