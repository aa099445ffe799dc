/** Milliseconds of the processor that this process took, all its threads: whoever has to wait for it loses none. */
export function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Whether a thread was ended because it took more memory than it may. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
