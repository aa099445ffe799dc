import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post, serveTest } from '../../web/test/server/served.ts'
import { run, runBuilt } from './golden.ts'

const HEADER = JSON.stringify({ w: { dtype: 'BF16', shape: [64, 32], data_offsets: [0, 4096] } })
const WEIGHTS = `${String.fromCharCode(HEADER.length)}${'\0'.repeat(7)}${HEADER}${'\0'.repeat(4_096)}`

/** cards on which the parser of YAML ran out of its stack, after which the process ends, or held it for ten seconds */
const CARDS = Object.entries({ nested: '[', closed: ']', pairs: '[a][b]', aliases: '*a **b', tags: '!a' }).map(
  ([name, unit]) => {
    const card = `---\nlicense: ${unit.repeat(100_000 / unit.length)}\n---\n# Heron\n\nHeron is a language model.\n`
    return { name, files: { 'README.md': card, 'model.safetensors': WEIGHTS } }
  },
)
const NOTE = 'the metadata block is not valid YAML'
const folder = await mkdtemp(join(tmpdir(), 'unwash-hostile-'))
const places = CARDS.map(({ name }) => join(folder, name))

beforeAll(async () => {
  for (const { name, files } of CARDS) {
    await mkdir(join(folder, name))
    for (const [path, content] of Object.entries(files)) await writeFile(join(folder, name, path), content)
    // too small a file holds no weights
    await truncate(join(folder, name, 'model.safetensors'), 20_000_000)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a card that was made to end its reader costs a note, and nothing proven open', () => {
  test('in an audit', async () => {
    const { code, stdout } = await run([places[0] ?? '', '--format', 'json'])
    const { notes, term } = JSON.parse(stdout)
    expect({ code, floor: term.floor }).toEqual({ code: 0, floor: 'undetermined' })
    expect(JSON.stringify(notes)).toContain(NOTE)
  })

  test('in a comparison of all', async () => {
    const { code, stdout } = await run(['compare', ...places, '--format', 'json'])
    expect(code).toBe(0)
    for (const { name } of CARDS) expect(stdout).toContain(name)
  })

  test('in a survey of all', async () => {
    const store = join(folder, 'survey.duckdb')
    const { code, stdout } = await runBuilt(['survey', folder, '--store', store, '--format', 'json', '--threads', '1'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ releases: CARDS.length, failed: 0 })
  })

  test('for an agent, again and again', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const args = ['dist/bin/unwash.js', 'mcp']
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'pipe' }))
    for (const release of [...places, ...places]) {
      const { isError = false, content } = await client.callTool({
        name: 'audit',
        arguments: { release, format: 'json' },
      })
      expect({ isError, content: JSON.stringify(content) }).toEqual({
        isError: false,
        content: expect.stringContaining(NOTE),
      })
    }
    await client.close()
  })

  test('at a server, as a release and as a text', async () => {
    const server = await serveTest(Object.fromEntries(CARDS.map(({ name, files }) => [name, files])))
    for (const { name, files } of CARDS) {
      expect(await server.audited(`path:${name}`)).toMatchObject({ status: 'done' })
      const texts = [{ path: 'LICENSE', content: files['README.md'] }]
      expect((await fetch(`${server.at}/api/v1/license`, post({ texts }))).status).toBe(200)
      expect((await fetch(`${server.at}/api/v1/claims`, post({ texts }))).status).toBe(200)
    }
  })
})
