/** unwash as a library: what an AI model release really gives, and the types of what comes back. */

export type { ClaimsReport } from '@unwash/core/claims/report'
export { ERROR_CODES, type ErrorCode, UnwashError } from '@unwash/core/error'
export type { ProjectReport } from '@unwash/core/report/project'
export type { Option, Question, Reader, Reading } from '@unwash/core/report/question'
export type * from '@unwash/core/report/report'
export * from '@unwash/core/report/vocabulary'
export type { GivenFile, GivenRelease } from '@unwash/sources/given'
export { type Asking, type AskOptions, ask } from './ask.ts'
export { type Comparison, compare, type ShowOptions, show } from './compare.ts'
/** What everything else rests on. @internal */
export { loadKnown } from './known.ts'
export { type AuditAllOptions, type Audited, auditAll } from './many.ts'
export type { AuditOptions, Progress, ReadingOptions, UseGiven } from './options.ts'
export { auditProject, type ProjectOptions } from './project/index.ts'
export { audit, auditText, judge } from './releases.ts'
export { checkClaims, readLicense } from './texts.ts'
