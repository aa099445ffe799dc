import { ClaimsReport } from '../../claims/report.ts'
import { schemaOf } from '../schema.ts'

/** The JSON Schema of what `unwash claims` prints as JSON: what `unwash/claims.schema.json` holds. */
export const claimsSchema = (): object =>
  schemaOf(
    ClaimsReport,
    'claims:1',
    'claims',
    'What an announcement claims of which releases, and whether it holds, with the line of every claim.',
  )
