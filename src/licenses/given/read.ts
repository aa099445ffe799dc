import { licenseIn } from '../../documents/broken.ts'
import { citeLines } from '../../documents/cite.ts'
import type { FrontMatter } from '../../documents/front-matter.ts'
import { placeholderOf, resolveLink, resolveName } from '../../names/index.ts'
import type { Cited } from '../../report.ts'
import { readDeclared, readUnread } from '../declared.ts'
import type { Known } from '../known.ts'
import { readLicense } from '../read.ts'
import type { LicenseReading } from '../reading.ts'
import type { DataFound } from './data.ts'
import type { Given, GivenText, Tell } from './given.ts'
import type { PlainPage } from './html.ts'
import { followPointer } from './pointer.ts'
import { isSilent, isUnnamed, readProse } from './prose.ts'
import { citePdf, citeRaw } from './recite.ts'

/** a prompt shorter than this asks for a click and holds no terms */
const SHORTEST_PROMPT = 200

/** longer than any name or address of a license */
const LONGEST = 2_000

/**
 * Reads one text, whatever it is: a license, terms, a policy, a card with its prompt, a page, or a file that only
 * points to one.
 */
export function readGiven(text: GivenText, given: Given, known: Known, tell: Tell): readonly LicenseReading[] {
  const lines = text.content.split('\n')
  if (text.page) return readPage(text, text.page, lines, known, tell)
  if (text.front) return readCard(text, lines, text.front, known, tell)
  const whole = { path: text.path, lines, from: 1, to: lines.length } as const
  const readings = readLicense({ ...whole, context: text.as === 'prose' ? 'prose' : 'license' }, known)
  if (readings.length === 0) return readProse(text, whole, known, tell)
  const [first] = readings
  if (readings.length > 1 || !first || !isUnnamed(first)) return cited(readings, text)
  if (text.data && !text.found && isSilent(first)) return readData(text, lines, text.data, known, tell)
  if (text.found && isSilent(first)) return []
  const followed = first.bars.length === 0 ? followPointer(text, lines, given, known, tell, first) : null
  if (!followed) return cited(readings, text)
  const next = followed.next ? readGiven(followed.next, { ...given, beside: [] }, known, tell) : []
  return [...cited(followed.readings, text), ...next]
}

const cited = (readings: readonly LicenseReading[], text: GivenText): readonly LicenseReading[] =>
  text.pages ? readings.map(reading => citePdf(reading, text)) : readings

function readPage(
  text: GivenText,
  page: PlainPage,
  rawLines: readonly string[],
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const readings = readLicense(
    { path: text.path, lines: page.lines, from: 1, to: page.lines.length, context: 'prose' },
    known,
  )
  const read =
    readings.length > 0
      ? readings
      : readLicense({ path: text.path, lines: page.lines, from: 1, to: page.lines.length, context: 'license' }, known)
  const [first] = read
  const empty =
    !first ||
    isSilent(first) ||
    (isUnnamed(first) && (page.login || first.license.grants.length === 0) && first.bars.length === 0)
  if (empty) {
    const title = page.title ? ` titled “${page.title.slice(0, 80)}”` : ''
    const login = page.login ? ' that asks for a password' : ''
    tell(
      'not-a-license',
      `${text.path} looks like a web page${title}${login}, not a license`,
      [citeLines(text.path, rawLines, Math.max(1, rawLines.findIndex(line => line.trim() !== '') + 1))],
      'the text of the license itself in place of the page',
    )
    return []
  }
  if (page.cut)
    tell(
      'cut-short',
      `${text.path} nests its elements deeper than any page: it was read up to there`,
      [{ path: text.path }],
      'the text of the license itself',
    )
  return read.map(reading => citeRaw(reading, rawLines, page.raw))
}

function readCard(
  text: GivenText,
  lines: readonly string[],
  front: FrontMatter,
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const { path } = text
  const readings: LicenseReading[] = []
  const prompt = front.keys.get('extra_gated_prompt')
  if (prompt && String(front.data.extra_gated_prompt).length >= SHORTEST_PROMPT)
    readings.push(
      ...readLicense({ path, lines, from: prompt.line, to: prompt.endLine, context: 'license' }, known).filter(
        reading => !isSilent(reading),
      ),
    )
  const name = stringIn(front.data.license_name)
  const link = stringIn(front.data.license_link)
  const declared = [front.data.license].flat().flatMap(value => stringIn(value) ?? [])
  for (const spelled of declared.length > 0 ? declared : name ? [name] : []) {
    const at = front.keys.get(declared.length > 0 ? 'license' : 'license_name')
    const where: Cited = [citeLines(path, lines, at?.line ?? front.line, at?.endLine ?? front.line)]
    const resolved =
      resolveName(spelled, known.knowledge) ??
      (name ? resolveName(name, known.knowledge) : null) ??
      (link ? resolveLink(link, known.knowledge) : null)
    if (resolved) readings.push(readDeclared(resolved, where, known.knowledge))
    else {
      const called = name ?? (placeholderOf(spelled) ? null : spelled)
      readings.push(readUnread(called ?? 'a license of another kind', 'unknown', where))
      tell(
        'license-not-known',
        called
          ? `${path} names the license “${called}”, which is not known` +
              (link ? `; its text at ${link} was not read` : '')
          : `${path} says “license: ${spelled}” and does not name which`,
        where,
        'the text of that license',
      )
    }
  }
  if (front.broken) {
    const line = licenseIn(front, lines)
    const where: Cited = [citeLines(path, lines, line ?? front.line)]
    if (declared.length === 0 && line !== null) readings.push(readUnread('an unreadable license', 'unknown', where))
    const [says = 'the metadata block was not read'] = front.notes
    tell('metadata-not-read', `${path}: ${says}`, where, 'metadata that are valid YAML')
  }
  const body = front.position === 'start' ? front.endLine + 1 : 1
  if (body <= lines.length) {
    const whole = { path, lines, from: body, to: lines.length }
    const prose = readLicense({ ...whole, context: 'prose' }, known)
    const told = prose.length > 0 ? prose : readProse(text, whole, known, tell)
    /* the license of the metadata, named again */
    const ids = new Set(readings.map(reading => reading.license.id))
    readings.push(...told.filter(({ license }) => license.text !== null || !ids.has(license.id)))
  }
  return readings
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

const stringIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST) : null
