import { citeLines } from '../../documents/cite.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { readName } from './names.ts'
import { type Reference, referenceTo } from './reference.ts'

/** References in a Modelfile: what it is built from, and its adapter. */
export function modelfileReferences(path: string, content: string, { loaders }: Knowledge): Reference[] {
  const lines = content.split('\n')
  return lines.flatMap((line, at): Reference[] => {
    const found = /^\s{0,20}(FROM|ADAPTER)\s{1,20}(\S{1,300})/i.exec(line)
    const named = found?.[2] ? readName(found[2], 'ollama', loaders) : null
    if (!found?.[1] || !named) return []
    return [referenceTo('model', named, found[1].toUpperCase(), [citeLines(path, lines, at + 1)])]
  })
}
