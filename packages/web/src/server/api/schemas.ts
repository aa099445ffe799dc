import { z } from '@hono/zod-openapi'
import { ClaimsReport } from '@unwash/core/claims/report'
import { LicensesReport, Report } from '@unwash/core/report/report'
import { STAND_TOGETHER } from '@unwash/reporters/words/checks'
import type { Kind } from '@unwash/survey/store/column'
import { TABLES } from '@unwash/survey/store/tables'
import { BODY, COMPARED, TEXTS } from '../limits.ts'

/** The shapes of what the API takes and gives: the same as those of the reports themselves. */

/** Made anew of the same shape: only what is made after the library was loaded can be named for it. */
export const TheReport = z.strictObject(Report.shape).openapi('Report')
/** Made anew, too. */
export const TheLicenses = z.strictObject(LicensesReport.shape).openapi('LicensesReport')
/** Made anew, too. */
export const TheClaims = z.strictObject(ClaimsReport.shape).openapi('ClaimsReport')

const Trouble = z.strictObject({ error: z.string().describe('what is wrong, in a sentence') }).openapi('Trouble')

/** An audit that was asked for, and how far it is. */
export const Audit = z
  .strictObject({
    id: z.uuid(),
    target: z.string(),
    status: z.enum(['waiting', 'reading', 'done', 'failed']),
    says: z.string().optional().describe('what is waited for, or why it failed'),
    release: z.string().optional().describe('when it is done: the name of the release'),
    revision: z.string().nullable().optional(),
    address: z.string().optional().describe('when it is done: of its page'),
    report: z.string().optional().describe('when it is done: of its report'),
    events: z.string().describe('address of its progress, as server-sent events'),
  })
  .openapi('Audit')

/** What is asked for one. */
export const AskedAudit = z
  .strictObject({
    target: z
      .string()
      .min(1)
      .max(500)
      .openapi({ example: 'org/model' })
      .describe('org/model, the https address of a repository, or path:… below the allowed root'),
    on: z.iso.date().optional().describe('a day gone by, as of which to read it'),
  })
  .openapi('AskedAudit')

const text = z.strictObject({
  path: z.string().min(1).max(300).describe('the name of the file: citations name it'),
  content: z.string().regex(/\S/, 'nothing is in it').max(BODY),
})
const texts = z
  .array(text)
  .min(1)
  .max(TEXTS)
  .openapi({ example: [{ path: 'LICENSE', content: 'You may not …' }] })
/** Texts that are given to be read. */
export const SubmittedTexts = z.strictObject({ texts }).openapi('Texts')
/** The same, with the release that they are about. */
export const Announcement = z
  .strictObject({
    texts,
    of: z.string().min(1).max(300).optional().describe('the release it is about, if it is kept here'),
  })
  .openapi('Announcement')

/** Reports side by side. */
export const ComparedReports = z
  .strictObject({ schemaVersion: z.literal(1), reports: z.array(TheReport).min(2).max(COMPARED) })
  .openapi('Comparison')

/** what a column holds, as JSON */
const HOLDS = {
  text: z.string(),
  integer: z.number().int(),
  count: z.number().int(),
  boolean: z.boolean(),
  day: z.iso.date(),
  moment: z.string(),
  texts: z.array(z.string()),
  json: z.string(),
  bytes: z.string(),
} as const satisfies Record<Kind, z.ZodType>

/** A release as a row of the table: the columns that the store documents. */
const ReleaseRow = z
  .strictObject({
    said: z.string().describe('the kinds of its claims and how those of each stand, with commas between'),
    claims_stand: z.enum(STAND_TOGETHER).describe('how these stand together: as the worst of them'),
    named_license: z.string().describe('the licenses of its weights that are named and were read, joined by AND'),
    model_names: z.string().describe('the names of its models, with commas between'),
    model_terms: z.string().describe('the terms of its models, each with how many have it, with commas between'),
    ...Object.fromEntries(
      Object.entries(TABLES.releases.columns).map(([name, { kind, empty, says }]): [string, z.ZodType] => {
        const holds: z.ZodType = HOLDS[kind]
        return [name, (empty ? holds.nullable() : holds).describe(says)]
      }),
    ),
    contradicted: z.number().int().describe('claims that what was seen contradicts'),
    goes_too_far: z.number().int().describe('claims that go too far: true of the weights, and not of the system'),
  })
  .openapi('Row')
/** A page of the table. */
export const Rows = z
  .strictObject({ rows: z.array(ReleaseRow), total: z.number().int().describe('of all pages') })
  .openapi('Rows')

/** A body in JSON. */
export const inJson = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** What may go wrong, by status. */
export const troubles = <S extends number>(...statuses: readonly S[]) =>
  Object.fromEntries(statuses.map(status => [status, inJson(Trouble, STATUS_WORDS[status] ?? 'it is not done')])) as {
    [K in S]: ReturnType<typeof inJson<typeof Trouble>>
  }

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'what was sent is not what is asked for',
  401: 'the token of the server is wanted',
  403: 'this is not done here, or not for a page of another site',
  404: 'nothing is kept under that name',
  413: 'too large',
  415: 'the body is not said to be application/json',
  422: 'it cannot be read',
  429: 'asked too often; Retry-After says when to ask again',
  503: 'too much is under way; Retry-After says when to ask again',
}
