/** Milliseconds of the processor that this process took, all its threads: whoever has to wait for it loses none. */
export function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
