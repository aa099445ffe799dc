import * as z from 'zod'
import { ClaimsReport } from '../../claims/report.ts'

/** The JSON Schema of what `unwash claims` prints as JSON, draft 2020-12: what `unwash/claims.schema.json` holds. */
export function claimsSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(ClaimsReport, { target: 'draft-2020-12' })
  return {
    $schema,
    $id: 'urn:unwash:claims:1',
    title: 'unwash claims',
    description: 'What an announcement claims of which releases, and whether it holds, with the line of every claim.',
    ...schema,
  }
}
