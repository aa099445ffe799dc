import fc from 'fast-check'
import { inject, test } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    nightly: boolean
  }
}

/** Whether this is `npm run test:nightly`: everything in full, timed, on seeds of its own. */
export const NIGHTLY = inject('nightly')

/** A test of the night alone: it is slow, or goes by the clock. */
export const nightly: Pick<typeof test, 'each'> & ((name: string, run: () => unknown) => void) = NIGHTLY
  ? test
  : Object.assign(() => {}, { each: () => () => {} })

/** How much of something there is at night, and in `npm test` a tenth of it. */
export const inFull = (amount: number): number => (NIGHTLY ? amount : Math.ceil(amount / 10))

/**
 * Does a piece of work, which has to end; at night, within so many milliseconds of the processor, its waiting left out.
 * Bounds are many times what the work takes: they are for what grows out of bounds on crafted texts.
 */
export async function endsWithin(most: number, work: () => unknown, what = 'the work'): Promise<void> {
  const took = await processorTime(work)
  if (NIGHTLY && took > most) throw new Error(`${what} took ${Math.round(took)} ms of the processor, more than ${most}`)
}

/** Milliseconds of the processor that a piece of work takes. */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  return process.cpuUsage(start).user / 1000
}

/** Values that are the same in each `npm test`, and others, more of them, each night. */
export const drawn = <Value>(values: fc.Arbitrary<Value>, count: number): Value[] =>
  fc.sample(values, NIGHTLY ? 10 * count : { numRuns: count, seed: 1 })
