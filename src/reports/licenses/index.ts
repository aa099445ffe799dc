import type { LicensesReport } from '../../report.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { licensesPages } from './pages.ts'
import type { LicensesRenderOptions } from './reporter.ts'
import { sarif } from './sarif.ts'

const { terminal, json, markdown } = waysOf<LicensesReport, LicensesRenderOptions>((report, { names }) =>
  licensesPages(report, names),
)

/** The ways to show what was read of license texts; the first is the usual one. */
export const licensesReporters: ReportersOf<LicensesReport, LicensesRenderOptions> = [terminal, json, markdown, sarif]
