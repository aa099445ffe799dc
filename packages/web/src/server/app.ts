import { UnwashError } from '@unwash/core/error'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { setDocument } from '../pages/layout.tsx'
import { type Trouble, troublePage } from '../pages/tools.tsx'
import { apiOf } from './api/index.ts'
import { assets } from './assets.ts'
import { BODY, wholeBody } from './limits.ts'
import { pages } from './pages.ts'
import { Refusal } from './refusal.ts'
import { ownOnly, secured } from './security.ts'
import type { Serving, Showing } from './serving.ts'
import { told } from './target.ts'
import { Busy, WorkTrouble } from './work/pool.ts'

/** The whole server as a function of a request. */
export function appOf(serving: Serving): Hono {
  const app = new Hono()
  app.use(secured)
  app.use(ownOnly(serving))
  // a site of files has its pages there
  app.use(trimTrailingSlash())
  app.use('/api/*', wholeBody(BODY))
  assets(app)
  const api = apiOf(serving)
  app.route('/', api.app)
  pages(app, serving, { jobs: serving.jobs, api: api.document })

  const answer = (accept: string | undefined, path: string, refusal: Refusal): Response => {
    const headers = new Headers({ 'cache-control': 'no-store' })
    if (refusal.after !== null) headers.set('retry-after', String(refusal.after))
    // what was not read of the question is in the way of another
    if (refusal.status === 413) headers.set('connection', 'close')
    if (refusal.status === 401) headers.set('www-authenticate', 'Bearer')
    if (path.startsWith('/api/') || !accept?.includes('text/html')) {
      headers.set('content-type', 'application/json')
      return new Response(JSON.stringify({ error: refusal.message }), { status: refusal.status, headers })
    }
    headers.set('content-type', 'text/html; charset=utf-8')
    const steps = path.split('/').filter(step => step !== '')
    const missing = refusal.status === 404 && steps.length === 2 ? steps.join('/') : null
    const ask = serving.writers.by === 'anybody' ? (refusal.asked ?? missing) : null
    return new Response(
      troubleFor(serving, { says: refusal.message, status: refusal.status, ask, back: refusal.back }),
      {
        status: refusal.status,
        headers,
      },
    )
  }
  app.notFound(c => {
    const allow = allowedAt(app, c.req.path)
    if (allow !== null && c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
    const says = allow === null ? 'there is no such page' : `asked in another way than this can be: ${allow}`
    const refused = answer(c.req.header('accept'), c.req.path, new Refusal(allow === null ? 404 : 405, says))
    if (allow !== null) refused.headers.set('allow', allow)
    return refused
  })
  app.onError((error, c) => answer(c.req.header('accept'), c.req.path, refusalOf(error)))
  return app
}

/** What is said of trouble: what the asker can mend in its own words, anything else without a word of the inside. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof Busy) return new Refusal(503, error.message, error.after)
  if (error instanceof WorkTrouble || error instanceof UnwashError) return new Refusal(422, told(error))
  if (error instanceof HTTPException)
    return new Refusal(error.status as Refusal['status'], error.message || 'not what is asked for')
  console.error(error)
  return new Refusal(500, 'this server made a mistake, which is none of yours; its log says more. Try again later')
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The methods by which something is asked for, as an Allow header has them (RFC 9110, 10.2.1); null for nothing. */
function allowedAt({ router }: Hono, path: string): string | null {
  // what stands before every method is on the way, and answers nothing
  const answered = METHODS.filter(method => router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL'))
  if (answered.length === 0) return null
  return [...answered, ...(answered.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** What went wrong, as a page. */
const troubleFor = ({ known, names, origin }: Showing, trouble: Trouble): string =>
  setDocument(troublePage(trouble), { knowledge: known.knowledge, names, link: one => one, served: true, origin })
