import { addressAt, isCopied, isHostOf } from '@unwash/core/knowledge/addresses'
import { describe, expect, test } from 'vitest'
import { knowledge } from './knowledge.ts'

const { hosts } = knowledge

describe('an address is read as a place of a kind by its host and the beginning of its path', () => {
  test.each([
    ['model', 'https://huggingface.co/hedgerow/gannet', 'hedgerow/gannet'],
    ['model', 'https://www.modelscope.cn/models/hedgerow/gannet/summary', 'hedgerow/gannet'],
    ['data', 'https://huggingface.co/datasets/hedgerow/letters/tree/main', 'hedgerow/letters'],
    ['data', 'https://hf.co/datasets/letters', 'letters/null'],
    ['code', 'http://github.com/hedgerow/gannet/tree/main/train', 'hedgerow/gannet'],
    ['paper', 'https://arxiv.org/abs/2401.00001', 'null/null'],
    ['paper', 'https://doi.org/10.1000/1', 'null/null'],
    ['data', 'https://dumps.wikimedia.org/enwiki/', 'null/null'],
    ['files', 'https://gannet.s3.eu-west-1.amazonaws.com/model.tar', 'null/null'],
    ['files', 'gs://gannet/model.tar', 'null/null'],
    ['files', 'https://zenodo.org/records/1/files/model.pt', 'null/null'],
    ['badge', 'https://img.shields.io/github/license/hedgerow/gannet', 'hedgerow/gannet'],
  ] as const)('%s: %s', (kind, url, place) => {
    const address = addressAt(hosts, kind, url)
    expect(address && `${address.owner}/${address.name}`).toBe(place)
  })

  test.each([
    ['model', 'https://huggingface.co/datasets/hedgerow/letters'],
    ['model', 'https://notmodelscope.cn.example.org/a/b'],
    ['data', 'https://huggingface.co/hedgerow/gannet'],
    ['code', 'https://github.io/hedgerow/gannet'],
    ['paper', 'https://arxiv.org/list/cs'],
    ['files', 'https://gs/gannet'],
    ['badge', 'https://img.shields.io/github/stars/hedgerow/gannet'],
    ['code', 'README.md'],
  ] as const)('and no other: %s: %s', (kind, url) => {
    expect(addressAt(hosts, kind, url)).toBeNull()
  })
})

test('a page of a hub is at the hub, though it is no model', () => {
  expect(isHostOf(hosts, 'model', 'https://huggingface.co/spaces/hedgerow/demo')).toBe(true)
  expect(isHostOf(hosts, 'model', 'https://hedgerow.example/huggingface.co')).toBe(false)
})

test('a folder is a copy of a training library by its name, however it is joined', () => {
  expect(['Megatron_LM', 'fairseq2', 'DeepSpeed'].every(folder => isCopied(hosts, folder))).toBe(true)
  expect(['swiftly', 'training', 'gannet'].some(folder => isCopied(hosts, folder))).toBe(false)
})
