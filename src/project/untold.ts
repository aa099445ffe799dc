import type { ProjectReport } from './report.ts'

/** What cannot be told, in one line: why, and what loads it. */
export const untoldInWords = ({ says, via }: Pick<ProjectReport['untold'][number], 'says' | 'via'>): string =>
  `cannot be told: ${says} (${via})`
