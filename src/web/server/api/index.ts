import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { ADDRESSES } from '../../addresses.ts'
import { Asked, wrongIn } from '../../asked.ts'
import type { Described } from '../../pages/api.tsx'
import { Refusal } from '../refusal.ts'
import { isOpen, type Serving } from '../serving.ts'
import { audits } from './audits.ts'
import { releases } from './releases.ts'
import { texts } from './texts.ts'

/** what is only read */
const READ = ['/api/v1/releases', '/api/v1/releases/*', '/api/v1/compare', ADDRESSES.openapi]

/** The HTTP API, and its description as OpenAPI 3.1, made from the schemas that its answers are checked with. */
export function apiOf(serving: Serving) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const known = result.target === 'query' && c.req.path.endsWith('/releases') ? Object.keys(Asked.shape) : []
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
