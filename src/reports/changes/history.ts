import type { History } from '../../changes/history.ts'
import { count } from '../counts.ts'
import type { Names } from '../names.ts'
import { type Line, look, NOT_ADVICE, type Page } from '../page.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { timeline } from './timeline.ts'

/** changes told of one commit; JSON has them all */
const SHOWN = 6

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
  const more = all.length - SHOWN
  return [...all.slice(0, SHOWN), ...(more > 0 ? [`and ${count(more, 'more change')}`] : [])].join('; ')
}

const { terminal, markdown, json } = waysOf<History>((history, { names }) => [historyPage(history, names)])

/** The ways to show a history; the first is the usual one. */
export const historyReporters: ReportersOf<History> = [
  terminal,
  markdown,
  json,
  { id: 'svg', extension: 'svg', render: (history, { names }) => timeline(history, names) },
]
