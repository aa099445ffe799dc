/** What a server says of how often it may be asked. Times in milliseconds. */

/** How long it asks to wait: by `Retry-After`, in seconds or as a date, else until its window of `RateLimit` ends. */
export function askedWait(headers: Headers, now = Date.now()): number | null {
  const after = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000
  const date = after === '' ? Number.NaN : Date.parse(after)
  if (!Number.isNaN(date)) return Math.max(0, date - now)
  const limit = readLimit(headers)
  return limit === null ? null : limit.reset
}

/** How long to wait before the next request of the kind, when the answer says that none is left. */
export function spentWait(headers: Headers): number {
  const limit = readLimit(headers)
  return limit !== null && limit.remaining === 0 ? limit.reset : 0
}

/** `RateLimit: "api";r=0;t=55` of draft-ietf-httpapi-ratelimit-headers: so many requests remain for so many seconds. */
function readLimit(headers: Headers): { remaining: number; reset: number } | null {
  const said = headers.get('ratelimit')?.slice(0, 200) ?? ''
  const remaining = /;\s?r=(\d{1,9})/.exec(said)?.[1]
  const reset = /;\s?t=(\d{1,9})/.exec(said)?.[1]
  if (remaining === undefined || reset === undefined) return null
  return { remaining: Number(remaining), reset: Number(reset) * 1000 }
}
