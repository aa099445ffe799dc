import { citeOpening } from '../../documents/cite.ts'
import { type Document, readDocument } from '../../documents/index.ts'
import { OF_WEIGHTS } from '../../evidence/binding.ts'
import type { Evidence } from '../../evidence/index.ts'
import type { Lines } from '../../evidence/legal/carried.ts'
import type { LegalFile } from '../../evidence/legal/index.ts'
import { fileName, folder } from '../../evidence/paths.ts'
import { readUnread } from '../../licenses/declared.ts'
import { guessClass, LONGEST_POINTER, pointedAt, readPointed, targetsIn } from '../../licenses/given/pointed.ts'
import { incorporates, withPolicies } from '../../licenses/given/policies.ts'
import type { Known } from '../../licenses/known.ts'
import { readLicense } from '../../licenses/read.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { licensesMentionedIn, resolveLink } from '../../names/index.ts'
import { pathOf } from './linked.ts'
import { thirdsFrom } from './thirds.ts'

/** The legal texts of a release, read once each. */
export interface LegalTexts {
  readonly legal: readonly LegalFile[]
  /** the readings of a legal file; policies that lie beside a restricted license are read with it */
  of(path: string): readonly LicenseReading[]
  /** license files that hold no license, but tell which one is for what; they are read as documents */
  readonly documents: readonly Document[]
}

/** Opens the legal texts of a release for reading. */
export function openTexts(evidence: Evidence, known: Known, legal: readonly LegalFile[]): LegalTexts {
  const cache = new Map<string, readonly LicenseReading[]>()
  const read = (path: string, following: number): readonly LicenseReading[] => {
    const kept = cache.get(path)
    if (kept) return kept
    const readings = readFile(path, evidence, known, legal, next => (following > 0 ? read(next, following - 1) : []))
    cache.set(path, readings)
    return readings
  }
  const documents = legal
    .filter(({ role, standing, path }) => role === 'license' && (standing === 'root' || PAGE.test(path)))
    .flatMap(file => tellingDocument(file.path, read(file.path, 2), evidence, known, legal) ?? [])
  return {
    legal,
    documents,
    of: path => withBeside(read(path, 2), path, legal, next => read(next, 0), known),
  }
}

const takesNothing = ({ license }: LicenseReading): boolean => license.clauses.length === 0

/** a page of a manual that says under which license the whole is */
const PAGE = /^docs?\/licen[cs](?:es?|ing)\.\w{2,4}$/i

/** one license or the other, as who receives it likes: the file need not tell which is for what */
const CHOICE = /\beither\b|\bat your (?:option|choice)\b|\bdual[- ]licen[cs]ed?\b/i

/** a word alone is no path: a release has files that are called as words are */
const isPath = (target: string) => target.includes('/')

/** Whether a short text leads to several licenses, by their names or to several files. */
function leadsToSeveral(content: string, path: string, evidence: Evidence, known: Known, legal: readonly LegalFile[]) {
  if (CHOICE.test(content)) return false
  const targets = targetsIn(content).filter(isPath)
  const linked = targets.flatMap(target => resolveLink(target, known.knowledge) ?? [])
  const named = licensesMentionedIn(content, known.knowledge).filter(({ specific }) => specific)
  const ids = new Set([...linked.filter(({ family }) => !family), ...named].map(({ id }) => id))
  const paths = new Set(targets.flatMap(target => pathOf(target, legal, evidence.release.name) ?? []))
  paths.delete(path)
  return ids.size > 1 || paths.size > 1
}

/** Whether what binds is not the words of a file itself, but a license that it names or leads to. */
export const isPointer = (path: string, readings: readonly LicenseReading[]): boolean =>
  readings.every(({ license }) => license.text?.path !== path)

/**
 * A license file that is no known text, but leads to at least three, or is short and leads to two, or to one and speaks
 * of models: it tells which is for what.
 */
function tellingDocument(
  path: string,
  readings: readonly LicenseReading[],
  evidence: Evidence,
  known: Known,
  legal: readonly LegalFile[],
): Document | null {
  const text = evidence.release.texts.get(path)
  if (!text) return null
  const unnamed = readings.every(
    ({ license }) => license.text?.path === path && (license.match.kind === 'none' || license.match.kind === 'related'),
  )
  const isShort = text.content.length < LONGEST_POINTER
  const leads = isPointer(path, readings)
  // a page that takes something itself is a text of terms
  const isPage = isShort && PAGE.test(path) && (leads || (unnamed && readings.every(takesNothing)))
  const isTelling =
    isPage ||
    (leads
      ? OF_WEIGHTS.test(text.content)
      : unnamed &&
        (isShort ? leadsToSeveral(text.content, path, evidence, known, legal) : text.content.length <= LONGEST_PAGE))
  const document = isTelling ? readDocument(text) : null
  if (!document || isShort || leads) return document
  const links = document.blocks
    .flatMap(block => block.links)
    .filter(link => /licen[cs]e|agreement|terms/i.test(`${link.label} ${link.url}`))
  const named = licensesMentionedIn(text.content, known.knowledge)
  return links.length >= 3 && links.length + named.length >= 4 ? document : null
}

/** longer than any page that tells which license is for what */
const LONGEST_PAGE = 60_000

function readFile(
  path: string,
  evidence: Evidence,
  known: Known,
  legal: readonly LegalFile[],
  follow: (path: string) => readonly LicenseReading[],
): readonly LicenseReading[] {
  const text = evidence.release.texts.get(path)
  if (!text) {
    return [readUnread(`${fileName(path)} (not read)`, guessClass(fileName(path)), [{ path }])]
  }
  const lines = text.content.split('\n')
  const within = legal.find(file => file.path === path)?.within
  const parts = within ?? [{ from: 1, to: lines.length }]
  const readAt = (part: Lines) => readLicense({ path, lines: bare(lines, within), ...part, context: 'license' }, known)
  const readings = withoutThirds(lines, evidence.release.name, readAt, known) ?? parts.flatMap(readAt)
  const unnamed = readings.every(
    reading => reading.license.match.kind === 'none' || reading.license.match.kind === 'related',
  )
  const content = parts.map(({ from, to }) => lines.slice(from - 1, to).join('\n')).join('\n')
  if (unnamed && content.length < LONGEST_POINTER)
    return readPointer({ path, content, lines, own: readings }, evidence, known, legal, follow)
  return readings
}

/**
 * The readings of a license file behind whose own open license those of others' work follow: what restricts among them
 * is kept, for nobody knows how much of the work is theirs. Null where none follow.
 */
function withoutThirds(
  lines: readonly string[],
  name: string,
  readAt: (part: Lines) => readonly LicenseReading[],
  known: Known,
): readonly LicenseReading[] | null {
  const at = thirdsFrom(lines, name, known)
  if (at < 1) return null
  const own = readAt({ from: 1, to: at })
  if (own.length === 0 || own.some(({ openness }) => openness !== 'open')) return null
  const theirs = at + 1 < lines.length ? readAt({ from: at + 2, to: lines.length }) : []
  return [...own, ...theirs.filter(({ openness }) => openness === 'restricted')]
}

/**
 * What sets terms apart in a file of another kind: the word of a Modelfile, quotes, how a program names its letters.
 */
const FRAME = /^\s{0,20}LICENSE\s+(?:"{3})?|"{3}|'{3}|-\*-.{0,60}-\*-|^#.{0,20}\bcoding[:=]\s*[\w.-]+/gi

/** The lines of a file, in which nothing stands around the terms that it carries. */
const bare = (lines: readonly string[], within: readonly Lines[] | undefined): readonly string[] =>
  within === undefined ? lines : lines.map(line => line.replace(FRAME, ''))

/** What a short file says, in which lines, with its own readings. */
interface ShortText {
  readonly path: string
  readonly content: string
  readonly lines: readonly string[]
  readonly own: readonly LicenseReading[]
}

/** A file that only says where the license is: another file of the release, or an address. */
function readPointer(
  { path, content, lines, own }: ShortText,
  evidence: Evidence,
  known: Known,
  legal: readonly LegalFile[],
  follow: (path: string) => readonly LicenseReading[],
): readonly LicenseReading[] {
  const cited = [citeOpening(path, lines)] as const
  if (leadsToSeveral(content, path, evidence, known, legal)) return own
  const fileAt = (target: string) => {
    const inside = isPath(target) ? pathOf(target, legal, evidence.release.name) : null
    return inside === path ? null : inside
  }
  const pointed = pointedAt(content, fileAt, known.knowledge)
  return pointed === null ? own : readPointed({ content, own, cited }, pointed, follow, known.knowledge)
}

/**
 * A license that is not open is read together with the policies beside it; an open one is not bound by a policy it does
 * not name, nor any where only others beside it have one.
 */
function withBeside(
  readings: readonly LicenseReading[],
  path: string,
  legal: readonly LegalFile[],
  read: (path: string) => readonly LicenseReading[],
  { knowledge }: Known,
): readonly LicenseReading[] {
  const beside = legal.filter(file => folder(file.path) === folder(path))
  const policies = beside.filter(({ role }) => role === 'policy').flatMap(policy => read(policy.path))
  if (policies.length === 0) return readings
  const hasOne = (all: readonly LicenseReading[]) => all.some(one => incorporates(one).length > 0)
  const isOfOthers =
    !hasOne(readings) && beside.some(file => file.role === 'license' && file.path !== path && hasOne(read(file.path)))
  return isOfOthers ? readings : readings.map(reading => withPolicies(reading, policies, knowledge))
}
