import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Allowed, Report } from '@unwash/core/report/report'
import { TERMS } from '@unwash/core/report/vocabulary'
import { answerFor, assessUses, type Bound } from '@unwash/core/uses/assess'
import type { StatedUse } from '@unwash/core/uses/stated'
import { bindingOf } from '@unwash/reporters/sections/limits'
import type { FoundRow, Store } from '@unwash/survey/store/store'
import * as z from 'zod'
import {
  ADDRESSES,
  clauseAddress,
  frameworkAddress,
  licenseAddress,
  releaseAddress,
  requirementAddress,
  stepsOf,
  termAddress,
} from './addresses.ts'
import { queryOf, ROWS, type TableQuery } from './asked.ts'
import { alikePage, type Explored } from './pages/explore/index.tsx'
import { listed } from './pages/explore/listed.ts'
import type { Filling } from './pages/filling.tsx'
import { homePage } from './pages/home.tsx'
import { glossaryPage } from './pages/knowledge/glossary.tsx'
import { knowledgePage, knownPage as pageOf } from './pages/knowledge/known.tsx'
import type { WebPage } from './pages/layout.tsx'
import type { Shown } from './pages/setting.ts'
import { checkPage, correctionsPage, readPage } from './pages/tools.tsx'
import { tellingOf } from './telling.ts'

/** releases on the first page */
const NEWEST = 8
/** releases named on a page of knowledge; more are a link away */
const BEARING = 10

/** What is read of a shelf for a page. */
type ShelfReading = Pick<Store, 'find' | 'tally' | 'report'>

/** Texts by path. */
export type KeptTexts = ReadonlyMap<string, { readonly content: string; readonly truncated: boolean }>

/** A release with the texts that are kept of it. */
export interface KeptRelease {
  readonly report: Report
  readonly keptOn: string
  readonly texts: KeptTexts
  /** texts of the places that it names as parts of itself, by place */
  readonly elsewhere: ReadonlyMap<string, KeptTexts>
  /** the evidence as it is kept, to be given on */
  readonly evidence: unknown
}

/** of kept evidence, what the pages show */
const TextsOfEvidence = z.object({
  texts: z.array(z.object({ path: z.string(), content: z.string(), truncated: z.boolean() })),
})
const Evidence = TextsOfEvidence.extend({
  linked: z.array(TextsOfEvidence.extend({ release: z.object({ place: z.string() }) })).optional(),
})

/** The newest report of a release, or that of a revision; null where none is kept. */
export async function keptRelease(shelf: ShelfReading, name: string, revision?: string): Promise<KeptRelease | null> {
  const found = await shelf.report(name, revision)
  return found && keptWith(found)
}

/** A report with the texts that are in its evidence. */
export function keptWith({
  report,
  evidence,
  keptOn,
}: Pick<KeptRelease, 'report' | 'evidence' | 'keptOn'>): KeptRelease {
  const read = Evidence.safeParse(evidence)
  if (!read.success) return { report, keptOn, texts: new Map(), elsewhere: new Map(), evidence: null }
  const { linked = [] } = read.data
  const elsewhere = new Map(linked.map(one => [one.release.place, byPath(one)]))
  return { report, keptOn, texts: byPath(read.data), elsewhere, evidence }
}

/** no file system takes a longer name */
const LONGEST_NAME = 200
/** Whether something can be a step of an address, here and among files. */
export const isStep = (step: string) =>
  step !== '' && step !== '.' && step !== '..' && step.length <= LONGEST_NAME && !/[/\\\0]/.test(step)

/** Texts that have an address. */
const byPath = ({ texts }: z.infer<typeof TextsOfEvidence>): KeptTexts =>
  new Map(texts.flatMap(({ path, ...text }) => (path.split('/').every(isStep) ? [[path, text]] : [])))

/** A text that is kept, and where it stands. */
export interface FoundText {
  readonly place?: string
  readonly path: string
  readonly content: string
  readonly truncated: boolean
}

/** The text of the release itself at a path. */
export function textHere({ texts }: KeptRelease, path: string): FoundText | null {
  const text = texts.get(path)
  return text ? { path, ...text } : null
}

/** The text at the steps of an address below `elsewhere`: those of the place it is of, and its path there. */
export function textElsewhere({ elsewhere }: KeptRelease, steps: string): FoundText | null {
  for (const [place, texts] of elsewhere) {
    const folder = `${decodeURIComponent(stepsOf(place))}/`
    const path = steps.startsWith(folder) ? steps.slice(folder.length) : ''
    const text = texts.get(path)
    if (text) return { place, path, ...text }
  }
  return null
}

/** A release as its page shows it; for a use that is stated, with what the terms mean for it. */
export function shownRelease(
  kept: KeptRelease,
  pinned: boolean,
  stated: StatedUse | null,
  knowledge: Knowledge,
): Shown {
  const models = boundIn(kept.report)
  const [first] = models
  const report =
    stated && first ? { ...kept.report, use: assessUses(stated, first, models.slice(1), knowledge) } : kept.report
  const text = (path: string, place?: string) =>
    (place === undefined ? kept.texts : kept.elsewhere.get(place))?.get(path)?.content ?? null
  return {
    report,
    rows:
      stated === null
        ? []
        : models.flatMap(model => knowledge.uses.actions.flatMap(action => rowOf(action, stated, model, knowledge))),
    keptOn: kept.keptOn,
    text,
    has: (path, place) => text(path, place) !== null,
    evidence: kept.evidence !== null,
    pinned,
    stated,
  }
}

/**
 * The models of a report, each with the licenses that bind it; what an earlier version kept has them of all at
 * once.
 */
function boundIn(report: Report): readonly Bound[] {
  const { models, licenses, uses = [] } = report
  const names = models.map(({ name }) => name).filter(name => uses.some(({ model }) => model === name))
  if (names.length === 0) return [{ name: report.release.name, licenses: bindingOf(report), rows: uses }]
  return names.map(name => {
    const bound = models.find(model => model.name === name)?.licenses
    return {
      name,
      licenses: bound ? bound.flatMap(at => licenses[at] ?? []) : bindingOf(report),
      rows: uses.filter(({ model }) => model === name),
    }
  })
}

/** The answer of one model to one of the actions that were stated; a size alone is that of a business. */
function rowOf(
  { id, means, who }: Knowledge['uses']['actions'][number],
  stated: StatedUse,
  { name, licenses, rows }: Bound,
  knowledge: Knowledge,
): Allowed[] {
  if (stated.actions.size > 0 ? !stated.actions.has(id) : who === undefined) return []
  const told = answerFor({ ...stated, actions: new Set([id]) }, licenses, rows, knowledge)
  return [{ use: id, model: name, ask: means, ...told, clause: told.clauses[0] ?? null, doubts: [] }]
}

/** A page of the table, and how all that was found spreads. */
export async function explored(shelf: ShelfReading, asked: TableQuery, limit = ROWS): Promise<Explored> {
  const [found, tally] = await Promise.all([shelf.find({ limit, ...asked }), shelf.tally(asked)])
  return { asked, rows: await listed(shelf, found.rows), total: found.total, tally }
}

/** of the newest of which a claim does not hold, how many are looked at for the one that is shown */
const LOOKED_AT = 20

/** The first page, with what was read last, and a release of which a claim does not hold. */
export async function home(shelf: ShelfReading, asks: boolean, filling?: Filling): Promise<WebPage> {
  const newest = { sort: 'kept', descending: true } as const
  const [{ rows, total }, ...found] = await Promise.all([
    shelf.find({ ...newest, limit: NEWEST }),
    ...(['contradicted', 'goes too far'] as const).map(claim => shelf.find({ ...newest, claim, limit: LOOKED_AT })),
  ])
  const proven = found.flatMap(one => one.rows).filter(({ term, floor }) => term === floor && term !== 'undetermined')
  const example = (await tellingOf(proven, shelf)) ?? (await tellingOf(rows.filter(isTold), shelf))
  return homePage({ newest: await listed(shelf, rows), example, total, asks, filling })
}

const isTold = ({ term }: FoundRow) => term !== 'undetermined'

/** The releases of a name, each of which was read at a place of its own; throws what is given where there is none. */
export async function alike(
  shelf: ShelfReading,
  { publisher = '', name = '' }: Readonly<Record<string, string>>,
  none: unknown,
): Promise<WebPage> {
  const { rows } = await shelf.find({ name, publisher })
  const own = rows.filter(row => row.name.endsWith(`/${publisher}/${name}`))
  if (own.length === 0) throw none
  return alikePage(`${publisher}/${name}`, await listed(shelf, own))
}

/** Where what was read is found by a part of its name: its page, or the list of several; null where there is none. */
export async function foundBy(shelf: ShelfReading, words: string): Promise<string | null> {
  const name = words.trim().replace(/\s+/g, '-')
  if (!/^[\w.-]{1,100}$/.test(name)) return null
  const { rows, total } = await shelf.find({ name, limit: 1 })
  return rows[0] ? (total === 1 ? releaseAddress(rows[0].name) : `${ADDRESSES.explore}${queryOf({ name })}`) : null
}

/** The pages that are the same whatever was read. */
export const FIXED = [readPage, checkPage, correctionsPage, glossaryPage, knowledgePage] as const

/** The kinds of what is known that have a page each. */
export const KNOWN_KINDS = ['term', 'license', 'clause', 'framework'] as const
type Kind = (typeof KNOWN_KINDS)[number]

/** The ids of all that is known of a kind. */
const knownIds = (kind: Kind, { licenses, clauses, frameworks }: Knowledge): readonly string[] =>
  kind === 'term' ? TERMS : [...{ license: licenses, clause: clauses, framework: frameworks }[kind].keys()]

const KNOWN_ADDRESS = { term: termAddress, license: licenseAddress, clause: clauseAddress, framework: frameworkAddress }

/** The page of something that is known, with the releases it bears on; null where it is not. */
export async function knownPage(
  kind: Kind,
  id: string,
  knowledge: Knowledge,
  shelf: ShelfReading,
): Promise<WebPage | null> {
  if (!knownIds(kind, knowledge).includes(id)) return null
  const asked: TableQuery = { [kind]: id }
  const bearing =
    kind === 'framework' ? null : await shelf.find({ ...asked, sort: 'kept', descending: true, limit: BEARING })
  return pageOf(
    id,
    { address: KNOWN_ADDRESS[kind](id) },
    knowledge,
    bearing && { ...bearing, rows: await listed(shelf, bearing.rows), asked },
  )
}

/** The page of a requirement of a framework. */
export function requirementPage(framework: string, id: string, knowledge: Knowledge): WebPage | null {
  const known = knowledge.frameworks.get(framework)
  if (!known?.requirements.some(one => one.id === id)) return null
  const frame = { address: requirementAddress(framework, id), of: known.name }
  return pageOf(`${framework}/${id}`, frame, knowledge, null) ?? pageOf(id, frame, knowledge, null)
}
