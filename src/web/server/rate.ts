/** clients remembered; the one seen longest ago makes room */
const CLIENTS = 10_000

/** Counts what each client asks for: so many at once, and as many again over a minute. `now` gives milliseconds. */
export function rateOf(perMinute: number, now: () => number = Date.now) {
  const left = new Map<string, { tokens: number; at: number }>()
  return {
    /** Takes one of a client's; the seconds to wait where there is none left, else 0. */
    take(client: string): number {
      const at = now()
      const before = left.get(client) ?? { tokens: perMinute, at }
      const tokens = Math.min(perMinute, before.tokens + ((at - before.at) * perMinute) / 60_000)
      left.delete(client)
      left.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      const [oldest] = left.keys()
      if (left.size > CLIENTS && oldest !== undefined) left.delete(oldest)
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute)
    },
  }
}

/** What one client after the other may ask for. */
export type Rate = ReturnType<typeof rateOf>
