import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFull, nightly } from '../tiers.ts'

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Runs the harness; what it printed, and its exit code. */
function fuzz(...args: readonly string[]): Promise<{ readonly stdout: string; readonly code: number }> {
  return new Promise(resolve => {
    execFile(process.execPath, [at('run.mjs'), ...args], (error, stdout) =>
      resolve({ stdout, code: error ? Number(error.code) : 0 }),
    )
  })
}

test('every reader answers damaged files with a value or with trouble in words', async () => {
  const { stdout, code } = await fuzz('--seed', '1', '--inputs', String(inFull(10)))
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^[1-9]\d+ inputs, 0 wrong$/m) })
})

nightly('what goes wrong is told, with what repeats it, and the next reader is tried', async () => {
  const { stdout, code } = await fuzz('--readers', at('broken.mjs'), '--seed', '1', '--inputs', '1', '--most', '4000')
  expect(code).toBe(1)
  expect(stdout).toMatch(/^throws uncaught: SyntaxError.*\n {2}npm run fuzz -- throws --seed 1 --from 0 --inputs 1$/m)
  expect(stdout).toMatch(/^ends died: SIGABRT/m)
  expect(stdout).toMatch(/^slow slow: [23]\d\d\d ms of processor time$/m)
  expect(stdout).toMatch(/^hangs hang: no end after 4000 ms of processor time$/m)
  expect(stdout).toMatch(/^large memory: 1\d\d\d MB$/m)
  expect(stdout).toMatch(/^6 inputs, 5 wrong$/m)
})

test('a child whose lines nobody takes for a while waits, and says all of them', { timeout: 240_000 }, async () => {
  const inputs = 20_000
  const args = [at('child.mjs'), at('broken.mjs'), 'told', 1, 0, 0, inputs, Number.MAX_SAFE_INTEGER, 20_000].map(String)
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  // a pipe holds less than all of its lines, and refuses the rest
  let said = ''
  await new Promise(done => setTimeout(done, 2_000))
  child.stdout.on('data', data => {
    said += data
  })
  const [code] = await once(child, 'close')
  expect({ code, lines: said.trimEnd().split('\n').length }).toEqual({ code: 0, lines: inputs + 1 })
})

test('a reader that nobody knows is named, with those there are', async () => {
  const { code } = await fuzz('nobody')
  expect(code).toBe(2)
})
