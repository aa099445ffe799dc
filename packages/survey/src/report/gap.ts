import { CONDITIONS } from '@unwash/core/frameworks/eu-ai-act/index'
import { ANSWERS } from '@unwash/core/report/vocabulary'
import { ANSWER_LABELS } from '@unwash/reporters/words/labels'
import { type AskedFigure, answerSeries, CLAIMED, chartRows, counted, drawn, type Figure, NEWEST } from './figure.ts'

/** the frameworks whose answers are laid beside the claims; the first has conditions of a law */
const LAW = 'eu-ai-act'
const DEFINITION = 'osaid-1.0'
const CLAIMING = `(select release from ${CLAIMED})`

/** The law's conditions, the definition and the claim side by side: how wide the gap is. */
export async function gap({ ask, knowledge, names }: AskedFigure): Promise<Figure> {
  const law = names.framework(LAW)
  const definition = names.framework(DEFINITION)
  const cells = await ask(
    `select eu.conclusion as law, osaid.conclusion as definition, count(*) as count,
      count(*) filter (r.id in ${CLAIMING}) as claiming
      from ${NEWEST} r
      join evaluations eu on eu.release = r.id and eu.framework = '${LAW}'
      join evaluations osaid on osaid.release = r.id and osaid.framework = '${DEFINITION}'
      where r.models > 0 group by all`,
  )
  const conclusions = ANSWERS.filter(answer => cells.some(cell => cell.definition === answer))
  const sum = (some: typeof cells, column: string) => some.reduce((all, cell) => all + Number(cell[column]), 0)
  const place = (some: typeof cells) => ({
    count: sum(some, 'count'),
    part: `${counted(sum(some, 'claiming'))} claim it`,
  })
  const places = (some: typeof cells) => [
    ...conclusions.map(one => place(some.filter(cell => cell.definition === one))),
    place(some),
  ]
  const grid = [
    ...ANSWERS.flatMap(answer => {
      const row = cells.filter(cell => cell.law === answer)
      return row.length === 0 ? [] : [{ label: ANSWER_LABELS[answer], places: places(row) }]
    }),
    { label: 'all', places: places(cells) },
  ]
  const requirements = (knowledge.frameworks.get(LAW)?.requirements ?? []).filter(
    ({ group, severity }) => CONDITIONS.includes(group) && severity !== 'informative',
  )
  const answers = await ask(
    `select requirement as label, answer as series, count(*) as count
      from answers a join ${NEWEST} r on r.id = a.release
      where a.framework = '${LAW}' and r.models > 0 and r.id in ${CLAIMING}
      group by all`,
  )
  const rows = requirements.flatMap(({ id, question }) =>
    chartRows(
      answers.filter(({ label }) => label === id),
      () => `${id} ${question}`,
    ),
  )
  const title = `Releases that claim to be open source, by each condition of ${law}`
  return {
    id: 'gap',
    heading: 'The word, the definition and the law',
    says: [
      `Three meanings of “open source” for the same releases: what the publisher says, the ${definition} of the ` +
        'OSI, and the conditions that Article 53(2) of the AI Act sets for its exemption. Releases that offer a ' +
        'model; “claim it” are those that say of themselves that they are open source, or fully or truly so.',
      'Neither conclusion is a certificate or a legal opinion. “Needs review”: nothing speaks against it, and a ' +
        'point is left that only a person can judge.',
    ],
    shown: [
      {
        as: 'grid',
        caption: `Releases by what two texts make of them, and how many claim to be open source`,
        down: law,
        across: definition,
        columns: [...conclusions.map(one => ANSWER_LABELS[one]), 'all'],
        rows: grid,
      },
      ...(rows.length > 0
        ? [drawn('shares', { id: 'conditions', title, by: 'condition', series: answerSeries, rows })]
        : []),
    ],
  }
}
