import type { ProjectReport } from '../../project/report.ts'
import type { RenderOptions } from '../reporter.ts'

/** One way to show what a project uses. */
export interface ProjectReporter {
  readonly id: string
  /** of a file that holds its output, without the dot */
  readonly extension: string
  render(report: ProjectReport, options: RenderOptions): string
}
