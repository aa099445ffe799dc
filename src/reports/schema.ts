import * as z from 'zod'
import { Report } from '../report.ts'

/** The JSON Schema of what unwash writes, draft 2020-12. */
export function schemaOf(shape: z.ZodType, id: string, title: string, description: string): object {
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
