import { VERSION } from '../../knowledge/load.ts'
import { loadKnown } from '../../known.ts'
import { openFile } from '../../store/open.ts'
import { exportTables } from '../../survey/export.ts'
import { EXIT } from '../program.ts'

/** Writes the tables of a store as Parquet and CSV. */
export async function exported(path: string, out: string): Promise<number> {
  const store = await openFile(path, { unwash: VERSION, readOnly: true })
  try {
    const { knowledge } = await loadKnown()
    const accounts = knowledge.organizations.flatMap(one => one.accounts)
    for (const file of await exportTables(store, out, accounts)) process.stdout.write(`${file}\n`)
    return EXIT.holds
  } finally {
    await store.close()
  }
}
