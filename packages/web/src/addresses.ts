import type { Citation } from '@unwash/core/report/report'

/**
 * The addresses of the pages, each written once. They are permanent: others link to them. What is not about a release
 * has one step, or three, so that no publisher at a hub can stand in its way.
 */

/** Where releases, what is known and the tools are. */
export const ADDRESSES = {
  home: '/',
  explore: '/explore',
  compare: '/compare',
  read: '/read',
  check: '/check',
  knowledge: '/knowledge',
  glossary: '/glossary',
  corrections: '/corrections',
  api: '/api',
  openapi: '/openapi.json',
  style: '/assets/unwash.css',
  reading: '/assets/reading.css',
} as const

/** What the table of releases holds, and what these claim, to be computed with. */
export const TABLE_FILES = ['releases.csv', 'releases.json', 'claims.csv'] as const
/** Where a file of the table is. */
export const tableAddress = (file: (typeof TABLE_FILES)[number]) => `${ADDRESSES.explore}/table/${file}`
/** Where a plot is, by its id. */
export const chartAddress = (id: string) => `${ADDRESSES.explore}/chart/${id}.svg`

/** The name of a file of what is asked for, on a day: `by-term-claim=goes-too-far-2026-11-30.svg`. */
export function fileOf(file: string, query: string, day: string): string {
  const [, name = '', ending = ''] = /^(.*)\.(\w+)$/.exec(file) ?? []
  const asked = [...new URLSearchParams(query)].map(([key, value]) => `${key}=${value}`)
  return `${[name, ...asked, day].join('-').replace(/[^\p{L}\p{N}.=-]+/gu, '-')}.${ending}`
}

/** stands for the publisher of a release that names none in its name */
const NOBODY = '_'

/** stands between the steps of a name that has more of them than an address */
const BETWEEN = '~'

/** `org/model` as the steps of an address; the name of a folder has no publisher in it. */
export function slugOf(name: string): string {
  const parts = name.split('/').filter(part => part !== '' && part !== '.' && part !== '..')
  const [publisher, ...rest] = parts.length > 1 ? parts : [NOBODY, parts[0] ?? 'unnamed']
  return [publisher ?? NOBODY, rest.map(escaped).join(BETWEEN)].map(part => encodeURIComponent(part)).join('/')
}

const escaped = (step: string) => step.replaceAll('!', '!!').replaceAll(BETWEEN, '!-')
const unescaped = (step: string) => step.replace(/!([!-])/g, (_, one) => (one === '-' ? BETWEEN : one))

/** The name that a slug stands for. */
export function nameOfSlug(publisher: string, name: string): string {
  const steps = name.split(BETWEEN).map(unescaped)
  return publisher === NOBODY && steps.length === 1 ? steps.join() : [publisher, ...steps].join('/')
}

/** A release, as it was last read or at a revision. */
export function releaseAddress(name: string, revision: string | null = null): string {
  return `/${slugOf(name)}${revision === null ? '' : `@${encodeURIComponent(revision)}`}`
}

/** A text of a release, as it was read: one of its own, or of a place that it names as a part of itself. */
export function sourceAddress(release: string, { path, place, line, endLine = line }: SourcePlace): string {
  const steps = path.split('/').map(encodeURIComponent).join('/')
  const folder = place === undefined ? 'source' : `elsewhere/${stepsOf(place)}`
  return `${release}/${folder}/${steps}${line === undefined ? '' : `#${linesId(line, endLine ?? line)}`}`
}

/** The anchor of lines of a text. */
export const linesId = (line: number, endLine: number) => `L${line}${endLine > line ? `-L${endLine}` : ''}`

/** Where a text of a release stands. */
interface SourcePlace {
  readonly path: string
  /** the address of another place that was read as part of the release */
  readonly place?: string | undefined
  readonly line?: number | undefined
  readonly endLine?: number | undefined
}

/** An address of the web, or an id at a hub, as the steps of an address here: `github.com/org/code`. */
export const stepsOf = (place: string): string =>
  place
    .replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, '')
    .split(/[/:?#]+/)
    .filter(step => step !== '' && step !== '.' && step !== '..')
    .map(encodeURIComponent)
    .join('/')

/** Where the words of a citation stand, in the sources kept of a release; null where it is no place in a text. */
export function citedAddress(release: string, cited: Citation): string | null {
  if ('looked' in cited || 'fact' in cited) return null
  return sourceAddress(release, { line: undefined, ...cited })
}

/** The files beside the page of a release, each with the id of the reporter that writes it. */
export const FILES_BESIDE = {
  'report.json': 'json',
  'badge.svg': 'badge',
  'card.svg': 'card',
  'bom.cdx.json': 'cyclonedx',
  'memo.md': 'memo',
  'memo.html': 'memo-html',
} as const
/** The file beside it that holds what it was judged from, where that is kept. */
export const EVIDENCE = 'evidence.json'
/** The page below it that asks what could not be decided. */
export const QUESTIONS = 'questions'
/** Those of what would be too long on its own. */
export const ASIDES = ['memo', 'frameworks'] as const
/** The card beside a release, as a picture. */
export const CARD = 'card.png'
/** The picture beside a receipt. */
export const PICTURE = 'picture.png'

/** A claim of a release that does not hold as it stands. */
export const receiptAddress = (release: string, id: string) => `${release}/receipt/${id}`

/** The page of a license. */
export const licenseAddress = (id: string) => `/knowledge/license/${encodeURIComponent(id)}`
/** The page of a kind of clause. */
export const clauseAddress = (kind: string) => `/knowledge/clause/${encodeURIComponent(kind)}`
/** The page of a term. */
export const termAddress = (id: string) => `/knowledge/term/${encodeURIComponent(id)}`
/** The page of a framework. */
export const frameworkAddress = (id: string) => `/knowledge/framework/${encodeURIComponent(id)}`
/** The place of one of its requirements. */
export const requirementAddress = (framework: string, id: string) =>
  `/knowledge/framework/${encodeURIComponent(framework)}/${encodeURIComponent(id)}`
