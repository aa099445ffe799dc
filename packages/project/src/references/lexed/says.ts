import type { Loaders } from '@unwash/core/knowledge/loaders'
import { once } from '@unwash/core/once'
import type { Role } from '@unwash/core/report/project'
import { isOther, plainName, tellsOnly, wordsOfName } from '../keys.ts'
import type { NamedInCode } from '../names.ts'
import type { Around } from './context.ts'

/** A name that a token gives, and what it is there for. */
export interface FoundName {
  readonly of: 'model' | 'dataset'
  readonly named: NamedInCode
  readonly via: string
  readonly role: Role
}

/** What names around a string say that it is. */
export interface Says {
  readonly model: boolean
  /** one of the two nearest says so */
  readonly near: boolean
  readonly dataset: boolean
  /** the nearest name says that it is something else: a route, a type of media, a package */
  readonly other: boolean
  /** the host of a service that is named around it */
  service(): string | null
}

const loaderWords = once(({ about, services }: Loaders) => ({
  model: new Set(about.model),
  dataset: new Set(about.dataset),
  other: new Set(about.other),
  services: services.flatMap(({ words, host }) => words.map(word => [word, host] as const)),
}))

/** maps of what is told of something, and never of what it is made of */
export const NOTES = /(?:annotations|labels|tags|messages|prompts|notes|docs|alias|aliases)$/i

const TOKENS_NEAR = 6

/** Reads the names around a string, and that of its file. */
export function saysOf(around: readonly Around[], loaders: Loaders, file = ''): Says {
  const { model, dataset, other, services } = loaderWords(loaders)
  const near = around.slice(0, TOKENS_NEAR)
  const names = near.map(({ name, path }): readonly string[] =>
    path.length < 2 ? wordsOfName(name) : [name, ...path.slice(1, 3)].flatMap(wordsOfName),
  )
  const has = (words: ReadonlySet<string>, of = names) => of.some(name => name.some(word => words.has(word)))
  const first = names[0] ?? []
  // a file of models has them in it, but not only
  const isModel = has(model) || wordsOfName(file).some(word => model.has(word))
  return {
    model: isModel,
    near: has(model, names.slice(0, 2)),
    dataset: has(dataset) && !first.some(word => model.has(word)),
    other:
      isOther(near[0]?.name ?? '', loaders) ||
      (first.some(word => other.has(word)) && !first.some(word => model.has(word))) ||
      near
        .slice(0, 3)
        .some(({ is, name }, depth) => is !== 'call' && tellsOnly(name, loaders) && (depth === 0 || NOTES.test(name))),
    service() {
      const paths = plainName([...near.flatMap(({ name, path }) => [name, ...path]), file].join(' '))
      return services.find(([word]) => paths.includes(word))?.[1] ?? null
    },
  }
}
