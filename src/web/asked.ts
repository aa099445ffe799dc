import * as z from 'zod'
import { MOST_ROWS, SORTS } from '../store/query.ts'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../vocabulary.ts'

/** Rows of a page of the table. */
export const ROWS = 50

/** an empty field of a form is one that was not filled in */
const or = <T extends z.ZodType>(schema: T) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional())
const word = z.string().trim().min(1).max(100)

/** What one may ask of the table of releases, as it stands in an address. */
export const Asked = z.object({
  name: or(word).describe('part of the name'),
  publisher: or(word),
  term: or(z.enum(TERMS)),
  class: or(z.enum(LICENSE_CLASSES)).describe('class of the license of the weights'),
  license: or(word).describe('id of a license of the weights'),
  clause: or(word).describe('a kind of clause in a license that covers the weights'),
  claim: or(z.enum(['supported', 'contradicted', 'undetermined'])).describe(
    'with at least one claim that was checked so',
  ),
  ladder: or(z.enum(DATA_LADDER)).describe('how far the training data is opened'),
  year: or(z.coerce.number().int().min(2000).max(2100)).describe('in which it was put there'),
  sort: or(z.enum(SORTS)),
  descending: or(z.stringbool()),
  offset: or(z.coerce.number().int().min(0).max(10_000_000)),
  limit: or(z.coerce.number().int().min(1).max(MOST_ROWS)),
})
export type Asked = z.infer<typeof Asked>

/** The same as the query of an address, without what was not asked. */
export function queryOf(asked: Asked): string {
  const words = Object.entries(asked).flatMap(([key, value]) =>
    value === undefined || value === false ? [] : [[key, String(value)] as [string, string]],
  )
  const query = new URLSearchParams(words).toString()
  return query === '' ? '' : `?${query}`
}
