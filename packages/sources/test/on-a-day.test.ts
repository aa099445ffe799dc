import { audit } from '@unwash/library/audit'
import { expect, test } from 'vitest'
import { add, folderWith } from '../../../test/release.ts'
import { open } from '../src/index.ts'
import { git, repositoryWith } from './fixture.ts'

/** A repository that changed its license in 2025. */
function heron(): { folder: string; first: string } {
  const folder = repositoryWith({ 'README.md': '---\nlicense: mit\n---\n\n# Heron\n' }, 'heron')
  const dated = (day: string) =>
    git(folder, '-c', 'user.name=A', 'commit', '--quiet', '--amend', `--date=${day}`, '--no-edit')
  process.env.GIT_COMMITTER_DATE = '2024-03-01T00:00:00Z'
  dated('2024-03-01T00:00:00Z')
  const first = git(folder, 'rev-parse', 'HEAD')
  process.env.GIT_COMMITTER_DATE = '2025-03-01T00:00:00Z'
  add(folder, { 'README.md': '---\nlicense: cc-by-nc-4.0\n---\n\n# Heron\n' })
  git(folder, 'commit', '--quiet', '--all', '--message=Second')
  delete process.env.GIT_COMMITTER_DATE
  return { folder, first }
}

test('a clone is read as it was on the last of that day', async () => {
  const { folder, first } = heron()
  expect((await open(folder, { on: '2024-06-01' })).revision).toBe(first)
  expect((await open(folder, { on: '2025-06-01' })).revision).not.toBe(first)
})

test('a URL too', async () => {
  const { folder, first } = heron()
  expect((await open(`file://${folder}`, { on: '2024-06-01' })).revision).toBe(first)
})

test('a revision that is named stays that one', async () => {
  const { folder } = heron()
  const head = git(folder, 'rev-parse', 'HEAD')
  expect((await open(`${folder}@main`, { on: '2024-06-01' })).revision).toBe(head)
})

test('a day before the first commit is told', async () => {
  const { folder } = heron()
  await expect(open(folder, { on: '2023-01-01' })).rejects.toThrow('no commit by 2023-01-01 in')
})

test('a folder without a history is read as it is, and that is said', async () => {
  const folder = folderWith({ 'README.md': '# Heron\n' })
  const { notes } = await open(folder, { on: '2024-06-01' })
  expect(notes).toContainEqual({ says: expect.stringMatching(/keeps no history: it was read as it is now/) })
})

test('terms that are younger than the day are told', async () => {
  const folder = folderWith({
    'README.md': '---\nlicense: llama3.1\n---\n\n# Heron\n',
    'model.safetensors.index.json': '{"weight_map": {"a": "model.safetensors"}}',
  })
  const { notes, readAsOf } = await audit(folder, { on: '2023-06-01' })
  expect(readAsOf).toBe('2023-06-01')
  expect(notes).toContainEqual({
    says: expect.stringMatching(/these terms are of 2024-07-\d\d, later than 2023-06-01/),
  })
})
