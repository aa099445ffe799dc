import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'
import { checkRate, rateOf } from '../security.ts'
import type { Serving } from '../serving.ts'
import { Announcement, inJson, Texts, TheClaims, TheLicenses, troubles } from './schemas.ts'

/** Reads texts that are sent: as licenses, and as announcements. Nothing of them is kept. */
export function texts(app: OpenAPIHono, { pool, shelf, rates }: Serving): void {
  const rate = rateOf(rates.texts)
  const license = createRoute({
    method: 'post',
    path: '/api/v1/license',
    summary: 'What license texts say, clause by clause',
    description: 'Texts that are sent together may point to each other: a license and its policy.',
    request: { body: { required: true, ...inJson(Texts, 'the texts') } },
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
