import type { History } from '../../changes/history.ts'
import { count } from '../counts.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { Names } from '../names.ts'
import { type Line, look, type Page } from '../page.ts'
import type { RenderOptions } from '../reporter.ts'
import { setPage } from '../terminal/index.ts'
import { timeline } from './timeline.ts'

/** changes told of one commit; JSON has them all */
const SHOWN = 6

/** One way to show the history of a release. */
export interface HistoryReporter {
  readonly id: string
  render(history: History, options: RenderOptions): string
}

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
    foot: [[look('faint', 'A reading of what was published, not legal advice.')]],
  }
}

function changesOf(all: readonly string[]): string {
  const more = all.length - SHOWN
  return [...all.slice(0, SHOWN), ...(more > 0 ? [`and ${count(more, 'more change')}`] : [])].join('; ')
}

/** The ways to show a history; the first is the usual one. */
export const historyReporters: readonly [HistoryReporter, ...HistoryReporter[]] = [
  {
    id: 'terminal',
    render: (history, { names, width, paint }) => setPage(historyPage(history, names), width, paint),
  },
  { id: 'markdown', render: (history, { names }) => setMarkdown(historyPage(history, names)) },
  { id: 'json', render: history => inJson(history) },
  { id: 'svg', render: (history, { names }) => timeline(history, names) },
]
