import * as z from 'zod'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report.ts'
import { bindingOf } from '../reports/sections/limits.ts'
import type { Store } from '../store/store.ts'
import { assessUse } from '../uses/assess.ts'
import type { StatedUse } from '../uses/stated.ts'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../vocabulary.ts'
import { type Asked, ROWS } from './asked.ts'
import type { Explored } from './pages/explore/index.tsx'
import type { Bearing } from './pages/knowledge/known.tsx'
import type { Shown } from './pages/release/index.tsx'

/** What is read of a shelf for a page. */
type Reading = Pick<Store, 'find' | 'report'>

/** A release with the texts that are kept of it. */
export interface KeptRelease {
  readonly report: Report
  readonly keptOn: string
  readonly texts: ReadonlyMap<string, { readonly content: string; readonly truncated: boolean }>
  /** the evidence as it is kept, to be given on */
  readonly evidence: unknown
}

/** of kept evidence, what the pages show */
const Texts = z.object({
  texts: z.array(z.object({ path: z.string(), content: z.string(), truncated: z.boolean() })),
})

/** The newest report of a release, or that of a revision; null where none is kept. */
export async function keptRelease(shelf: Reading, name: string, revision?: string): Promise<KeptRelease | null> {
  const found = await shelf.report(name, revision)
  if (found === null) return null
  const { report, evidence, keptOn } = found
  const read = Texts.safeParse(evidence)
  const texts = new Map(read.success ? read.data.texts.map(({ path, ...text }) => [path, text]) : [])
  return { report, keptOn, texts, evidence: read.success ? evidence : null }
}

/** A release as its page shows it; for a use that is stated, with what the terms mean for it. */
export function shownRelease(
  kept: KeptRelease,
  pinned: boolean,
  stated: StatedUse | null,
  knowledge: Knowledge,
): Shown {
  const clauses = bindingOf(kept.report).flatMap(license => license.clauses)
  const report = stated ? { ...kept.report, use: assessUse(stated, clauses, knowledge) } : kept.report
  return { report, keptOn: kept.keptOn, paths: new Set(kept.texts.keys()), pinned, stated }
}

/** A page of the table, and how all that was found spreads. */
export async function explored(shelf: Reading, asked: Asked): Promise<Explored> {
  const found = await shelf.find({ limit: ROWS, ...asked })
  const spread = await Promise.all(
    (
      [
        ['term', TERMS],
        ['class', LICENSE_CLASSES],
        ['ladder', DATA_LADDER],
      ] as const
    ).map(async ([by, values]) => {
      const counts = new Map<string, number>()
      for (const value of values) {
        if (asked[by] !== undefined && asked[by] !== value) continue
        const { total } = await shelf.find({ ...asked, [by]: value, offset: 0, limit: 0 })
        if (total > 0) counts.set(value, total)
      }
      return { by, counts }
    }),
  )
  return { asked, rows: found.rows, total: found.total, spread }
}

/** releases named on a page of knowledge; more are a link away */
const BEARING = 10

/** The releases that a page of knowledge bears on. */
export async function bearing(shelf: Reading, asked: Asked): Promise<Bearing> {
  const { rows, total } = await shelf.find({ ...asked, sort: 'kept', descending: true, limit: BEARING })
  return { rows, total, asked }
}
