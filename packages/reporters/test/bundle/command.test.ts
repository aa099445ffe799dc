import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { add, folderWith } from '../../../../test/release.ts'
import { run } from '../../../cli/test/golden.ts'

const root = folderWith({
  'heron/model.ckpt': Buffer.alloc(400_000),
  'heron/README.md': '---\nlicense: llama3.1\n---\n\n# Heron\n\nA model.\n',
})

const bundle = (out: string, ...options: string[]) =>
  run(['bundle', join(root, 'heron'), '--for', 'redistribute', '-o', join(root, out), ...options])

test('writes a folder, tells what it did not find, and overwrites nothing unless it is told to', async () => {
  const { code, stdout, stderr } = await bundle('out')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(
    /^unwash: not found: the text of Llama 3\.1 .+\n(?:.+\n)*unwash: wrote 4 files to .+README\.md\n$/,
  )
  expect((await readdir(join(root, 'out'))).sort()).toEqual(['CHANGES.md', 'NOTICE', 'README.md', 'USE-LIMITS.md'])
  const edited = join(root, 'out', 'CHANGES.md')
  await writeFile(edited, 'mine')
  const again = await bundle('out')
  expect(again.code).toBe(2)
  expect(again.stderr).toContain('unwash: will not overwrite')
  expect(await readFile(edited, 'utf8')).toBe('mine')
  expect((await bundle('out', '--force')).code).toBe(0)
  expect(await readFile(edited, 'utf8')).not.toBe('mine')
})

test('writes nothing through a link that lies in the folder', async () => {
  await mkdir(join(root, 'linked'))
  add(root, { 'elsewhere/NOTICE': 'theirs' })
  await symlink(join(root, 'elsewhere', 'NOTICE'), join(root, 'linked', 'NOTICE'))
  expect((await bundle('linked', '--force')).code).toBe(0)
  expect(await readFile(join(root, 'elsewhere', 'NOTICE'), 'utf8')).toBe('theirs')
  await writeFile(join(root, 'heron', 'LICENSE'), 'Some terms.\n')
  await symlink(join(root, 'elsewhere'), join(root, 'linked', 'licenses'))
  const { code, stderr } = await bundle('linked', '--force')
  await rm(join(root, 'heron', 'LICENSE'))
  expect({ code, there: await readdir(join(root, 'elsewhere')) }).toEqual({ code: 2, there: ['NOTICE'] })
  expect(stderr).toContain('it is a link')
})

test('ends with 1 where the terms do not allow it', async () => {
  const folder = join(root, 'quay')
  add(folder, { 'model.ckpt': Buffer.alloc(400_000), 'README.md': '# Quay\n\nA model.\n' })
  const { code, stderr } = await run(['bundle', folder, '-o', join(root, 'barred')])
  expect(code).toBe(1)
  expect(stderr).toContain('unwash: its terms do not allow that: nothing found here permits it')
})

test('of a project: a folder for each model, and a policy can ask for them', async () => {
  const app = join(root, 'app')
  add(app, { 'app.py': 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n' })
  const policy = join(root, 'policy.yaml')
  await writeFile(policy, 'bundle: models\n')
  const project = (...options: string[]) =>
    run(['project', app, '--policy', policy, ...options], { HF_HOME: join(root, 'no-cache') })
  const without = await project()
  expect(without.code).toBe(1)
  expect(without.stderr).toContain('unwash: bundle not met by meta-llama/Llama-3.1-8B: what has to go with it')
  expect((await project('--bundle', join(app, 'models'))).code).toBe(0)
  expect(await readFile(join(app, 'models', 'meta-llama--Llama-3.1-8B', 'NOTICE'), 'utf8')).toContain(
    'Built with Llama',
  )
  expect((await project()).code).toBe(0)
})
