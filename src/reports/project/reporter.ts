import type { Baseline } from '../../project/before.ts'
import type { ProjectReport } from '../../project/report.ts'
import type { RenderOptions, ReporterOf } from '../reporter.ts'

/** How to show what a project uses: where there is a baseline, beside what was so before. */
export interface ProjectRenderOptions extends RenderOptions {
  readonly before?: Baseline | null
}

/** One way to show what a project uses. */
export type ProjectReporter = ReporterOf<ProjectReport, ProjectRenderOptions>
