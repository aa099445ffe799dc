import { ClaimsReport } from '@unwash/core/claims/report'
import { ProjectReport } from '@unwash/core/report/project'
import { Report } from '@unwash/core/report/report'
import * as z from 'zod'

/** The JSON Schema of what unwash writes, draft 2020-12. */
function schemaOf(shape: z.ZodType, id: string, title: string, description: string): object {
  const { $schema, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
  return { $schema, $id: `urn:unwash:${id}`, title: `unwash ${title}`, description, ...schema }
}

/** The JSON Schema of a report: what `unwash/report.schema.json` holds. */
export const reportSchema = (): object =>
  schemaOf(
    Report,
    'report:1',
    'report',
    'What an AI model release really gives: its honest term, components, licenses, what each framework makes of ' +
      'it, and whether its claims hold, with the place of every statement.',
  )

/** The JSON Schema of what `unwash claims` prints as JSON: what `unwash/claims.schema.json` holds. */
export const claimsSchema = (): object =>
  schemaOf(
    ClaimsReport,
    'claims:1',
    'claims',
    'What an announcement claims of which releases, and whether it holds, with the line of every claim.',
  )

/** The JSON Schema of what `unwash project` prints: what `unwash/project.schema.json` holds. */
export const projectSchema = (): object =>
  schemaOf(
    ProjectReport,
    'project:1',
    'project',
    'What models and data sets a code base uses, where, and under which terms.',
  )
