import * as z from 'zod'
import { Claim, Finding, Term, TextCitation } from '../report/report.ts'

/** A release that an announcement speaks of, and what it was checked against: an audit of it, or dated facts. */
export const SpokenRelease = z.strictObject({
  name: z.string(),
  publisher: z.string().nullable(),
  by: z.enum(['audit', 'knowledge']),
  place: z.string().nullable(),
  revision: z.string().nullable(),
  term: Term,
})
export type SpokenRelease = z.infer<typeof SpokenRelease>

/** What `unwash claims` prints as JSON. */
export const ClaimsReport = z.strictObject({
  schemaVersion: z.literal(1),
  readAsOf: z.string().optional().describe('the day it was checked'),
  releases: z.array(SpokenRelease),
  findings: z.array(Finding),
  claims: z.array(Claim),
  unclaimed: z.array(TextCitation).describe('the sentences that were read as no claim of openness'),
  unlisted: z.number().int().optional().describe('how many more of them there are, which are not listed'),
})
export type ClaimsReport = z.infer<typeof ClaimsReport>
