import type { Baseline, ProjectReport } from '@unwash/core/report/project'
import type { Citation, LicensesReport, Report } from '@unwash/core/report/report'
import type { SPECS } from './formats.ts'
import type { Names } from './names.ts'
import type { Section } from './page.ts'
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
  /** of a terminal: everything, and not only what fits one screen */
  readonly full?: boolean
  /** of a terminal that opens links: the address of a place, null where it has none */
  readonly linkTo?: LinkTo
  /** a text of the release by its path, and the place where there are several; null where it is not at hand */
  readonly textOf?: TextOf
  /** of a terminal: where the files that are cited lie, as seen from where the reader stands */
  readonly filesIn?: string
}

/** Gives a text of a release. */
export type TextOf = (path: string, place?: string) => string | null

/** The address that a place opens at, null where it has none. */
export type LinkTo = (cited: Citation) => string | null

/** One way to show something: a function of it. */
export interface ReporterOf<T, O extends RenderOptions = RenderOptions> {
  readonly id: string
  /** of a file that holds its output, without the dot */
  readonly extension: string
  render(what: T, options: O): string
}

/** One way to show a report. */
export type Reporter = ReporterOf<Report>

/** The ways to show something; the first is the usual one. */
export type ReportersOf<T, O extends RenderOptions = RenderOptions> = readonly [ReporterOf<T, O>, ...ReporterOf<T, O>[]]

/** What a rendering is told beside what was read: by which version of unwash. */
export interface LicensesRenderOptions extends RenderOptions {
  readonly version: string
}

/** One way to show what was read of license texts. */
export type LicensesReporter = ReporterOf<LicensesReport, LicensesRenderOptions>

/** How to show what a project uses: where there is a baseline, beside what was so before. */
export interface ProjectRenderOptions extends RenderOptions {
  readonly before?: Baseline | null
}

/** One way to show what a project uses. */
export type ProjectReporter = ReporterOf<ProjectReport, ProjectRenderOptions>

/** One part of the readable reports, for the first screen in brief; null where the report has nothing for it. */
export type SectionOf = (report: Report, names: Names, brief?: boolean) => Section | null
