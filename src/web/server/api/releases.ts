import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { nameOf } from '../../addresses.ts'
import { Asked } from '../../asked.ts'
import { COMPARED } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import type { Serving } from '../serving.ts'
import type { Shelf } from '../shelf.ts'
import { Comparison, inJson, Rows, TheReport, troubles } from './schemas.ts'

/** Searches the releases that are kept, gives the report of one, and of several side by side. */
export function releases(app: OpenAPIHono, { shelf }: Serving): void {
  const search = createRoute({
    method: 'get',
    path: '/api/v1/releases',
    summary: 'Search the releases that are kept',
    request: { query: Asked },
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
    return c.json(await reportOf(shelf, nameOf(publisher, name)), 200)
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
    responses: { 200: inJson(Comparison, 'their reports'), ...troubles(400, 404) },
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
