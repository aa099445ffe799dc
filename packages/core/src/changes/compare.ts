import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Citation, Claim, License, Report } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'
import { compareLicenses } from './license/compare.ts'
import { type Redline, redline } from './redline.ts'

/** One thing that two states of a release differ in. */
export interface ReleaseChange {
  readonly about: 'term' | 'license' | 'lineage' | 'component' | 'claim' | 'conflict' | 'framework'
  readonly how: 'added' | 'removed' | 'changed'
  readonly says: string
  readonly before: readonly Citation[]
  readonly after: readonly Citation[]
}

/** What changed from one state of a release to another: what `unwash diff` prints as JSON. */
export interface ReleaseDiff {
  readonly schemaVersion: 1
  readonly release: string
  readonly before: { readonly revision: string | null; readonly term: TermId }
  readonly after: { readonly revision: string | null; readonly term: TermId }
  readonly changes: readonly ReleaseChange[]
  /** license texts that are in both states and not the same, word for word */
  readonly redlines?: readonly LicenseRedline[]
}

/** A license text of a release, against what it was. */
export interface LicenseRedline extends Redline {
  readonly path: string
}

/**
 * The license texts of two states of a release that stand at one path, or are the only ones of the weights, and differ.
 */
export function redlinesOf(before: State, after: State): readonly LicenseRedline[] {
  const [was, is] = [before, after].map(textsOf)
  if (!was || !is) return []
  return [...is].flatMap(([path, content]) => {
    const [only] = was.size === 1 && is.size === 1 ? was : []
    const [from, old] = was.has(path) ? [path, was.get(path)] : (only ?? [])
    const found = from === undefined || old === undefined || old === content ? null : redline(old, content, from)
    return found && found.hunks.length > 0 ? [{ path, ...found }] : []
  })
}

/** A state of a release, with its texts. */
export interface State {
  readonly report: Report
  readonly texts: ReadonlyMap<string, { readonly content: string }>
}

const textsOf = ({ report: { licenses }, texts }: State): ReadonlyMap<string, string> =>
  new Map(
    licenses.flatMap(({ text, covers }) => {
      const content = text && covers.includes('weights') ? texts.get(text.path)?.content : undefined
      return text && content !== undefined ? [[text.path, content] as const] : []
    }),
  )

/** Compares two reports on the same release. */
export function compareReports(before: Report, after: Report, knowledge: Knowledge): ReleaseDiff {
  return {
    schemaVersion: 1,
    release: after.release.name,
    before: { revision: before.release.revision, term: before.term.id },
    after: { revision: after.release.revision, term: after.term.id },
    changes: [
      ...termChanges(before, after),
      ...licenseChanges(before, after, knowledge),
      ...baseChanges(before, after),
      ...componentChanges(before, after),
      ...claimChanges(before, after),
      ...conflictChanges(before, after),
      ...frameworkChanges(before, after),
    ],
  }
}

function termChanges(before: Report, after: Report): readonly ReleaseChange[] {
  const because = ({ term, findings }: Report) =>
    term.because.flatMap(id => findings.find(finding => finding.id === id)?.cited ?? []).slice(0, 2)
  return (['floor', 'ceiling'] as const).flatMap(end => {
    const [was, is] = [before.term[end], after.term[end]]
    if (was === is) return []
    const says = `the ${end === 'floor' ? 'proven term' : 'term it may reach'} went from ${was} to ${is}`
    return [{ about: 'term', how: 'changed', says, before: because(before), after: because(after) }] as const
  })
}

/** The licenses on the weights, clause by clause where both states have one. */
function licenseChanges(before: Report, after: Report, knowledge: Knowledge): readonly ReleaseChange[] {
  const [was, is] = [before, after].map(({ licenses }) => licenses.filter(({ covers }) => covers.includes('weights')))
  if (!was || !is) return []
  const [one, other] = [namesOfLicenses(was), namesOfLicenses(is)]
  const cited = (licenses: readonly License[]) => licenses.flatMap(license => license.cited.slice(0, 1))
  const named: ReleaseChange[] =
    one === other
      ? []
      : [
          {
            about: 'license',
            how: was.length === 0 ? 'added' : is.length === 0 ? 'removed' : 'changed',
            says: `the weights were under ${one || 'no license found'}, and are under ${other || 'no license found'}`,
            before: cited(was),
            after: cited(is),
          },
        ]
  if (was.length === 0 || is.length === 0) return named
  const clauses = compareLicenses(was, is, knowledge).changes.map(
    (change): ReleaseChange => ({ ...change, about: 'license' }),
  )
  return [...named, ...clauses.map(({ about, how, says, before, after }) => ({ about, how, says, before, after }))]
}

/** The models that it is made from: those that came, and those that went. */
function baseChanges(before: Report, after: Report): readonly ReleaseChange[] {
  const only = (one: Report, other: Report) =>
    one.lineage.filter(({ model }) => other.lineage.every(step => step.model !== model))
  const said = ({ model, license }: Report['lineage'][number]) =>
    license === 'NONE' || license === 'NOASSERTION' ? model : `${model} (${license})`
  const [went, came] = [only(before, after), only(after, before)]
  const [was, is] = [went, came].map(steps => steps.map(said).join(' and '))
  const [from, to] = [went, came].map(steps => steps.flatMap(({ cited }) => cited.slice(0, 1)))
  if (!from || !to || (went.length === 0 && came.length === 0)) return []
  const [how, says] =
    went.length === 0
      ? (['added', `it is made from ${is} now`] as const)
      : came.length === 0
        ? (['removed', `it was made from ${was}`] as const)
        : (['changed', `it was made from ${was}, and is made from ${is}`] as const)
  return [{ about: 'lineage', how, says, before: from, after: to }]
}

const namesOfLicenses = (licenses: readonly License[]) =>
  [...new Set(licenses.map(({ name, id }) => name ?? id ?? 'terms without a name'))].sort().join(' and ')

function componentChanges(before: Report, after: Report): readonly ReleaseChange[] {
  return after.components.flatMap((is): readonly ReleaseChange[] => {
    const was = before.components.find(({ id }) => id === is.id)
    if (!was) return []
    const [from, to] = [was, is].map(({ presence, ladder }) => ladder ?? presence)
    if (from === to) return []
    return [
      {
        about: 'component',
        how: 'changed',
        says: `${is.id}: ${from} before, ${to} now`,
        before: was.cited.slice(0, 2),
        after: is.cited.slice(0, 2),
      },
    ]
  })
}

function claimChanges(before: Report, after: Report): readonly ReleaseChange[] {
  // the same words may be said of the code and of the model, and hold of one
  const same = (one: Claim, other: Claim) => one.says === other.says && one.about.join() === other.about.join()
  return [
    ...after.claims.flatMap((is): readonly ReleaseChange[] => {
      const all = before.claims.filter(claim => same(claim, is))
      const [was] = all
      if (!was) return [claimChange('added', `it now says “${is.says}” (${is.check})`, null, is)]
      return all.some(claim => claim.check === is.check)
        ? []
        : [claimChange('changed', `“${is.says}” was ${was.check}, and is ${is.check}`, was, is)]
    }),
    ...before.claims
      .filter(was => !after.claims.some(claim => same(claim, was)))
      .map(was => claimChange('removed', `it no longer says “${was.says}” (${was.check})`, was, null)),
  ]
}

const claimChange = (how: ReleaseChange['how'], says: string, was: Claim | null, is: Claim | null): ReleaseChange => ({
  about: 'claim',
  how,
  says,
  before: was?.cited ?? [],
  after: is?.cited ?? [],
})

function conflictChanges(before: Report, after: Report): readonly ReleaseChange[] {
  const missing = (from: Report, inn: Report) =>
    from.conflicts.filter(one => !inn.conflicts.some(other => other.kind === one.kind && other.because === one.because))
  return [
    ...missing(after, before).map(
      ({ kind, because, cited }): ReleaseChange => ({
        about: 'conflict',
        how: 'added',
        says: `${kind}: ${because}`,
        before: [],
        after: cited,
      }),
    ),
    ...missing(before, after).map(
      ({ kind, because, cited }): ReleaseChange => ({
        about: 'conflict',
        how: 'removed',
        says: `${kind}: ${because}`,
        before: cited,
        after: [],
      }),
    ),
  ]
}

function frameworkChanges(before: Report, after: Report): readonly ReleaseChange[] {
  return after.evaluations.flatMap((is): readonly ReleaseChange[] => {
    const was = before.evaluations.find(one => one.framework === is.framework && one.reading === is.reading)
    if (!was || was.conclusion === is.conclusion) return []
    const name = `${is.framework}${is.reading ? ` (${is.reading})` : ''}`
    const says = `${name} concludes ${is.conclusion}, was ${was.conclusion}`
    const cited = (one: typeof is) =>
      one.requirements
        .filter(({ answer }) => answer === 'unmet')
        .flatMap(row => row.cited.slice(0, 1))
        .slice(0, 2)
    return [{ about: 'framework', how: 'changed', says, before: cited(was), after: cited(is) }]
  })
}
