import type { Report } from '@unwash/core/report/report'

/** A number and its noun: `1 point`, `3 points`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}

/** How often each occurs, in the order of their first. */
export function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

type Called = Pick<Report, 'release'>

/** how an audit that a server made names a path of its own */
const PATH = 'path:'
/** an address of the web, or of git: its host, and its path without a revision */
const AT_HOST =
  /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^@/]*@)?|[^\s/:@]{1,100}@)([^\s/:@]{2,255}(?::\d{1,5}(?=\/))?)[/:]([^?#]*)/i

/**
 * The name that people call a release by, that its pages stand under, and that a store finds it by: `publisher/name` of
 * a repository at the hub. Elsewhere the host comes first, and what lies on this machine has its path, so that nobody
 * takes the place of another by a name alone.
 */
export function calledName({ release }: Called): string {
  const { publisher, name, source, places } = release
  const place = places[0] ?? ''
  if (place.startsWith(PATH)) {
    const steps = stepsIn(place.slice(PATH.length))
    return steps.length > 1 ? ['_', ...steps].join('/') : (steps[0] ?? name)
  }
  const own = publisher === null || name.includes('/') ? name : `${publisher}/${name}`
  const [, host, rest = ''] = AT_HOST.exec(place) ?? []
  if (host === undefined || /^file:/i.test(place)) return own
  // a set of data may have the name of a model
  if (source === 'hub') return rest.startsWith('datasets/') ? `datasets/${own}` : own
  const steps = stepsIn(rest.replace(/@[^/]*$/, '').replace(/\.git$/, ''))
  // of an account and what it has, further steps lead to a part
  const isWhole = steps[0] === publisher && steps[1] === name
  return [host.toLowerCase(), ...(isWhole ? [own] : steps)].join('/')
}

const stepsIn = (path: string): readonly string[] =>
  path.split('/').filter(step => step !== '' && step !== '.' && step !== '..')
