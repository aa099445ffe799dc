import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { releaseAddress } from '../../addresses.ts'
import type { AuditJob, State } from '../jobs.ts'
import { EVENTS, EVENTS_TIME } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { checkRate, checkWriter, rateOf } from '../security.ts'
import type { Serving } from '../serving.ts'
import { AskedAudit, Audit, inJson, troubles } from './schemas.ts'

/** Asks for an audit, looks how far it is, and listens to its progress. */
export function audits(app: OpenAPIHono, { jobs, writers, rates }: Serving): void {
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
