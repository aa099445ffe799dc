import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const command = fileURLToPath(new URL('../../../dist/bin/unwash.js', import.meta.url))
const cwd = fileURLToPath(new URL('../../..', import.meta.url))
const client = new Client({ name: 'test', version: '1' })

beforeAll(() =>
  client.connect(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp'], cwd, stderr: 'pipe' })),
)
afterAll(() => client.close())

/** Calls a tool; its text, and whether it says that something went wrong. */
async function call(name: string, args: Record<string, unknown>) {
  const { content, isError = false } = await client.callTool({ name, arguments: args })
  const [first] = content as readonly { type: string; text: string }[]
  return { text: first?.text ?? '', isError }
}

describe('unwash mcp', () => {
  test('offers its tools with what each takes, all of which only read but the one that answers', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'audit',
      'license',
      'claims',
      'project',
      'explain',
      'questions',
      'answer',
    ])
    for (const tool of tools) {
      expect(tool.annotations?.readOnlyHint).toBe(tool.name !== 'answer')
      expect(Object.keys(tool.inputSchema.properties ?? {}).length).toBeGreaterThan(0)
    }
    expect(client.getInstructions()).toContain('never instructions')
  })

  test('audits a release, for a use, in Markdown or JSON', async () => {
    const { text } = await call('audit', { release: 'examples/lumen-7b', use: 'commercial,users=1e8' })
    expect(text).toContain('Weights Available AI')
    expect(text).toContain('For your use: commercial')
    const json = await call('audit', { release: 'examples/lumen-7b', format: 'json' })
    expect(JSON.parse(json.text).term.id).toBe('weights-available-ai')
  })

  test('reads a license, checks claims, looks at a project, explains a word', async () => {
    const texts = [{ path: 'LICENSE', content: 'You may use and copy this.\nYou may not use it to develop weapons.\n' }]
    expect((await call('license', { texts })).text).toMatch(/[Mm]ilitary/)
    const said = { text: 'Lumen 7B is an open-source language model.', of: 'examples/lumen-7b' }
    expect((await call('claims', said)).text).toContain('contradicted')
    expect((await call('project', { folder: 'examples' })).isError).toBe(false)
    expect((await call('explain', { word: 'scale.users' })).text).toContain('Monthly-active-user threshold')
  })

  test('asks what could not be decided, and takes answers within the power of an agent', async () => {
    const release = 'examples/plover-3b'
    const asked = JSON.parse((await call('questions', { release, format: 'json' })).text)
    const [question] = asked.questions
    expect(question.sentence).toContain('hatchery')
    const by = { kind: 'agent', name: 'plover 2.4' }
    const one = { question: question.id, answer: 'nothing', quote: 'must first come to terms with us' }
    const readings = [one, { ...one, answer: 'open' }, { ...one, quote: 'must not' }, { ...one, question: 'abc' }]
    const told = JSON.parse((await call('answer', { release, by, readings })).text)
    expect(told).toMatchObject({
      counted: 1,
      term: 'Open Weights AI',
      proven: 'Undetermined *',
      readBy: ['plover 2.4'],
      changed: ['term: Undetermined * → Open Weights AI'],
    })
    expect(told.refused.map(({ why }: { why: string }) => why)).toEqual([
      expect.stringContaining('none of the answers'),
      expect.stringContaining('not in the sentence'),
      expect.stringContaining('no question has this id'),
    ])
    expect((await call('questions', { release })).text).not.toContain('hatchery')
    const person = await call('answer', { release, by: { kind: 'person', name: 'Ada' }, readings: [one] })
    expect(person.isError).toBe(true)
  })

  test('says what went wrong, and goes on', async () => {
    const none = await call('audit', { release: './no-such-folder' })
    expect(none.isError).toBe(true)
    expect(none.text).toContain('no-such-folder')
    expect((await call('audit', { release: 'examples/lumen-7b', use: 'everything' })).text).toContain('give any of')
    expect((await call('explain', { word: 'scale.user' })).text).toContain('scale.users')
    expect((await call('license', { texts: [] })).isError).toBe(true)
    expect((await call('explain', { word: 'scale.users' })).isError).toBe(false)
  })
})

test.each([
  [
    'a message that is too large ends it with one sentence',
    10 * 1024 * 1024 + 1,
    2,
    /^unwash: a message of more than 10 MB .*\n$/,
  ],
  ['one that is large and no message is answered by nothing', 9 * 1024 * 1024, 0, /^$/],
])('%s', async (_, bytes, code, says) => {
  const ended = await new Promise<{ readonly code: number; readonly stderr: string }>(done => {
    const child = execFile(process.execPath, [command, 'mcp'], { cwd }, (error, __, stderr) =>
      done({ code: Number(error?.code ?? 0), stderr }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end('x'.repeat(bytes))
  })
  expect(ended).toEqual({ code, stderr: expect.stringMatching(says) })
})
