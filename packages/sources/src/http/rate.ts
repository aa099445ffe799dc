/** What a server says of how often it may be asked. Times in milliseconds. */

/** One window that requests are counted in. */
interface Window {
  /** the server's word for what is counted in it, such as `api` */
  readonly of: string
  readonly left: number
  /** until it ends */
  readonly reset: number
}

/** How long it asks to wait: by `Retry-After`, in seconds or as a date, else until a window that is used up ends. */
export function askedWait(headers: Headers, now = Date.now()): number | null {
  const after = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000
  const date = after === '' ? Number.NaN : Date.parse(after)
  if (!Number.isNaN(date)) return Math.max(0, date - now)
  // the header is on every answer: of a window with requests left it says nothing of waiting
  const spent = windowsIn(headers).filter(({ left }) => left === 0)
  return spent.length === 0 ? null : Math.max(...spent.map(({ reset }) => reset))
}

/**
 * The windows of `RateLimit: "api";r=0;t=55` of draft-ietf-httpapi-ratelimit-headers: so many requests remain for so
 * many
 * seconds. One that does not say for how long ends within what `RateLimit-Policy: "api";q=500;w=300` says.
 */
function windowsIn(headers: Headers): readonly Window[] {
  const policies = new Map<string, string>()
  for (const policy of itemsOf(headers.get('ratelimit-policy')))
    for (const [, name = ''] of policy.matchAll(/"([^"]{1,60})"/g)) policies.set(name, policy)
  return itemsOf(headers.get('ratelimit')).flatMap(item => {
    const of = /^"?([\w-]{1,60})/.exec(item)?.[1] ?? ''
    const left = numberAt('r', item)
    const policy = policies.get(of) ?? ''
    const seconds = numberAt('t', item) ?? numberAt('w', policy)
    return left === null || seconds === null ? [] : [{ of, left, reset: seconds * 1000 }]
  })
}

const itemsOf = (header: string | null) =>
  (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(item => item.trim())

function numberAt(key: string, item: string): number | null {
  const found = item.split(';').find(part => part.trim().startsWith(`${key}=`))
  const digits = /=(\d{1,9})$/.exec(found?.trim() ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** How many requests of each kind a hub still welcomes, by what its answers say: of all that this program asks it. */
interface Allowance {
  /** how long to wait before the next request of a kind */
  wait(kind: string): number
  /** a request of a kind goes out; what is given back is called when it ended */
  sent(kind: string): () => void
  heard(kind: string, headers: Headers): void
}

/** until a new window is asked again, where nothing came back */
const SOON = 200

const allowances = new Map<string, Allowance>()

/** The allowance of who asks a hub; a token has one of its own. `kinds` are the hub's own names of what it counts. */
export function allowanceOf(asker: string, kinds: readonly string[]): Allowance {
  const known = allowances.get(asker) ?? newAllowance(kinds)
  allowances.set(asker, known)
  return known
}

/** A window as it is counted here. */
interface Counted {
  left: number
  until: number
  /** it has begun, and no answer has told yet what it holds: one request asks */
  asking: boolean
}

function newAllowance(kinds: readonly string[]): Allowance {
  const windows = new Map<string, Counted>()
  const going = new Map<string, number>()
  const goingOf = (kind: string) => going.get(kind) ?? 0
  const current = (kind: string): Counted | null => {
    const window = windows.get(kind)
    if (window === undefined) return null
    if (window.until <= Date.now()) {
      window.asking = true
      window.left = goingOf(kind) > 0 ? 0 : 1
      window.until = Date.now() + SOON
    }
    return window
  }
  return {
    wait(kind) {
      const window = current(kind)
      return window === null || window.left > 0 ? 0 : Math.max(1, window.until - Date.now())
    },
    sent(kind) {
      const window = current(kind)
      if (window !== null) window.left -= 1
      going.set(kind, goingOf(kind) + 1)
      return () => going.set(kind, goingOf(kind) - 1)
    },
    heard(kind, headers) {
      for (const { of, left, reset } of windowsIn(headers)) {
        const counted = kinds.includes(of) ? of : kind
        // what is on its way may not be counted there yet; the one that is answered is
        const sure = left - Math.max(0, goingOf(counted) - 1)
        const before = windows.get(counted)
        // answers overtake each other: within a window the least counts
        const same = before !== undefined && !before.asking && before.until > Date.now()
        const until = Date.now() + reset
        windows.set(counted, { left: same ? Math.min(before.left, sure) : sure, until, asking: false })
      }
    },
  }
}
