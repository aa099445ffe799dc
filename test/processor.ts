/**
 * Milliseconds of the processor that a piece of work takes, its waiting left out: on a machine with much to do the clock
 * tells nothing. Bounds on it are for what grows out of bounds on crafted texts, many times what the work takes.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  return process.cpuUsage(start).user / 1000
}
