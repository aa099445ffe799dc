/** unwash as a library: audit a release, read a license text, and the types of what comes back. */
export { type Asking, type AskOptions, ask } from './ask.ts'
export { type AuditOptions, audit } from './audit.ts'
export { judge } from './judge.ts'
export { loadKnown } from './known.ts'
export { readLicenses } from './license.ts'
export type { Known } from './licenses/known.ts'
export { type LegalText, readLicense } from './licenses/read.ts'
export type { LicenseReading } from './licenses/reading.ts'
export type { Option, Question, Reader, Reading } from './question-report.ts'
export type {
  Citation,
  Clause,
  Component,
  Conflict,
  Evaluation,
  Finding,
  License,
  LineageStep,
  Model,
  Report,
  Requirement,
  Term,
} from './report.ts'
export { reporters } from './reports/index.ts'
export { UnwashError } from './sources/error.ts'
export { open } from './sources/index.ts'
export type { Release, ReleaseFile, Text } from './sources/release.ts'
export * from './vocabulary.ts'
