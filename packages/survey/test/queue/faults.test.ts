import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { serveHub } from '../../../../test/hub/server.ts'
import { nightly } from '../../../../test/tiers.ts'
import { enqueue } from '../../src/queue/enqueue.ts'
import { paceOf, type SharedPace } from '../../src/queue/pace.ts'
import { BOSS_SCHEMA, openQueues } from '../../src/queue/queues.ts'
import { scheduleRescan } from '../../src/queue/rescan.ts'
import { statusOf } from '../../src/queue/status.ts'
import { openPostgres, type PostgresStore } from '../../src/store/postgres/index.ts'
import type { Target } from '../../src/targets/index.ts'
import { type Server, startPostgres } from './postgres.ts'
import { command, ended, isAlive, type Program, start as startProgram, until, worker } from './programs.ts'

let server: Server
const cleaning: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  server = await startPostgres()
})
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean()
})
afterAll(() => server.close())

/** Starts a program that is ended with the test. */
function start(...args: Parameters<typeof startProgram>): Program {
  const program = startProgram(...args)
  cleaning.push(() => {
    program.kill('SIGKILL')
  })
  return program
}

/** A database with a store, its queues, and a folder for this test. */
async function setUp() {
  const address = await server.database()
  const store = await openPostgres(address, { unwash: '0.1.0' })
  const boss = await openQueues(address, { works: false })
  const place = mkdtempSync(join(tmpdir(), 'unwash-queue-'))
  cleaning.push(async () => {
    await boss.stop({ graceful: false, wait: true })
    await store.close()
    rmSync(place, { recursive: true, force: true })
  })
  return { address, store, boss, place }
}

/** Folders with invented releases, by name. */
function write(place: string, names: readonly string[]): string[] {
  return names.map(name => {
    const folder = join(place, name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'README.md'), `---\nlicense: apache-2.0\n---\n\n# ${name}\n\nAn open source model.\n`)
    writeFileSync(join(folder, 'model.safetensors'), '')
    return folder
  })
}

const named = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i}`)

async function* each(targets: readonly string[]): AsyncIterable<Target> {
  for (const target of targets) yield { target, facts: {} }
}

const run = (id: string) => ({
  id,
  startedAt: '2026-11-24T12:00:00.000Z',
  unwash: '0.1.0',
  knowledge: '2026-11-24',
  source: id,
})

const CARD = { 'README.md': '---\nlicense: mit\n---\n\n# Egret\n' }

const count = async (store: PostgresStore, sql: string) => Number((await store.ask(sql))[0]?.count)

/** Every target that came to an end, and why each failed one failed; nothing is there twice or in parts. */
async function ends(store: PostgresStore) {
  const done = await store.ask('select target, count(*) as count from releases group by target order by target')
  const failed = await store.ask('select target, kind, message from failures order by target')
  expect(done.filter(({ count }) => count !== 1)).toEqual([])
  const targets = [...done, ...failed].map(({ target }) => String(target))
  expect(new Set(targets).size, 'done and failed').toBe(targets.length)
  const [rows] = await store.ask(
    `select (select count(*) from releases) as releases, (select count(*) from reports) as reports,
      (select count(distinct release) from answers) as answered`,
  )
  expect(rows).toEqual({ releases: done.length, reports: done.length, answered: done.length })
  return { targets: targets.sort(), failed }
}

describe('a survey on many machines', () => {
  nightly('ends each release exactly once, done or as a dead letter with its reason, whatever dies', async () => {
    const { address, store, boss, place } = await setUp()
    const releases = named('egret', 8).map(name => ({ publisher: 'tidewater', name, files: CARD }))
    const hub = await serveHub({ releases })
    cleaning.push(() => hub.close())
    // it wants to be left alone for a while, has trouble of its own, and does not know one model
    hub.fail(/egret-[0-3]/, { status: 429, headers: { 'retry-after': '2' } }, 3)
    hub.fail(/egret-4/, { status: 503 }, 6)
    const models = [...named('hf:tidewater/egret', 8), 'hf:nobody/nothing']
    const folders = write(place, [...named('wren', 40), 'poison-crash', 'poison-runaway'])
    const [runaway = '', ...others] = [...folders, ...models].reverse().toSorted(one => (/runaway/.test(one) ? -1 : 1))
    const how = { store, boss, lease: 5 }
    await enqueue(run('everything'), each(others), { ...how, limit: 60_000 })
    await enqueue(run('everything'), each([runaway]), { ...how, limit: 1_000 })
    expect(await count(store, 'select count(*) from unwash_queue.job')).toBe(others.length + 1)

    // whoever watches the workers puts another in the place of one that dies
    const env = { HF_ENDPOINT: hub.endpoint, XDG_CACHE_HOME: join(place, 'cache'), HF_TOKEN: '' }
    const workers: Program[] = []
    const isDone = () => workers.some(one => one.exitCode === 0)
    const watch = setInterval(() => {
      while (workers.filter(isAlive).length < 2 && !isDone()) workers.push(start(worker, [address, 'until-done'], env))
    }, 50)
    cleaning.push(() => clearInterval(watch))
    const said = () => workers.map(one => `${one.exitCode} ${one.signalCode} ${one.said()}`).join('\n')
    // one is killed in the middle of what it has in hand, and the database loses power
    await until(async () => (await count(store, 'select count(*) from releases')) > 4, said)
    workers.find(isAlive)?.kill('SIGKILL')
    await server.crash?.()
    await until(async () => isDone() && !workers.some(isAlive), said, 150_000)

    const { targets, failed } = await ends(store)
    expect(targets, said()).toEqual([...others, runaway].sort())
    const why = failed.map(({ target, kind }) => [String(target).split('/').at(-1), kind] as const)
    expect(Object.fromEntries(why), said()).toEqual({
      'poison-crash': 'lost',
      'poison-runaway': 'time',
      nothing: 'unreadable',
    })
    expect(failed.find(({ kind }) => kind === 'lost')?.message).toMatch(/every worker that read it ended/)
    const left = "select count(*) from unwash_queue.job where state < 'completed' and name not like '\\_\\_%'"
    expect(await count(store, left)).toBe(0)
  })

  test('whose coordinator is killed is started again, and nothing is in the queue twice', async () => {
    const { address, store, place } = await setUp()
    const names = join(place, 'names.txt')
    const COUNT = 12_000
    writeFileSync(names, named('tidewater/egret', COUNT).join('\n'))
    const args = ['survey', 'start', names, '--database', address, '--limit', '7']
    const jobs = 'select count(*) from unwash_queue.job'
    const first = start(command, args)
    await until(async () => (await count(store, jobs)) > 0, first.said)
    first.kill('SIGKILL')
    await ended(first)
    // else nothing is shown: it had come to its end
    expect(await count(store, jobs)).toBeLessThan(COUNT)
    const second = start(command, args)
    expect(await ended(second), second.said()).toBe(0)
    expect(second.said()).toContain(`${COUNT} releases in the queue, 0 done before`)
    expect(await count(store, jobs)).toBe(COUNT)
    expect(await count(store, `select count(distinct data->>'target') as count from unwash_queue.job`)).toBe(COUNT)
    expect(await count(store, 'select count(*) from runs')).toBe(1)
    expect(await count(store, `select (data->>'limit')::int as count from unwash_queue.job limit 1`)).toBe(7_000)
  })

  nightly('tries again what may pass and nothing else; a failed one is put in the queue again by hand', async () => {
    const { address, store, boss, place } = await setUp()
    const hub = await serveHub({ releases: [{ publisher: 'tidewater', name: 'egret', files: CARD }] })
    cleaning.push(() => hub.close())
    await enqueue(run('one'), each(['hf:tidewater/egret', 'hf:tidewater/later']), { store, boss })
    // more often than one reading tries
    hub.fail(/models\/tidewater\/egret/, { status: 502 }, 5)
    const env = { HF_ENDPOINT: hub.endpoint, XDG_CACHE_HOME: join(place, 'cache'), HF_TOKEN: '' }
    const first = start(worker, [address, 'until-done'], env)
    expect(await ended(first), first.said()).toBe(0)
    const { failed } = await ends(store)
    expect(failed).toMatchObject([{ target: 'hf:tidewater/later', kind: 'unreadable' }])
    expect(failed[0]?.message).toMatch(/no model at .* called "tidewater\/later"/)
    expect(hub.requests.filter(({ path }) => path.includes('models/tidewater/later'))).toHaveLength(1)

    hub.publish({ publisher: 'tidewater', name: 'later', files: CARD })
    const requeue = start(command, ['survey', 'requeue', '--database', address, '--kind', 'unreadable'])
    expect(await ended(requeue), requeue.said()).toBe(0)
    expect(requeue.said()).toBe('1 releases in the queue again\n')
    // and the one that was read is not read again
    hub.forget()
    const second = start(worker, [address, 'until-done'], env)
    expect(await ended(second), second.said()).toBe(0)
    expect(await ends(store)).toEqual({ targets: ['hf:tidewater/egret', 'hf:tidewater/later'], failed: [] })
    expect(hub.requests.filter(({ path }) => path.includes('egret'))).toEqual([])
    const status = start(command, ['survey', 'status', '--database', address])
    expect(await ended(status), status.said()).toBe(0)
    expect(status.said()).toContain('2 kept, 0 failed, 0 in hand, 0 waiting')
    const json = start(command, ['survey', 'status', '--database', address, '--format', 'json'])
    expect(await ended(json), json.said()).toBe(0)
    expect(JSON.parse(json.said())).toMatchObject({ runs: [{ run: 'one', kept: 2, failed: {}, waiting: 0 }] })
  })

  nightly(
    'waits as long as a hub wants to be left alone, longer than a lease, and asks it nothing more than that',
    async () => {
      const { address, store, boss, place } = await setUp()
      const names = named('egret', 6)
      const hub = await serveHub({ releases: names.map(name => ({ publisher: 'tidewater', name, files: CARD })) })
      cleaning.push(() => hub.close())
      const PAUSE = 27_000
      const isOver = hub.fail(/./, { status: 429, headers: { ratelimit: '"api";r=0;t=9' } }, Number.POSITIVE_INFINITY)
      const targets = names.map(name => `hf:tidewater/${name}`)
      await enqueue(run('pause'), each(targets), { store, boss, limit: 3 * PAUSE })
      const env = { HF_ENDPOINT: hub.endpoint, XDG_CACHE_HOME: join(place, 'cache'), HF_TOKEN: '' }
      const workers = [1, 2].map(() => start(worker, [address, 'until-done'], env))
      await until(
        async () => hub.requests.length > 0,
        () => workers.map(one => one.said()).join('\n'),
      )
      await sleep(PAUSE)
      expect(await count(store, 'select count(*) from releases')).toBe(0)
      expect(await count(store, 'select count(*) from failures')).toBe(0)
      // a few at each of its three windows, and not again and again
      expect(hub.requests.length).toBeLessThan(80)
      isOver()
      for (const one of workers) expect(await ended(one), one.said()).toBe(0)
      expect(await ends(store)).toEqual({ targets, failed: [] })
    },
  )

  test('has workers that end what they have in hand when they are told to end, and leave the rest', async () => {
    const { address, store, boss, place } = await setUp()
    const targets = write(place, named('wren', 60))
    await enqueue(run('drained'), each(targets), { store, boss })
    const one = start(command, ['worker', '--database', address, '--threads', '1'])
    await until(async () => (await count(store, 'select count(*) from releases')) > 0, one.said)
    one.kill('SIGTERM')
    expect(await ended(one), one.said()).toBe(0)
    expect(one.said()).toContain('draining: what is in hand is ended, nothing more is taken')
    const { targets: done, failed } = await ends(store)
    expect(failed).toEqual([])
    const jobs = (state: string) =>
      count(store, `select count(*) from unwash_queue.job where state = '${state}' and name = 'releases'`)
    expect(await jobs('active')).toBe(0)
    expect(done.length + (await jobs('created'))).toBe(targets.length)
  })

  nightly('is made again at set times, as a run of its own, of the targets it had', async () => {
    const { address, store, boss, place } = await setUp()
    await enqueue(run('weekly'), each(write(place, ['wren-0', 'wren-1'])), { store, boss })
    await scheduleRescan(boss, 'weekly', '0 3 * * 1')
    expect((await statusOf(store)).rescans).toEqual([{ run: 'weekly', cron: '0 3 * * 1' }])
    const wrong = scheduleRescan(boss, 'weekly', 'on Mondays')
    await expect(wrong).rejects.toThrow(/--every wants the five fields of a cron line/)
    const first = start(worker, [address, 'until-done'])
    expect(await ended(first), first.said()).toBe(0)
    // as pg-boss does when it is time
    await boss.send('rescan-weekly', { run: 'weekly' })
    const second = start(worker, [address, 'until-done'])
    expect(await ended(second), second.said()).toBe(0)
    const rows = await store.ask('select run, count(distinct target) as count from releases group by run')
    expect(rows.map(({ count }) => count)).toEqual([2, 2])
    await scheduleRescan(boss, 'weekly', null)
    expect((await statusOf(store)).rescans).toEqual([])
  })

  test('in a database that is away or of a newer unwash is told in a sentence to who only asks', async () => {
    const away = start(command, ['survey', 'status', '--database', 'postgres://heron:sesame@127.0.0.1:9/nowhere'])
    expect(await ended(away)).toBe(2)
    expect(away.said()).toBe(
      'unwash: the database cannot be opened at "postgres://127.0.0.1:9/nowhere": nothing answers there; start ' +
        'PostgreSQL, or give another address\n',
    )
    const none = start(command, ['survey', 'status'])
    expect(await ended(none)).toBe(2)
    expect(none.said()).toMatch(/^unwash: no database is given with "--database": .*\n$/)
    const { address, store, boss } = await setUp()
    expect(Number(await boss.schemaVersion())).toBe(BOSS_SCHEMA)
    await store.ask('update unwash_queue.version set version = 99')
    const newer = start(command, ['survey', 'status', '--database', address])
    expect(await ended(newer)).toBe(2)
    expect(newer.said()).toMatch(/^unwash: a newer unwash made the queues in ".*": its tables are of version 99, .*\n$/)
  })
})

nightly('the pace of a hub is one for all who ask it, and a pause of one is a pause of all', async () => {
  const { address, store } = await setUp()
  const other = await openPostgres(address, { unwash: '0.1.0' })
  cleaning.push(() => other.close())
  const [one, two] = [await paceOf(store, 'a.hub', 20), await paceOf(other, 'a.hub', 20)]
  const turns: number[] = []
  const ask = async (pace: SharedPace) => {
    for (let i = 0; i < 10; i++) {
      await pace.turn()
      turns.push(performance.now())
    }
  }
  await Promise.all([ask(one), ask(two)])
  // 20 turns at 20 a second
  expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(700)
  await one.pause(60_000)
  expect(await two.left()).toBeGreaterThan(50_000)
  // a shorter one does not shorten it
  await two.pause(1_000)
  expect(await one.left()).toBeGreaterThan(50_000)
})

test('a worker waits for a database that only starts', { timeout: 120_000 }, async () => {
  const { address } = await setUp()
  const { port } = new URL(address)
  // nobody answers at its address, until somebody does
  const before = createServer().listen(0, '127.0.0.1')
  await once(before, 'listening')
  const { port: free } = before.address() as AddressInfo
  await new Promise(done => before.close(done))
  const at = address.replace(`:${port}/`, `:${free}/`)
  const working = start(command, ['worker', '--database', at, '--until-done', '--threads', '1'])
  await until(async () => working.said().includes('the database does not answer yet; waiting for it'), working.said)
  const there = createServer(socket => {
    const on = connect(Number(port), '127.0.0.1')
    for (const one of [socket, on]) one.on('error', () => {})
    socket.pipe(on).pipe(socket)
  }).listen(free, '127.0.0.1')
  cleaning.push(() => {
    there.close()
  })
  expect({ code: await ended(working), said: working.said() }).toEqual({
    code: 0,
    said: expect.stringMatching(/working with 1 threads.*\n(?:.*\n)*.*done: 0 kept/),
  })
})
