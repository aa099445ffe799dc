import type { LicensesReport } from '../../report.ts'
import type { RenderOptions } from '../reporter.ts'

/** One way to show what was read of license texts. */
export interface LicensesReporter {
  readonly id: string
  /** of a file that holds its output, without the dot */
  readonly extension: string
  render(report: LicensesReport, options: RenderOptions & { readonly version: string }): string
}
