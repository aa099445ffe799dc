import { stat } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UnwashError } from '@unwash/core/error'
import { isLoopback } from '@unwash/core/text/address'
import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/names'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { setDocument } from '../pages/layout.tsx'
import { type Trouble, troublePage } from '../pages/tools.tsx'
import { memoryOf } from './answers.ts'
import { apiOf } from './api/index.ts'
import { assets } from './assets.ts'
import { jobsOf } from './jobs.ts'
import { keep, saidPlaces } from './keep.ts'
import { BODY, wholeBody } from './limits.ts'
import { type Listening, listen, type Patience, SERVER_LIMITS } from './listen.ts'
import { pages } from './pages.ts'
import { Refusal } from './refusal.ts'
import { ownOnly, secured } from './security.ts'
import type { Rates, Serving, Showing, Writers } from './serving.ts'
import { memoryShelf, type Shelf } from './shelf.ts'
import { told } from './target.ts'
import { Busy, type PoolSettings, WorkTrouble, workPoolOf } from './work/pool.ts'

/** The whole server as a function of a request. */
function appOf(serving: Serving): Hono {
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

export { memoryShelf } from './shelf.ts'

/** How to serve. */
export interface ServeOptions extends PoolSettings {
  readonly host: string
  readonly port: number
  /** where releases are kept; in memory when not given */
  readonly shelf?: Shelf
  /** releases to read once it listens, each as for `unwash` itself */
  readonly begin?: readonly string[]
  /** told of each of them: what went wrong, or null where it is there */
  readonly begun?: (target: string, trouble: string | null) => void
  /** a folder below which paths may be read, as `path:…`; none when not given */
  readonly root?: string | null
  /** who may have a release audited; on this machine anybody, else who has the token, else nobody */
  readonly token?: string | null
  readonly rates?: Partial<Rates>
  /** the origin under which the world reaches it */
  readonly origin?: string | null
  readonly patience?: Partial<Patience>
}

/** A server, and what it reads with. */
export interface Served extends Listening {
  /** Answers what was asked before and ends the audits that have begun, within a time; then everything is closed. */
  close(): Promise<void>
  readonly shelf: Shelf
}

/** Serves pages and API until it is closed. Throws an UnwashError where it cannot listen. */
export async function serveWeb(options: ServeOptions): Promise<Served> {
  const { host, port, shelf = memoryShelf(), root = null, token = null, origin = null } = options
  if (root !== null && !(await stat(root).catch(() => null))?.isDirectory())
    throw new UnwashError('no folder is at', root, 'give one below which paths may be read', 'not-found')
  const known = await loadKnown()
  const pool = workPoolOf(options)
  const local = isLoopback(host)
  const writers: Writers = token !== null ? { by: 'token', token } : { by: local ? 'anybody' : 'nobody' }
  const memory = memoryOf()
  const { begin = [], begun = () => {} } = options
  const filling = {
    total: begin.length,
    done: 0,
    now: new Set<string>(),
    failed: [] as { target: string; says: string }[],
  }
  const jobs = jobsOf(pool, shelf, root, memory.forget)
  const app = appOf({
    known,
    names: knownNames(known.knowledge),
    shelf,
    pool,
    jobs,
    filling,
    memory,
    writers,
    rates: { audits: 60, texts: 600, ...options.rates },
    origin,
    hosts: local ? new Set(['localhost', '127.0.0.1', '[::1]', host, ...hostIn(origin)]) : null,
  })
  const listening = await listen(app, host, port, options.patience).catch(async (error: unknown) => {
    await pool.close()
    throw error
  })
  const ended = new AbortController()
  const left = begin.values()
  const places = saidPlaces(begin)
  /** One after the other; one that cannot be read is no end to the others. */
  const fill = async () => {
    for (const target of left) {
      // where the files of this machine are is nobody else's to know
      const shown = isAbsolute(target) ? basename(target) : target
      filling.now.add(shown)
      const trouble = await keep(target, shelf, ended.signal, places, pool.judge).then(
        () => null,
        error => (error instanceof Error ? error : new Error(String(error))),
      )
      if (ended.signal.aborted) return
      filling.now.delete(shown)
      filling.done += 1
      if (trouble !== null) filling.failed.push({ target: shown, says: told(trouble) })
      begun(target, trouble?.message ?? null)
      memory.forget()
    }
  }
  const filled = Promise.all([fill(), fill()])
  return {
    ...listening,
    shelf,
    close: async () => {
      ended.abort()
      const answered = listening.close()
      const late = sleep(options.patience?.ending ?? SERVER_LIMITS.ending, undefined, { ref: false })
      await Promise.race([Promise.all([answered, jobs.drain()]), late])
      await pool.close()
      await Promise.all([answered, filled])
      await shelf.close()
    },
  }
}

const hostIn = (origin: string | null) => (origin !== null && URL.canParse(origin) ? [new URL(origin).hostname] : [])
