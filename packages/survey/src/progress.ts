/** How far a survey is. Told after each release; `left` is in seconds, null where it cannot be said. */
export interface SurveyProgress {
  /** releases kept in this call, and targets that failed */
  readonly kept: number
  readonly failed: number
  /** done in an earlier call */
  readonly before: number
  readonly total: number | null
  /** releases a second, of the last minute */
  readonly rate: number
  readonly left: number | null
}

/** seconds that the rate is taken over: long enough to be calm, short enough to follow */
const WINDOW = 60

/** Counts what is done. `now` is in milliseconds. */
export function counter(total: number | null, now: () => number = () => performance.now()) {
  const times: number[] = [now()]
  const counts = { kept: 0, failed: 0, before: 0 }
  return {
    count(what: keyof typeof counts): void {
      counts[what] += 1
      if (what === 'before') return
      times.push(now())
      const from = now() - WINDOW * 1000
      while (times.length > 2 && (times[1] ?? 0) < from) times.shift()
    },
    get progress(): SurveyProgress {
      const { kept, failed, before } = counts
      const seconds = (now() - (times[0] ?? 0)) / 1000
      const rate = seconds > 0 ? (times.length - 1) / seconds : 0
      const left = total === null || rate === 0 ? null : Math.max(0, total - kept - failed - before) / rate
      return { kept, failed, before, total, rate, left }
    },
  }
}
