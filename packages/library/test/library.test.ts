import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import {
  type Audited,
  audit,
  auditAll,
  auditProject,
  auditText,
  checkClaims,
  compare,
  judge,
  type Progress,
  readLicense,
  show,
  UnwashError,
} from '../src/index.ts'

const CARD = '---\nlicense: apache-2.0\n---\n# Wren\n\nWren 1B is an open source language model.\n'
const WREN = { name: 'hedgerow/wren-1b', files: { 'README.md': CARD, 'model.safetensors': { size: 2e9 } } }

/** The code of what is thrown. */
const codeOf = (given: Promise<unknown>) =>
  given.then(
    () => 'nothing is thrown',
    (error: unknown) => (error instanceof UnwashError ? error.code : error),
  )

test('a release in memory is audited as one in a folder is', async () => {
  const report = await audit(WREN)
  expect(report.release).toMatchObject({ name: 'wren-1b', publisher: 'hedgerow', complete: true })
  expect(report.term.id).toBe('open-weights-ai')
  const bytes = { ...WREN.files, 'README.md': new TextEncoder().encode(CARD) }
  const { release: _, ...same } = report
  expect(await audit({ ...WREN, files: bytes })).toMatchObject(same)
  const { release } = await audit({ files: WREN.files })
  expect(release).toMatchObject({ name: '', publisher: null })
})

test('a use is stated in words or as an object, and what is no use is told with those that are', async () => {
  const files = { 'README.md': CARD.replace('apache-2.0', 'cc-by-nc-4.0'), 'model.safetensors': { size: 2e9 } }
  const [words, object] = await Promise.all([
    audit({ files }, { use: 'commercial,users=2e8' }),
    audit({ files }, { use: { actions: ['commercial'], users: 2e8 } }),
  ])
  expect(words.use?.answer).toBe('no')
  expect(object.use).toEqual(words.use)
  expect(await codeOf(audit({ files }, { use: 'commerce' }))).toBe('invalid')
})

test('what is thrown has a code', async () => {
  expect(await codeOf(audit('/nowhere/at-all'))).toBe('not-found')
  expect(await codeOf(auditProject('/nowhere/at-all'))).toBe('not-found')
  expect(await codeOf(judge('/nowhere/at-all'))).toBe('not-found')
  expect(await codeOf(readLicense(' \n'))).toBe('invalid')
  expect(await codeOf(checkClaims(''))).toBe('invalid')
  expect(await codeOf(compare(['examples/lumen-7b']))).toBe('invalid')
  expect(await codeOf(show(await audit(WREN), 'pdf'))).toBe('invalid')
  expect(await codeOf(audit('oci://127.0.0.1'))).toBe('invalid')
  expect(await codeOf(audit('https://127.0.0.1:1/x.git'))).toBe('network')
})

test('a signal ends a reading with its reason', async () => {
  const enough = new Error('enough')
  const signal = AbortSignal.abort(enough)
  expect(await codeOf(audit(WREN, { signal }))).toBe(enough)
  expect(await codeOf(audit('examples/lumen-7b', { signal }))).toBe(enough)
  expect(await codeOf(auditProject('examples', { signal }))).toBe(enough)
  expect(await codeOf(auditAll(['examples/lumen-7b'], { signal }).next())).toBe(enough)
})

test('texts alone are read: a card, a license with its policy, an announcement', async () => {
  expect((await auditText(CARD)).claims).toMatchObject([{ says: 'open source' }])
  const policy = { 'USE_POLICY.md': '# Use policy\n\nYou may not use it for weapons.\n' }
  const text = 'You may use the model. Your use must follow the use policy, which is part of these terms.\n'
  const [license] = (await readLicense(text, { beside: policy })).licenses
  expect(license?.clauses.map(({ kind }) => kind)).toContain('field.military')
  const report = await audit('examples/lumen-7b')
  const { claims } = await checkClaims('Lumen 7B is fully open source.', { of: report })
  expect(claims).toMatchObject([{ check: 'contradicted' }])
  expect((await checkClaims('Lumen 7B is fully open source.', { of: [report] })).releases).toHaveLength(1)
})

test('saved evidence is judged again, and reports are compared and shown', async () => {
  const folder = folderWith({})
  const evidence = join(folder, 'lumen.json')
  const report = await audit('examples/lumen-7b', { evidence })
  expect((await judge(evidence)).term).toEqual(report.term)
  expect(JSON.parse(readFileSync(evidence, 'utf8'))).toHaveProperty('release')
  const both = await compare([report, WREN])
  expect(both.reports.map(one => one.release.name)).toEqual([report.release.name, 'wren-1b'])
  expect(await show(both, 'markdown')).toContain('wren-1b')
  expect(JSON.parse(await show(report, 'json'))).toEqual(JSON.parse(JSON.stringify(report)))
})

test('many are audited in threads: each is given once, with what was waited for, and one that cannot be read ends nothing', async () => {
  const targets = ['examples/lumen-7b', '/nowhere/at-all', 'examples/teal-1b']
  const seen: Progress[] = []
  const all: Audited[] = []
  for await (const one of auditAll(targets, { threads: 2, progress: one => seen.push(one) })) all.push(one)
  const said = new Map(all.map(one => [one.target, 'report' in one ? one.report.term.id : one.error.code]))
  expect([...said].toSorted()).toEqual([
    ['/nowhere/at-all', 'not-found'],
    ['examples/lumen-7b', 'weights-available-ai'],
    ['examples/teal-1b', 'weights-available-ai'],
  ])
  expect(seen.map(({ target }) => target).toSorted()).toEqual(targets.toSorted())
  // whoever has seen enough leaves, and the threads end
  for await (const one of auditAll(targets, { threads: 1 })) {
    expect(one.target).toBe(targets[0])
    break
  }
})
