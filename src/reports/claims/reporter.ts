import type { ClaimsReport } from '../../claims/report.ts'
import type { RenderOptions, ReporterOf } from '../reporter.ts'

/** What a rendering of claims is told beside them: what was read, and by which version of unwash. */
export interface ClaimsRenderOptions extends RenderOptions {
  readonly subject: string
  readonly version: string
}

/** One way to show what an announcement claims. */
export type ClaimsReporter = ReporterOf<ClaimsReport, ClaimsRenderOptions>
