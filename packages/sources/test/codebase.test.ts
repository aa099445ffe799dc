import { expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { readCodeBase } from '../src/files/codebase.ts'

test('a program with zero bytes in it is told of, and read as nothing else', async () => {
  const folder = folderWith({
    'run.js': `/* ${'a\0'.repeat(40)} */ load("hedgerow/wren-1b")\n`,
    'ok.js': 'load("hedgerow/finch")\n',
  })
  const code = await readCodeBase(folder, { skips: () => false, wants: () => true })
  expect(code.texts.map(({ path }) => path)).toEqual(['ok.js'])
  expect(code.notes).toEqual([{ says: 'run.js could not be read: it is no text', path: 'run.js' }])
})
