import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Report } from '@unwash/core/report/report'
import { audit } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { readBaseline, readLock } from '@unwash/project/baseline'
import { knownNames, reporters } from '@unwash/reporters/index'
import { openDuckdb } from '@unwash/survey/store/duckdb/index'
import { describe, expect, test } from 'vitest'
import { run } from '../../packages/cli/test/golden.ts'
import { serveTest } from '../../packages/web/test/server/served.ts'
import { whenTestEnds } from '../ends.ts'
import { folderWith } from '../release.ts'

/** Beside this file: what unwash 0.1.0 wrote of an invented release and an invented project; the report is shortened. */
const of = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const oldReport = () => JSON.parse(of('report.json'))

describe('a store of 0.1.0', () => {
  /** The store as 0.1.0 left it, with the report in it. */
  async function storeWith(report: object, { served = false } = {}) {
    const path = join(folderWith({}), 'old.duckdb')
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    await connection.run(of('store.sql'))
    const packed = gzipSync(JSON.stringify(report)).toString('hex')
    await connection.run(`insert into reports values ('0123456789abcdef', unhex('${packed}'), null)`)
    connection.closeSync()
    instance.closeSync()
    const store = await openDuckdb(path, { unwash: '0.2.0' })
    // a server closes the store that it was given
    if (!served) whenTestEnds(() => store.close())
    return store
  }

  test('gives its reports, which say which unwash came to them', async () => {
    const store = await storeWith(oldReport())
    expect((await store.report('marsh-lab/teal-1b'))?.report).toEqual(oldReport())
    expect((await store.find({})).rows).toMatchObject([{ name: 'marsh-lab/teal-1b', unwash: '0.1.0' }])
  })

  test('is served, with a page that says which unwash came to its verdict', async () => {
    const { at } = await serveTest({}, { shelf: await storeWith(oldReport(), { served: true }) })
    const page = await (await fetch(`${at}/marsh-lab/teal-1b`, { headers: { accept: 'text/html' } })).text()
    expect(page).toContain('Read by unwash 0.1.0 with knowledge of 2026-11-26')
  })

  test('takes what is read anew, and shows that', async () => {
    const store = await storeWith(oldReport())
    const report = await audit(new URL('evidence.json', import.meta.url).pathname)
    await store.put({ run: 'newer', target: 'marsh-lab/teal-1b', report, evidence: null, facts: {} })
    expect((await store.report('marsh-lab/teal-1b'))?.report).toEqual(report)
  })

  test('refuses a report that is none, and says what to do', async () => {
    const store = await storeWith({ ...oldReport(), term: { ...oldReport().term, ceiling: 'wide-open' } })
    await expect(store.report('marsh-lab/teal-1b')).rejects.toThrow(
      'a report that cannot be shown is kept of "marsh-lab/teal-1b": unwash 0.1.0 kept it, and term.ceiling is not as this one writes it; survey it again',
    )
  })
})

test('a report of 0.1.0 is one still, and is shown in every format', async () => {
  const { knowledge } = await loadKnown()
  const report = Report.parse(oldReport())
  for (const { id, render } of reporters) {
    expect(render(report, { names: knownNames(knowledge) }), id).toMatch(/teal-1b|Weights Available AI/)
  }
})

test('evidence of 0.1.0 is judged anew: what was not understood is no longer passed over', async () => {
  const report = await audit(new URL('evidence.json', import.meta.url).pathname)
  expect(report.release.name).toBe('teal-1b')
  expect(report.readAsOf).toBe('2026-11-28')
  expect(report.term.id).toBe('weights-available-ai')
  expect(oldReport().licenses[0].parts).toBeUndefined()
  expect(report.licenses[0]?.parts?.length).toBeGreaterThan(0)
})

test('evidence that is older than sign-offs is refused with what to do', async () => {
  const { signoffs: _, ...older } = JSON.parse(of('evidence.json'))
  const path = join(folderWith({}), 'older.json')
  writeFileSync(path, JSON.stringify(older))
  await expect(audit(path)).rejects.toThrow(/signoffs: .*; save it again from the release/)
})

test('a lock of 0.1.0 is read, and gains why something is missing', async () => {
  const folder = folderWith({
    'app.py': 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B", revision="main")\n',
    'unwash.lock': of('unwash.lock'),
  })
  const changes = await run(['project', folder, '--format', 'json'], { HF_HOME: '/nonexistent-cache' })
  expect(JSON.parse(changes.stdout).changes).toEqual([])
  expect((await run(['project', folder, '--lock'], { HF_HOME: '/nonexistent-cache' })).code).toBe(0)
  const lock = readLock(readFileSync(join(folder, 'unwash.lock'), 'utf8'))
  expect(lock).toMatchObject({
    lockVersion: 1,
    used: [{ why: 'it was not read: run with --online', revision: 'main' }],
  })
})

test('the JSON of a project by 0.1.0 is no baseline, as it does not say what was not read', () => {
  expect(readBaseline(of('project.json'))).toMatchObject({ wrong: expect.stringMatching(/; unwash 0\.1\.0 wrote it$/) })
})
