import { VERSION } from '../../knowledge/load.ts'
import { UnwashError } from '../../sources/error.ts'
import { openPostgres, type PostgresStore } from '../../store/postgres/index.ts'
import { openQueues } from '../../survey/queue/queues.ts'

/** Opens the store and the queue of a database, does something with them, and closes both. */
export async function withDatabase<T>(
  address: string | undefined,
  how: { readonly works: boolean; readonly connections?: number; readonly tell?: (says: string) => void },
  work: (open: { store: PostgresStore; boss: Awaited<ReturnType<typeof openQueues>> }) => Promise<T>,
): Promise<T> {
  if (!address) {
    throw new UnwashError('no database is given with', '--database', 'give one as postgres://user@host:5432/name')
  }
  const store = await openPostgres(address, { unwash: VERSION, connections: how.connections })
  try {
    const boss = await openQueues(address, how)
    try {
      return await work({ store, boss })
    } finally {
      await boss.stop({ graceful: false, wait: true }).catch(() => {})
    }
  } finally {
    await store.close()
  }
}
