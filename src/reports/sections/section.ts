import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import type { Section } from '../page.ts'

/** One part of the readable reports, for the first screen in brief; null where the report has nothing for it. */
export type SectionOf = (report: Report, names: Names, brief?: boolean) => Section | null
