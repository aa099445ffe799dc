import { readYaml } from '@unwash/core/text/yaml/read'
import type * as z from 'zod'

/** A knowledge file that does not hold, and where. */
export class KnowledgeError extends Error {
  constructor(...says: readonly string[]) {
    super(says.join(': '))
    this.name = 'KnowledgeError'
  }
}

/** Reads one YAML file against its schema. Throws a KnowledgeError with a line for each thing that does not hold. */
export function parseKnowledge<T>(path: string, content: string, schema: z.ZodType<T>): T {
  const yaml = readYaml(content)
  if ('says' in yaml) throw new KnowledgeError(`${path}:${yaml.line}`, yaml.says)
  const read = schema.safeParse(yaml.value)
  if (read.success) return read.data
  const wrong = read.error.issues.map(issue => {
    const at = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path
    const says = / received (?:undefined|null)$/.test(issue.message) ? 'is missing' : issue.message
    return [`${path}:${yaml.lineOf(at)}`, at.join('.'), says].join(': ')
  })
  throw new KnowledgeError(wrong.join('\n'))
}
