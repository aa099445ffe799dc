import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { shared } from '../shared.mjs'
import { NIGHTLY } from '../tiers.ts'

const run = promisify(execFile)

/** The least that each benchmark measures; `growth` and `clauses` take names of what they measure. */
const LEAST: Readonly<Record<string, readonly string[]>> = {
  audit: ['examples'],
  clauses: ['purpose.noncommercial'],
  growth: ['signoff', '--shape', '['],
  project: ['examples'],
  queue: ['20'],
}
const env = {
  SECONDS: '1',
  COUNT: '40',
  ROUNDS: '1',
  FEW: '12',
  SURVEY_MOST: '40',
  YAML: 'no',
  HONEST: '60000',
  ...process.env,
}

// `license` is three others one after the other
/** in `npm test` the shortest alone */
const SHARE = new Set(['growth'])
const names = readdirSync('test/bench')
  .flatMap(file => /^(.+)\.bench\.mjs$/.exec(file)?.[1] ?? [])
  .filter(name => name !== 'license' && (NIGHTLY || SHARE.has(name)))

// the one benchmark that measures nothing but texts which others wrote
const without = shared('knowledge/clauses.tsv', 'the benchmark clauses') ? [] : ['clauses']

describe('a benchmark runs to its end and measures something', () => {
  // what is measured counts for nothing here: the machine has other things to do
  test.each(names.filter(name => !without.includes(name)))('%s', async name => {
    const args = ['test/bench/run.mjs', name, ...(LEAST[name] ?? [])]
    const { stdout } = await run(process.execPath, args, { env, maxBuffer: 1e8 })
    expect(stdout).toMatch(/\d/)
    expect(stdout).not.toMatch(/\bNaN\b|undefined/)
  })
})
