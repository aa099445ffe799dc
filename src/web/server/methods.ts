import type { Hono } from 'hono'

const KNOWN = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The methods by which something can be asked for, as an Allow header has them (RFC 9110, 10.2.1); null where nothing is. */
export function allowedAt({ router }: Hono, path: string): string | null {
  // what stands before every method is on the way, and answers nothing
  const answered = KNOWN.filter(method => router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL'))
  if (answered.length === 0) return null
  return [...answered, ...(answered.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}
