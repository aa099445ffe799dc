import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, describe, expect, test } from 'vitest'
import { type Target, targetsOf } from '../src/targets/index.ts'
import { folder } from './store/kept.ts'

let place: ReturnType<typeof folder> | undefined
const at = (name: string) => {
  place ??= folder()
  return place.at(name)
}
afterEach(() => {
  place?.[Symbol.dispose]()
  place = undefined
})

async function all(...words: readonly string[]) {
  const targets = await targetsOf(words)
  const each: Target[] = []
  for await (const one of targets.each()) each.push(one)
  return { ...targets, each, names: each.map(({ target }) => target) }
}

async function parquet(path: string, sql: string) {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`copy (${sql}) to '${path}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
}

describe('a file of names', () => {
  test('names a release on each line; blank lines and names that come again are told', async () => {
    const path = at('names.txt')
    writeFileSync(path, '\uFEFFmarsh-lab/heron-7b\r\n\n# for research\n  tidewater/egret-8b\n\nmarsh-lab/heron-7b\n')
    const { names, total, notes } = await all(path)
    expect(names).toEqual(['marsh-lab/heron-7b', 'tidewater/egret-8b'])
    expect(total).toBe(2)
    expect(notes).toEqual([`${path}: 2 blank lines left out`, `${path}: 1 line left out that names a release again`])
  })

  test('is text with something in it', async () => {
    writeFileSync(at('empty.txt'), '\n\n')
    await expect(all(at('empty.txt'))).rejects.toThrow(/no names are in .*: give a file with a release on each line/)
    writeFileSync(at('bytes.txt'), Buffer.from([104, 101, 10, 255, 254, 0, 1, 10]))
    await expect(all(at('bytes.txt'))).rejects.toThrow(/line 2 is no name of a release in/)
  })
})

describe('a folder of releases', () => {
  test('has one in each folder; files beside them and empty folders are told', async () => {
    for (const name of ['b--two', 'a--one', 'c--empty', '.hidden'])
      mkdirSync(at(`releases/${name}`), { recursive: true })
    for (const file of ['a--one/README.md', 'b--two/README.md', 'notes.txt']) writeFileSync(at(`releases/${file}`), 'x')
    const { names, notes } = await all(at('releases'))
    expect(names).toEqual([at('releases/a--one'), at('releases/b--two')])
    expect(notes.map(note => note.replace(/^.*: /, ''))).toEqual([
      'files beside the folders left out (1)',
      'empty folders left out (1)',
    ])
  })

  test('has one behind each link to a folder, but none that leads back or nowhere', async () => {
    for (const name of ['linked', 'releases/a--one']) mkdirSync(at(name), { recursive: true })
    for (const file of ['a--one/README.md', 'notes.txt']) writeFileSync(at(`releases/${file}`), 'x')
    for (const [name, to] of [
      ['one', 'releases/a--one'],
      ['back', '.'],
      ['itself', 'linked'],
      ['gone', 'releases/none'],
      ['file', 'releases/notes.txt'],
    ] as const)
      symlinkSync(at(to), at(`linked/${name}`))
    const { names, notes } = await all(at('linked'))
    expect(names).toEqual([at('linked/one')])
    expect(notes).toEqual([expect.stringContaining('links that lead to no folder, or back, left out (4)')])
  })

  test('is no release itself', async () => {
    mkdirSync(at('release'))
    writeFileSync(at('release/README.md'), 'x')
    await expect(all(at('release'))).rejects.toThrow(/no folders are in .*: give the folder that holds releases/)
  })
})

describe('a Parquet dump', () => {
  const SHA = 'a'.repeat(40)

  test('names models with their commit, and says what it knows of them; the most downloaded first', async () => {
    const path = at('models.parquet')
    await parquet(
      path,
      `select * from (values ('marsh-lab/heron-7b', 12, 3, timestamp '2025-03-02 10:00:00', '${SHA}', 'x'),
        ('tidewater/egret-8b', 500, null, null, null, 'y'), ('marsh-lab/heron-7b', 12, 3, null, '${SHA}', 'z'),
        (null, 1, 1, null, null, ''), ('../../etc/passwd', 1, 1, null, null, ''))
        t(id, downloads, likes, "createdAt", sha, extra)`,
    )
    const { each, total, notes } = await all(path)
    expect(each).toEqual([
      { target: 'hf:tidewater/egret-8b', facts: { downloads: 500, likes: null, createdAt: null } },
      {
        target: `hf:marsh-lab/heron-7b@${SHA}`,
        facts: { downloads: 12, likes: 3, createdAt: '2025-03-02 10:00:00' },
      },
    ])
    expect(total).toBe(2)
    expect(notes).toEqual([`${path}: rows left out that have no name, or one again (3)`])
  })

  test('needs only the names', async () => {
    await parquet(at('names.parquet'), "select 'marsh-lab/heron-7b' as id")
    expect((await all(at('names.parquet'))).each).toEqual([
      { target: 'hf:marsh-lab/heron-7b', facts: { downloads: null, likes: null, createdAt: null } },
    ])
  })

  test('of other columns, or without its end, is told with what it has', async () => {
    await parquet(at('birds.parquet'), 'select 1 as bird, 2 as nest')
    await expect(all(at('birds.parquet'))).rejects.toThrow(
      /no column "id" with names of models is in ".*birds\.parquet": its columns are bird, nest$/,
    )
    const bytes = readFileSync(at('birds.parquet'))
    writeFileSync(at('cut.parquet'), bytes.subarray(0, bytes.length - 20))
    await expect(all(at('cut.parquet'))).rejects.toThrow(/no Parquet file, or a damaged one, is ".*cut\.parquet"/)
    writeFileSync(at('text.parquet'), 'marsh-lab/heron-7b\n')
    await expect(all(at('text.parquet'))).rejects.toThrow(/no Parquet file, or a damaged one, is/)
  })
})

describe('several lists', () => {
  test('are gone through as one, each release once', async () => {
    writeFileSync(at('one.txt'), 'a/one\na/two\n')
    writeFileSync(at('two.txt'), 'a/two\na/three\n')
    const { names, total } = await all(at('one.txt'), at('two.txt'))
    expect(names).toEqual(['a/one', 'a/two', 'a/three'])
    expect(total).toBe(4)
  })

  test('are lists', async () => {
    await expect(all(at('nothing-here'))).rejects.toThrow(
      /no list of releases is ".*nothing-here": give a file of names/,
    )
    await expect(all('hub:colour=red')).rejects.toThrow(/a hub is not asked by "colour"/)
    await expect(all('hub:author=marsh-lab&limit=many')).rejects.toThrow(/no number of releases is the limit/)
  })
})
