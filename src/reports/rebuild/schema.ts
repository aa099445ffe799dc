import * as z from 'zod'
import { Rebuild } from '../../rebuild/rebuild.ts'

/** The JSON Schema of what `unwash rebuild` prints, draft 2020-12: what `unwash/rebuild.schema.json` holds. */
export function rebuildSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(Rebuild, { target: 'draft-2020-12' })
  return {
    $schema,
    $id: 'urn:unwash:rebuild:1',
    title: 'unwash rebuild',
    description:
      'What a rebuild of an AI model release needs, what of it is there, and which published scores can be checked.',
    ...schema,
  }
}
