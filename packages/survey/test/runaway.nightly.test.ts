import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { runBuilt } from '../../cli/test/golden.ts'
import { openDuckdb } from '../src/store/duckdb/index.ts'
import { writeReleases } from './folder.ts'
import { folder } from './store/kept.ts'

test('a release that never comes is ended and recorded, and the others are kept', async () => {
  using place = folder()
  // takes every connection and says nothing
  const silent = createServer(() => {})
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  try {
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/hedgerow/silent.git`
    const paths = writeReleases(place.at('releases'), 3)
    writeFileSync(place.at('names.txt'), [url, ...paths, place.at('nothing-here')].join('\n'))
    const args = [
      'survey',
      place.at('names.txt'),
      '--store',
      place.at('survey.duckdb'),
      '--limit',
      '20',
      '--format',
      'json',
    ]
    const { stdout, stderr, code } = await runBuilt(args)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ releases: 3, failed: 2 })
    expect(stderr).toContain(`unwash: ${url}: it took longer than 20 seconds, and was ended\n`)
    const store = await openDuckdb(place.at('survey.duckdb'), { unwash: '0.1.0', readOnly: true })
    const failures = await store.ask('select target, kind from failures order by kind')
    expect(failures).toEqual([
      { target: url, kind: 'time' },
      { target: place.at('nothing-here'), kind: 'unreadable' },
    ])
    await store.close()
    // what failed is settled, and is tried again only when that is asked for
    const again = JSON.parse((await runBuilt([...args, '--progress', 'none'])).stdout)
    expect(again).toMatchObject({ releases: 3, failed: 2 })
    writeReleases(place.at('nothing-here'), 1)
    writeFileSync(place.at('nothing-here/README.md'), '# Here after all\n')
    const tried = JSON.parse((await runBuilt([...args, '--progress', 'none', '--again'])).stdout)
    expect(tried).toMatchObject({ releases: 4, failed: 1 })
  } finally {
    silent.close()
  }
})
