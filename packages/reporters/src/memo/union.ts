import type { Evaluation, Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import { holding, type Item, type Line, lines, list, look, type Section } from '../page.ts'
import { tally } from '../words/counts.ts'
import { ANSWER_LABELS, CONCLUSION_LABELS } from '../words/labels.ts'
import { placesOf } from '../words/places.ts'

/** the template of the public summary of training content, and the framework of the exemption */
const TEMPLATE = 'eu-training-summary'
const LAW = 'eu-ai-act'

/** conditions of the exemption that are told one by one; the report has them all */
const DECIDING = 4

/** In short: whether the exemption applies, what decides that, and the summary of training content. */
export function union({ evaluations }: Report, names: Names): Section {
  const law = evaluations.find(({ framework }) => framework === LAW)
  const says = law ? (CONCLUSION_LABELS[law.conclusion] ?? law.conclusion) : 'was not assessed'
  const open = law?.requirements.filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable') ?? []
  const unmet = open.filter(({ answer }) => answer === 'unmet')
  // what fails decides; else what is for a person to decide
  const deciding = (unmet.length > 0 ? unmet : open).slice(0, DECIDING)
  const more = tally(open.filter(one => !deciding.includes(one)).map(({ answer }) => ANSWER_LABELS[answer]))
  const items = deciding.map(({ id, answer, because, cited }): Item => {
    const asked = names.requirement(id)
    return [
      [
        look(answer === 'unmet' ? 'bad' : 'ask', ANSWER_LABELS[answer]),
        `: ${asked?.question ?? id} ${because} `,
        ...placesOf(cited, 2),
      ],
      ...(asked?.citation ? [[look('faint', asked.citation)] satisfies Line] : []),
    ]
  })
  const note = names.frameworkNote(LAW)
  return {
    heading: 'And in the European Union?',
    blocks: holding(
      lines(
        ['Whether the exemption of Article 53(2) of Regulation (EU) 2024/1689 applies: ', look('strong', says)],
        ...(law ? [[`The law in its state of ${law.edition}`] satisfies Line] : []),
        ...(note ? [[look('faint', note)] satisfies Line] : []),
      ),
      list(items),
      ...(more.size > 0
        ? [lines([`Further conditions: ${[...more].map(([label, of]) => `${of} ${label}`).join(', ')}`])]
        : []),
      lines(summaryOf(evaluations)),
    ),
  }
}

/** How much of the public summary of training content, Article 53(1)(d), is there. */
function summaryOf(evaluations: readonly Evaluation[]): Line {
  const asked = evaluations.find(({ framework }) => framework === TEMPLATE)?.requirements ?? []
  const applying = asked.filter(({ answer }) => answer !== 'not-applicable')
  const head = 'Public summary of training content (Article 53(1)(d), which no exemption lifts): '
  if (asked.length === 0) return [head, 'was not looked for']
  if (applying.length === 0)
    return [head, look('bad', 'none was found'), `; all ${asked.length} sections are to be written`]
  const missing = applying.filter(({ answer }) => answer !== 'met')
  return [head, `${applying.length - missing.length} of ${applying.length} sections are filled`]
}
