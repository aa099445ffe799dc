import { citeLines } from '../documents/cite.ts'
import type { Known } from '../licenses/known.ts'
import { readLicense } from '../licenses/read.ts'
import type { Cited, Clause, License } from '../report.ts'
import type { Answer } from '../vocabulary.ts'
import type { Audited } from './facts.ts'
import type { How } from './how.ts'
import { isNotice } from './own-license.ts'
import type { CodeFile } from './references/find.ts'
import type { ProjectReport } from './report.ts'

type Duty = ProjectReport['duties'][number]

/** The pages of a project on which duties can be seen to be kept, and the licenses whose texts lie in it. */
export interface Pages {
  readonly files: readonly CodeFile[]
  readonly copies: ReadonlyMap<string, string>
  readonly complete: boolean
}

/** Reads the pages of a project once, for all that it uses. */
export function pagesOf(files: readonly CodeFile[], complete: boolean, known: Known): Pages {
  const copies = new Map<string, string>()
  for (const { path, content } of files) {
    if (!/licen[cs]e|copying|notice|third[-_ ]?party/i.test(path)) continue
    const lines = content.split('\n')
    for (const { license } of readLicense({ path, lines, from: 1, to: lines.length, context: 'license' }, known)) {
      const id =
        license.id ?? (license.match.kind === 'related' || license.match.kind === 'none' ? null : license.match.nearest)
      if (id && !copies.has(id)) copies.set(id, path)
    }
  }
  return { files, copies, complete }
}

interface Seen {
  readonly answer: Answer
  readonly because: string
  readonly cited: Cited
}

/** How each duty that a user has is looked for; a duty that is not here cannot be seen in files. */
const LOOKS: Readonly<Record<string, (clause: Clause, license: License, pages: Pages) => Seen | null>> = {
  'share.attribution_notice': (_, license, pages) => {
    const name = license.name ?? license.id ?? 'its license'
    const path = license.id ? pages.copies.get(license.id) : undefined
    return path
      ? { answer: 'met', because: `A copy of ${name} is here.`, cited: [{ path }] }
      : notSeen(pages, `No copy of ${name} was seen.`)
  },
  'share.branding': ({ parameters }, _, pages) => shows(parameters.text, pages),
  'use.policy_external': ({ parameters }, _, pages) =>
    typeof parameters.url === 'string' ? shows(parameters.url, pages) : null,
}

/** Duties by what a project does: whoever passes no weights on passes no notice on, and a service has its own terms. */
const BINDS: Readonly<Record<How, ReadonlySet<string>>> = {
  service: new Set(),
  download: new Set(['share.branding', 'use.policy_external']),
  shipped: new Set(Object.keys(LOOKS)),
}

/** The duties of what is used that can be seen in the project's files, and whether they are kept. */
export function dutiesOf(id: string, { report }: Audited, how: How, pages: Pages, known: Known): Duty[] {
  const duties = report.licenses.flatMap(license =>
    license.clauses.flatMap((clause): Duty[] => {
      const seen =
        clause.mode === 'duty' && BINDS[how].has(clause.kind) ? LOOKS[clause.kind]?.(clause, license, pages) : null
      if (!seen) return []
      const when = known.knowledge.clauses.get(clause.kind)?.obligation?.when ?? 'you pass it on'
      return [{ id, clause: clause.kind, ...seen, when, cited: [...seen.cited, ...clause.cited.slice(0, 1)] }]
    }),
  )
  return duties.filter(
    (duty, at) => duties.findIndex(other => other.clause === duty.clause && other.because === duty.because) === at,
  )
}

/** Words that must be shown, on a page or in a notice. */
function shows(words: unknown, pages: Pages): Seen | null {
  if (typeof words !== 'string') return null
  const wanted = words.toLowerCase()
  for (const { path, content } of pages.files) {
    if (!isNotice(path)) continue
    const lines = content.split('\n')
    const at = lines.findIndex(line => line.toLowerCase().includes(wanted))
    if (at >= 0) return { answer: 'met', because: `It shows “${words}”.`, cited: [citeLines(path, lines, at + 1)] }
  }
  return notSeen(pages, `“${words}” was not seen in its pages and notices.`)
}

/** Not there where the listing is whole; not known where it is not. */
function notSeen({ files, complete }: Pages, because: string): Seen {
  const looked = files
    .filter(({ path }) => isNotice(path))
    .slice(0, 6)
    .map(({ path }) => path)
  return {
    answer: complete ? 'unmet' : 'unknown',
    because,
    cited: [{ looked: looked.length > 0 ? looked : ['the names of its files'] }],
  }
}
