import type { Report } from '../report.ts'
import type { SPECS } from './formats.ts'
import type { Names } from './names.ts'
import type { Paint } from './terminal/paint.ts'

/** How to render: the names of what the report holds ids of, and for a terminal its columns and colors. */
export interface RenderOptions {
  readonly names: Names
  /** columns of the terminal; 80 when not given */
  readonly width?: number
  /** colors of the terminal; none when not given */
  readonly paint?: Paint
  /** the edition of CycloneDX; the newest when not given */
  readonly spec?: (typeof SPECS)[number]
}

/** One way to show a report: a function of it. */
export interface Reporter {
  readonly id: string
  /** of a file that holds its output, without the dot */
  readonly extension: string
  render(report: Report, options: RenderOptions): string
}
