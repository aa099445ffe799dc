import { OpenAPIHono } from '@hono/zod-openapi'
import { ADDRESSES } from '../../addresses.ts'
import { Refusal } from '../refusal.ts'
import type { Serving } from '../serving.ts'
import { audits } from './audits.ts'
import { releases } from './releases.ts'
import { texts } from './texts.ts'

/** The HTTP API, and its description as OpenAPI 3.1, made from the schemas that its answers are checked with. */
export function apiOf(serving: Serving): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: result => {
      if (result.success) return
      const [issue] = result.error.issues
      const at = issue?.path.join('.') ?? ''
      throw new Refusal(400, `${at === '' ? '' : `${at}: `}${issue?.message ?? 'not what is asked for'}`)
    },
  })
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
  return app
}
