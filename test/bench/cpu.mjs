// Times work by the processor time it took, which other programs on the machine change far less than the clock.

/** Milliseconds of processor time that `work` took. */
export const cpu = work => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Runs each of some works in turn, again and again, and gives the median of each: they meet the same weather. */
export const medians = (works, rounds = 9) => {
  const times = works.map(() => [])
  for (let round = -2; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const time = cpu(work)
      if (round >= 0) times[i].push(time)
    }
  }
  return times.map(list => list.sort((a, b) => a - b)[list.length >> 1])
}
