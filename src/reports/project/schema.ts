import { ProjectReport } from '../../project/report.ts'
import { schemaOf } from '../schema.ts'

/** The JSON Schema of what `unwash project` prints: what `unwash/project.schema.json` holds. */
export const projectSchema = (): object =>
  schemaOf(
    ProjectReport,
    'project:1',
    'project',
    'What models and data sets a code base uses, where, and under which terms.',
  )
