import { setTimeout as sleep } from 'node:timers/promises'
import type { Patience } from './limits.ts'

/** Waits so many milliseconds. Throws the signal's reason where that comes first. */
export const rest = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => signal?.throwIfAborted())

/** Milliseconds before a further try, of which there were so many. */
export function pauseAfter(tried: number, { pause }: Patience): number {
  const most = pause * 2 ** (tried - 1)
  return most / 2 + (Math.random() * most) / 2
}

/** The time for one answer. */
export interface Clock {
  /** given when the time is over, with the reason, or when somebody stops it all */
  readonly signal: AbortSignal
  /** why the time is over; undefined where it is not */
  late(): unknown
  /** a piece of the answer came */
  heard(): void
  end(): void
}

/** Starts the time for one answer. `reason` makes what is thrown of a sentence. */
export function clockOf(
  { answer, silence }: Patience,
  signal: AbortSignal | undefined,
  reason: (says: string) => unknown,
): Clock {
  const gone = new AbortController()
  const after = (says: string, milliseconds: number) =>
    setTimeout(() => gone.abort(reason(`${says} within ${milliseconds / 1000} seconds`)), milliseconds)
  const whole = after('no whole answer', answer)
  let silent = after('no answer', silence)
  return {
    signal: signal ? AbortSignal.any([signal, gone.signal]) : gone.signal,
    late: () => (gone.signal.aborted ? gone.signal.reason : undefined),
    heard() {
      clearTimeout(silent)
      silent = after('nothing more came', silence)
    },
    end() {
      clearTimeout(whole)
      clearTimeout(silent)
      gone.abort()
    },
  }
}
