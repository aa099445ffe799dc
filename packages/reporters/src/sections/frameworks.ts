import type { Evaluation } from '@unwash/core/report/report'
import { ANSWERS, type Answer } from '@unwash/core/report/vocabulary'
import type { Names } from '../names.ts'
import { type Block, holding, type Item, type Line, list, look, named, type Span, table } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { ANSWER_LOOKS } from '../tones.ts'
import { tally } from '../words/counts.ts'
import { ANSWER_LABELS, CONCLUSION_LABELS, READING_LABELS } from '../words/labels.ts'
import { placesOf } from '../words/places.ts'

/**
 * What each framework makes of it, one line each; under it what decides, what is owed, and facts that conclude nothing.
 */
export const frameworks: SectionOf = ({ evaluations: all }, names) => {
  const evaluations = all.filter(applies)
  if (evaluations.length === 0) return null
  const rows = evaluations
    .filter(evaluation => !isFacts(evaluation))
    .map(evaluation => {
      const reading = readIn(evaluation)
      return [
        [
          named(names.framework(evaluation.framework), ['framework', evaluation.framework]),
          look('faint', `, ${evaluation.edition}${reading}`),
        ],
        [concluded(evaluation)],
        answersOf(evaluation),
      ]
    })
  const items = evaluations.flatMap(evaluation =>
    isFacts(evaluation) ? [factsOf(evaluation, names)] : toldOf(evaluation, names),
  )
  const blocks: Block[] = [
    table(['framework', 'concludes', 'requirements'], rows),
    ...(items.length > 0 ? [list(items)] : []),
    ...evaluations.filter(({ requirements }) => requirements.length > 0).map(one => every(one, names)),
  ]
  return { heading: 'Frameworks', blocks }
}

/** How it is read, of a framework that is read in several ways. */
const readIn = ({ reading }: Evaluation) => (reading ? `, ${READING_LABELS[reading] ?? reading}` : '')

/** A framework that asks about something that is not here says nothing. */
export const applies = ({ requirements }: Evaluation) =>
  requirements.length === 0 || requirements.some(({ answer }) => answer !== 'not-applicable')

/** Facts come to no conclusion of their own; they are told, and not counted. */
export const isFacts = ({ conclusion }: Evaluation) => conclusion === 'facts'

function concluded({ conclusion }: Evaluation): Span {
  const label = CONCLUSION_LABELS[conclusion] ?? conclusion
  return look(conclusion === 'met' ? 'good' : conclusion === 'unmet' ? 'bad' : 'strong', label)
}

function answersOf({ requirements, percentages }: Evaluation): Line {
  const counts = tally(requirements.map(requirement => requirement.answer))
  const answered = ANSWERS.flatMap(answer =>
    counts.has(answer) ? [`${counts.get(answer)} ${ANSWER_LABELS[answer]}`] : [],
  )
  const signed = requirements.filter(requirement => requirement.signoff).length
  const shares = Object.entries(percentages ?? {}).map(([name, share]) => `${name} ${Math.round(share)} %`)
  return [[...answered, ...(signed > 0 ? [`${signed} of them signed off`] : []), ...shares].join(', ')]
}

/** The answers that a framework wants said in words: its conclusion, and what concerns the reader. */
function toldOf({ framework, requirements }: Evaluation, names: Names): readonly [Line][] {
  const told = requirements.filter(({ id }) => names.told(id))
  const applying = told.filter(({ answer }) => answer !== 'not-applicable')
  // where nothing applies, the first says why
  return (applying.length > 0 ? applying : told.slice(0, 1)).map(({ answer, because, cited }): [Line] => [
    [
      look(answer === 'unmet' ? 'bad' : 'strong', names.short(framework)),
      ': ',
      ...withNamed(because, framework, names),
      ' ',
      ...placesOf(cited, 2),
    ],
  ])
}

/** A sentence, its ids of requirements as what they are. */
const withNamed = (says: string, framework: string, names: Names): Line =>
  says
    .split(/\b([A-Z][A-Z\d]*-[A-Z][A-Z\da-z]*)\b/)
    .map(words => (names.requirement(words) ? named(words, ['requirement', words, framework]) : words))

/** as a reader looks for what is not met */
const ORDER = ['unmet', 'unknown', 'needs-human'] as const

/** Every answer of a framework under its question, where there is room: those first that are not met. */
function every(evaluation: Evaluation, names: Names): Block {
  const { framework, requirements } = evaluation
  const items = (which: Answer) =>
    requirements
      .filter(({ answer }) => answer === which)
      .map(
        ({ id, answer, because, cited, level }): Item => [
          [names.requirement(id)?.question ?? '', ' ', named(id, ['requirement', id, framework])],
          [
            look(ANSWER_LOOKS[answer], level ?? ANSWER_LABELS[answer]),
            ': ',
            ...withNamed(because, framework, names),
            ' ',
            ...placesOf(cited, 2),
          ],
        ],
      )
  const met = items('met')
  const summary = `${names.framework(framework)}${readIn(evaluation)}: every answer`
  const blocks = [
    ...holding(list(ORDER.flatMap(items))),
    ...(met.length > 0
      ? [{ kind: 'fold' as const, summary: `${met.length} met`, blocks: [list(met)], aside: true }]
      : []),
  ]
  return { kind: 'fold', summary, blocks, aside: true }
}

const FACTS = [
  ['met', 'told'],
  ['unmet', 'not told'],
  ['unknown', 'not known'],
] as const

/** "Transparency facts: told: open weights; not told: code access" */
function factsOf({ framework, requirements }: Evaluation, names: Names): [Line] {
  const parts = FACTS.flatMap(([answer, label]) => {
    // `TF-code-access` as "code access"
    const ids = requirements.flatMap(({ answer: own, id }) =>
      own === answer ? id.replace(/^[^-]*-/, '').replaceAll('-', ' ') : [],
    )
    return ids.length > 0 ? [`${label}: ${ids.join(', ')}`] : []
  })
  return [[look('strong', names.framework(framework)), `: ${parts.join('; ')}`]]
}
