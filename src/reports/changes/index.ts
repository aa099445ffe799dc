import type { ReleaseDiff } from '../../changes/compare.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { RenderOptions } from '../reporter.ts'
import { setPage } from '../terminal/index.ts'
import { changesPage } from './page.ts'

/** One way to show what changed in a release. */
export interface ChangesReporter {
  readonly id: string
  render(diff: ReleaseDiff, options: RenderOptions): string
}

const terminal: ChangesReporter = {
  id: 'terminal',
  render: (diff, { names, width, paint }) => setPage(changesPage(diff, names), width, paint),
}

const markdown: ChangesReporter = {
  id: 'markdown',
  render: (diff, { names }) => setMarkdown(changesPage(diff, names)),
}

const json: ChangesReporter = { id: 'json', render: diff => inJson(diff) }

/** The ways to show what changed; the first is the usual one. */
export const changesReporters: readonly [ChangesReporter, ...ChangesReporter[]] = [terminal, markdown, json]
