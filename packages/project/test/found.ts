import { knowledge } from '../../knowledge/test/knowledge.ts'
import { type FoundReferences, findReferences } from '../src/references/find.ts'
import type { Reference } from '../src/references/reference.ts'

/** The references of an invented code base. */
export function foundIn(files: Readonly<Record<string, string>>): FoundReferences {
  return findReferences(
    Object.entries(files).map(([path, content]) => ({ path, content })),
    knowledge,
  )
}

/** One line for each reference: `path:line model id at host`, and why where there is no id. What is compared with is none. */
export const told = ({ references }: FoundReferences): string[] =>
  references.filter(({ role }) => role !== 'comparison').map(inLine)

/** The same for what is compared with. */
export const compared = ({ references }: FoundReferences): string[] =>
  references.filter(({ role }) => role === 'comparison').map(inLine)

const inLine = ({ of, id, host, why, cited: [first] }: Reference): string => {
  const place = 'line' in first ? `${first.path}:${first.line}` : ''
  return id === null ? `${place} ${of}? ${why}` : `${place} ${of} ${id} at ${host}`
}
