import type { TextCitation } from '../report/report.ts'

/** The file and line of a sign-off, as it was given. */
export const placeOf = ({ place, path, line }: TextCitation): string => `${place ? `${place}/` : ''}${path}:${line}`
