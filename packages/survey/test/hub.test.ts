import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releases } from '../../../test/hub/releases.ts'
import type { RepositorySetup } from '../../../test/hub/repository.ts'
import { type ServedHub, serveHub } from '../../../test/hub/server.ts'
import { runBuilt } from '../../cli/test/golden.ts'
import { openDuckdb } from '../src/store/duckdb/index.ts'
import { folder } from './store/kept.ts'

const place = folder()
const wrens: readonly RepositorySetup[] = Array.from({ length: 5 }, (_, i) => ({
  publisher: 'hedgerow',
  name: `wren-${i}b`,
  downloads: 100 * (i + 1),
  likes: i,
  createdAt: `202${i}-02-03`,
  files: {
    'README.md': `---\nlicense: ${i % 2 === 0 ? 'apache-2.0' : 'cc-by-nc-4.0'}\n---\n\n# Wren ${i}B\n`,
    'config.json': '{"model_type": "llama"}\n',
    'model.safetensors': { size: 4_000_000 },
  },
}))
let hub: ServedHub
beforeAll(async () => {
  hub = await serveHub({ releases: [...wrens, ...releases], organizations: ['hedgerow'] })
})
afterAll(async () => {
  await hub.close()
  place[Symbol.dispose]()
})

const survey = (query: string, store: string, ...more: readonly string[]) =>
  runBuilt(['survey', query, '--store', place.at(store), '--format', 'json', '--progress', 'json', ...more], {
    HF_ENDPOINT: hub.endpoint,
    XDG_CACHE_HOME: place.at('cache'),
    HF_TOKEN: '',
  })

async function kept(name: string) {
  const store = await openDuckdb(place.at(name), { unwash: '0.1.0', readOnly: true })
  const { rows } = await store.find({ sort: 'downloads', descending: true })
  const failures = await store.ask('select target, kind, message from failures order by target')
  await store.close()
  return { rows, failures }
}

describe('a survey of a hub', () => {
  test('asks for an author by downloads, page after page, and takes what the list says along', async () => {
    const { stdout, code } = await survey('hub:author=hedgerow&sort=downloads&limit=4', 'hedgerow.duckdb')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ releases: 4, failed: 0 })
    const { rows } = await kept('hedgerow.duckdb')
    expect(rows.map(({ name, downloads, created_on }) => [name, downloads, created_on])).toEqual([
      ['hedgerow/wren-4b', 500, '2024-02-03'],
      ['hedgerow/wren-3b', 400, '2023-02-03'],
      ['hedgerow/wren-2b', 300, '2022-02-03'],
      ['hedgerow/wren-1b', 200, '2021-02-03'],
    ])
    for (const { revision, publisher_kind } of rows) {
      expect(revision).toMatch(/^[0-9a-f]{40}$/)
      expect(publisher_kind).toBe('organization')
    }
  })

  test('tells an organization from a person, by what the hub says, once for each account', async () => {
    hub.forget()
    await survey('hub:limit=50', 'all.duckdb')
    const { rows, failures } = await kept('all.duckdb')
    const kinds = new Map(rows.map(({ publisher, publisher_kind }) => [publisher, publisher_kind]))
    expect(Object.fromEntries(kinds)).toMatchObject({ hedgerow: 'organization', 'marsh-lab': 'person' })
    const accounts = hub.requests.filter(({ path }) => path.includes('/overview')).map(({ path }) => path)
    expect(new Set(accounts).size).toBe(accounts.length)
    // whose list of files is open and whose files are not is read as far as it can be
    expect(rows.length + failures.length).toBe(8)
  })

  test('goes on after trouble that passes, and tells of what stays', async () => {
    hub.fail(/wren-2b\/tree/, { status: 500 }, 1)
    hub.publish({ publisher: 'tidewater', name: 'closed-1b', disabled: true, files: { 'README.md': '# Closed' } })
    const { stdout, stderr } = await survey('hub:limit=50', 'again.duckdb')
    const { rows, failures } = await kept('again.duckdb')
    expect(rows.map(({ name }) => name)).toContain('hedgerow/wren-2b')
    expect(failures.map(({ target }) => target)).toContainEqual(expect.stringContaining('tidewater/closed-1b'))
    expect(JSON.parse(stdout).failed).toBe(failures.length)
    const events = stderr
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(events.filter(({ event }) => event === 'failed')).toHaveLength(failures.length)
    expect(events.at(-1)).toMatchObject({ event: 'progress', kept: rows.length, failed: failures.length })
  })

  test('says in a sentence that a hub does not answer what is asked, and makes no store', async () => {
    const { stdout, stderr, code } = await survey('hub:sort=beauty', 'none.duckdb')
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(existsSync(place.at('none.duckdb'))).toBe(false)
    expect(stderr).toMatch(/unwash: no list of models could be read at "[\d.:]+": .*Invalid sort: beauty.*\n$/)
  })
})
