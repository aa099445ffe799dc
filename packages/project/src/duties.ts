import { citeLines, citeOpening } from '@unwash/core/documents/cite'
import { readDeclared } from '@unwash/core/licenses/declared'
import type { Known } from '@unwash/core/licenses/known'
import { readLicense } from '@unwash/core/licenses/read'
import { resolveName } from '@unwash/core/names/index'
import type { How, ProjectReport, Used } from '@unwash/core/report/project'
import type { Cited, Clause, License } from '@unwash/core/report/report'
import type { Answer } from '@unwash/core/report/vocabulary'
import type { Audited, OwnLicense } from './facts.ts'
import type { CodeFile } from './references/languages.ts'

type Duty = ProjectReport['duties'][number]

/** The pages of a project on which duties can be seen to be kept, and the licenses whose texts lie in it. */
interface Pages {
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
const DUTIES_LOOKED_FOR: Readonly<Record<string, (clause: Clause, license: License, pages: Pages) => Seen | null>> = {
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
  shipped: new Set(Object.keys(DUTIES_LOOKED_FOR)),
}

/** The duties of what is used that can be seen in the project's files, and whether they are kept. */
export function dutiesOf(id: string, { report }: Audited, how: How, pages: Pages, known: Known): Duty[] {
  const duties = report.licenses.flatMap(license =>
    license.clauses.flatMap((clause): Duty[] => {
      const seen =
        clause.mode === 'duty' && BINDS[how].has(clause.kind)
          ? DUTIES_LOOKED_FOR[clause.kind]?.(clause, license, pages)
          : null
      if (!seen) return []
      const when = known.knowledge.clauses.get(clause.kind)?.obligation?.when ?? 'you pass it on'
      return [{ id, clause: clause.kind, ...seen, when, cited: [...seen.cited, ...clause.cited.slice(0, 1)] }]
    }),
  )
  return duties.filter(
    (duty, at) => duties.findIndex(other => other.clause === duty.clause && other.because === duty.because) === at,
  )
}

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

type Conflict = ProjectReport['conflicts'][number]

const SAME_LICENSE = 'share.same_license'

/** Where the terms of what is used do not go with what the project says of its own license. */
export function conflictsOf(
  own: readonly OwnLicense[],
  used: readonly { readonly one: Used; readonly clauses: readonly string[] }[],
): Conflict[] {
  const [first] = own
  if (!first) return []
  const name = ownLicenseName(first)
  const open = own.every(({ reading }) => reading.openness === 'open')
  const unclear = own.filter(({ reading }) => reading.license.id !== null)
  const [one, other] = [...new Map(unclear.map(entry => [entry.reading.license.id, entry])).values()]
  const conflicts: Conflict[] = []
  if (one && other && one.via !== other.via)
    conflicts.push({
      kind: 'own-license-unclear',
      id: null,
      because: `Its ${viaInWords(one)} says ${ownLicenseName(one)}, its ${viaInWords(other)} ${ownLicenseName(other)}.`,
      cited: [one.cited[0], other.cited[0]],
    })
  for (const { one: model, clauses } of used) {
    const cited = citedOf(model, first)
    const under = model.audited.license ?? 'terms'
    if (open && RESTRICTED.test(model.audited.class) && model.audited.from !== 'none')
      conflicts.push({
        kind: 'restricted-in-open',
        id: model.id,
        because:
          `The project is under ${name}; ${model.id} is under ${under} that restrict its use. ` +
          'Whoever runs the project with it is bound by both.',
        cited,
      })
    else if (clauses.includes(SAME_LICENSE) && model.audited.license !== first.reading.license.id)
      conflicts.push({
        kind: 'same-license',
        id: model.id,
        because:
          `${model.id} is under ${under} that ask for the same license on what is made of it; ` +
          `the project is under ${name}. Whether the project is made of it is for a person.`,
        cited,
      })
  }
  return conflicts
}

const RESTRICTED = /^(?:use-restricted|community-restricted|revenue-capped|non-commercial)$/

const ownLicenseName = ({ reading }: OwnLicense) => reading.license.name ?? reading.license.id ?? 'terms of its own'
const viaInWords = ({ via }: OwnLicense) => (via === 'text' ? 'license text' : 'manifest')

function citedOf(model: Used, own: OwnLicense): [...Cited] {
  const [reference] = model.references
  const [first] = reference?.cited ?? []
  return [own.cited[0], ...(first ? [first] : []), ...model.audited.cited.slice(0, 1)]
}

const TEXT = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]{1,40})?$/i
const MANIFEST = /^(?:package\.json|pyproject\.toml|setup\.(?:cfg|py)|Cargo\.toml)$/
/** the key that names the license, on a line of its own or in a manifest of one line */
const LICENSE_KEY = new RegExp(
  String.raw`^(?:\{(?:(?:[^{}]|\{[^{}]{0,2000}\}){0,9000},)?)?\s{0,8}"?license"?\s{0,4}` +
    String.raw`[:=]\s{0,4}(?:\{\s{0,4}(?:text|id)\s{0,4}=\s{0,4})?["']?([^"',{\s][^"'\n]{0,99}` +
    ')',
)

/** The licenses that a project says it is under. */
export function ownLicenses(files: readonly CodeFile[], known: Known): OwnLicense[] {
  return files.flatMap(({ path, content }): OwnLicense[] => {
    const lines = content.split('\n')
    if (TEXT.test(path)) {
      const cited: Cited = [citeOpening(path, lines)]
      return readLicense({ path, lines, from: 1, to: lines.length, context: 'license' }, known).map(reading => ({
        reading,
        via: 'text',
        cited,
      }))
    }
    const at = MANIFEST.test(path) ? lines.findIndex(line => LICENSE_KEY.test(line)) : -1
    const spelled = LICENSE_KEY.exec(lines[at] ?? '')?.[1]
    const resolved = spelled ? resolveName(spelled, known.knowledge) : null
    if (!resolved) return []
    const cited: Cited = [citeLines(path, lines, at + 1)]
    return [{ reading: readDeclared(resolved, cited, known.knowledge), via: 'manifest', cited }]
  })
}

/** Whether a file of a project is read for what the project says of itself: licenses, notices, pages, manifests. */
export const isOwnPage = (path: string): boolean => TEXT.test(path) || MANIFEST.test(path) || isNotice(path)

const NOTICE_PAGE = new RegExp(
  String.raw`^(?:readme|notice|notices|third[-_ ]?party[\w-]{0,30}|credits|acknowledge?ments|` +
    String.raw`attributions?|model[-_ ]?card)(?:[.-][\w.-]{1,40})?$`,
  'i',
)
/** Pages on which notices stand, and texts of other people's licenses. */
export const isNotice = (path: string): boolean =>
  NOTICE_PAGE.test(path) ||
  (/(?:^|\/)(?:licen[cs]es?|notices?|third[-_]?party)\/[^/]{1,120}$/i.test(path) &&
    !/\.(?:[cm]?[jt]sx?|py|json|ya?ml|png|svg|css)$/i.test(path)) ||
  /(?:^|\/)[^/]{0,60}(?:licen[cs]e|notice|use[-_]policy)[^/]{0,40}\.(?:txt|md|rst)$/i.test(path)
