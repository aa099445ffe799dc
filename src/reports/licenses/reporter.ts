import type { LicensesReport } from '../../report.ts'
import type { RenderOptions, ReporterOf } from '../reporter.ts'

/** What a rendering is told beside what was read: by which version of unwash. */
export interface LicensesRenderOptions extends RenderOptions {
  readonly version: string
}

/** One way to show what was read of license texts. */
export type LicensesReporter = ReporterOf<LicensesReport, LicensesRenderOptions>
