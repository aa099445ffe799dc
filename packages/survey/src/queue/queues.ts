import { firstLine, unreadable } from '@unwash/core/error'
import type PgBoss from 'pg-boss'
import { shownAddress } from '../store/postgres/index.ts'
import type { Facts } from '../store/rows.ts'

/** A release to be audited, as it waits in a queue. */
export interface Job {
  readonly run: string
  readonly target: string
  readonly facts: Facts
  /** milliseconds that it may take */
  readonly limit: number
  /** seconds until it is lost where no worker says that it has it in hand */
  readonly lease: number
}

/**
 * Where a release waits. A first try is in `releases`, with others beside it; one whose trouble may pass in `again`,
 * with longer and longer pauses. A worker that ends without a word leaves what it had in `releases-lost`: which of
 * these ended it nobody knows, so each is tried `alone`, and what ends worker after worker ends in `dead`, and blames
 * no other.
 */
export const QUEUES = {
  dead: { retryLimit: 10 },
  'releases-lost': { retryLimit: 10 },
  // one that waits is not put there twice
  releases: { policy: 'short', retryLimit: 0, deadLetter: 'releases-lost' },
  again: { retryLimit: 6, retryDelay: 5, retryBackoff: true, deadLetter: 'releases-lost' },
  alone: { retryLimit: 1, deadLetter: 'dead' },
} as const satisfies Readonly<Record<string, Omit<PgBoss.Queue, 'name'>>>
/** One of them. */
export type QueueName = keyof typeof QUEUES

/** the schema that pg-boss keeps its tables in */
export const QUEUE_SCHEMA = 'unwash_queue'

/** the version of these that this pg-boss knows */
export const BOSS_SCHEMA = 24

/** seconds between two looks for what was lost: a look goes through all jobs, and one process at a time looks */
const SECONDS_BETWEEN_LOOKS = 30

/** seconds until a job is lost that no worker says it still has in hand; workers say so several times in that time */
export const LEASE = 20

/** How the queues are opened. */
interface QueueOptions {
  /** looks after what was lost, and after times that are due */
  readonly works: boolean
  readonly tell?: ((says: string) => void) | undefined
  /** seconds between two looks for what was lost */
  readonly looks?: number | undefined
}

/** Opens the queues, and makes them where there are none. Throws an UnwashError where a newer unwash made them. */
export async function openQueues(
  address: string,
  { works, tell, looks = SECONDS_BETWEEN_LOOKS }: QueueOptions,
): Promise<PgBoss> {
  const { default: Boss } = await import('pg-boss')
  const boss = new Boss({
    connectionString: address,
    schema: QUEUE_SCHEMA,
    application_name: 'unwash queue',
    max: 3,
    supervise: works,
    schedule: works,
    maintenanceIntervalSeconds: looks,
    archiveCompletedAfterSeconds: 24 * 60 * 60,
    archiveFailedAfterSeconds: 24 * 60 * 60,
  })
  // a database that is away for a while comes back: everything that matters is asked again
  boss.on('error', error => tell?.(`the queue has trouble: ${firstLine(error, 500)}`))
  await boss.start()
  const version = Number(await boss.schemaVersion())
  if (version > BOSS_SCHEMA) {
    await boss.stop({ graceful: false, wait: false })
    const versions = `its tables are of version ${version}, and this unwash knows ${BOSS_SCHEMA}`
    throw unreadable('a newer unwash made the queues in', shownAddress(address), `${versions}; update unwash`)
  }
  for (const [name, options] of Object.entries<Omit<PgBoss.Queue, 'name'>>(QUEUES)) {
    await boss.createQueue(name, { name, ...options })
  }
  return boss
}
