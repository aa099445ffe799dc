import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { streamSSE } from 'hono/streaming'
import { ADDRESSES, nameOfSlug, releaseAddress } from '../../addresses.ts'
import { TableQuery, wrongIn } from '../../asked.ts'
import type { Described } from '../../pages/api.tsx'
import type { AuditJob, State } from '../jobs.ts'
import { COMPARED, EVENTS, EVENTS_TIME } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { checkRate, checkWriter, rateOf } from '../security.ts'
import { isOpen, type Serving } from '../serving.ts'
import type { Shelf } from '../shelf.ts'
import {
  Announcement,
  AskedAudit,
  Audit,
  ComparedReports,
  inJson,
  Rows,
  SubmittedTexts,
  TheClaims,
  TheLicenses,
  TheReport,
  troubles,
} from './schemas.ts'

/** Asks for an audit, looks how far it is, and listens to its progress. */
function audits(app: OpenAPIHono, { jobs, writers, rates }: Serving): void {
  const rate = rateOf(rates.audits)
  const begin = createRoute({
    method: 'post',
    path: '/api/v1/audits',
    summary: 'Have a release audited',
    description: 'It takes from a second to some minutes: ask for the audit again, or listen to its events.',
    security: [{ token: [] }, {}],
    request: { body: { required: true, ...inJson(AskedAudit, 'the release') } },
    responses: { 202: inJson(Audit, 'it is begun'), ...troubles(400, 401, 403, 413, 415, 422, 429, 503) },
  })
  app.openapi(begin, async c => {
    checkWriter(c, writers)
    checkRate(c, rate, 'audits are asked for')
    const { target, on } = c.req.valid('json')
    const job = await jobs.begin(target, on)
    c.header('location', `/api/v1/audits/${job.id}`)
    return c.json(auditOf(job), 202)
  })

  const params = z.object({ id: z.uuid() })
  const look = createRoute({
    method: 'get',
    path: '/api/v1/audits/{id}',
    summary: 'How far an audit is',
    request: { params },
    responses: { 200: inJson(Audit, 'how far it is'), ...troubles(400, 404) },
  })
  app.openapi(look, c => c.json(auditOf(jobs.find(c.req.valid('param').id)), 200))

  const events = createRoute({
    method: 'get',
    path: '/api/v1/audits/{id}/events',
    summary: 'The progress of an audit, as server-sent events',
    description: 'Each event is named by the status, and its data is an Audit. The stream ends when it is over.',
    request: { params },
    responses: {
      200: { description: 'events', content: { 'text/event-stream': { schema: z.string() } } },
      ...troubles(400, 404, 503),
    },
  })
  let streams = 0
  app.openapi(events, c => {
    const job = jobs.find(c.req.valid('param').id)
    if (streams >= EVENTS) throw new Refusal(503, 'too many listen already', 10)
    streams += 1
    return eventsOf(c, job, () => {
      streams -= 1
    })
  })
}

function eventsOf(c: Context, job: AuditJob, ended: () => void): Response {
  return streamSSE(c, async stream => {
    const coming: State[] = [job.state()]
    let wake = () => {}
    const stop = job.watch(state => {
      coming.push(state)
      wake()
    })
    const until = Date.now() + EVENTS_TIME
    stream.onAbort(() => wake())
    try {
      for (let id = 0; !stream.aborted && Date.now() < until; ) {
        const state = coming.shift()
        if (state === undefined) {
          const beat = setTimeout(() => wake(), BEAT)
          await new Promise<void>(done => {
            wake = done
          })
          clearTimeout(beat)
          if (coming.length === 0 && !stream.aborted) await stream.write(': still under way\n\n')
          continue
        }
        await stream.writeSSE({ event: state.status, id: String(id++), data: JSON.stringify(auditOf(job, state)) })
        if (state.status === 'done' || state.status === 'failed') break
      }
    } finally {
      stop()
      ended()
    }
  })
}

/** so often something is sent, so that nothing between takes the silence for an end, in milliseconds */
const BEAT = 15_000

/** An audit as the API gives it. */
function auditOf(job: AuditJob, state: State = job.state()): z.infer<typeof Audit> {
  const common = { id: job.id, target: job.target, status: state.status, events: `/api/v1/audits/${job.id}/events` }
  if (state.status !== 'done') return { ...common, says: state.says }
  const { release, revision, address } = state
  return { ...common, release, revision, address, report: `${releaseAddress(release, revision)}/report.json` }
}

/** what is only read */
const READ = ['/api/v1/releases', '/api/v1/releases/*', '/api/v1/compare', ADDRESSES.openapi]

/** The HTTP API, and its description as OpenAPI 3.1, made from the schemas that its answers are checked with. */
export function apiOf(serving: Serving) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const known = result.target === 'query' && c.req.path.endsWith('/releases') ? Object.keys(TableQuery.shape) : []
      throw new Refusal(400, wrongIn(result.error, known))
    },
  })
  const fresh: MiddlewareHandler = async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'no-cache')
  }
  for (const path of READ) {
    app.use(path, etag(), fresh)
    if (isOpen(serving)) app.use(path, cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }))
  }
  audits(app, serving)
  texts(app, serving)
  releases(app, serving)
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'unwash',
      version: serving.known.version,
      description:
        'What an AI model release really gives: its honest term, what its licenses allow, and whether its claims ' +
        'hold, with the place of every statement. Beside each release, /{publisher}/{name}/badge.svg shows its ' +
        'term. Not legal advice.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  })
  app.get(ADDRESSES.openapi, c => c.json(document))
  // the library's own type says less than what it made
  return { app, document: document as unknown as Described }
}

/** Searches the releases that are kept, gives the report of one, and of several side by side. */
function releases(app: OpenAPIHono, { shelf }: Serving): void {
  const search = createRoute({
    method: 'get',
    path: '/api/v1/releases',
    summary: 'Search the releases that are kept',
    request: { query: TableQuery },
    responses: { 200: inJson(Rows, 'a page of the table'), ...troubles(400) },
  })
  app.openapi(search, async c => {
    const { rows, total } = await shelf.find(c.req.valid('query'))
    return c.json({ rows: rows.map(({ facets, ...row }) => ({ ...row, facets: [...facets] })), total }, 200)
  })

  const one = createRoute({
    method: 'get',
    path: '/api/v1/releases/{publisher}/{name}',
    summary: 'The report of a release',
    description: 'The publisher is _ where the name of a release has none. A name may end in @revision.',
    request: { params: z.object({ publisher: z.string(), name: z.string() }), query: z.strictObject({}) },
    responses: { 200: inJson(TheReport, 'its report'), ...troubles(400, 404) },
  })
  app.openapi(one, async c => {
    const { publisher, name } = c.req.valid('param')
    return c.json(await reportOf(shelf, nameOfSlug(publisher, name)), 200)
  })

  const compare = createRoute({
    method: 'get',
    path: '/api/v1/compare',
    summary: 'Several releases side by side',
    request: {
      query: z.strictObject({
        release: z.array(z.string().min(1).max(300)).min(2).max(COMPARED).describe(`two to ${COMPARED} names`),
      }),
    },
    responses: { 200: inJson(ComparedReports, 'their reports'), ...troubles(400, 404) },
  })
  app.openapi(compare, async c => {
    const reports = await Promise.all(c.req.valid('query').release.map(name => reportOf(shelf, name)))
    return c.json({ schemaVersion: 1 as const, reports }, 200)
  })
}

async function reportOf(shelf: Shelf, given: string) {
  const found = await shelf.report(...splitRevision(given))
  if (found === null) throw new Refusal(404, `no release is kept under the name ${given.slice(0, 200)}`)
  return found.report
}

/** `org/model@revision` as its name and its revision. */
export function splitRevision(given: string): [name: string, revision?: string] {
  const at = given.indexOf('@', 1)
  return at < 0 ? [given] : [given.slice(0, at), given.slice(at + 1)]
}

/** Reads texts that are sent: as licenses, and as announcements. Nothing of them is kept. */
function texts(app: OpenAPIHono, { pool, shelf, rates }: Serving): void {
  const rate = rateOf(rates.texts)
  const license = createRoute({
    method: 'post',
    path: '/api/v1/license',
    summary: 'What license texts say, clause by clause',
    description: 'Texts that are sent together may point to each other: a license and its policy.',
    request: { body: { required: true, ...inJson(SubmittedTexts, 'the texts') } },
    responses: { 200: inJson(TheLicenses, 'what they say'), ...troubles(400, 403, 413, 415, 422, 429, 503) },
  })
  app.openapi(license, async c => {
    checkRate(c, rate, 'texts are sent')
    return c.json(await pool.license(c.req.valid('json').texts), 200)
  })

  const claims = createRoute({
    method: 'post',
    path: '/api/v1/claims',
    summary: 'Whether the words of an announcement hold',
    request: { body: { required: true, ...inJson(Announcement, 'the announcement') } },
    responses: { 200: inJson(TheClaims, 'its claims'), ...troubles(400, 403, 404, 413, 415, 422, 429, 503) },
  })
  app.openapi(claims, async c => {
    checkRate(c, rate, 'texts are sent')
    const { texts: given, of } = c.req.valid('json')
    const found = of === undefined ? null : await shelf.report(of)
    if (of !== undefined && found === null) throw new Refusal(404, `no release is kept under the name ${of}`)
    return c.json(await pool.claims(given, found?.report ?? null), 200)
  })
}
