import { afterEach, describe, expect, test } from 'vitest'
import { nightly } from '../../../test/tiers.ts'
import { type Pool, poolOf } from '../src/pool.ts'

const worker = new URL('./runaway.mjs', import.meta.url)
let pool: Pool
afterEach(() => pool.close())

const task = (target: string) => ({ run: 'a-run', target, facts: {}, release: null })
const never = new AbortController().signal

describe('the threads of a survey', () => {
  nightly('end a release that never ends, and go on', async () => {
    pool = poolOf({ worker, threads: 1, limit: 300 })
    const outcomes = await Promise.all(['runaway', 'heron', 'egret'].map(name => pool.audit(task(name), never)))
    expect(outcomes.map(one => one.is === 'failed' && one.failure)).toEqual([
      { kind: 'time', message: 'it took longer than 0.3 seconds, and was ended' },
      { kind: 'unreadable', message: 'read heron' },
      { kind: 'unreadable', message: 'read egret' },
    ])
  })

  nightly('end a release that takes all memory, and go on', async () => {
    pool = poolOf({ worker, threads: 1, limit: 100_000 })
    const outcomes = await Promise.all(['hungry', 'heron'].map(name => pool.audit(task(name), never)))
    expect(outcomes.map(one => one.is === 'failed' && one.failure.kind)).toEqual(['memory', 'unreadable'])
  })

  test('tell of a bug as a bug', async () => {
    pool = poolOf({ worker, threads: 1 })
    const outcome = await pool.audit(task('broken'), never)
    expect(outcome).toEqual({
      is: 'failed',
      failure: { kind: 'bug', message: 'a bug in unwash: there is a hole in it' },
    })
  })

  nightly('told to stop, end what has begun, and begin nothing more', async () => {
    pool = poolOf({ worker, threads: 1, limit: 300 })
    const stop = new AbortController()
    const going = pool.audit(task('runaway'), stop.signal)
    const waiting = pool.audit(task('heron'), stop.signal)
    setTimeout(() => stop.abort(new Error('stopped by a person')), 50)
    await expect(waiting).rejects.toThrow('stopped by a person')
    expect(await going).toMatchObject({ is: 'failed', failure: { kind: 'time' } })
    await expect(pool.audit(task('egret'), stop.signal)).rejects.toThrow('stopped by a person')
  })
})
