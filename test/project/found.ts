import { worked } from '../../src/cli/project/reading.ts'
import { type FoundReferences, findReferences } from '../../src/project/references/find.ts'
import { knowledge } from '../knowledge/knowledge.ts'

/** The references of an invented code base. */
export function foundIn(files: Readonly<Record<string, string>>): FoundReferences {
  return findReferences(
    Object.entries(files).map(([path, content]) => ({ path, content })),
    knowledge,
    () => {},
    // of the processor: on a machine with much to do the clock tells nothing
    worked,
  )
}

/** One line for each reference: `path:line model id at host`, and why where there is no id. */
export const told = ({ references }: FoundReferences): string[] =>
  references.map(({ of, id, host, why, cited: [first] }) => {
    const place = 'line' in first ? `${first.path}:${first.line}` : ''
    return id === null ? `${place} ${of}? ${why}` : `${place} ${of} ${id} at ${host}`
  })
