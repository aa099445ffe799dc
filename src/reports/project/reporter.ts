import type { ProjectReport } from '../../project/report.ts'
import type { ReporterOf } from '../reporter.ts'

/** One way to show what a project uses. */
export type ProjectReporter = ReporterOf<ProjectReport>
