import { licenseIn } from '../../documents/broken.ts'
import { citeLines, citeOpening, openingOf } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import type { TermsSaid } from '../../evidence/evidence.ts'
import { termsInCard } from '../../evidence/metadata/terms-said.ts'
import { fileName, folder } from '../../evidence/paths.ts'
import { placeholderOf, resolveLink, resolveName } from '../../names/index.ts'
import type { Cited } from '../../report/report.ts'
import { normalize } from '../../text/normalize.ts'
import { readDeclared, readSaid, readUnread } from '../declared.ts'
import type { Known } from '../known.ts'
import { readPrompt } from '../prose/prompt.ts'
import { OF_VALUE, takesIn } from '../prose/takes.ts'
import { type LegalText, readLicense } from '../read.ts'
import type { LicenseReading } from '../reading.ts'
import type { Card } from './card.ts'
import type { DataFound } from './data.ts'
import type { GivenLicenses, GivenText, Tell } from './given.ts'
import type { PlainPage } from './page.ts'
import { LONGEST_POINTER, type Pointed, pointedAt, readPointed } from './pointed.ts'
import { isSilent, isUnnamed, readProse } from './prose.ts'
import { citePdf, citeRaw } from './recite.ts'

/**
 * Reads one text, whatever it is: a license, terms, a policy, a card with its prompt, a page, or a file that only
 * points to one.
 */
export function readGiven(text: GivenText, given: GivenLicenses, known: Known, tell: Tell): readonly LicenseReading[] {
  const lines = text.content.split('\n')
  const whole: Whole = { path: text.path, lines, from: 1, to: lines.length }
  if (text.page) return readPage(text, text.page, lines, known, tell)
  if (text.card) return readCard(text, text.card, whole, known, tell)
  const readings = readLicense({ ...whole, context: text.as === 'prose' ? 'prose' : 'license' }, known)
  if (readings.length === 0) return readProse(text, whole, known, tell)
  const [first] = readings
  if (readings.length > 1 || !first || !isUnnamed(first)) return cited(readings, text)
  if (text.data && !text.found && isSilent(first)) return readData(text, lines, text.data, known, tell)
  if (text.found && isSilent(first)) return []
  if (first.bars.length > 0) return cited(readings, text)
  const read = (next: GivenText) => readGiven(next, { ...given, beside: [] }, known, tell)
  return followPointer(text, cited(readings, text), { texts: given.beside, read }, known, tell)
}

type Whole = Omit<LegalText, 'context'>

const citedAt = ({ path, lines }: Pick<Whole, 'path' | 'lines'>, line: number): Cited => [citeLines(path, lines, line)]

const cited = (readings: readonly LicenseReading[], text: GivenText): readonly LicenseReading[] =>
  text.pages ? readings.map(reading => citePdf(reading, text)) : readings

const TITLE = /<title\b[^>]{0,200}>([^<]{1,200})/i
const ASKS_FOR_PASSWORD = /<input\b[^<>]{0,1000}\btype\s?=\s?["']?password\b/i

/** A page holds a known text, or is one of terms; else it only looks like a license. */
function readPage(
  { path, content }: GivenText,
  { lines, raw }: PlainPage,
  rawLines: readonly string[],
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const whole = { path, lines, from: 1, to: lines.length }
  const inside = readLicense({ ...whole, context: 'prose' }, known)
  const readings = inside.length > 0 ? inside : readLicense({ ...whole, context: 'license' }, known)
  const [first] = readings
  const asks = ASKS_FOR_PASSWORD.test(content)
  const isEmpty =
    !first ||
    isSilent(first) ||
    (isUnnamed(first) && (asks || first.license.grants.length === 0) && first.bars.length === 0)
  if (!isEmpty) return readings.map(reading => citeRaw(reading, rawLines, raw))
  const title = normalize(TITLE.exec(content)?.[1] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  const titled = title === '' ? '' : ` titled “${title}”`
  const login = asks ? ' that asks for a password' : ''
  tell(
    'not-a-license',
    `${path} looks like a web page${titled}${login}, not a license`,
    citedAt({ path, lines: rawLines }, openingOf(rawLines)),
    'the text of the license itself in place of the page',
  )
  return []
}

/** What a card's metadata declare and say, the prompt before its download, and the terms in its prose. */
function readCard(
  text: GivenText,
  { document, form, values }: Card,
  whole: Whole,
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const { frontMatter: front, notes } = document
  const readings = [
    ...readPrompt(form?.prompt, known),
    ...declaredIn(document, known, tell),
    ...values.flatMap(value => {
      const takes = takesIn(value, () => OF_VALUE, known)
      return takes?.sure ? readSaid(takes.name, takes.makes, takes.clauses, value.cited(), known.knowledge) : []
    }),
  ]
  if (front?.broken) {
    const [says = 'the metadata block was not read'] = notes
    const line = licenseIn(front, whole.lines) ?? front.line
    tell('metadata-not-read', `${text.path}: ${says}`, citedAt(whole, line), 'metadata that are valid YAML')
  }
  const body = { ...whole, from: front?.position === 'start' ? front.endLine + 1 : 1 }
  if (body.from > body.to) return readings
  const held = readLicense({ ...body, context: 'prose' }, known)
  const told = held.length > 0 ? held : readProse(text, body, known, tell)
  /* the license of the metadata, named again */
  const ids = new Set(readings.map(({ license }) => license.id))
  return [...readings, ...told.filter(({ license }) => license.text !== null || !ids.has(license.id))]
}

/** The licenses that a card's metadata declare; of one that they do not name, what its name and its link say. */
function declaredIn(document: Document, known: Known, tell: Tell): readonly LicenseReading[] {
  const { knowledge } = known
  const said = termsInCard(document, knowledge.legalFiles)
  const all = (as: TermsSaid['as']) => said.filter(one => one.as === as)
  const [licenses, [name], [link]] = [all('license'), all('name'), all('link')]
  return (licenses.length > 0 ? licenses : name ? [name] : []).map(({ value, cited }) => {
    const resolved =
      resolveName(value, knowledge) ??
      (name ? resolveName(name.value, knowledge) : null) ??
      (link ? resolveLink(link.value, knowledge) : null)
    if (resolved) return readDeclared(resolved, cited, knowledge)
    if (document.frontMatter?.broken) return readUnread('an unreadable license', 'unknown', cited)
    const called = name?.value ?? (placeholderOf(value) ? null : value)
    const where = link ? `; its text at ${link.value} was not read` : ''
    const says = called
      ? `names the license “${called}”, which is not known${where}`
      : `says “license: ${value}” and does not name which`
    tell('license-not-known', `${document.path} ${says}`, cited, 'the text of that license')
    return readUnread(called ?? 'a license of another kind', 'unknown', cited)
  })
}

function readData(
  text: GivenText,
  lines: readonly string[],
  data: DataFound,
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const line = Math.max(1, lines.findIndex(content => content.includes('license') || content.includes('licence')) + 1)
  const where: Cited = [citeLines(text.path, lines, line)]
  const resolved = data.license === null ? null : resolveName(data.license, known.knowledge)
  const keys = data.keys.slice(0, 5).join(', ')
  tell(
    resolved ? 'names-a-license' : 'not-a-license',
    `${text.path} is ${data.form} with the keys ${keys}, not the text of a license` +
      (resolved ? `; it names ${resolved.name}` : ''),
    where,
    'the text of the license itself',
  )
  return resolved ? [readDeclared(resolved, where, known.knowledge)] : []
}

/** The texts that lie beside one, and how they are read. */
interface Beside {
  readonly texts: readonly GivenText[]
  read(next: GivenText): readonly LicenseReading[]
}

/** Follows a text that only points to a license: to a file beside it, by name, or to an address, which is not read. */
function followPointer(
  text: GivenText,
  own: readonly LicenseReading[],
  { texts, read }: Beside,
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  if (text.content.length > LONGEST_POINTER) return own
  const lines = text.content.split('\n')
  const cited: Cited = [citeOpening(text.path, lines)]
  const pointed = pointedAt(text.content, target => fileAt(target, text.path, texts)?.path ?? null, known.knowledge)
  if (pointed === null) return own
  const follow = (path: string) => texts.filter(other => other.path === path).flatMap(read)
  const readings = readPointed({ content: text.content, own, cited }, pointed, follow, known.knowledge)
  if (readings === own) return own
  const [kind, says, wouldChange] = told(pointed)
  tell(kind, `${text.path} ${says}`, cited, wouldChange)
  return readings
}

function told(pointed: Pointed): readonly [kind: string, says: string, wouldChange: string] {
  if (pointed.is === 'license')
    return ['named-only', `names ${pointed.license.name} and does not hold its text`, 'the text of the license']
  if (pointed.is === 'address')
    return ['url-not-read', `leads to ${pointed.address}, which was not read`, 'the text at that address']
  const says = `only says where the license is: ${pointed.path} was read in its place`
  return ['pointer-followed', says, 'a license text in the file itself']
}

/** A file beside the text, by its path from there or its bare name. */
function fileAt(target: string, path: string, beside: readonly GivenText[]): GivenText | null {
  if (/^https?:/.test(target)) return null
  const bare = target.replace(/^(?:\.\/)+/, '').toLowerCase()
  const place = folder(path)
  const from = (place === '' ? bare : `${place}/${bare}`).toLowerCase()
  const found = beside.find(
    other => other.path !== path && (other.path.toLowerCase() === from || other.path.toLowerCase() === bare),
  )
  if (found) return found
  // a bare word is a file only where it looks like one: LICENSE, NOTICE.md
  const named = /[._/]|^[A-Z]{4,}$/.test(target)
  return named
    ? (beside.find(other => other.path !== path && fileName(other.path).toLowerCase() === bare) ?? null)
    : null
}
