import { groupsBy } from '@unwash/core/groups'
import type { Known } from '@unwash/core/licenses/known'
import type { How, ProjectReport, Used } from '@unwash/core/report/project'
import type { Note } from '@unwash/core/report/report'
import { capital } from '@unwash/core/text/phrase'
import { conflictsOf, dutiesOf, ownLicenses, pagesOf } from './duties.ts'
import type { Audited } from './facts.ts'
import { groupReferences, howOf, projectClaims, type UsedGroup } from './groups.ts'
import type { FoundReferences } from './references/find.ts'
import { type CodeFile, type Coverage, type UnreadSource, withNotes } from './references/languages.ts'
import type { Reference } from './references/reference.ts'

/** A code base as it was read. */
export interface ReadProject {
  readonly name: string
  readonly place: string
  readonly complete: boolean
  /** how many files were listed, and how many texts of them read */
  readonly files: number
  readonly read: number
  /** paths of files that hold weights */
  readonly weights: readonly string[]
  readonly coverage: readonly Coverage[]
  readonly unread: readonly UnreadSource[]
  /** those on which it speaks of itself: licenses, notices, pages, manifests */
  readonly pages: readonly CodeFile[]
  readonly notes: readonly Note[]
}

/** files that are told as not read; the numbers by language are of all */
const MOST_UNREAD = 10_000

/** Judges a project by what it uses: one audit for each group, in their order. Pure. */
export function judgeProject(
  project: ReadProject,
  found: FoundReferences,
  groups: readonly { readonly group: UsedGroup; readonly audited: Audited }[],
  known: Known,
  on: string,
): ProjectReport {
  const { coverage, unread } = withNotes(project, found.notes, known.knowledge.codeLanguages)
  const own = ownLicenses(project.pages, known)
  const hows = groups.map(({ group }) => howOf(group, project.weights, known.knowledge.loaders))
  const used = groups.map(({ group, audited }, at) => usedOf(group, audited, hows[at] ?? 'download'))
  const pages = pagesOf(project.pages, project.complete, known)
  const withClauses = groups.flatMap(({ audited }, at) => {
    const one = used[at]
    return one
      ? [{ one, clauses: audited.report.licenses.flatMap(license => license.clauses.map(({ kind }) => kind)) }]
      : []
  })
  const compared = groupReferences(found.references.filter(({ role }) => role === 'comparison')).map(
    ({ of, id, host, references }) => ({ of, id, host, references: references.map(usePlace) }),
  )
  return {
    schemaVersion: 1,
    unwash: { version: known.version, knowledge: known.knowledge.version },
    readAsOf: on,
    project: {
      name: project.name,
      place: project.place,
      complete: project.complete && unread.length === 0,
      files: project.files,
      read: project.read,
      coverage,
      unread: unread.slice(0, MOST_UNREAD),
      licenses: own.map(({ reading: { license }, cited }) => ({
        id: license.id,
        name: license.name ?? license.id ?? 'a text that is not known',
        class: license.class,
        cited: [...cited],
      })),
    },
    used,
    compared,
    untold: untoldOf(found.references),
    conflicts: conflictsOf(own, withClauses),
    duties: groups.flatMap(({ group, audited }, at) =>
      dutiesOf(group.id, audited, hows[at] ?? 'download', pages, known),
    ),
    claims: projectClaims(project.name, project.pages, groups, own, known.knowledge),
    breaches: [],
    notes: [...project.notes, ...found.notes, ...defaultNotes(found.references), ...comparedNotes(compared, used)],
  }
}

function untoldOf(references: readonly Reference[]): ProjectReport['untold'] {
  const untold = references.filter(({ id }) => id === null).map(({ why, ...one }) => ({ ...one, says: why ?? UNTOLD }))
  const groups = groupsBy(untold, ({ of, via, says }) => `${of} ${via} ${says}`).values()
  return [...groups].flatMap(([first, ...more]) => {
    if (first === undefined) return []
    const { of, via, says, cited } = first
    return [{ of, via, says, cited: [...cited, ...more.flatMap(one => one.cited)] }]
  })
}
const UNTOLD = 'its name cannot be told'

function usedOf({ of, id, host, references }: UsedGroup, audited: Audited, how: How): Used {
  const { report } = audited
  const license = report.licenses.find(({ covers }) => covers.includes('weights')) ?? report.licenses[0]
  const because = report.term.because.flatMap(finding => report.findings.find(one => one.id === finding)?.cited ?? [])
  return {
    of,
    id,
    host,
    how,
    revisions: [...new Set(references.flatMap(({ revision }) => revision ?? []))],
    audited: {
      from: audited.from,
      revision: report.release.revision,
      term: report.term.floor,
      ceiling: report.term.ceiling,
      facets: [...report.term.facets],
      license: license?.id ?? license?.name ?? null,
      class: license?.class ?? 'unknown',
      says: audited.says,
      toDo: audited.toDo,
      ...(audited.report.use ? { use: audited.report.use } : {}),
      // places in a release that was read are not places in the project
      cited: audited.from === 'cache' || audited.from === 'hub' ? [] : because.slice(0, 3),
    },
    obligations: [...report.obligations],
    ...(report.alternatives.length > 0 ? { alternatives: [...report.alternatives] } : {}),
    references: references.map(usePlace),
  }
}

const usePlace = ({ via, role, fallback, revision, cited }: Reference) => ({
  via,
  role,
  fallback,
  revision,
  cited: [...cited],
})

function defaultNotes(references: readonly Reference[]): Note[] {
  const told = references.flatMap(({ id, why, cited: [first] }) =>
    id !== null && why !== null && 'line' in first ? [{ path: first.path, line: first.line, why }] : [],
  )
  return [...groupsBy(told, ({ why }) => why)].map(([why, places]) => ({
    says: `${capital(why)}: name a model, and its revision (${places
      .slice(0, MOST_PLACES)
      .map(({ path, line }) => `${path}:${line}`)
      .join(', ')})`,
  }))
}
const MOST_PLACES = 5

function comparedNotes(compared: ProjectReport['compared'], used: readonly Used[]): Note[] {
  const known = new Set(used.map(({ id }) => id))
  const ids = [...new Set(compared.map(({ id }) => id))].filter(id => !known.has(id))
  if (ids.length === 0) return []
  const more = ids.length > MOST_COMPARED ? ` and ${ids.length - MOST_COMPARED} more` : ''
  return [{ says: `Compared with, and used nowhere: ${ids.slice(0, MOST_COMPARED).join(', ')}${more}` }]
}
const MOST_COMPARED = 10
