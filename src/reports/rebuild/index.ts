import type { Rebuild } from '../../rebuild/rebuild.ts'
import { count } from '../counts.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { Names } from '../names.ts'
import { lines, look, type Page } from '../page.ts'
import type { RenderOptions } from '../reporter.ts'
import { setPage } from '../terminal/index.ts'
import { parts } from './sections.ts'

/** One way to show what a rebuild needs. */
export interface RebuildReporter {
  readonly id: string
  /** of a file that holds its output, without the dot */
  readonly extension: string
  render(rebuild: Rebuild, options: RenderOptions): string
}

const terminal: RebuildReporter = {
  id: 'terminal',
  extension: 'txt',
  render: (rebuild, { names, width, paint }) => setPage(pageOf(rebuild, names), width, paint),
}

const markdown: RebuildReporter = {
  id: 'markdown',
  extension: 'md',
  render: (rebuild, { names }) => setMarkdown(pageOf(rebuild, names)),
}

const json: RebuildReporter = { id: 'json', extension: 'json', render: rebuild => inJson(rebuild) }

/** The ways to show what a rebuild needs; the first is the usual one. */
export const rebuildReporters: readonly [RebuildReporter, ...RebuildReporter[]] = [terminal, json, markdown]

/** What a rebuild needs, as a page. */
function pageOf(rebuild: Rebuild, names: Names): Page {
  const { release, needs, missing, scores } = rebuild
  const here = needs.filter(({ presence }) => presence === 'released').length
  const checkable = scores.filter(score => score.checkable === 'yes').length
  return {
    subject: [
      look('strong', release.name),
      ...(release.publisher ? [` by ${release.publisher}`] : []),
      look('faint', `${release.revision ? ` at ${release.revision.slice(0, 12)}` : ''}, as of ${rebuild.readAsOf}`),
      ...(release.complete ? [] : [look('ask', ' (not all of its files are known)')]),
    ],
    title: `To rebuild it: ${here} of ${needs.length} needs are here, ${missing.length} missing`,
    lead: [
      lines([
        scores.length === 0
          ? 'No published score of a known benchmark was found.'
          : `${checkable} of ${count(scores.length, 'published score')} come with the data and the code to check them.`,
      ]),
    ],
    sections: parts.flatMap(part => part(rebuild, names) ?? []),
    foot: [
      [
        look(
          'faint',
          `unwash ${rebuild.unwash.version}, knowledge of ${rebuild.unwash.knowledge}. Whether this suffices for a rebuild needs review.`,
        ),
      ],
    ],
  }
}
