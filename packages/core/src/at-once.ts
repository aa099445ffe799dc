/** Room for so many works at the same time; more wait, and begin in the order they came. */
interface Room {
  /** Waits until there is room, and starts a work. Throws what an earlier one has thrown. */
  enter(work: () => Promise<void>): Promise<void>
  /** Waits until all have ended. Throws what one of them has thrown. */
  empty(): Promise<void>
  /** Waits for room and gives what the work gives, or throws what it throws. */
  through<T>(work: () => Promise<T>): Promise<T>
}

/** Makes room for `most` works. */
export function limitTo(most: number): Room {
  const waiting: (() => void)[] = []
  const going = new Set<Promise<unknown>>()
  let taken = 0
  let trouble: { readonly error: unknown } | null = null

  const take = async () => {
    if (taken < most) taken += 1
    // whoever leaves gives its place to the next
    else await new Promise<void>(resolve => waiting.push(resolve))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next === undefined) taken -= 1
    else next()
  }
  const check = () => {
    if (trouble !== null) throw trouble.error
  }
  return {
    enter: async work => {
      check()
      await take()
      if (trouble !== null) leave()
      check()
      const one: Promise<void> = work()
        .catch(error => {
          trouble ??= { error }
        })
        .finally(() => {
          going.delete(one)
          leave()
        })
      going.add(one)
    },
    empty: async () => {
      await Promise.all(going)
      check()
    },
    through: async work => {
      await take()
      return work().finally(leave)
    },
  }
}
