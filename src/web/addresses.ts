import type { Citation } from '../report.ts'

/**
 * The addresses of the pages, each written once. They are permanent: others link to them. What is not about a release
 * has one step, or three, so that no publisher at a hub can stand in its way.
 */

/** Where releases, what is known and the tools are. */
export const ADDRESSES = {
  home: '/',
  explore: '/explore',
  compare: '/compare',
  read: '/read',
  check: '/check',
  knowledge: '/knowledge',
  corrections: '/corrections',
  openapi: '/openapi.json',
  style: '/assets/unwash.css',
} as const

/** stands for the publisher of a release that names none in its name */
const NOBODY = '_'

/** `org/model` as the steps of an address; the name of a folder has no publisher in it. */
export function slugOf(name: string): string {
  const parts = name.split('/').filter(part => part !== '' && part !== '.' && part !== '..')
  const [publisher, ...rest] = parts.length > 1 ? parts : [NOBODY, parts[0] ?? 'unnamed']
  return [publisher ?? NOBODY, rest.join('-')].map(part => encodeURIComponent(part)).join('/')
}

/** The name that a slug stands for. */
export const nameOf = (publisher: string, name: string) => (publisher === NOBODY ? name : `${publisher}/${name}`)

/** A release, as it was last read or at a revision. */
export function releaseAddress(name: string, revision: string | null = null): string {
  return `/${slugOf(name)}${revision === null ? '' : `@${encodeURIComponent(revision)}`}`
}

/** A source text of a release, as it was read. */
export function sourceAddress(release: string, path: string, lines?: { line: number; endLine?: number }): string {
  const steps = path.split('/').map(encodeURIComponent).join('/')
  return `${release}/source/${steps}${lines ? `#L${lines.line}` : ''}`
}

/** Where the words of a citation stand, in the sources kept of a release; null where it is no place in a text. */
export function citedAddress(release: string, cited: Citation): string | null {
  if ('looked' in cited || 'fact' in cited) return null
  if ('line' in cited && cited.line !== undefined) return sourceAddress(release, cited.path, { line: cited.line })
  return sourceAddress(release, cited.path)
}

export const licenseAddress = (id: string) => `/knowledge/license/${encodeURIComponent(id)}`
export const clauseAddress = (kind: string) => `/knowledge/clause/${encodeURIComponent(kind)}`
export const termAddress = (id: string) => `/knowledge/term/${encodeURIComponent(id)}`
export const frameworkAddress = (id: string) => `/knowledge/framework/${encodeURIComponent(id)}`
export const requirementAddress = (framework: string, id: string) =>
  `/knowledge/framework/${encodeURIComponent(framework)}/${encodeURIComponent(id)}`
