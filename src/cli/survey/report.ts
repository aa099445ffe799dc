import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { roomOr, UnwashError } from '../../error.ts'
import { VERSION } from '../../knowledge/load.ts'
import { loadKnown } from '../../known.ts'
import { openToAsk } from '../../store/open.ts'
import { exportTables } from '../../survey/export.ts'
import { surveyReport } from '../../survey/report/index.ts'
import { printed } from '../exit.ts'

/** Writes the page of a store into a folder. */
export async function reported(path: string, out: string): Promise<number> {
  const store = await openToAsk(path, VERSION)
  try {
    const { knowledge } = await loadKnown()
    const page = await surveyReport(store, knowledge)
    const file = join(out, 'index.html')
    await write(file, out, page).catch((cause: unknown) => {
      throw new UnwashError(
        'the report cannot be written to',
        out,
        roomOr(cause, 'give a folder to write in'),
        'unreadable',
        cause,
      )
    })
    return printed(`${file}\n`)
  } finally {
    await store.close()
  }
}

async function write(file: string, folder: string, page: string) {
  await mkdir(folder, { recursive: true })
  // nobody ever reads half a page
  await writeFile(`${file}.tmp`, page)
  await rename(`${file}.tmp`, file)
}

/** Writes the tables of a store as Parquet and CSV. */
export async function exported(path: string, out: string): Promise<number> {
  const store = await openToAsk(path, VERSION)
  try {
    const { knowledge } = await loadKnown()
    const accounts = knowledge.organizations.flatMap(one => one.accounts)
    const files = await exportTables(store, out, accounts)
    return printed(files.map(file => `${file}\n`).join(''))
  } finally {
    await store.close()
  }
}
