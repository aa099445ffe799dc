import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { commandMeant } from '../src/audit/meant.ts'
import { run } from './golden.ts'

const folder = folderWith({})

describe('completion', () => {
  /** What bash offers after these words. */
  async function offered(...words: readonly string[]): Promise<string[]> {
    const { stdout } = await run(['completion', 'bash'])
    const script = join(folder, 'unwash.bash')
    writeFileSync(script, stdout)
    const ask = `. ${script}; COMP_WORDS=(unwash "$@"); COMP_CWORD=$#; _unwash; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', ask, 'bash', ...words], { encoding: 'utf8', cwd: folder })
      .trim()
      .split('\n')
  }

  test('bash offers commands, their options, and the values of an option', async () => {
    expect(await offered('comp')).toEqual(['compare', 'completion'])
    expect(await offered('license', '--d')).toEqual(['--diff'])
    expect(await offered('compare', '--format', 'mark')).toEqual(['markdown'])
  })

  test.each(['zsh', 'fish'])('%s is told of every command', async shell => {
    const { stdout, code } = await run(['completion', shell])
    expect(code).toBe(0)
    for (const word of ['compare', 'explain', 'survey', 'full', 'format']) expect(stdout).toContain(word)
    const script = join(folder, shell)
    writeFileSync(script, stdout)
    const checked = spawnSync(shell, ['-n', script])
    // a shell that is not installed here checks nothing
    if (!checked.error) expect(checked.status).toBe(0)
  })

  test('no other shell is known', async () => {
    const { stderr, code } = await run(['completion', 'tcsh'])
    expect({ stderr, code }).toEqual({ stderr: expect.stringContaining('give bash, zsh, fish'), code: 2 })
  })
})

describe('a word that is nearly a command', () => {
  test.each([
    ['compre', 'compare'],
    ['lisence', 'license'],
    ['surveyy', 'survey'],
  ])('%s was meant to be %s', (word, command) => {
    expect(commandMeant(word, ['compare', 'license', 'survey', 'mcp', 'fix'])).toBe(command)
  })

  test.each(['llama', 'src', 'org/model', './compre', 'docs'])('%s was not', word => {
    expect(commandMeant(word, ['compare', 'license', 'survey', 'mcp', 'fix', 'diff'])).toBe(null)
  })

  test('none before a release was, and one release was asked for', () => {
    expect(commandMeant('audit', ['compare', 'fix'], './heron')).toBe('./heron')
    expect(commandMeant('packages', ['compare', 'fix'], './heron')).toBe(null)
  })
})

test.each([['-v'], ['version'], ['--version']])('unwash %s prints the version', async word => {
  expect(await run([word])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test.each([['-h'], ['help'], ['--help']])('unwash %s prints the help', async word => {
  expect(await run([word])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: unwash <release>/) })
})

test('help of a command is that of its --help', async () => {
  expect((await run(['help', 'compare'])).stdout).toBe((await run(['compare', '-h'])).stdout)
})
