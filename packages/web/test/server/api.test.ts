import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { HERON, post, serveTest, WREN } from './served.ts'

const server = await serveTest({ heron: HERON, wren: WREN })
const document = await (await fetch(`${server.at}/openapi.json`)).json()
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
ajv.addSchema(document, 'openapi')

/** Asks, and checks status and body against what the description of the API says of them. */
async function ask(path: string, of: string, status: number, init?: RequestInit) {
  const method = (init?.method ?? 'GET').toLowerCase()
  const response = await fetch(`${server.at}${path}`, init)
  const body = await response.json()
  expect([response.status, response.status === status ? '' : body]).toEqual([status, ''])
  const pointer = `#/paths/${of.replaceAll('/', '~1')}/${method}/responses/${status}/content/application~1json/schema`
  const validate = ajv.getSchema(`openapi${pointer}`)
  if (!validate) throw new Error(`the description has no ${pointer}`)
  expect([validate(body), validate.errors]).toEqual([true, null])
  return body
}

describe('the HTTP API', () => {
  beforeAll(async () => {
    expect(await server.audited('path:heron')).toMatchObject({ status: 'done', release: 'heron' })
    expect(await server.audited('path:wren')).toMatchObject({ status: 'done', release: 'wren' })
  })

  test('describes itself as OpenAPI 3.1, and every reference in it leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0')
    const text = JSON.stringify(document)
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(references.length).toBeGreaterThan(10)
    for (const name of references) expect(document.components.schemas).toHaveProperty([String(name)])
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/audits',
      '/api/v1/audits/{id}',
      '/api/v1/audits/{id}/events',
      '/api/v1/license',
      '/api/v1/claims',
      '/api/v1/releases',
      '/api/v1/releases/{publisher}/{name}',
      '/api/v1/compare',
    ])
  })

  test('gives the report of a release as the command line does', async () => {
    const report = await ask('/api/v1/releases/_/heron', '/api/v1/releases/{publisher}/{name}', 200)
    expect(report.term.id).toBe('weights-available-ai')
    expect(report.release.places).toEqual(['path:heron'])
    expect(JSON.stringify(report)).not.toContain(server.root)
    await ask('/api/v1/releases/marsh/none', '/api/v1/releases/{publisher}/{name}', 404)
  })

  test('begins an audit at once, tells how far it is, and joins who asks for the same', async () => {
    const [one, other] = await Promise.all([
      ask('/api/v1/audits', '/api/v1/audits', 202, post({ target: 'path:heron' })),
      ask('/api/v1/audits', '/api/v1/audits', 202, post({ target: 'path:heron' })),
    ])
    expect(other.id).toBe(one.id)
    await ask(`/api/v1/audits/${one.id}`, '/api/v1/audits/{id}', 200)
    await ask('/api/v1/audits/00000000-0000-4000-8000-000000000000', '/api/v1/audits/{id}', 404)
  })

  test('streams the progress of an audit as server-sent events, until it is over', async () => {
    const { events } = await ask('/api/v1/audits', '/api/v1/audits', 202, post({ target: 'path:wren' }))
    const response = await fetch(`${server.at}${events}`)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const told = (await response.text()).split('\n\n').filter(event => event.startsWith('event:'))
    const last = told.at(-1) ?? ''
    expect(last).toContain('event: done')
    const validate = ajv.getSchema('openapi#/components/schemas/Audit')
    for (const event of told) expect(validate?.(JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? ''))).toBe(true)
  })

  test('says why a release could not be read', async () => {
    expect(await server.audited('path:heron/LICENSE/none')).toMatchObject({ status: 'refused' })
    const body = await ask('/api/v1/audits', '/api/v1/audits', 422, post({ target: 'what is this' }))
    expect(body.error).toContain('org/model')
  })

  test('searches by what the table is filtered by', async () => {
    const search = async (query: string) =>
      (await ask(`/api/v1/releases?${query}`, '/api/v1/releases', 200)).rows.map((row: { name: string }) => row.name)
    expect(await search('')).toEqual(['heron', 'wren'])
    expect(await search('descending=true')).toEqual(['wren', 'heron'])
    expect(await search('term=weights-available-ai')).toEqual(['heron'])
    expect(await search('clause=scale.users')).toEqual(['heron'])
    expect(await search('claim=contradicted')).toEqual(['heron'])
    expect(await search('license=apache-2.0')).toEqual(['wren'])
    expect(await search('name=WRE&limit=1')).toEqual(['wren'])
    expect(await search('kind=open-source&claim=contradicted')).toEqual(['heron'])
    expect(await search('kind=open-data')).toEqual([])
    expect(await search('claim=goes+too+far')).toEqual([])
    expect(await search('kind=open-source&claim=none')).toEqual(['wren'])
    await ask('/api/v1/releases?term=free', '/api/v1/releases', 400)
    await ask('/api/v1/releases?limit=1000000', '/api/v1/releases', 400)
  })

  test('says what kinds of claims a release makes and how they stand, and which models it has', async () => {
    const { rows } = await ask('/api/v1/releases?name=heron', '/api/v1/releases', 200)
    expect(rows[0].said.split(',')).toContain('open-source:contradicted')
    expect(rows[0].claims_stand).toBe('contradicted')
    expect(rows[0].model_names).toMatch(/heron/i)
  })

  test('refuses a parameter that there is not, with those that there are', async () => {
    const { error } = await ask('/api/v1/releases?licence=mit', '/api/v1/releases', 400)
    expect(error).toMatch(/no parameter “licence” here, but: name, publisher/)
    await ask('/api/v1/releases/_/heron?full=1', '/api/v1/releases/{publisher}/{name}', 400)
    await ask('/api/v1/compare?release=heron&release=wren&x=1', '/api/v1/compare', 400)
  })

  test('says in words what is wrong with what is asked', async () => {
    const wrong = async (path: string) => (await (await fetch(`${server.at}/api/v1/${path}`)).json()).error
    expect(await wrong('releases?limit=few')).toBe('“limit” has to be a number')
    expect(await wrong('releases?limit=0')).toBe('“limit” has to be at least 1')
    expect(await wrong('releases?claim=good')).toMatch(/^“claim” has to be one of: contradicted, /)
    expect(await wrong('compare')).toBe('“release” is missing')
    expect(await wrong('compare?release=heron')).toMatch(/^“release” has to be a list/)
    const sent = async (body: unknown) => (await (await fetch(`${server.at}/api/v1/license`, post(body))).json()).error
    expect(await sent({ texts: [] })).toBe('“texts” is empty')
    expect(await sent({ texts: [{ path: 'x'.repeat(301), content: 'a' }] })).toBe(
      '“texts.0.path” has to be at most 300 letters',
    )
    expect(await sent({ texts: [{ path: 'LICENSE' }] })).toBe('“texts.0.content” is missing')
    expect(await sent({ texts: [{ path: '', content: 'a' }] })).toBe('“texts.0.path” is empty')
  })

  test('tells what is read by a tag, and sends it once', async () => {
    for (const path of ['/api/v1/releases', '/api/v1/releases/_/heron', '/openapi.json']) {
      const first = await fetch(server.at + path)
      expect(first.headers.get('cache-control')).toBe('no-cache')
      const tag = first.headers.get('etag') ?? ''
      await first.text()
      expect((await fetch(server.at + path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    }
  })

  test('is read by pages of others where the world reaches it, and on this machine alone is not', async () => {
    const open = await serveTest({}, { shelf: server.shelf, origin: 'https://models.example' })
    const asked = async (at: string, path: string, init?: RequestInit) =>
      (await fetch(at + path, { ...init, headers: { origin: 'https://other.example' } })).headers.get(
        'access-control-allow-origin',
      )
    for (const path of ['/api/v1/releases', '/api/v1/compare?release=heron&release=wren', '/_/heron/report.json']) {
      expect(await asked(open.at, path)).toBe('*')
      expect(await asked(server.at, path)).toBeNull()
    }
    // what is asked to be done is not
    const audit = await fetch(`${open.at}/api/v1/audits`, {
      ...post({ target: 'a/b' }),
      headers: { 'content-type': 'application/json', origin: 'https://other.example' },
    })
    expect(audit.status).toBe(403)
  })

  test('has a page for people, with every way to ask and what each takes', async () => {
    const html = await (await fetch(`${server.at}/api`)).text()
    for (const path of Object.keys(document.paths)) expect(html).toContain(path)
    expect(html).toContain('with at least one claim of this kind')
  })

  test('puts releases side by side, two to five', async () => {
    const { reports } = await ask('/api/v1/compare?release=heron&release=wren', '/api/v1/compare', 200)
    expect(reports).toHaveLength(2)
    await ask('/api/v1/compare?release=heron&release=none', '/api/v1/compare', 404)
    await ask(`/api/v1/compare?${'release=heron&'.repeat(6)}`, '/api/v1/compare', 400)
  })

  test('reads license texts, and what points from one to the other', async () => {
    const body = post({ texts: [{ path: 'LICENSE', content: HERON.LICENSE }] })
    const { licenses } = await ask('/api/v1/license', '/api/v1/license', 200, body)
    expect(licenses[0].clauses.map(({ kind }: { kind: string }) => kind)).toContain('scale.users')
    await ask('/api/v1/license', '/api/v1/license', 400, post({ texts: [] }))
    await ask('/api/v1/license', '/api/v1/license', 400, post({ texts: [{ path: 'LICENSE', content: 5 }] }))
  })

  test('checks the claims of an announcement against a release that is kept', async () => {
    const texts = [
      { path: 'announcement.md', content: 'Heron is an open-source model. It is free for commercial use.' },
    ]
    const { claims } = await ask('/api/v1/claims', '/api/v1/claims', 200, post({ texts, of: 'heron' }))
    expect(claims.map(({ check }: { check: string }) => check)).toContain('contradicted')
    await ask('/api/v1/claims', '/api/v1/claims', 404, post({ texts, of: 'none' }))
    // nothing is no text without a claim
    await ask('/api/v1/claims', '/api/v1/claims', 400, post({ texts: [{ path: 'news.md', content: ' \n' }] }))
  })

  test('gives the badge as a picture, to be shown anywhere', async () => {
    const picture = await fetch(`${server.at}/_/heron/badge.svg`)
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(await picture.text()).toContain('Weights Available AI, not open source')
  })

  test('says in JSON that there is no such address, and that a body is no JSON', async () => {
    const none = await fetch(`${server.at}/api/v1/nothing`)
    expect([none.status, await none.json()]).toEqual([404, { error: 'there is no such page' }])
    const broken = await fetch(`${server.at}/api/v1/license`, { ...post(null), body: '{"texts":' })
    expect(broken.status).toBe(400)
    expect(await broken.json()).toHaveProperty('error')
  })
})
