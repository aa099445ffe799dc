import type { Report } from '../../report.ts'

/** The name that people call a release by, and that its pages stand under: publisher/name, or the name alone. */
export const calledName = ({ release: { publisher, name } }: Pick<Report, 'release'>): string =>
  publisher === null || name.includes('/') ? name : `${publisher}/${name}`
