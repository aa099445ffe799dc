import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reportSchema } from '@unwash/reporters/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { RELEASES, type ReleaseName, releaseFolder } from '../../../test/releases/releases.ts'
import { run, runBuilt } from './golden.ts'

const LUMEN = 'examples/lumen-7b'

describe('exit codes', () => {
  test('0 when the term required is proven, 1 when it is not, with the reason on stderr', async () => {
    const met = await run([LUMEN, '--require', 'closed-ai', '--format', 'json'])
    const unmet = await run([LUMEN, '--require', 'open-weights-ai', '--format', 'json'])
    expect(unmet.code).toBe(1)
    expect(unmet.stderr).toContain(
      'unwash: gate not met: Open Weights AI is required and Weights Available AI is proven: ',
    )
    // the gate changes the exit code and no verdict
    expect(JSON.parse(unmet.stdout)).toEqual(JSON.parse(met.stdout))
    const contradicted = JSON.parse(met.stdout).claims.some(
      (claim: { check: string }) => claim.check === 'contradicted',
    )
    expect(met.code).toBe(contradicted ? 1 : 0)
    expect(met.stderr).not.toContain('gate')
  })

  test('2 when there is nothing to read, with one sentence on stderr and nothing on stdout', async () => {
    const { stdout, stderr, code } = await run(['no-such-folder'])
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('what nobody expected', () => {
  // an installation that lost its data, and with it everything the command needs
  async function broken(environment: Readonly<Record<string, string>>) {
    const folder = await mkdtemp(join(tmpdir(), 'unwash-broken-'))
    try {
      await cp('dist/bin', join(folder, 'dist/bin'), { recursive: true })
      await cp('package.json', join(folder, 'package.json'))
      return await runBuilt(['explain', 'mit'], environment, { command: join(folder, 'dist/bin/unwash.js') })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  test('is one sentence, a plea to report it, and exit code 2', async () => {
    const { stdout, stderr, code } = await broken({})
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr).toContain('This is a bug in unwash')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('has its stack and its cause with DEBUG=unwash', async () => {
    const { stderr, code } = await broken({ DEBUG: 'unwash' })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^\s+at /m)
    expect(stderr).toContain('ENOENT')
  })
})

describe('output', () => {
  test('JSON holds by the published schema', async () => {
    const validate = new Ajv2020().compile(reportSchema())
    expect(validate(JSON.parse((await run([LUMEN, '--format', 'json'])).stdout)), JSON.stringify(validate.errors)).toBe(
      true,
    )
    const published: unknown = JSON.parse(readFileSync('dist/data/report.schema.json', 'utf8'))
    expect(published).toEqual(reportSchema())
  })

  test('colors only when asked for, or on a terminal that wants them', async () => {
    // the library of colors looks at its process once
    const painted = await runBuilt(['explain', 'mit'], { FORCE_COLOR: '1' })
    const pipe = await run(['explain', 'mit'])
    expect(painted.stdout).toContain('\u001b[1m')
    expect(pipe.stdout).not.toContain('\u001b')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colors
    expect(painted.stdout.replace(/\u001b\[\d+m/g, '')).toBe(pipe.stdout)
  })

  test('a reader that stops early is no error, and the exit code stays that of the gate', async () => {
    const code = await new Promise(resolve => {
      const child = spawn(process.execPath, ['dist/bin/unwash.js', LUMEN, '--require', 'open-source-ai'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      child.stdout.destroy()
      child.on('exit', resolve)
    })
    expect(code).toBe(1)
  })
})

describe('invented releases', () => {
  const expected = {
    'hedgerow--wren-1b': 'open-weights-ai',
    'brightbranch--minutes-lora': 'weights-available-ai',
    'tidewater--heron': 'weights-available-ai',
  } as const satisfies Record<ReleaseName, string>
  test.each(Object.values(RELEASES))('$name', async ({ name }) => {
    const { stdout, stderr } = await run([await releaseFolder(name), '--format', 'json'])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).term.id).toBe(expected[name])
  })
})
