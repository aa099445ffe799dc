import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { open } from '@unwash/sources/index'
import { describe, expect, test } from 'vitest'
import { whenTestEnds } from '../../../test/ends.ts'
import { folderWith } from '../../../test/release.ts'
import { openBeside } from '../src/license/given.ts'
import { pdfReader } from '../src/pdf/index.ts'
import { run } from './golden.ts'

const CARD =
  '---\nlicense: mit\n---\n\n# Heron\n\nHeron is open source. Its terms: see USE_POLICY.md and terms/LICENSE.\n'
/** names under which something is read in a release or a project */
const NAMES = [
  'LICENSE',
  'USE_POLICY.md',
  'NOTICE',
  'config.json',
  'model.safetensors',
  'model.gguf',
  'app.py',
  'notebook.ipynb',
  'package.json',
  '.gitattributes',
  '.gitmodules',
  'signoff.yml',
  'MODEL_CARD.md',
]
/** folders out of which something is read */
const FOLDERS = ['.git', '.cache', 'terms', 'licenses']

const SECRET = 'Secret terms: the heron may be used by AutoModel.from_pretrained("hidden/heron") alone.\n'

const commandsOn = (folder: string): readonly (readonly string[])[] => [
  [folder, '--format', 'json'],
  [folder, '--on', '2024-01-01'],
  ['license', folder],
  ['license', join(folder, 'README.md')],
  ['project', folder, '--format', 'json'],
  ['fix', folder],
  ['compare', folder, folder],
  ['claims', join(folder, 'README.md'), '--of', folder],
]

/** Code 1 tells of a claim that is contradicted, where something is printed. */
const isRead = (stdout: string, code: number) => code === 0 || (code === 1 && stdout !== '')

describe('a folder of links that lead out of it', () => {
  test('gives no command a word of what is there', async () => {
    const outside = folderWith({ secret: SECRET, 'elsewhere/LICENSE': SECRET, 'elsewhere/HEAD': SECRET }, 'outside')
    const folder = folderWith({ 'README.md': CARD })
    for (const name of NAMES) symlinkSync(join(outside, 'secret'), join(folder, name))
    for (const name of FOLDERS) symlinkSync(join(outside, 'elsewhere'), join(folder, name))
    for (const command of commandsOn(folder)) {
      const { stdout, stderr, code } = await run(command)
      const secret = /secret terms|hidden\/heron/i.exec(stdout + stderr)
      expect({ command, secret, read: isRead(stdout, code) || stderr }).toEqual({ command, secret: null, read: true })
    }
  })

  test('has no policy beside a license, but for a link that stays', async () => {
    const outside = folderWith({ secret: SECRET }, 'outside')
    const folder = folderWith({ LICENSE: 'Terms.', 'terms/policy.md': 'The heron may not be used to spy.\n' })
    symlinkSync(join(outside, 'secret'), join(folder, 'USE_POLICY.md'))
    symlinkSync(join(folder, 'terms', 'policy.md'), join(folder, 'ACCEPTABLE_USE_POLICY.md'))
    const beside = await openBeside(
      join(folder, 'LICENSE'),
      { path: 'LICENSE', content: 'Terms.', as: 'legal' },
      pdfReader(),
    )
    expect(beside.map(({ path }) => path)).toEqual([join(folder, 'ACCEPTABLE_USE_POLICY.md')])
  })

  test('has no revision of a download or snapshot elsewhere', async () => {
    const revision = 'ab'.repeat(20)
    const outside = folderWith({ 'README.md.metadata': `${revision}\n`, main: 'secret' }, 'outside')
    const folder = folderWith({ 'README.md': CARD, '.cache/huggingface/x': '' })
    symlinkSync(outside, join(folder, '.cache', 'huggingface', 'download'))
    expect((await open(folder)).revision).toBe(null)
    const cache = folderWith({ [`snapshots/${revision}/README.md`]: CARD }, 'models--tidewater--heron')
    symlinkSync(outside, join(cache, 'refs'))
    expect(await open(cache)).toMatchObject({ name: 'heron', revision })
  })

  test('is nothing that --lock writes through, or a project is read by', async () => {
    const outside = folderWith({ secret: SECRET }, 'outside')
    const folder = folderWith({ 'app.py': 'x = 1\n' })
    symlinkSync(join(outside, 'secret'), join(folder, 'unwash.lock'))
    for (const more of [[], ['--lock']]) {
      const { stderr, code } = await run(['project', folder, ...more])
      expect({ stderr, code }).toEqual({
        stderr: expect.stringMatching(/^unwash: cannot read the lock ".*unwash.lock": make it a plain file/),
        code: 2,
      })
    }
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe(SECRET)
  })
})

describe('pipes and sockets', () => {
  test('in a folder keep no command waiting', async () => {
    const folder = folderWith({ 'README.md': CARD })
    for (const name of NAMES) execFileSync('mkfifo', [join(folder, name)])
    for (const name of FOLDERS) execFileSync('mkfifo', [join(folder, name)])
    for (const command of commandsOn(folder)) {
      const { stdout, stderr, code } = await run(command)
      expect({ command, read: isRead(stdout, code) || stderr }).toEqual({ command, read: true })
    }
  })

  test('in place of a lock are told', async () => {
    const folder = folderWith({ 'app.py': 'x = 1\n' })
    execFileSync('mkfifo', [join(folder, 'unwash.lock')])
    const { stderr, code } = await run(['project', folder, '--lock'])
    expect({ stderr, code }).toEqual({ stderr: expect.stringContaining('cannot read the lock'), code: 2 })
    expect(lstatSync(join(folder, 'unwash.lock')).isFIFO()).toBe(true)
  })

  test('in place of a policy are told, and a link to a policy is one', async () => {
    const folder = folderWith({ 'README.md': CARD, 'policy.yml': 'version: 1\nrules: []\n' })
    const pipe = join(folder, 'pipe.yml')
    execFileSync('mkfifo', [pipe])
    const { stderr, code } = await run([folder, '--policy', pipe])
    expect({ stderr, code }).toEqual({ stderr: expect.stringContaining('cannot read the policy'), code: 2 })
    const linked = join(folder, 'linked.yml')
    symlinkSync(join(folder, 'policy.yml'), linked)
    expect((await run([folder, '--policy', linked])).stderr).toBe(
      (await run([folder, '--policy', join(folder, 'policy.yml')])).stderr.replaceAll('policy.yml', 'linked.yml'),
    )
  })

  test('a socket is passed over', async () => {
    const folder = folderWith({ 'README.md': CARD })
    const server = createServer().listen(join(folder, 'LICENSE'))
    whenTestEnds(() => server.close())
    const { stdout } = await run([folder, '--format', 'json'])
    expect(JSON.parse(stdout).notes).toContainEqual({
      says: 'LICENSE is a device, pipe or socket: not read',
      path: 'LICENSE',
    })
  })
})
