import { audit } from '@unwash/library/audit'
import { timeline } from '@unwash/reporters/changes/history'
import { knownNames } from '@unwash/reporters/names'
import { type Commit, withHistory } from '@unwash/sources/repository/history'
import { summariesOf } from '@unwash/sources/repository/trees'
import { describe, expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { add } from '../../../../test/release.ts'
import { git, gitGiven, repositoryWith } from '../../../sources/test/fixture.ts'
import { type CommitReading, historyOf } from '../../src/changes/history.ts'

const card = (license: string) => `---\nlicense: ${license}\npipeline_tag: text-generation\n---\n\n# Heron\n`
const WEIGHTS = { 'model.safetensors.index.json': '{"weight_map": {"a": "model-00001.safetensors"}}' }

/** A repository whose license changed twice, with a commit between that touched neither card nor license. */
function heron(): string {
  const folder = repositoryWith({ ...WEIGHTS, 'README.md': card('mit') }, 'heron')
  for (const [file, content] of [
    ['changes.log', 'Mended.\n'],
    ['README.md', `${card('mit')}\nA typo is mended.\n`],
    ['README.md', card('cc-by-nc-4.0')],
  ] as const) {
    add(folder, { [file]: content })
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message', `Change ${file}`)
  }
  return folder
}

const commitsIn = (target: string, most = 50) =>
  withHistory(target, most, undefined, async (_, commits, left) => ({ commits, left }))

async function historyIn(target: string) {
  return withHistory(target, 50, undefined, async (folder, commits, left) => {
    const readings: CommitReading[] = []
    for (const commit of commits) readings.push({ ...commit, report: await audit(`${folder}@${commit.commit}`) })
    return historyOf(readings, left, known.knowledge)
  })
}

describe('the commits that touched licenses, cards and READMEs', () => {
  test('are listed, the oldest first, and the others left out', async () => {
    const { commits } = await commitsIn(heron())
    expect(commits.map(({ subject }: Commit) => subject)).toEqual(['First', 'Change README.md', 'Change README.md'])
  })

  test('are cut to the newest, and how many were left is told', async () => {
    const { commits, left } = await commitsIn(heron(), 2)
    expect([commits.length, left]).toEqual([2, 1])
  })

  test('are read from a URL too', async () => {
    const { commits } = await commitsIn(`file://${heron()}`)
    expect(commits).toHaveLength(3)
  })

  test('a folder without a repository is told', async () => {
    await expect(commitsIn('/')).rejects.toThrow('no history to read in "/": give a git repository')
  })
})

describe('a repository of a few kilobytes that says it holds ten billion files', () => {
  /** Commits whose trees hold ten folders each, ten deep, all the same, beside these licenses; null for none. */
  function bomb(licenses: readonly (string | null)[]): string {
    const folder = repositoryWith({ a: '' }, 'bomb')
    const ask = (input: string, ...args: string[]) => gitGiven(input, folder, ...args)
    const blob = (content: string) => ask(content, 'hash-object', '-w', '--stdin')
    const ten = (mode: string, object: string) =>
      ask(Array.from({ length: 10 }, (_, at) => `${mode} ${object}\t${at}\n`).join(''), 'mktree')
    let tree = ten('100644 blob', blob('x'))
    for (let depth = 1; depth < 10; depth++) tree = ten('040000 tree', tree)
    let head: string[] = []
    for (const [at, license] of licenses.entries()) {
      const text = license === null ? '' : `100644 blob ${blob(license)}\tz-LICENSE\n`
      const root = ask(`040000 tree ${tree}\td\n${text}`, 'mktree')
      head = ['-p', git(folder, 'commit-tree', root, ...head, '-m', `Commit ${at}`)]
    }
    git(folder, 'update-ref', 'HEAD', head[1] ?? '')
    return folder
  }

  test('has the commits that touched its license, each tree looked at once', async () => {
    const { commits, left } = await commitsIn(bomb([null, null, 'MIT', 'MIT', 'Apache-2.0']))
    expect(commits.map(({ subject }) => subject)).toEqual(['Commit 2', 'Commit 4'])
    expect(left).toBe(0)
  })

  test('is read at as many commits as a history may hold files, and the others are told', async () => {
    const { commits, left } = await commitsIn(bomb(Array.from({ length: 12 }, (_, at) => `License ${at}`)))
    expect([commits.at(-1)?.subject, commits.length, left]).toEqual(['Commit 11', 5, 7])
  })
})

test('a history of more trees than there is room for says so by what it leaves out', async () => {
  const folder = heron()
  const roots = git(folder, 'log', '--format=%T').split('\n')
  const repository = { folder: `${folder}/.git` }
  const all = await summariesOf(repository, roots, name => name === 'README.md')
  expect([...all.values()].map(({ files }) => files)).toEqual([3, 3, 3, 2])
  expect((await summariesOf(repository, roots, () => true, { trees: 2, bytes: 1e6 })).size).toBe(2)
  expect((await summariesOf(repository, roots, () => true, { trees: 9, bytes: 1 })).size).toBe(0)
})

test('only states that a report tells apart are steps', async () => {
  const history = await historyIn(heron())
  expect(history).toMatchObject({ read: 3, left: 0 })
  expect(history.steps.map(({ term }) => term)).toEqual(['open-weights-ai', 'weights-available-ai'])
})

test('the timeline has a lane for each term and a dot for each step', async () => {
  const svg = timeline(await historyIn(heron()), knownNames(known.knowledge))
  expect(svg.match(/<circle/g)).toHaveLength(2)
  expect(svg).toContain('>Weights Available AI</text>')
})
