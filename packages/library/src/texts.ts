import { readAnnouncement } from '@unwash/core/announcement'
import type { ClaimsReport } from '@unwash/core/claims/report'
import { readDocument } from '@unwash/core/documents/index'
import { invalid } from '@unwash/core/error'
import { today } from '@unwash/core/judge'
import { readLicenses } from '@unwash/core/license'
import type { LicensesReport, Report } from '@unwash/core/report/report'
import { loadKnown, loadKnownLicenses } from './known.ts'

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
