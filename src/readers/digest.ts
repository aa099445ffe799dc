import * as z from 'zod'
import { parseJson } from '../json.ts'
import type { ReaderAddress } from './address.ts'
import { textOf } from './post.ts'

const Tags = z.object({
  models: z.array(z.object({ name: z.string(), digest: z.string().regex(/^[0-9a-f]{12,64}$/) })),
})

/** a list of every model that was ever pulled */
const BYTES = 1024 * 1024
/** milliseconds */
const PATIENCE = 10_000

/** Which weights a name is for now, by their digest, where that is told; the same name may be others tomorrow. */
export async function digestOf({ tags, model }: ReaderAddress): Promise<string | null> {
  if (tags === undefined) return null
  try {
    const response = await fetch(tags, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    const { models } = Tags.parse(parseJson((await textOf(response, BYTES)).text))
    const one = models.find(({ name }) => name === model || name === `${model}:latest`)
    return one ? one.digest.slice(0, 12) : null
  } catch {
    return null
  }
}
