import { citeLines } from '../../../documents/cite.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { findModel } from '../../../names/models.ts'
import type { Cited } from '../../../report.ts'
import { hostedName, isBuilder, isPlainId, PAGES, readName } from '../names.ts'
import { type Reference, referenceTo } from '../reference.ts'
import { type Given, type Loads, MOST } from './loads.ts'

/** a name that is given more in other files is a common word */
const MOST_ELSEWHERE = 8

/** what the options of a command are kept in */
const ASKED = /^(?:args|opts?|options|flags|FLAGS)\./

/** Whether a key is an argument of something that is called, and no name. */
const isArgument = (key: string) => key.includes('(')

/** What the names of a code base are given, by the file and in all of them. */
export function givenIn(files: readonly Loads[]): ReadonlyMap<string, readonly Given[]> {
  const all = new Map<string, Given[]>()
  for (const { given } of files)
    for (const [key, texts] of given) {
      const same = all.get(key) ?? []
      if (same.length < MOST) all.set(key, [...same, ...texts])
    }
  return all
}

/** The references of the calls of one file; names are looked up in it, and else in the whole code base. */
export function loadedReferences(
  { loads, given, imports }: Loads,
  everywhere: ReadonlyMap<string, readonly Given[]>,
  linesOf: (path: string) => readonly string[],
  knowledge: Knowledge,
): Reference[] {
  const { loaders } = knowledge
  const told = new Set<string>()
  const references: Reference[] = []
  const here = ({ path, line }: Pick<Given, 'path' | 'line'>) => citeLines(path, linesOf(path), line)
  /** What a name is given here, or where it is taken from. */
  const lookUp = (path: string): readonly Given[] => {
    const key = path.slice(path.lastIndexOf('.') + 1)
    const own = given.get(key)
    // what a command is given has no value in code but its default
    if (own !== undefined) return ASKED.test(path) ? own.filter(({ fallback }) => fallback) : own
    if (isArgument(key)) return everywhere.get(key) ?? []
    const all = key !== path || imports.has(key) ? (everywhere.get(key) ?? []) : []
    return all.length > MOST_ELSEWHERE ? [] : all
  }
  /** With what is put into a text filled in, where that is told. */
  const filled = (one: Given): Given[] => {
    const text = one.text.replaceAll(/\{([\w.]+)\}/g, (hole, name: string) => {
      const [value, ...more] = new Set(lookUp(name).map(({ text }) => text))
      return value === undefined || more.length > 0 ? hole : value
    })
    return /[{}$]/.test(text) ? [] : [{ ...one, text }]
  }
  for (const load of loads) {
    const { loader, via } = load
    const { of, host } = loader
    const followed = load.keys.flatMap(key =>
      lookUp(key)
        .flatMap(filled)
        .filter(({ text, path }) => path === load.path || isArgument(key) || isPlainId(text, loaders)),
    )
    const texts = [...load.texts.flatMap(filled), ...followed]
    let any = false
    for (const one of texts) {
      const named = readName(one.text, host, loaders)
      // a common word that is called with some bare name says nothing of a model unless the name is known
      const isHosted = host === 'hosted' && named?.host === 'hosted'
      if (!named || (isHosted && !hostedName(named.id, loaders) && !findModel(knowledge, named.id))) continue
      any = true
      if (of === 'dataset' && isBuilder(named.id, loaders)) continue
      const key = `${load.line} ${named.id}`
      if (told.has(key)) continue
      told.add(key)
      const isHere = one.path === load.path && one.line === load.line
      const cited: Cited = isHere ? [here(load)] : [here(load), here(one)]
      references.push(
        referenceTo(of, named, via, cited, {
          revision: load.revision ?? named.revision,
          fallback: one.fallback,
          why: one.why ?? null,
        }),
      )
    }
    // what says how a model is built is no model
    if (texts.length > 0 && texts.every(({ text }) => PAGES.test(text))) continue
    if (any || (!load.keyed && (loader.receivers !== undefined || host === 'hosted'))) continue
    const [first] = texts
    const why = first ? `"${first.text.slice(0, 60)}" is no name that is known here` : load.why
    references.push(referenceTo(of, { id: null, host: host ?? 'hub', revision: null }, via, [here(load)], { why }))
  }
  return references
}
