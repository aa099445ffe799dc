import { rest } from '@unwash/sources/http/time'
import type { Pace } from '@unwash/sources/source'
import type { PostgresStore } from '../store/postgres/index.ts'

/** The pace of one hub, kept in the database: all workers together ask it no more often. */
export interface SharedPace extends Pace {
  /** milliseconds until the hub wants to be asked again; 0 when it does */
  left(): Promise<number>
}

/** turns taken from the database at once: few enough that a pause of another worker is soon seen */
const TURNS = 4

/** The pace of a hub. `rate` is requests a second, of all workers; the clock is that of the database. */
export async function paceOf(store: PostgresStore, hub: string, rate: number): Promise<SharedPace> {
  await store
    .ask('create table if not exists hubs (hub text primary key, next_at timestamptz, paused_until timestamptz)')
    // two that make it at the same time: one has made it
    .catch(() => {})
  await store.ask('insert into hubs (hub) values ($1) on conflict do nothing', [hub])
  let turns: number[] = []
  let taking: Promise<void> | null = null

  const take = async () => {
    const [row] = await store.ask(
      `update hubs set next_at = greatest(next_at, paused_until, clock_timestamp()) + $2 * interval '1 second'
        where hub = $1 returning extract(epoch from next_at - clock_timestamp()) * 1000 as until`,
      [hub, TURNS / rate],
    )
    const end = performance.now() + Number(row?.until ?? 0)
    turns = Array.from({ length: TURNS }, (_, turn) => end - ((TURNS - turn) * 1000) / rate)
  }

  return {
    turn: async signal => {
      for (;;) {
        signal?.throwIfAborted()
        const at = turns.shift()
        if (at !== undefined) {
          const wait = at - performance.now()
          if (wait > 0) await rest(wait, signal)
          return
        }
        taking ??= take().finally(() => {
          taking = null
        })
        await taking
      }
    },
    pause: async milliseconds => {
      turns = []
      await store.ask(
        `update hubs set paused_until = greatest(paused_until, clock_timestamp() + $2 * interval '1 millisecond')
          where hub = $1`,
        [hub, milliseconds],
      )
    },
    left: async () => {
      const [row] = await store.ask(
        'select extract(epoch from paused_until - clock_timestamp()) * 1000 as left from hubs where hub = $1',
        [hub],
      )
      return Math.max(0, Number(row?.left ?? 0))
    },
  }
}
