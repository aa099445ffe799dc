/** How the process is asked to end. */
export interface Stop {
  /** given when it was asked: whoever heeds it ends in order */
  readonly signal: AbortSignal
  /** The same for a command that takes work until it is told to end: it heeds SIGTERM too, as services are ended. */
  draining(): AbortSignal
  /** what the shell calls an end by the signal that came (128 and its number); null where none came */
  exitCode(): number | null
}

const CODES = { SIGINT: 130, SIGTERM: 143 } as const
type StopSignal = keyof typeof CODES

/** Hears the first Ctrl-C, or SIGTERM where it is heeded; the second of either ends the process at once. */
export function stopOf(): Stop {
  const stop = new AbortController()
  let came: StopSignal | null = null
  const heard = (asked: StopSignal) => {
    for (const one of ['SIGINT', 'SIGTERM'] as const) process.off(one, heard)
    came = asked
    stop.abort()
  }
  process.on('SIGINT', heard)
  return {
    signal: stop.signal,
    draining() {
      process.on('SIGTERM', heard)
      return stop.signal
    },
    exitCode: () => (came === null ? null : CODES[came]),
  }
}
