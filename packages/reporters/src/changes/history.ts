import type { History, Step } from '@unwash/core/changes/history'
import { TERMS, type TermId } from '@unwash/core/report/vocabulary'
import { escaped } from '@unwash/core/text/foreign'
import type { Names } from '../names.ts'
import { type Line, look, NOT_ADVICE, type Page } from '../page.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { count } from '../words/counts.ts'

const WIDTH = 960
const LEFT = 240
const RIGHT = 24
const TOP = 40
const LANE = 36

/**
 * The honest term over time as a picture: a lane for each term that occurs, a dot for each change, readable in black
 * and white.
 */
export function timeline({ release, steps }: History, names: Names): string {
  const lanes = TERMS.filter(term => steps.some(step => step.term === term))
  const height = TOP + Math.max(1, lanes.length) * LANE + 40
  const place = placing(steps)
  const y = (term: TermId) => TOP + lanes.indexOf(term) * LANE + LANE / 2
  const lines = steps.map((step, at) => {
    const next = steps[at + 1]
    const end = next ? place(next) : WIDTH - RIGHT
    const along = `<path d="M${place(step)} ${y(step.term)}H${end}${next ? `V${y(next.term)}` : ''}"/>`
    return along
  })
  const dots = steps.map(
    step =>
      `<circle cx="${place(step)}" cy="${y(step.term)}" r="5"><title>${escaped(`${step.date.slice(0, 10)} ${step.commit.slice(0, 10)}: ${names.term(step.term)}; ${step.subject}`)}</title></circle>`,
  )
  const [first, last] = [steps[0], steps.at(-1)]
  const label = (x: number, anchor: string, words: string) =>
    `<text x="${x}" y="${height - 12}" text-anchor="${anchor}">${escaped(words)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui,sans-serif" font-size="13">
<title>${escaped(`${release}: the honest term over time`)}</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-weight="600">${escaped(release)}</text>
${lanes.map(term => `<text x="16" y="${y(term) + 4}">${escaped(names.term(term))}</text><path d="M${LEFT} ${y(term)}H${WIDTH - RIGHT}" stroke="#ddd"/>`).join('\n')}
<g fill="none" stroke="#1f5f99" stroke-width="3">${lines.join('')}</g>
<g fill="#fff" stroke="#1f5f99" stroke-width="3">${dots.join('')}</g>
${first ? label(LEFT, 'start', first.date.slice(0, 10)) : ''}
${last && last !== first ? label(WIDTH - RIGHT, 'end', last.date.slice(0, 10)) : ''}
</svg>
`
}

/**
 * Where a step stands between the first and the last, by its date; steps without time between them stand apart evenly.
 */
function placing(steps: readonly Step[]): (step: Step) => number {
  const times = steps.map(({ date }) => Date.parse(date))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const span = WIDTH - RIGHT - LEFT - 20
  return step => {
    const at = steps.indexOf(step)
    const share = to > from ? ((times[at] ?? from) - from) / (to - from) : at / Math.max(1, steps.length)
    return Math.round(LEFT + share * span)
  }
}

/** changes told of one commit; JSON has them all */
const CHANGES_SHOWN = 6

function historyPage({ release, read, left, steps }: History, names: Names): Page {
  const rows = steps.map((step): readonly Line[] => [
    [step.date.slice(0, 10)],
    [look('code', step.commit.slice(0, 10))],
    [look('strong', names.term(step.term))],
    [changesOf(step.changes.map(({ says }) => says)) || step.subject],
  ])
  const skipped = left > 0 ? `; ${count(left, 'older commit')} not read` : ''
  return {
    subject: [look('strong', release), look('faint', `, ${count(read, 'commit')} read${skipped}`)],
    title: steps.length > 1 ? `${count(steps.length - 1, 'change')} over time` : 'No change over time',
    lead: [],
    sections: [
      { heading: 'History', blocks: [{ kind: 'table', head: ['day', 'commit', 'term', 'what changed'], rows }] },
    ],
    foot: NOT_ADVICE,
  }
}

function changesOf(all: readonly string[]): string {
  const more = all.length - CHANGES_SHOWN
  return [...all.slice(0, CHANGES_SHOWN), ...(more > 0 ? [`and ${count(more, 'more change')}`] : [])].join('; ')
}

const { terminal, markdown, json } = waysOf<History>((history, { names }) => [historyPage(history, names)])

/** The ways to show a history; the first is the usual one. */
export const historyReporters: ReportersOf<History> = [
  terminal,
  markdown,
  json,
  { id: 'svg', extension: 'svg', render: (history, { names }) => timeline(history, names) },
]
