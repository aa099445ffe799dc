import { parseJson } from '@unwash/core/text/json'
import type * as z from 'zod'
import type { Client } from './client.ts'
import type { Fetched } from './fetch.ts'
import { JSON_BYTES } from './limits.ts'
import { HubTrouble } from './trouble.ts'

/** JSON of a hub. Throws `HubTrouble` where it is none. */
export function json(bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new HubTrouble('it answers with something that is no JSON', { cause })
  }
}

/** What came, and what was read in it. */
export type AnsweredJson<Shape extends z.ZodType> = Fetched & { readonly data: z.infer<Shape> }

/**
 * Asks for JSON of a shape, which `called` names. Throws `HubTrouble` where the answer is something else, or too long.
 */
export async function askJson<T>(
  client: Client,
  path: string,
  shape: z.ZodType<T>,
  called: string,
  accept?: string,
): Promise<AnsweredJson<z.ZodType<T>>> {
  const answer = await client.get(path, { most: JSON_BYTES, ...(accept === undefined ? {} : { accept }) })
  const read = shape.safeParse(json(answer.bytes))
  if (answer.cut || !read.success) throw new HubTrouble(`it answers with something else than ${called}`)
  return { ...answer, data: read.data }
}

/** What was kept as JSON of a shape; null where it is not there, or of another. */
export function keptAs<T>(shape: z.ZodType<T>, kept: Uint8Array | string | null): T | null {
  if (kept === null) return null
  try {
    return shape.parse(parseJson(typeof kept === 'string' ? kept : new TextDecoder().decode(kept)))
  } catch {
    return null
  }
}

/** A value as the bytes of its JSON, to be kept. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** What an answer may lack, or have of another shape: then it says nothing. */
export const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null)
