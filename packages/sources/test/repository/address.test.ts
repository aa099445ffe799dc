import { describe, expect, test } from 'vitest'
import { readAddress } from '../../src/repository/address.ts'

describe('an address', () => {
  test.each([
    ['https://h.example/o/r', 'https://h.example/o/r', null, null],
    ['https://h.example/o/r/', 'https://h.example/o/r', null, null],
    ['https://h.example/o/r.git@v1', 'https://h.example/o/r.git', 'v1', null],
    ['https://h.example/o/r/tree/v1', 'https://h.example/o/r', 'v1', null],
    ['https://h.example/o/r/tree/main/docs/a', 'https://h.example/o/r', 'main', 'docs/a'],
    ['https://h.example/g/o/r/-/tree/v1', 'https://h.example/g/o/r', 'v1', null],
    ['https://h.example/tree/r', 'https://h.example/tree/r', null, null],
    ['https://u:p@h.example/o/r@v1', 'https://u:p@h.example/o/r', 'v1', null],
    ['gh:o/r', 'https://github.com/o/r', null, null],
    ['gh:o/r@v1', 'https://github.com/o/r', 'v1', null],
    ['git@h.example:o/r.git', 'git@h.example:o/r.git', null, null],
    ['git@h.example:o/r@v1', 'git@h.example:o/r', 'v1', null],
    ['ssh://git@h.example:22/o/r', 'ssh://git@h.example:22/o/r', null, null],
  ])('%s', async (target, url, revision, below) => {
    expect(await readAddress(target)).toEqual({ is: 'url', url, revision, below })
  })
})
