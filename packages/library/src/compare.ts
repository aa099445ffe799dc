import { invalid } from '@unwash/core/error'
import type { Report } from '@unwash/core/report/report'
import { comparisonReporters } from '@unwash/reporters/comparison'
import { knownNames, type Names, reporters } from '@unwash/reporters/index'
import type { RenderOptions, ReportersOf } from '@unwash/reporters/reporter'
import type { GivenRelease } from '@unwash/sources/given'
import { loadKnown } from './known.ts'
import type { AuditOptions } from './options.ts'
import { audit } from './releases.ts'

/** Several releases side by side. */
export interface Comparison {
  readonly schemaVersion: 1
  readonly reports: readonly Report[]
}

/**
 * Audits several releases, one after the other, to be shown side by side; reports that are there are taken as they are.
 * @example
 * const { reports } = await compare(['examples/lumen-7b', 'examples/teal-1b'])
 * console.log(reports.map(({ release }) => release.name).join()) // lumen-7b,teal-1b
 */
export async function compare(
  releases: readonly (string | GivenRelease | Report)[],
  options: Omit<AuditOptions, 'evidence' | 'signoff' | 'name'> = {},
): Promise<Comparison> {
  if (releases.length < 2)
    throw invalid('a comparison wants two releases or more, not', String(releases.length), 'give more')
  const reports: Report[] = []
  for (const one of releases) reports.push(typeof one === 'object' && 'term' in one ? one : await audit(one, options))
  return { schemaVersion: 1, reports }
}

/** How to show something: which format, and for a terminal how many columns. */
export interface ShowOptions {
  readonly width?: number
  /** everything, and not only what fits one screen */
  readonly full?: boolean
}

/**
 * A report or a comparison in one of its formats: `markdown`, `html`, `sarif`, `cyclonedx`, `terminal` and others.
 * @example
 * const badge = await show(await audit('examples/lumen-7b'), 'badge')
 * console.log(badge.slice(0, 4)) // <svg
 */
export async function show(what: Report | Comparison, format: string, options: ShowOptions = {}): Promise<string> {
  const names = knownNames((await loadKnown()).knowledge)
  return 'reports' in what
    ? shown(comparisonReporters, what.reports, format, { ...options, names })
    : shown(reporters, what, format, { ...options, names })
}

function shown<T>(
  all: ReportersOf<T>,
  what: T,
  format: string,
  options: RenderOptions & { readonly names: Names },
): string {
  const reporter = all.find(({ id }) => id === format)
  if (!reporter) {
    const todo = `give one of ${all.map(({ id }) => id).join(', ')}`
    throw invalid('no format is called', format, todo)
  }
  return reporter.render(what, options)
}
