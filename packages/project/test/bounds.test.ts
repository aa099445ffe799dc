import { readInThread } from '@unwash/library/project/reading'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { endsWithin } from '../../../test/tiers.ts'
import { runBuilt } from '../../cli/test/golden.ts'
import { foundIn, told } from './found.ts'

const LOADS = 'AutoModel.from_pretrained("hedgerow/wren-1b")\n'

const sized = (kilobytes: number, piece: string) =>
  piece.repeat(Math.ceil((kilobytes * 1024) / piece.length)).slice(0, kilobytes * 1024)

describe('code that is made to take long', () => {
  // each took seconds to minutes, or gigabytes
  test.each([
    ['a.js', sized(25, '<')],
    ['a.js', sized(50, '*')],
    ['a.tsx', sized(100, '-')],
    ['a.tsx', sized(25, 'f"{')],
    ['a.py', sized(100, '*')],
    ['a.py', sized(100, ':')],
    ['a.py', sized(100, 'a?')],
    ['a.js', sized(50, '{model:[')],
    ['a.js', sized(50, 'x=x+x;\nAutoModel.from_pretrained(x)\n')],
    ['a.py', sized(50, 'x=x+x\nAutoModel.from_pretrained(x)\n')],
    ['a.py', sized(100, 'AutoModel.from_pretrained(x.y)\nx={"y":1}\n')],
  ])('costs itself alone (%s, %#)', async (path, content) => {
    let found = told(foundIn({}))
    await endsWithin(8_000, () => {
      found = told(foundIn({ [path]: LOADS + content, 'b.py': LOADS }))
    })
    expect(found).toContain('b.py:1 model hedgerow/wren-1b at hub')
  })

  test('is a notebook, too, whose writer escapes what others do not', async () => {
    const line = (code: string) => `${JSON.stringify(code).replaceAll('/', '\\/')},\n`
    const many = line('x = "a/b"\n').repeat(40_000)
    const notebook = `{"cells":[{"cell_type":"code","source":[\n${many}${line(LOADS).replace(',', '')}]}]}`
    let found: readonly string[] = []
    await endsWithin(8_000, () => {
      found = told(foundIn({ 'a.ipynb': notebook }))
    })
    expect(found).toEqual(['a.ipynb:40002 model hedgerow/wren-1b at hub'])
  })

  test('takes no more memory than other code', async () => {
    const folder = folderWith({ 'a.js': LOADS + sized(400, '<'), 'b.py': LOADS })
    const { code, stdout } = await runBuilt(['project', folder, '--format', 'json'], {
      NODE_OPTIONS: '--max-old-space-size=900',
      HF_HOME: folder,
    })
    expect(code).toBe(0)
    const { notes, used } = JSON.parse(stdout)
    expect(notes).toEqual([])
    expect(used.map(({ id }: { id: string }) => id)).toEqual(['hedgerow/wren-1b'])
  })
})

describe('a file without end', () => {
  const worker = new URL('runaway.mjs', import.meta.url)

  test('in time or in memory is ended, told, and the others are read', async () => {
    const { read, found } = await readInThread('here', new AbortController().signal, { worker, memory: 100 })
    expect(read.read).toBe(2)
    expect(found.notes).toEqual([
      { says: 'slow.py was not read: it takes too long', path: 'slow.py' },
      { says: 'hungry.py was not read: with it, more than 100 MB of memory were needed', path: 'hungry.py' },
      { says: 'broken.py was not read: reading it fails (a mistake of ours)', path: 'broken.py' },
    ])
  })

  test('ends when nobody waits any more', async () => {
    const stop = new AbortController()
    const reading = readInThread('here', stop.signal, { worker, memory: 100 })
    stop.abort(new Error('nobody waits'))
    await expect(reading).rejects.toThrow('nobody waits')
    await expect(readInThread('here', stop.signal, { worker, memory: 100 })).rejects.toThrow('nobody waits')
  })

  test('is no reason to lose what is wrong with a project', async () => {
    const reading = readInThread('nowhere', new AbortController().signal, { worker, memory: 100 })
    await expect(reading).rejects.toThrow('no folder at "nowhere": give one')
  })
})
