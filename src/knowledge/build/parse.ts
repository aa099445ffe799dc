import type * as z from 'zod'
import { readYaml } from '../../text/yaml/read.ts'

/** A knowledge file that does not hold; `where` is path and line. */
export class KnowledgeError extends Error {
  readonly where: string
  constructor(where: string, says: string, options?: ErrorOptions) {
    super(`${where}: ${says}`, options)
    this.name = 'KnowledgeError'
    this.where = where
  }
}

/** Reads one YAML file against its schema. Throws a KnowledgeError that names the file and the line. */
export function parseKnowledge<T>(path: string, content: string, schema: z.ZodType<T>): T {
  const yaml = readYaml(content)
  if ('says' in yaml) throw new KnowledgeError(`${path}:${yaml.line}`, yaml.says)
  const read = schema.safeParse(yaml.value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const at = issue?.path ?? []
  const missing = issue?.code === 'invalid_type' && /received (?:undefined|null)$/.test(issue.message)
  const what = missing ? 'is missing' : (issue?.message ?? 'does not hold')
  const says = `${at.length > 0 ? `${at.join('.')}: ` : ''}${what}`
  throw new KnowledgeError(`${path}:${yaml.lineOf(at)}`, says, { cause: read.error })
}
