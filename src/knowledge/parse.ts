import { isNode, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'

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
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines, uniqueKeys: true })
  const broken = document.errors[0]
  if (broken) {
    throw new KnowledgeError(`${path}:${lines.linePos(broken.pos[0]).line}`, broken.message, { cause: broken })
  }
  const read = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const at = issue?.path ?? []
  const says = `${at.length > 0 ? `${at.join('.')}: ` : ''}${issue?.message ?? 'does not hold'}`
  throw new KnowledgeError(`${path}:${lineOf(at)}`, says, { cause: read.error })

  /** The line of the nearest thing that exists on the way to what is wrong. */
  function lineOf(where: readonly PropertyKey[]): number {
    for (let length = where.length; length > 0; length--) {
      const node = document.getIn(where.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
}
