import * as z from 'zod'
import { Report } from '../report.ts'

/** The JSON Schema of a report, draft 2020-12: what `unwash/report.schema.json` holds. */
export function reportSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(Report, { target: 'draft-2020-12' })
  return {
    $schema,
    $id: 'urn:unwash:report:1',
    title: 'unwash report',
    description:
      'What an AI model release really gives: its honest term, components, licenses, what each framework makes of it, and whether its claims hold, with the place of every statement.',
    ...schema,
  }
}
