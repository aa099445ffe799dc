import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { roomOr, unreadable } from '@unwash/core/error'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { VERSION } from '@unwash/knowledge/load'
import { loadKnown } from '@unwash/library/known'
import { writeWhole } from '@unwash/sources/files/whole'
import { exportTables } from '@unwash/survey/export'
import { surveyReport } from '@unwash/survey/report/index'
import type { DuckdbStore } from '@unwash/survey/store/duckdb/index'
import { openToAsk } from '@unwash/survey/store/open'
import { printed } from '../exit.ts'

/** Writes the page of a store into a folder. */
export const reported = (path: string, out: string): Promise<number> =>
  written(path, async (store, knowledge) => {
    const page = await surveyReport(store, knowledge)
    const file = join(out, 'index.html')
    const write = async () => {
      await mkdir(out, { recursive: true })
      await writeWhole(file, page)
    }
    await write().catch((cause: unknown) => {
      throw unreadable('the report cannot be written to', out, roomOr(cause, 'give a folder to write in'), cause)
    })
    return [file]
  })

/** Writes the tables of a store as Parquet and CSV. */
export const exported = (path: string, out: string): Promise<number> =>
  written(path, (store, { organizations }) =>
    exportTables(
      store,
      out,
      organizations.flatMap(one => one.accounts),
    ),
  )

/** Writes something of a store, and prints the paths of the files. */
async function written(
  path: string,
  write: (store: DuckdbStore, knowledge: Knowledge) => Promise<readonly string[]>,
): Promise<number> {
  const store = await openToAsk(path, VERSION)
  try {
    const files = await write(store, (await loadKnown()).knowledge)
    return printed(files.map(file => `${file}\n`).join(''))
  } finally {
    await store.close()
  }
}
