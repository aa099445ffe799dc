import * as z from 'zod'
import { parseJson } from '../json.ts'
import { ProjectReport } from './report.ts'
import { untoldInWords } from './untold.ts'

/** What a project was before: only what is new since fails. */
export type Baseline = Pick<ProjectReport, (typeof NEEDED)[number] | keyof typeof SHOWN>

const NEEDED = ['used', 'claims', 'project', 'untold'] as const

/** of a baseline, what is only shown: an older one may have none */
const SHOWN = {
  breaches: ProjectReport.shape.breaches.catch([]),
  conflicts: ProjectReport.shape.conflicts.catch([]),
  duties: ProjectReport.shape.duties.catch([]),
}
const Read = ProjectReport.pick({ used: true, claims: true, project: true, untold: true }).extend(SHOWN).loose()

/** what of a report says which unwash wrote it, whatever else it holds */
const Writer = z.object({ unwash: z.object({ version: z.string() }) })

/** longer than the report of a project with ten thousand models */
export const MOST_OF_A_BASELINE = 64 * 1024 * 1024

/** Reads a report of `--format json` as a baseline; else what is wrong with it. */
export function readBaseline(content: string): Baseline | { readonly wrong: string } {
  try {
    const value = parseJson(content)
    const read = Read.safeParse(value)
    if (read.success) return read.data
    const [issue] = read.error.issues
    const writer = Writer.safeParse(value)
    const by = writer.success ? `; unwash ${writer.data.unwash.version} wrote it` : ''
    return { wrong: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'does not hold'}${by}`.slice(0, 300) }
  } catch {
    return { wrong: 'it is no JSON' }
  }
}

/**
 * Whether what breaks a rule was so before: the same model under the same term and license, the same unread files, or
 * the same call in the same file whose name cannot be told.
 */
export function wasBefore(
  breach: Pick<ProjectReport['breaches'][number], 'id' | 'of' | 'says'>,
  report: Pick<ProjectReport, 'used' | 'project' | 'untold'>,
  { used, project, untold }: Pick<Baseline, (typeof NEEDED)[number]>,
): boolean {
  const now = breach.of === 'project' ? report.untold.find(one => breach.says.startsWith(untoldInWords(one))) : null
  if (now) {
    const pathsOf = ({ cited }: ProjectReport['untold'][number]) => cited.flatMap(at => ('path' in at ? [at.path] : []))
    const known = new Set(untold.filter(one => untoldInWords(one) === untoldInWords(now)).flatMap(pathsOf))
    return pathsOf(now).every(path => known.has(path))
  }
  if (breach.of === 'project') {
    const known = new Set(project.unread.map(({ path }) => path))
    return report.project.unread.length > 0 && report.project.unread.every(({ path }) => known.has(path))
  }
  const factsOf = (all: ProjectReport['used']) =>
    all
      .filter(({ id, of }) => id === breach.id && of === 'model')
      .map(({ host, audited: { term, license } }) => `${host} ${term} ${license}`)
  const before = factsOf(used)
  return factsOf(report.used).every(fact => before.includes(fact))
}
