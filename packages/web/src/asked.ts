import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { CLAIM_KINDS, DATA_LADDER, LICENSE_CLASSES, TERMS } from '@unwash/core/report/vocabulary'
import { readUse } from '@unwash/core/uses/stated'
import { STAND_TOGETHER } from '@unwash/reporters/words/checks'
import { MOST_ROWS, SORTS } from '@unwash/survey/store/query'
import * as z from 'zod'

/** Rows of a page of the table. */
export const ROWS = 50

/** an empty field of a form is one that was not filled in */
const or = <T extends z.ZodType>(schema: T) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional())
const word = z.string().trim().min(1).max(100)

/** What one may ask of the table of releases, as it stands in an address. */
export const TableQuery = z.strictObject({
  name: or(word).describe('part of the name of the release, or of a model in it'),
  publisher: or(word),
  term: or(z.enum(TERMS)),
  class: or(z.enum(LICENSE_CLASSES)).describe('class of the license of the weights'),
  license: or(word).describe('id of a license of the weights'),
  clause: or(word).describe('a kind of clause in a license that covers the weights'),
  kind: or(z.enum(CLAIM_KINDS)).describe('with at least one claim of this kind'),
  claim: or(z.enum(STAND_TOGETHER)).describe(
    'how its claims, of that kind where one is given, stand together: as the worst of them; none where there is none',
  ),
  ladder: or(z.enum(DATA_LADDER)).describe('how far the training data is opened'),
  year: or(z.coerce.number().int().min(2000).max(2100)).describe('in which it was put there'),
  sort: or(z.enum(SORTS)),
  descending: or(z.stringbool()),
  offset: or(z.coerce.number().int().min(0).max(10_000_000)),
  limit: or(z.coerce.number().int().min(1).max(MOST_ROWS)),
})
export type TableQuery = z.infer<typeof TableQuery>

/** The same as the query of an address, without what was not asked. */
export function queryOf(asked: TableQuery): string {
  const words = Object.entries(asked).flatMap(([key, value]) =>
    value === undefined || value === false ? [] : [[key, String(value)] as [string, string]],
  )
  const query = new URLSearchParams(words).toString()
  return query === '' ? '' : `?${query}`
}

/** What is wrong with what was asked, in a sentence; of a parameter that there is not, those that there are. */
export function wrongIn(error: z.ZodError, known: readonly string[] = Object.keys(TableQuery.shape)): string {
  const [issue] = error.issues
  if (issue?.code === 'unrecognized_keys')
    return `there is no parameter “${issue.keys[0]}” here${known.length > 0 ? `, but: ${known.join(', ')}` : ''}`
  const at = issue?.path.join('.') ?? ''
  return `${at === '' ? 'what is sent' : `“${at}”`} ${issue ? lackOf(issue) : 'cannot be asked for'}`
}

/** What is wrong with something that is sent, as a sentence goes on. */
function lackOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `has to be one of: ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type')
    return /undefined$/.test(issue.message) ? 'is missing' : `has to be ${TYPES[issue.expected] ?? 'something else'}`
  if (issue.code === 'too_big') return `has to be at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`
  if (issue.code === 'too_small')
    return Number(issue.minimum) === 1 && issue.origin in UNITS
      ? 'is empty'
      : `has to be at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`
  return `cannot be asked for: ${issue.message}`
}
const UNITS: Readonly<Record<string, string>> = { string: ' letters', array: ' of them' }
const TYPES: Readonly<Record<string, string>> = {
  number: 'a number',
  string: 'words',
  array: 'a list; in an address it is given more than once',
}

/** longer is no use that anybody states */
const LONGEST_USE = 500

/** The use that stands in an address: what is done, and how large the user is; what is wrong with it; null for none. */
export function useIn(query: URLSearchParams, { uses }: Knowledge): ReturnType<typeof readUse> | null {
  const amounts = ['users', 'revenue'].flatMap(name => {
    const given = query.get(name)?.replace(/[\s,_']/g, '')
    return given ? [`${name}=${given}`] : []
  })
  const words = [...query.getAll('do'), ...amounts].join(',')
  return words === '' ? null : readUse(words.slice(0, LONGEST_USE), uses)
}
