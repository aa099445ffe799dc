import { UnwashError } from '@unwash/core/error'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../../test/release.ts'
import { readAddress } from '../../src/hub/address.ts'

const read = (target: string) => readAddress(target, new URL('http://hub.example'))
const SHA = '0123456789abcdef0123456789abcdef01234567'

describe('names a repository at the hub', () => {
  test.each([
    ['marsh-lab/heron-7b', 'model', 'marsh-lab/heron-7b', null],
    ['marsh-lab/heron-7b@v1', 'model', 'marsh-lab/heron-7b', 'v1'],
    ['hf:marsh-lab/heron-7b', 'model', 'marsh-lab/heron-7b', null],
    [`hf:marsh-lab/heron-7b@${SHA}`, 'model', 'marsh-lab/heron-7b', SHA],
    ['hf:heron', 'model', 'heron', null],
    ['hf:models/marsh-lab/heron-7b', 'model', 'marsh-lab/heron-7b', null],
    ['hf:datasets/marsh-lab/reeds@refs/pr/1', 'dataset', 'marsh-lab/reeds', 'refs/pr/1'],
    ['https://huggingface.co/marsh-lab/heron-7b', 'model', 'marsh-lab/heron-7b', null],
    ['https://huggingface.co/marsh-lab/heron-7b/', 'model', 'marsh-lab/heron-7b', null],
    ['https://hf.co/marsh-lab/heron-7b/tree/v1', 'model', 'marsh-lab/heron-7b', 'v1'],
    ['https://huggingface.co/marsh-lab/heron-7b/tree/refs%2Fpr%2F1', 'model', 'marsh-lab/heron-7b', 'refs/pr/1'],
    ['https://huggingface.co/marsh-lab/heron-7b?library=x#use', 'model', 'marsh-lab/heron-7b', null],
    ['https://huggingface.co/marsh-lab/heron-7b/discussions/4', 'model', 'marsh-lab/heron-7b', null],
    ['https://huggingface.co/datasets/marsh-lab/reeds/tree/main', 'dataset', 'marsh-lab/reeds', 'main'],
    ['http://hub.example/marsh-lab/heron-7b', 'model', 'marsh-lab/heron-7b', null],
  ])('%s', async (target, kind, id, revision) => {
    expect(await read(target)).toMatchObject({ kind, id, revision })
  })

  test('a file of it stands for all of it, and is remembered', async () => {
    const found = await read('https://huggingface.co/marsh-lab/heron-7b/blob/v1/docs/use.md')
    expect(found).toMatchObject({ revision: 'v1', below: 'docs/use.md' })
  })
})

test('a hub at a path of its host has its addresses below that', async () => {
  const at = new URL('https://art.example/api/huggingfaceml/main/')
  expect(await readAddress('https://art.example/api/huggingfaceml/main/marsh-lab/heron-7b', at)).toMatchObject({
    kind: 'model',
    id: 'marsh-lab/heron-7b',
  })
  expect(await readAddress('https://art.example/other/marsh-lab/heron-7b', at)).toBeNull()
})

test.each([
  ['https://huggingface.co/collections/marsh-lab/waders-65f0', /no release, but a collection, is at/],
  ['https://huggingface.co/papers/2601.00001', /a paper, is at .*: give one of the models or datasets that cite it/],
  ['https://huggingface.co/organizations/marsh-lab', /an organization, is at/],
  ['https://huggingface.co/models?search=heron', /a list, is at/],
  ['hf:spaces/marsh-lab/pond', /a program .*: give the address .* https:\/\/huggingface\.co\/spaces\/marsh-lab\/pond/],
])('is something else, and says what: %s', async (target, says) => {
  await expect(read(target)).rejects.toThrow(says)
})

describe('is none of the hub', () => {
  test.each([
    'heron-7b',
    './marsh-lab/heron-7b',
    '../heron-7b',
    '/srv/heron-7b',
    'marsh-lab/heron/7b',
    'a b/heron',
    '.git/config',
    'git@hub.example:marsh-lab/heron-7b',
    'https://github.com/marsh-lab/heron-7b',
    'https://huggingface.co.example/marsh-lab/heron-7b',
    'https://huggingface.co/spaces/marsh-lab/pond',
  ])('%s', async target => {
    expect(await read(target)).toBeNull()
  })

  test('a folder of that name, which comes first', async () => {
    const folder = folderWith({ 'heron-7b/README.md': 'Hello' }, 'marsh-lab')
    const before = process.cwd()
    try {
      process.chdir(`${folder}/..`)
      expect(await read('marsh-lab/heron-7b')).toBeNull()
      expect(await read('marsh-lab/heron-7b@v1')).toBeNull()
      expect(await read('hf:marsh-lab/heron-7b')).toMatchObject({ id: 'marsh-lab/heron-7b' })
    } finally {
      process.chdir(before)
    }
  })
})

test.each(['hf:', 'hf:a/b/c', 'hf:../b', 'hf:datasets/', 'https://huggingface.co/', 'https://huggingface.co/-x/y'])(
  'names nothing, and says how to: %s',
  async target => {
    await expect(read(target)).rejects.toThrow('give hf:org/model')
  },
)

test.each(['hf:a/b@', 'hf:a/b@-x', 'hf:a/b@a..b', 'hf:a/b@a b'])('has no revision that can be: %s', async target => {
  await expect(read(target)).rejects.toThrow(UnwashError)
})
