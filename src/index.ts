/** unwash as a library: what an AI model release really gives, and the types of what comes back. */

export { type Asking, type AskOptions, ask } from './ask.ts'
export type { ClaimsReport } from './claims/report.ts'
export { ERROR_CODES, type ErrorCode, UnwashError } from './error.ts'
/** What everything else rests on. @internal */
export { loadKnown } from './known.ts'
export { type Comparison, compare, type ShowOptions, show } from './library/compare.ts'
export { type AuditAllOptions, type Audited, auditAll } from './library/many.ts'
export type { AuditOptions, Progress, ReadingOptions, UseGiven } from './library/options.ts'
export { auditProject, type ProjectOptions } from './library/project/index.ts'
export { audit, auditText, judge } from './library/releases.ts'
export { checkClaims, readLicense } from './library/texts.ts'
export type { ProjectReport } from './project/report.ts'
export type { Option, Question, Reader, Reading } from './report/question.ts'
export type * from './report/report.ts'
export * from './report/vocabulary.ts'
export type { GivenFile, GivenRelease } from './sources/given.ts'
