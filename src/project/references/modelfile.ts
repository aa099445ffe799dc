import { citeLines } from '../../documents/cite.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isWeightsFile, readName } from './names.ts'
import { type Reference, referenceTo } from './reference.ts'

/** References in a Modelfile: what it is built from, and its adapter. */
export function modelfileReferences(path: string, content: string, { loaders }: Knowledge): Reference[] {
  const lines = content.split('\n')
  return lines.flatMap((line, at): Reference[] => {
    const found = /^\s{0,20}(FROM|ADAPTER)\s{1,20}(\S{1,300})/i.exec(line)
    const named = found?.[2] ? readName(found[2], 'ollama', loaders) : null
    if (!found?.[1] || !named) return []
    const by = found[1].toUpperCase()
    const cited = [citeLines(path, lines, at + 1)] as const
    // an adapter of one's own, and a file that is called a model, tell no name
    const isNameless = named.host === 'path' && (by === 'ADAPTER' || !isWeightsFile(named.id, loaders))
    if (!isNameless) return [referenceTo('model', named, by, cited)]
    return [referenceTo('model', { ...named, id: null }, by, cited, { why: `it is a file of one's own (${named.id})` })]
  })
}
