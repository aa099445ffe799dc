import { leastOpen } from '../licenses/class.ts'
import type { Cited, License, Report } from '../report.ts'
import { calledName } from '../reports/words/called.ts'
import type { Kept } from './store.ts'
import type { OF_A_RELEASE, Row } from './tables.ts'

/** The rows of one release, by table; its whole report is kept beside them. */
export type RowsOfRelease = {
  readonly [Name in Exclude<(typeof OF_A_RELEASE)[number], 'reports'>]: readonly Row<Name>[]
}

/** A report as rows of tables. Pure: the same report gives the same rows. */
export function rowsOf(kept: Omit<Kept, 'evidence'>, id: string, keptOn: string): RowsOfRelease {
  const { report } = kept
  return {
    releases: [releaseRow(kept, id, keptOn)],
    terms: report.models.map(({ name, term }, position) => ({
      release: id,
      position,
      model: name,
      term: term.id,
      floor: term.floor,
      ceiling: term.ceiling,
      facets: term.facets,
      review: term.review,
    })),
    components: report.components.map(({ id: component, presence, ladder, licensing }) => ({
      release: id,
      component,
      presence,
      ladder: ladder ?? null,
      ...licensing,
    })),
    licenses: report.licenses.map((license, position) => ({
      release: id,
      position,
      license: license.id,
      name: license.name ?? null,
      class: license.class,
      match: license.match.kind,
      nearest: license.match.nearest,
      path: license.text?.path ?? null,
      covers: license.covers,
      on_weights: onWeights(license),
    })),
    clauses: report.licenses.flatMap((license, of) =>
      license.clauses.map((clause, position) => ({
        release: id,
        license_position: of,
        position,
        license: license.id,
        kind: clause.kind,
        mode: clause.mode,
        against: clause.against,
        reaches: clause.reaches,
        parameters: clause.parameters,
        on_weights: onWeights(license),
        ...placeOf(clause.cited),
      })),
    ),
    claims: report.claims.map(({ says, kind, about, language, check, strength, cited }, position) => ({
      release: id,
      position,
      says,
      kind,
      about,
      language,
      checked: check,
      strength,
      ...placeOf(cited),
    })),
    conflicts: report.conflicts.map(({ kind, because, cited }, position) => ({
      release: id,
      position,
      kind,
      because,
      ...placeOf(cited),
    })),
    lineage: report.lineage.map(({ model, relation, license, stands }, position) => ({
      release: id,
      position,
      model,
      relation,
      license,
      stands,
    })),
    evaluations: report.evaluations.map(({ framework, edition, reading, conclusion }) => ({
      release: id,
      framework,
      edition,
      reading: reading ?? '',
      conclusion,
    })),
    answers: report.evaluations.flatMap(({ framework, reading, requirements }) =>
      requirements.map(requirement => ({
        release: id,
        framework,
        reading: reading ?? '',
        requirement: requirement.id,
        answer: requirement.answer,
        level: requirement.level ?? null,
      })),
    ),
  }
}

function releaseRow({ run, target, report, facts }: Omit<Kept, 'evidence'>, id: string, keptOn: string) {
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
    weights_license: weights?.licensing.concluded ?? 'NOASSERTION',
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
  } satisfies Row<'releases'>
}

const onWeights = ({ covers }: License) => covers.includes('weights')

/**
 * The class of the least open text that covers the weights; `none` where a listing that is complete has no such text.
 * Of weights at another place, which nobody read, that is only so where the verdict has come to it.
 */
function classOf({ licenses, components, release, term }: Report): string {
  const over = licenses.filter(onWeights).map(license => license.class)
  const weights = components.find(({ id }) => id === 'weights')
  const seen = weights?.licensing.concluded === 'NONE' && release.complete
  const here = weights?.presence !== 'linked' || term.id === 'unlicensed-weights'
  return leastOpen(over) ?? (seen && here ? 'none' : 'unknown')
}

/** The first place in a file that something is cited from. */
function placeOf(cited: readonly Cited[0][]): { path: string | null; line: number | null } {
  const place = cited.find(citation => 'path' in citation)
  if (place === undefined || !('path' in place)) return { path: null, line: null }
  return { path: place.path, line: 'line' in place ? (place.line ?? null) : null }
}

function dayOf(moment: string | null | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(moment ?? '')?.[0]
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day
}
