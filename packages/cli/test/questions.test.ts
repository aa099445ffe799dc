import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'

const command = fileURLToPath(new URL('../../../dist/bin/unwash.js', import.meta.url))
const cwd = fileURLToPath(new URL('../../../examples', import.meta.url))

/** Runs a command line; the keys are pressed one after another, as a person would. */
const run = (args: readonly string[], keys = '') =>
  new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>(done => {
    const child = spawn(process.execPath, [command, ...args], { cwd })
    const [stdout, stderr]: [string[], string[]] = [[], []]
    child.stdout.on('data', text => stdout.push(String(text)))
    child.stderr.on('data', text => stderr.push(String(text)))
    child.on('close', code => done({ code, stdout: stdout.join(''), stderr: stderr.join('') }))
    child.stdin.end(keys)
  })

const file = (name = 'readings.json') => join(folderWith({}), name)
const report = async (...args: readonly string[]) => JSON.parse((await run([...args, '--format', 'json'])).stdout)

describe('unwash questions', () => {
  test('says what could not be decided, and what each answer would change', async () => {
    const { stdout, code } = await run(['questions', 'plover-3b'])
    expect(code).toBe(0)
    expect(stdout).toContain('> Whoever runs a hatchery for gain must first come to terms with us.')
    expect(stdout).toContain('term: Undetermined * → Open Weights AI')
    const { questions } = await report('questions', 'plover-3b')
    expect(questions).toHaveLength(1)
    expect((await report('plover-3b')).questions.map(({ id }: { id: string }) => id)).toEqual([questions[0].id])
  })

  test('asks a person, a key for each answer, and goes on where it was left', async () => {
    const readings = file()
    const asks = ['questions', 'plover-3b', '--ask', '--by', 'Ada Example', '--readings', readings]
    expect((await run(asks, 'q')).stdout).toContain('Nothing was answered.')
    const first = await run(asks, '?z1')
    expect(first.stdout).toContain('A sentence takes something where it forbids a use')
    expect(first.stdout).toContain('Weights Available AI')
    expect(JSON.parse(readFileSync(readings, 'utf8')).readings).toMatchObject([
      { answer: 'purpose.separate_commercial', by: { kind: 'person', name: 'Ada Example' } },
    ])
    const again = await run(asks, '1')
    expect(again.stdout).not.toContain('hatchery')
    const { term, readings: taken } = await report('plover-3b', '--readings', readings)
    expect(term).toMatchObject({ id: 'weights-available-ai', floor: 'weights-available-ai' })
    expect(taken).toHaveLength(1)
  })

  test('what was read is saved with evidence, and judged again without asking anybody', async () => {
    const [readings, evidence] = [file(), file('plover.json')]
    await run(['questions', 'plover-3b', '--ask', '--by', 'Ada Example', '--readings', readings], '7')
    const then = await report('plover-3b', '--readings', readings, '--evidence', evidence)
    expect(then.term.floor).toBe('open-weights-ai')
    expect(await report('judge', evidence)).toEqual(then)
  })

  test('what a model read names it, and passes no gate', async () => {
    const readings = file()
    await run(['questions', 'plover-3b', '--ask', '--by', 'Ada Example', '--readings', readings], '7')
    const given = JSON.parse(readFileSync(readings, 'utf8'))
    given.readings[0].by = { kind: 'model', name: 'tern:3b' }
    const byModel = join(folderWith({ 'readings.json': JSON.stringify(given) }), 'readings.json')
    const { stdout, stderr, code } = await run(['plover-3b', '--readings', byModel, '--require', 'open-weights-ai'])
    expect(stdout).toContain('Open Weights AI, as read by tern:3b; no person confirmed')
    expect(code).toBe(1)
    expect(stderr).toContain('gate not met')
    const confirmed = await run(['questions', 'plover-3b', '--ask', '--by', 'Ada', '--readings', byModel], '7')
    expect(confirmed.stdout).toContain('tern:3b answered: nothing')
    expect((await run(['plover-3b', '--readings', byModel, '--require', 'open-weights-ai'])).code).toBe(0)
  })

  test.each([
    ['nobody who answers', ['--ask'], /say who: --by/],
    ['an unknown framework', ['--framework', 'osaid'], /no framework is called "osaid"/],
    ['a file that is not there', ['--readings', 'nowhere.json'], /no file of readings/],
  ])('with %s says so', async (_, args, says) => {
    const { code, stderr } = await run(['questions', 'plover-3b', ...args])
    expect(code).toBe(2)
    expect(stderr).toMatch(says)
  })

  test('writes over no other file', async () => {
    const path = join(folderWith({ 'notes.json': '[]' }), 'notes.json')
    const { code, stderr } = await run(['questions', 'plover-3b', '--ask', '--by', 'Ada', '--readings', path], '1')
    expect(code).toBe(2)
    expect(stderr).toMatch(/name another/)
    expect(readFileSync(path, 'utf8')).toBe('[]')
  })
})
