import type { Report } from '../../report.ts'
import type { Names } from '../names.ts'
import type { Section } from '../page.ts'

/** One part of the readable reports; null where the report has nothing for it. */
export type SectionOf = (report: Report, names: Names) => Section | null
