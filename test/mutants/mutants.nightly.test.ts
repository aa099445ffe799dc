import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { MUTANTS, type Mutant } from './mutants.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const TABLE = readFileSync(`${ROOT}/docs/decisions.md`, 'utf8')

interface Results {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** The tests that fail where a decision is turned around. */
function failing({ id, tests }: Mutant): Promise<string[]> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutants/vitest.config.ts', '--root', '.']
  const env = { ...process.env, MUTANT: id }
  return new Promise(done => {
    execFile(process.execPath, [...args, '--reporter=json', ...tests], { cwd: ROOT, env, maxBuffer: 1e8 }, (_, out) => {
      const { testResults }: Results = JSON.parse(out.slice(out.indexOf('{"num')))
      const all = testResults.flatMap(({ assertionResults }) => assertionResults)
      done(all.flatMap(({ status, fullName }) => (status === 'failed' ? fullName : [])))
    })
  })
}

test('thirteen decisions are turned around', () => expect(MUTANTS).toHaveLength(13))

describe.each(MUTANTS)('$id', mutant => {
  test('stands in the source once', () => {
    const source = readFileSync(`${ROOT}/packages/core/src/${mutant.file}`, 'utf8')
    expect(source.split(mutant.from)).toHaveLength(2)
  })

  test('is seen by two tests, and docs/decisions.md has how many', async () => {
    const seen = (await failing(mutant)).length
    expect(seen).toBeGreaterThanOrEqual(2)
    expect(TABLE).toContain(`| ${mutant.id} | \`packages/core/src/${mutant.file}\` | ${seen} |`)
  })
})
