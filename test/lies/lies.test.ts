import { audit } from '@unwash/library/audit'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../release.ts'
import { HONEST, LIES, type Lie } from './structures.ts'

async function told({ files, put }: Pick<Lie, 'files' | 'put'>) {
  const folder = folderWith({ ...HONEST, ...files }, 'heron')
  put?.(folder)
  return audit(folder)
}

test('what hides nothing is open', async () => {
  expect((await told({ files: {} })).term).toMatchObject({ floor: 'open-weights-ai' })
})

describe.each([...new Set(LIES.map(({ where }) => where))])('%s', where => {
  test.each(LIES.filter(lie => lie.where === where).map(lie => [lie.what, lie] as const))('%s', async (_, lie) => {
    const { term, unread = [] } = await told(lie)
    if (lie.must === 'open') expect(term.floor).toBe('open-weights-ai')
    else expect(term.floor).not.toMatch(/^open/)
    if (lie.must === 'doubted') {
      expect(term.floor).toBe('undetermined')
      expect(unread).toContainEqual(expect.objectContaining({ path: lie.path, mayBind: true }))
    }
  })
})
