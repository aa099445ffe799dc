import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Release } from '@unwash/core/release/release'
import { audit } from '@unwash/library/audit'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { TODAY } from '../../../../test/judged.ts'
import { folderWith } from '../../../../test/release.ts'
import { releaseFolder } from '../../../../test/releases/releases.ts'
import { spdx } from '../../../core/test/texts.ts'
import { open } from '../../src/index.ts'
import { evidenceSchema, saveEvidence } from '../../src/saved/save.ts'
import { gguf, git, repositoryWith, safetensors } from '../fixture.ts'

const FILES = {
  'README.md': '---\nlicense: mit\n---\n\r\n# Heron\n\nHeron was trained on pond records.\n',
  LICENSE: spdx('MIT'),
  'notes-été.md': Buffer.from('# \xe9t\xe9\n', 'latin1'),
  'model.safetensors': safetensors(
    { __metadata__: { format: 'pt' }, a: { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] } },
    16,
  ),
  'heron.gguf': gguf({ 'general.license': 'mit' }, [[4]]),
}
const SAVING = { version: '9.9.9', knowledge: '2026-11-20', readOn: '2026-11-22' }

/** The invented release, read and saved: where it is, where it was saved, and the text of that. */
async function savedEvidence() {
  const release = folderWith(FILES, 'marsh-lab--heron')
  const path = join(folderWith({}), 'heron.json')
  await saveEvidence(path, await open(release), SAVING)
  return { release, path, content: readFileSync(path, 'utf8') }
}

describe('evidence that was saved', () => {
  test('is the release as it was read, with the day on which it was', async () => {
    const { release, path } = await savedEvidence()
    const read = await open(release)
    rmSync(release, { recursive: true })
    expect(await open(path)).toEqual({ ...read, readOn: '2026-11-22' })
    expect(read.headers).toHaveLength(2)
    expect(read.notes.length).toBeGreaterThan(0)
  })

  test('gives the report of the day it was saved, of a folder that is gone since', async () => {
    const release = await releaseFolder('hedgerow--wren-1b')
    const evidence = join(folderWith({}), 'wren.json')
    const then = await audit(release, { evidence, on: '2026-11-20' })
    rmSync(release, { recursive: true })
    expect(await audit(evidence)).toEqual(then)
    expect(then.readAsOf).toBe('2026-11-20')
  })

  test('gives the report of the commit it was saved at, of a repository that went on since', async () => {
    const repository = repositoryWith(FILES)
    const evidence = join(folderWith({}), 'heron.json')
    const then = await audit(`${repository}@HEAD`, { evidence })
    writeFileSync(join(repository, 'LICENSE'), 'All rights reserved.\n')
    git(repository, 'commit', '--quiet', '--all', '--message=Second')
    expect(await audit(evidence)).toEqual(then)
    expect((await audit(`${repository}@HEAD`)).release.revision).not.toBe(then.release.revision)
  })

  test('is what the published schema says, and can be saved once more as it is', async () => {
    const { path, content } = await savedEvidence()
    const valid = new Ajv2020({ strict: false, formats: { date: true } }).compile(evidenceSchema())
    expect(valid(JSON.parse(content)), JSON.stringify(valid.errors)).toBe(true)
    const again = join(folderWith({}), 'again.json')
    await saveEvidence(again, await open(path), { version: '9.9.9', knowledge: '2026-11-20', readOn: TODAY })
    expect(readFileSync(again, 'utf8')).toBe(content)
  })

  test('keeps what a form declares in place of files', async () => {
    const declared = [
      {
        id: 'weights',
        license: 'MIT',
        inherited: true,
        location: null,
        cited: [{ path: 'form.yml', key: 'weights', value: 'MIT' }],
      },
    ] as const
    const release: Release = { ...(await open(folderWith(FILES))), source: 'mot', declared }
    const path = join(folderWith({}), 'form.json')
    await saveEvidence(path, release, SAVING)
    expect(await open(path)).toEqual({ ...release, readOn: SAVING.readOn })
  })

  test('may be laid out anew by a formatter', async () => {
    const { path, content } = await savedEvidence()
    const before = await open(path)
    writeFileSync(path, JSON.stringify(JSON.parse(content), null, 4))
    expect(await open(path)).toEqual(before)
  })
})

describe('evidence that is refused says what does not hold, and where', () => {
  const cases: readonly (readonly [string, (content: string) => string, RegExp])[] = [
    [
      'of another version',
      text => text.replace('"schemaVersion": 1', '"schemaVersion": 7'),
      /of version 7 in ".*heron\.json:3": this unwash reads version 1; .*\(9\.9\.9\)/,
    ],
    ['cut off', text => text.slice(0, -40), /cut off or no JSON in ".*heron\.json:\d+"/],
    [
      'a text that was changed',
      text => text.replace('pond records', 'open records'),
      /a text that is not what was read in ".*heron\.json:\d+": README\.md was changed/,
    ],
    [
      'a file added to its list',
      text => text.replace('"files": [', '"files": [{"path": "train.py", "size": 9, "kind": "file"},'),
      /its list of files is not what was saved/,
    ],
    [
      'a publisher that was changed',
      text => text.replace('"publisher": "marsh-lab"', '"publisher": "harbor-lab"'),
      /what it says of the release is not what was saved/,
    ],
    [
      'a text said to be whole',
      text => text.replace('"encoding": "latin1"', '"encoding": "utf-8"'),
      /its list of texts is not what was saved/,
    ],
    [
      'a field that nobody knows',
      text => text.replace('"complete": true', '"complete": true, "verified": true'),
      /does not hold in ".*heron\.json": release: .*verified/,
    ],
  ]
  test.each(cases)('%s', async (_, change, says) => {
    const { path, content } = await savedEvidence()
    const changed = change(content)
    expect(changed).not.toBe(content)
    writeFileSync(path, changed)
    await expect(open(path)).rejects.toThrow(says)
  })

  test('naming the line of a text that was changed', async () => {
    const { path, content } = await savedEvidence()
    writeFileSync(path, content.replace('pond records', 'open records'))
    const error: unknown = await open(path).catch(error => error)
    const line = Number(/heron\.json:(\d+)"/.exec(String(error))?.[1])
    expect(content.split('\n')[line - 1]).toContain('"path": "README.md"')
  })
})

describe('saving', () => {
  test('replaces evidence that was there, and leaves nothing beside it', async () => {
    const { release, path } = await savedEvidence()
    writeFileSync(join(release, 'README.md'), '# Heron, renewed\n')
    await saveEvidence(path, await open(release), SAVING)
    expect((await open(path)).texts.get('README.md')?.content).toBe('# Heron, renewed\n')
    expect(await readdir(join(path, '..'))).toEqual(['heron.json'])
  })

  test('leaves alone what is no evidence: a file, a folder, a place that is not there', async () => {
    const folder = folderWith({ 'thesis.txt': 'Years of work.\n' })
    const release = await open(folderWith(FILES))
    const into = (name: string) => saveEvidence(join(folder, name), release, SAVING)
    await expect(into('thesis.txt')).rejects.toThrow('a file that is no evidence is at')
    await expect(into('')).rejects.toThrow('a folder is at')
    await expect(into('none/such.json')).rejects.toThrow('cannot be written to')
    await symlink('thesis.txt', join(folder, 'link.json'))
    await expect(into('link.json')).rejects.toThrow('a file that is no evidence is at')
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('Years of work.\n')
  })
})
