import { readAnnouncement } from '@unwash/core/announcement'
import type { ClaimsReport } from '@unwash/core/claims/report'
import { readDocument } from '@unwash/core/documents/index'
import { invalid } from '@unwash/core/error'
import { today } from '@unwash/core/judge'
import { readLicenses } from '@unwash/core/license'
import type { LicensesReport, Report } from '@unwash/core/report/report'
import { comparisonReporters } from '@unwash/reporters/comparison'
import { knownNames, type Names, reporters } from '@unwash/reporters/index'
import type { RenderOptions, ReportersOf } from '@unwash/reporters/reporter'
import type { GivenRelease } from '@unwash/sources/given'
import { loadKnown, loadKnownLicenses } from './known.ts'
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

/**
 * Reads the text of a license, clause by clause.
 * @param beside texts that lie beside it by their paths, such as a policy that it incorporates
 * @example
 * const { licenses } = await readLicense('You may use the model. You may not use it commercially.')
 * const [license] = licenses
 * console.log(license?.class, license?.clauses[0]?.kind) // non-commercial purpose.noncommercial
 */
export async function readLicense(
  content: string,
  {
    path = 'LICENSE',
    beside = {},
  }: { readonly path?: string; readonly beside?: Readonly<Record<string, string>> } = {},
): Promise<LicensesReport> {
  if (content.trim() === '') throw invalid('only blank lines in', path, 'give the text of a license')
  const others = Object.entries(beside).map(([at, text]) => ({ path: at, content: text, as: asOf(at) }))
  const given = { asked: [{ path, content, as: asOf(path) }], beside: others, unread: [] }
  return readLicenses(given, await loadKnownLicenses())
}

const asOf = (path: string) =>
  /polic/i.test(path)
    ? ('policy' as const)
    : /\.(?:md|html?|rst)$/i.test(path)
      ? ('prose' as const)
      : ('legal' as const)

/**
 * Checks the claims of a text: against the reports of the releases it is about where they are given, else against what
 * is known of models by their names.
 * @example
 * const report = await audit('examples/lumen-7b')
 * const { claims } = await checkClaims('Lumen 7B is fully open source.', { of: report })
 * console.log(claims[0]?.check) // contradicted
 */
export async function checkClaims(
  content: string,
  { path = 'announcement.md', of = [] }: { readonly path?: string; readonly of?: Report | readonly Report[] } = {},
): Promise<ClaimsReport> {
  if (content.trim() === '') throw invalid('only blank lines in', path, 'give the text of an announcement')
  const { knowledge } = await loadKnown()
  const document = readDocument({ path, content, encoding: 'utf-8', truncated: false })
  const one = 'term' in of ? of : null
  return { ...readAnnouncement([document], one, knowledge, 'term' in of ? [] : of), readAsOf: today() }
}

/** unwash as a library: what an AI model release really gives, and the types of what comes back. */

export type { ClaimsReport } from '@unwash/core/claims/report'
export { ERROR_CODES, type ErrorCode, UnwashError } from '@unwash/core/error'
export type { ProjectReport } from '@unwash/core/report/project'
export type { Option, Question, Reader, Reading } from '@unwash/core/report/question'
export type * from '@unwash/core/report/report'
export * from '@unwash/core/report/vocabulary'
export type { GivenFile, GivenRelease } from '@unwash/sources/given'
export { type Asking, type AskOptions, ask } from './ask.ts'
/** What everything else rests on. @internal */
export { loadKnown } from './known.ts'
export { type AuditAllOptions, type Audited, auditAll } from './many.ts'
export type { AuditOptions, Progress, ReadingOptions, UseGiven } from './options.ts'
export { auditProject, type ProjectOptions } from './project/index.ts'
export { audit, auditText, judge } from './releases.ts'
