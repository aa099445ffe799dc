import { citeLines } from '../../documents/cite.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../knowledge/models.ts'
import type { Cited } from '../../report.ts'
import { isBuilder, loadingsIn } from './calls.ts'
import type { Module } from './code/module.ts'
import type { Modules } from './code/resolve.ts'
import { hostedName, isFile, isMadeUp, isPlainId, type Named, readName } from './names.ts'
import { type Reference, referenceTo } from './reference.ts'

/** Lines of the files of a project, to cite them. */
export type LinesOf = (path: string) => readonly string[]

/** The references in one module: what its calls load, by whatever names it comes to them. */
export function codeReferences(module: Module, modules: Modules, linesOf: LinesOf, knowledge: Knowledge): Reference[] {
  const { loaders } = knowledge
  const references: Reference[] = []
  const told = new Set<string>()
  const lines = linesOf(module.path)
  const here = (line: number) => citeLines(module.path, lines, line)
  for (const { call, of, host, names, revision, common, via } of loadingsIn(module, modules, loaders)) {
    let any = false
    for (const written of names.texts) {
      const named = readName(written.text, host, loaders)
      if (!named || (of === 'dataset' && isBuilder(named.id, loaders))) {
        any ||= named !== null
        continue
      }
      any = true
      // a common word that is called with some bare name says nothing of a model unless the name is known
      if (
        host === 'hosted' &&
        named.host === 'hosted' &&
        !hostedName(named.id, loaders) &&
        !findModel(knowledge, named.id)
      )
        continue
      const { line } = call
      if (told.has(`${line} ${named.id}`)) continue
      told.add(`${line} ${named.id}`)
      const isHere = written.path === module.path && written.line === line
      const cited: Cited = isHere
        ? [here(line)]
        : [here(line), citeLines(written.path, linesOf(written.path), written.line)]
      const more = { revision: revision ?? named.revision, fallback: written.fallback }
      references.push(referenceTo(of, named, via, cited, more))
    }
    if (any || common || (names.why.length === 0 && names.texts.length === 0)) continue
    const why = names.why[0] ?? `"${names.texts[0]?.text.slice(0, 60) ?? ''}" is no name that is known here`
    references.push(referenceTo(of, { id: null, host: host ?? 'hub', revision: null }, via, [here(call.line)], { why }))
  }
  return references
}

/** An id of a publisher that is known, with a name of its own models. */
export function ownName(text: string, knowledge: Knowledge): string | null {
  if (!isPlainId(text, knowledge.loaders)) return null
  return findModel(knowledge, text)?.own ? (text.split(/[:@]/, 1)[0] ?? null) : null
}

/** A name without a publisher that speaks of a model that is known or hosted: `gemma2:9b`, `gpt-4o`. */
export function bareName(text: string, knowledge: Knowledge): Named | null {
  const { loaders } = knowledge
  const service = hostedName(text, loaders)
  if (service) return { id: service, host: 'hosted', revision: null }
  const known = loaders.bare.includes(text.split(':', 1)[0]?.toLowerCase() ?? '')
  if (!/^[A-Za-z][\w.-]{2,80}(?::[\w.-]{1,60})?$/.test(text) || !(known || /[\d:]/.test(text))) return null
  if (isFile(text, loaders) || isMadeUp(text, loaders)) return null
  const read = readName(text, 'name', loaders)
  return read && read.host !== 'path' && (known || findModel(knowledge, text))
    ? { ...read, host: text.includes(':') ? 'ollama' : 'name' }
    : null
}
