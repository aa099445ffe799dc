import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@unwash/core/report/report'
import { afterAll, describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { QUAY, spdx } from '../../core/test/texts.ts'
import { gguf, git, safetensors } from '../../sources/test/fixture.ts'
import { run } from './golden.ts'

/** Whatever the command is given, it answers in a sentence or in a report, in time, and writes nothing. */

/** a home and a place for temporary files of its own, to see that nothing is left there */
const home = mkdtempSync(join(tmpdir(), 'unwash-home-'))
const temporary = mkdtempSync(join(tmpdir(), 'unwash-tmp-'))
afterAll(() => {
  for (const folder of [home, temporary]) rmSync(folder, { recursive: true, force: true })
})

async function unwash(target: string, ...options: readonly string[]) {
  const before = listing(target)
  const result = await run([target, ...options], { HOME: home, TMPDIR: temporary, XDG_CACHE_HOME: join(home, 'cache') })
  expect(listing(target)).toEqual(before)
  expect([...readdirSync(home), ...readdirSync(temporary)]).toEqual([])
  return result
}

/** Every file below a target with its size and time of change. */
function listing(target: string): string[] {
  const found = statSync(target, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [`${found.size} ${found.mtimeMs}`] : []
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .sort()
}

/** One sentence on stderr, nothing on stdout, exit code 2. */
async function refused(target: string): Promise<string> {
  const { stdout, stderr, code } = await unwash(target)
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(/^unwash: [^\n]+\n$/)
  expect(stderr).not.toContain('bug in unwash')
  return stderr
}

/** A report, nothing on stderr, and an exit code that says it was audited. */
async function audited(target: string): Promise<Report> {
  const { stdout, stderr, code } = await unwash(target, '--format', 'json')
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  return JSON.parse(stdout)
}

const says = (report: Report) => report.notes.map(note => note.says).join('\n')

describe('cannot be audited, and says why and what to do', () => {
  test('a path that is not there', async () => {
    expect(await refused('no/such/folder')).toBe(
      'unwash: no source opens "no/such/folder": give a folder, a git URL, org/model, or a file\n',
    )
  })

  test('an empty target', async () => {
    expect(await refused('')).toContain('no source opens ""')
  })

  test('an empty folder', async () => {
    expect(await refused(folderWith({}))).toContain('nothing to read in the folder')
  })

  test('an empty file', async () => {
    expect(await refused(join(folderWith({ LICENSE: '' }), 'LICENSE'))).toContain('nothing in the file')
  })

  test('a repository without commits', async () => {
    const folder = folderWith({})
    git(folder, 'init', '--quiet')
    expect(await refused(folder)).toContain('commit something first')
  })

  test('a revision that is not there', async () => {
    const folder = folderWith({ LICENSE: 'Terms.' })
    git(folder, 'init', '--quiet')
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message=First')
    expect(await refused(`${folder}@v9`)).toContain('no revision "v9"')
  })

  test('an address that nothing answers at', async () => {
    const sentence = await refused('https://127.0.0.1:9/marsh-lab/heron.git')
    expect(sentence).toContain('127.0.0.1:9/marsh-lab/heron.git')
  })

  test('an address that runs a program', async () => {
    expect(await refused('ext::sh -c touch% pwned')).toContain('no git transport helper is run')
  })

  test('a file that is cut off before its numbers begin', async () => {
    const whole = { gguf: gguf({ 'general.license': 'mit' }, [[4]]), safetensors: safetensors({ a: {} }) }
    for (const [ending, bytes] of Object.entries(whole)) {
      const folder = folderWith({ [`model.${ending}`]: bytes.subarray(0, 20) })
      expect(await refused(join(folder, `model.${ending}`))).toContain('no weights header to be read')
    }
  })

  test('a binary file that is asked for by name', async () => {
    const folder = folderWith({ 'notes.txt': Uint8Array.from({ length: 4_000 }, (_, index) => index % 251) })
    expect(await refused(join(folder, 'notes.txt'))).toContain('cannot read the binary file')
  })

  test('a name with control characters in it does not reach the terminal', async () => {
    expect(await refused('no\u001b[31m\nsuch')).not.toContain('\u001b')
  })
})

describe('is audited, with a note of what could not be read', () => {
  test('a binary README', async () => {
    const binary = Uint8Array.from({ length: 4_000 }, (_, index) => index % 251)
    const report = await audited(folderWith({ 'README.md': binary, LICENSE: spdx('MIT') }))
    expect(says(report)).toMatch(/README\.md .*binary/)
  })

  test('a LICENSE of two gigabytes with nothing in it', async () => {
    const folder = folderWith({ 'README.md': '# Heron\n', LICENSE: '', 'model.safetensors': safetensors({}, 400_000) })
    truncateSync(join(folder, 'LICENSE'), 2 * 1024 ** 3)
    const report = await audited(folder)
    expect(says(report)).toContain('LICENSE')
    expect(report.term.id).toBe('undetermined')
  })

  test('bytes that are no UTF-8', async () => {
    const text = Buffer.from('# H\xe9ron\n\nThe weights are released under the MIT License.\n', 'latin1')
    const report = await audited(folderWith({ 'README.md': text, 'model.safetensors': safetensors({}, 400_000) }))
    expect(says(report)).toContain('not valid UTF-8')
    expect(report.term.id).toBe('open-weights-ai')
  })

  test('UTF-16', async () => {
    const text = '\ufeff# Heron\n\nThe weights are released under the MIT License.\n'
    const report = await audited(
      folderWith({ 'README.md': Buffer.from(text, 'utf16le'), 'model.safetensors': safetensors({}, 400_000) }),
    )
    expect(report.term.id).toBe('open-weights-ai')
    expect(report.findings.find(finding => finding.kind === 'open-license')?.cited[0]).toMatchObject({ line: 3 })
  })

  test('a front matter that grows without end when it is read', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let name = 98; name < 110; name++) {
      const last = `*${String.fromCharCode(name - 1)}`
      bomb.push(`${String.fromCharCode(name)}: &${String.fromCharCode(name)} [${Array(9).fill(last).join(', ')}]`)
    }
    const card = `---\n${bomb.join('\n')}\nlicense: mit\n---\n\n# Heron\n`
    const report = await audited(folderWith({ 'README.md': card, 'model.safetensors': safetensors({}, 400_000) }))
    expect(says(report)).toContain('it has more than 100 aliases')
    // what it states in plain words is still read, and what was not read may say more
    expect([report.term.floor, report.term.ceiling]).toEqual(['undetermined', 'open-weights-ai'])
  })

  test('a link out of the folder', async () => {
    const outside = folderWith({ LICENSE: QUAY })
    const folder = folderWith({ 'README.md': '# Heron\n' })
    symlinkSync(join(outside, 'LICENSE'), join(folder, 'LICENSE'))
    const report = await audited(folder)
    expect(says(report)).toContain('LICENSE is a link out of the folder: not followed')
    expect(JSON.stringify(report)).not.toContain('QUAY MODEL LICENSE')
  })

  test('weights that are cut off', async () => {
    const folder = folderWith({
      'README.md': '---\nlicense: mit\n---\n\n# Heron\n',
      'model.safetensors': Buffer.concat([Buffer.alloc(8, 0xff), Buffer.alloc(400_000)]),
      'model.gguf': Buffer.concat([Buffer.from('GGUF'), Buffer.alloc(400_000, 0xff)]),
    })
    const report = await audited(folder)
    expect(says(report)).toContain('model.safetensors')
    expect(says(report)).toContain('model.gguf')
    expect(report.term.id).toBe('open-weights-ai')
  })

  test('names that no one can type', async () => {
    const folder = folderWith({ 'README.md': '# Heron\n' })
    mkdirSync(join(folder, 'a\nb'))
    writeFileSync(join(folder, 'a\nb', 'LICENSE \u001b[31m.md'), QUAY)
    const { stdout, code } = await unwash(folder)
    expect(code).toBe(0)
    expect(stdout).not.toContain('\u001b')
  })

  test('a README of a million characters in one line, and of ten thousand brackets', async () => {
    const readme = `# Heron\n\n${'under the MIT License '.repeat(45_000)}\n\n${'['.repeat(10_000)}\n\n${'> '.repeat(2_000)}x\n`
    expect((await audited(folderWith({ 'README.md': readme }))).term.id).toBe('undetermined')
  })
})

describe('what is no release says so, and what to do', () => {
  test('JSON without a release in it', async () => {
    const folder = folderWith({ 'answer.json': '{"a": 1, "b": [2]}' })
    const { code, stdout, stderr } = await unwash(join(folder, 'answer.json'))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^unwash: no release is in the JSON file ".+answer\.json": give the folder of a release.+$/m)
  })

  test('a folder of many releases', async () => {
    const names = ['heron', 'reed', 'wren', 'marten']
    const many = folderWith(Object.fromEntries(names.map(name => [`${name}/README.md`, `# ${name}\n\nA model.\n`])))
    const { code, stdout, stderr } = await unwash(many)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`unwash: 4 releases and not one are in "${many}": use survey`)
    expect(stderr).toContain(`unwash survey ${many}`)
    expect(stderr).toContain(`unwash ${join(many, 'heron')}`)
  })

  test('a release of many folders is one, where it has a card of its own', async () => {
    const parts = { 'README.md': '# Heron\n', 'a/README.md': '# A\n', 'b/README.md': '# B\n', 'c/LICENSE': spdx('MIT') }
    expect((await unwash(folderWith(parts))).code).toBe(0)
  })
})
