import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { add } from '../../../../test/release.ts'
import { run, runBuilt } from '../../../cli/test/golden.ts'
import { open } from '../../src/index.ts'
import { withHistory } from '../../src/repository/history.ts'
import { plainGit, trap, WAYS } from './trap.ts'

/** Every command that touches a folder, as the arguments it is given. */
const commandsOn = (folder: string): readonly (readonly string[])[] => [
  [folder],
  [`${folder}@HEAD`],
  [`file://${folder}`],
  [folder, '--on', new Date().toISOString().slice(0, 10)],
  ['history', folder],
  ['history', `file://${folder}`],
  ['diff', folder, 'v1', 'HEAD'],
  ['compare', folder, `${folder}@v1`],
  ['claims', join(folder, 'README.md'), '--of', `${folder}@HEAD`],
  ['license', folder],
  ['project', folder],
  ['fix', `${folder}@HEAD`],
]

describe('a folder whose .git came with it', () => {
  test('has no program run by any command', async () => {
    const { folder, ran } = trap('config')
    for (const command of commandsOn(folder)) {
      const { code, stdout, stderr } = await run(command)
      const read = code === 0 || (code === 1 && stdout !== '')
      // it was read, and not given up before anything could run; code 1 tells of a claim
      expect({ command, ran: ran(), read, stderr: read ? '' : stderr }).toEqual({
        command,
        ran: [],
        read: true,
        stderr: '',
      })
    }
  })

  test.each(WAYS)('has none run by what reads its history, by way of %s', async way => {
    const { folder, ran } = trap(way)
    const commits = await withHistory(folder, 9, undefined, async (_, found) => found)
    expect(commits.map(({ subject }) => subject)).toEqual(['First', 'Second'])
    for (const target of [`${folder}@HEAD`, `${folder}@v1`, `file://${folder}`])
      expect((await open(target)).texts.has('README.md')).toBe(true)
    expect(ran()).toEqual([])
  })

  test('has none run by a survey of it', async () => {
    const { folder, ran } = trap('config')
    const list = join(dirname(folder), 'names.txt')
    add(dirname(folder), { 'names.txt': `${folder}@HEAD\n${folder}\nfile://${folder}\n` })
    const { code } = await runBuilt([
      'survey',
      list,
      '--store',
      join(dirname(folder), 'kept.duckdb'),
      '--progress',
      'none',
    ])
    expect({ code, ran: ran() }).toEqual({ code: 0, ran: [] })
  })

  test('would have run these, had plain git been asked', () => {
    const { folder, ran } = trap('config')
    add(folder, { LICENSE: 'Changed.\n', new: 'New.\n' })
    const unfiltered = ['-c', 'filter.canary.process=', '-c', 'filter.canary.clean=cat']
    for (const args of [
      ['log', '-1'],
      ['status'],
      [...unfiltered, 'diff'],
      [...unfiltered, 'diff', '--no-ext-diff'],
      ['add', 'new'],
      [...unfiltered, '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--all', '--message=Third'],
      ['ls-remote', 'ssh://clone.example/marsh/stilt'],
      ['credential', 'fill'],
      ['canary'],
    ])
      plainGit(folder, ...args)
    expect(ran()).toEqual(
      expect.arrayContaining([
        'alias.canary',
        'core.fsmonitor',
        'core.sshCommand',
        'credential.helper',
        'diff.canary.command',
        'diff.canary.textconv',
        'filter.canary.process',
        'gpg.program',
        'hook.pre-commit',
      ]),
    )
  })

  test.each(WAYS)('would have run one, had plain git read its history, by way of %s', way => {
    const { folder, ran } = trap(way)
    plainGit(folder, 'log')
    plainGit(folder, 'canary')
    // a value that is none ends git before it gets so far
    expect(ran().length > 0).toBe(way !== 'every key')
  })
})
