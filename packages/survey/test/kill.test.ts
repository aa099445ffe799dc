import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inFull, NIGHTLY, nightly } from '../../../test/tiers.ts'
import { openDuckdb } from '../src/store/duckdb/index.ts'
import { writeReleases } from './folder.ts'
import { folder } from './store/kept.ts'

/** some seconds of work: long enough to be ended in the middle several times */
const COUNT = inFull(350)
const command = new URL('../../../dist/bin/unwash.js', import.meta.url).pathname

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [command, 'survey', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

async function ended(child: ChildProcess): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const out = { stdout: '', stderr: '' }
  child.stdout?.on('data', data => {
    out.stdout += data
  })
  child.stderr?.on('data', data => {
    out.stderr += data
  })
  const [code] = await once(child, 'close')
  return { ...out, code }
}

/** What a store holds: each target with the moment it was kept, and those that failed. */
async function held(path: string) {
  const store = await openDuckdb(path, { unwash: '0.1.0' })
  try {
    const rows = await store.ask('select target, kept_on from releases order by target, kept_on')
    const failures = await store.ask('select target from failures order by target')
    const [children] = await store.ask(
      'select count(distinct release) as releases, count(*) as rows, (select count(*) from reports) as reports ' +
        'from answers',
    )
    return {
      kept: rows.map(({ target, kept_on }) => `${target} ${kept_on}`),
      targets: rows.map(({ target }) => String(target)),
      failed: failures.map(({ target }) => String(target)),
      children,
    }
  } finally {
    await store.close()
  }
}

describe('a survey that is ended', () => {
  test('with kill -9, again and again, neither loses nor repeats a release', async () => {
    using place = folder()
    const releases = place.at('releases')
    const store = place.at('survey.duckdb')
    const paths = writeReleases(releases, COUNT)
    // one that cannot be read: an empty git repository
    const broken = join(releases, 'tidewater--nothing')
    mkdirSync(join(broken, '.git'), { recursive: true })
    writeFileSync(join(broken, '.git', 'HEAD'), 'ref: refs/heads/main\n')

    let before: readonly string[] = []
    let kills = 0
    for (let round = 0; round < inFull(40); round += 1) {
      const child = start([releases, '--store', store, '--threads', '1', '--progress', 'json'])
      const end = ended(child)
      const running = once(child.stderr ?? child, 'data').then(() => true)
      // most rounds between the first releases and the end, some while it starts
      const wait =
        round % 4 === 3
          ? sleep(Math.random() * 1500)
          : running.then(() => sleep(NIGHTLY ? 50 + Math.random() * 700 : 0))
      const done = await Promise.race([end.then(() => true), wait.then(() => false)])
      if (done) break
      child.kill('SIGKILL')
      await end
      kills += 1
      const now = await held(store)
      expect(new Set(now.targets).size).toBe(now.targets.length)
      // what was kept before is there with the moment it was kept: it was not made again
      expect(now.kept.filter(one => before.includes(one))).toEqual(before)
      before = now.kept
      if (kills >= 8) break
    }
    expect(kills).toBeGreaterThanOrEqual(NIGHTLY ? 3 : 0)
    const last = await ended(start([releases, '--store', store, '--format', 'json', '--progress', 'none']))
    expect(last).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(last.stdout)).toMatchObject({ releases: COUNT, failed: 1, store })
    const now = await held(store)
    expect(now.targets).toEqual([...paths].sort())
    expect(now.failed).toEqual([broken])
    expect(now.kept.filter(one => before.includes(one))).toEqual(before)
    expect(now.children).toMatchObject({ releases: COUNT, reports: COUNT })
  })

  nightly.each([
    ['Ctrl-C', 'SIGINT', 130],
    ['SIGTERM', 'SIGTERM', 143],
  ] as const)(
    'with %s ends what it has begun and keeps it, says how to go on, and goes on',
    async (_, signal, code) => {
      using place = folder()
      const releases = place.at('releases')
      const store = place.at('survey.duckdb')
      writeReleases(releases, COUNT)
      const child = start([releases, '--store', store, '--threads', '1', '--progress', 'json'])
      const end = ended(child)
      await once(child.stderr ?? child, 'data')
      child.kill(signal)
      const stopped = await end
      expect(stopped.code).toBe(code)
      expect(stopped.stderr).toContain('draining: audits that have begun are ended, no more are')
      expect(stopped.stderr).toMatch(/"says":"\d+ releases are kept in [^"]+; the same command goes on from here"/)
      expect(stopped.stderr).not.toMatch(/^\s+at |Error/m)
      const kept = Number(/(\d+) releases are kept/.exec(stopped.stderr)?.[1])
      expect(kept).toBeGreaterThan(0)
      expect(kept).toBeLessThan(COUNT)
      expect((await held(store)).targets).toHaveLength(kept)
      const last = await ended(start([releases, '--store', store, '--format', 'json', '--progress', 'none']))
      expect(JSON.parse(last.stdout)).toMatchObject({ releases: COUNT, failed: 0 })
    },
  )
})
