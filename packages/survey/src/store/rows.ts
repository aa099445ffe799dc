import { isOpenClass, leastOpen } from '@unwash/core/licenses/class'
import { runnable } from '@unwash/core/report/adapters'
import type { Cited, License, Report } from '@unwash/core/report/report'
import { calledName } from '@unwash/reporters/words/counts'
import type { OF_A_RELEASE, TableRow } from './tables.ts'

/** A release that was read, to be kept. */
export interface KeptRelease {
  readonly run: string
  readonly target: string
  readonly report: Report
  /** evidence as it is saved; null where it is not kept */
  readonly evidence: unknown
  readonly facts: Facts
}

/** What the list of a survey says of a target, where it says it. */
export interface Facts {
  readonly downloads?: number | null
  readonly likes?: number | null
  /** an ISO day or moment */
  readonly createdAt?: string | null
  readonly publisherKind?: PublisherKind
}

/** What is known of the account that publishes a release; only organizations are ever named. */
const PUBLISHER_KINDS = ['organization', 'person', 'unknown'] as const
/** Whose it is, as far as that is known. */
export type PublisherKind = (typeof PUBLISHER_KINDS)[number]

/** The rows of one release, by table; its whole report is kept beside them. */
export type RowsOfRelease = {
  readonly [Name in Exclude<(typeof OF_A_RELEASE)[number], 'reports'>]: readonly TableRow<Name>[]
}

/** A report as rows of tables. Pure: the same report gives the same rows. */
export function rowsOf(kept: Omit<KeptRelease, 'evidence'>, id: string, keptOn: string): RowsOfRelease {
  const { report } = kept
  const inOrder = <T extends object>(rows: readonly T[]) =>
    rows.map((row, position) => ({ release: id, position, ...row }))
  return {
    releases: [releaseRow(kept, id, keptOn)],
    terms: inOrder(
      runnable(report.models).map(({ name, term: { id: term, floor, ceiling, facets, review } }) => ({
        model: name,
        term,
        floor,
        ceiling,
        facets,
        review,
      })),
    ),
    components: report.components.map(({ id: component, presence, ladder = null, licensing }) => ({
      release: id,
      component,
      presence,
      ladder,
      ...licensing,
    })),
    licenses: inOrder(
      report.licenses.map(license => ({
        license: license.id,
        name: license.name ?? null,
        class: license.class,
        match: license.match.kind,
        nearest: license.match.nearest,
        path: license.text?.path ?? null,
        covers: license.covers,
        on_weights: onWeights(license),
      })),
    ),
    clauses: report.licenses.flatMap((license, license_position) =>
      inOrder(
        license.clauses.map(({ kind, mode, against, reaches, parameters, cited }) => ({
          license_position,
          license: license.id,
          kind,
          mode,
          against,
          reaches,
          parameters,
          on_weights: onWeights(license),
          ...firstPlaceOf(cited),
        })),
      ),
    ),
    claims: inOrder(
      report.claims.map(({ says, kind, about, language, check: checked, strength, cited }) => {
        return { says, kind, about, language, checked, strength, ...firstPlaceOf(cited) }
      }),
    ),
    conflicts: inOrder(report.conflicts.map(({ kind, because, cited }) => ({ kind, because, ...firstPlaceOf(cited) }))),
    lineage: inOrder(
      report.lineage.map(({ model, relation, license, stands }) => ({ model, relation, license, stands })),
    ),
    evaluations: report.evaluations.map(({ framework, edition, reading = '', conclusion }) => {
      return { release: id, framework, edition, reading, conclusion }
    }),
    answers: report.evaluations.flatMap(({ framework, reading = '', requirements }) =>
      requirements.map(({ id: requirement, answer, level = null }) => {
        return { release: id, framework, reading, requirement, answer, level }
      }),
    ),
  }
}

function releaseRow({ run, target, report, facts }: Omit<KeptRelease, 'evidence'>, id: string, keptOn: string) {
  const { release, term } = report
  const found = (component: string) => report.components.find(one => one.id === component)
  const weights = found('weights')
  const data = found('datasets')
  return {
    id,
    run,
    target,
    name: calledName(report),
    publisher: release.publisher,
    publisher_kind: facts.publisherKind ?? 'unknown',
    revision: release.revision,
    source: release.source,
    read_as_of: report.readAsOf,
    kept_on: keptOn,
    unwash: report.unwash.version,
    knowledge: report.unwash.knowledge,
    complete: release.complete,
    term: term.id,
    floor: term.floor,
    ceiling: term.ceiling,
    facets: term.facets,
    models: report.models.length,
    license_class: classOf(report),
    weights_license: ofModels(report) ?? weights?.licensing.concluded ?? 'NOASSERTION',
    declared_license: weights?.licensing.declared ?? 'NOASSERTION',
    weights: weights?.presence ?? 'unknown',
    training_code: found('training-code')?.presence ?? 'unknown',
    training_data: data?.presence ?? 'unknown',
    data_ladder: data?.ladder ?? 'unknown',
    claims: report.claims.length,
    contradicted: report.claims.filter(({ check }) => check === 'contradicted').length,
    conflicts: report.conflicts.length,
    downloads: facts.downloads ?? null,
    likes: facts.likes ?? null,
    created_on: dayOf(facts.createdAt),
  } satisfies TableRow<'releases'>
}

/** The licenses of several models, where all are known: what is concluded of the weights may be that of one. */
function ofModels({ models, licenses }: Report): string | null {
  const ids = models.flatMap(one => one.licenses?.map(at => licenses[at]?.id ?? null) ?? [null])
  return models.length < 2 || ids.length === 0 || ids.includes(null) ? null : [...new Set(ids)].join(' AND ')
}

const onWeights = ({ covers }: License) => covers.includes('weights')

/**
 * The class of the least open text that covers the weights; `none` where a listing that is complete has no such text.
 * Of weights at another place, which nobody read, that is only so where the verdict has come to it.
 */
function classOf({ licenses, components, release, term }: Report): string {
  const all = licenses.filter(onWeights).map(license => license.class)
  const read = leastOpen(all.filter(one => one !== 'unknown'))
  // what was not read may restrict; what restricts is read
  const over = read && !isOpenClass(read) ? [read] : all
  const weights = components.find(({ id }) => id === 'weights')
  const seen = weights?.licensing.concluded === 'NONE' && release.complete
  const here = weights?.presence !== 'linked' || term.id === 'unlicensed-weights'
  return leastOpen(over) ?? (seen && here ? 'none' : 'unknown')
}

/** The first place in a file that something is cited from. */
function firstPlaceOf(cited: readonly Cited[0][]): { path: string | null; line: number | null } {
  const place = cited.find(citation => 'path' in citation)
  if (place === undefined || !('path' in place)) return { path: null, line: null }
  return { path: place.path, line: 'line' in place ? (place.line ?? null) : null }
}

function dayOf(moment: string | null | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(moment ?? '')?.[0]
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day
}
