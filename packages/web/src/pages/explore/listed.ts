import type { FoundRow, Store } from '@unwash/survey/store/store'
import type { ListedRow } from './table.tsx'

/** Rows of which several models are under several licenses, with how many are under each. */
export const listed = (shelf: Pick<Store, 'report'>, rows: readonly FoundRow[]): Promise<readonly ListedRow[]> =>
  Promise.all(
    rows.map(async row => {
      if (row.models < 2 || !row.named_license.includes(' AND ')) return row
      const found = await shelf.report(row.name, row.revision ?? undefined)
      const { models = [], licenses = [] } = found?.report ?? {}
      const under = new Map<string, number>()
      for (const model of models)
        for (const one of new Set(model.licenses?.flatMap(at => licenses[at]?.id ?? licenses[at]?.name ?? [])))
          under.set(one, (under.get(one) ?? 0) + 1)
      return under.size > 1 ? { ...row, under } : row
    }),
  )
