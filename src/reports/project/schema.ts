import * as z from 'zod'
import { ProjectReport } from '../../project/report.ts'

/** The JSON Schema of what `unwash project` prints, draft 2020-12: what `unwash/project.schema.json` holds. */
export function projectSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(ProjectReport, { target: 'draft-2020-12' })
  return {
    $schema,
    $id: 'urn:unwash:project:1',
    title: 'unwash project',
    description: 'What models and data sets a code base uses, where, and under which terms.',
    ...schema,
  }
}
