import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Report } from '@unwash/core/report/report'
import { audit } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { readBaseline, readLock } from '@unwash/project/baseline'
import { knownNames, reporters } from '@unwash/reporters/index'
import { expect, test } from 'vitest'
import { run } from '../../packages/cli/test/golden.ts'
import { folderWith } from '../release.ts'

/** Beside this file: what unwash 0.2.0 wrote of an invented release and an invented project; the report is shortened. */
const of = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

test('a report of 0.2.0 is one still, and is shown in every format', async () => {
  const { knowledge } = await loadKnown()
  const report = Report.parse(JSON.parse(of('report.json')))
  expect(report.unwash.version).toBe('0.2.0')
  for (const { id, render } of reporters)
    expect(render(report, { names: knownNames(knowledge) }), id).toMatch(/teal-1b|Weights Available AI/)
})

test('evidence of 0.2.0 is judged anew, to the same term', async () => {
  const report = await audit(new URL('evidence.json', import.meta.url).pathname)
  expect(report.release.name).toBe('teal-1b')
  expect(report.term.id).toBe(JSON.parse(of('report.json')).term.id)
  expect(report.uses?.map(({ answer }) => answer)).toContain('if')
})

test('a lock of 0.2.0 is read, and nothing has changed since', async () => {
  const folder = folderWith({
    'app.py': 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B", revision="main")\n',
    'unwash.lock': of('unwash.lock'),
  })
  const { stdout } = await run(['project', folder, '--format', 'json'], { HF_HOME: '/nonexistent-cache' })
  expect(JSON.parse(stdout).changes).toEqual([])
  expect(readLock(readFileSync(join(folder, 'unwash.lock'), 'utf8'))).toMatchObject({ lockVersion: 1 })
})

test('the JSON of a project by 0.2.0 is a baseline', () => {
  expect(readBaseline(of('project.json'))).not.toHaveProperty('wrong')
})
