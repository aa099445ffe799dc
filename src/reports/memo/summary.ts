import type { Report } from '../../report.ts'
import { ANSWER_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import { type Line, lines, look, type Section } from '../page.ts'
import { placesOf } from '../places.ts'

/** the template of the public summary of training content */
const TEMPLATE = 'eu-training-summary'

/** The template of the summary of training content, Article 53(1)(d), section by section: what is filled, and what is missing. */
export function summarySection({ evaluations }: Report, names: Names): Section {
  const heading = 'Public summary of training content'
  const template = evaluations.find(({ framework }) => framework === TEMPLATE)
  if (!template) return { heading, blocks: [lines(['Was not looked for.'])] }
  const { requirements, edition } = template
  const none = requirements.every(({ answer }) => answer === 'not-applicable')
  const head: Line = none
    ? ['No summary was found. The exemption does not lift this duty: each section of the template is to be written.']
    : [`By the template of the Commission, ${edition}: whether a section is filled, not whether what it says is true.`]
  const rows = requirements.map(({ id, rule, answer, because, cited }): readonly Line[] => [
    [look('strong', names.requirement(id)?.citation ?? id)],
    [rule],
    [look(answer === 'met' ? 'good' : 'bad', none ? 'missing' : ANSWER_LABELS[answer])],
    none ? ['to be written'] : [`${because} `, ...placesOf(cited, 2)],
  ])
  return { heading, blocks: [lines(head), { kind: 'table', head: ['section', 'asks', 'state', 'seen'], rows }] }
}
